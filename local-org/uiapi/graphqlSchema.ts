import { GraphQLNonNull, GraphQLObjectType, GraphQLSchema, type GraphQLFieldConfig } from 'graphql';
import type { ObjectSchema, OrgSchema } from '../engine/types.ts';
import { aggregateReaders } from './aggregateTypes.ts';
import { filterTypes } from './inputTypes.ts';
import { mutationType } from './mutationTypes.ts';
import { recordTypes } from './recordTypes.ts';
import type { UiApiContext } from './requestContext.ts';
import { sharedTypes } from './sharedTypes.ts';

type Reader = (object: ObjectSchema) => GraphQLFieldConfig<unknown, UiApiContext>;

const made = new WeakMap<OrgSchema, GraphQLSchema>();

/** The GraphQL schema of an org, made at its first request: every object and field, whoever may see it. */
export function graphqlSchema(org: OrgSchema): GraphQLSchema {
    let schema = made.get(org);
    if (!schema) made.set(org, (schema = makeSchema(org)));
    return schema;
}

function makeSchema(org: OrgSchema): GraphQLSchema {
    const filters = filterTypes(org);
    const shared = sharedTypes();
    const records = recordTypes(org, filters, shared);
    const forEveryObject = (name: string, reader: Reader) =>
        new GraphQLObjectType({
            name,
            fields: () =>
                Object.fromEntries(
                    [...org.objects.values()].map((object) => [object.apiName, reader(object)])
                )
        });
    const RecordQuery = forEveryObject('RecordQuery', records.reader);
    const RecordQueryAggregate = forEveryObject(
        'RecordQueryAggregate',
        aggregateReaders(org, filters, shared)
    );
    const here = () => ({});
    const UIAPI = new GraphQLObjectType({
        name: 'UIAPI',
        fields: {
            query: { type: new GraphQLNonNull(RecordQuery), resolve: here },
            aggregate: { type: new GraphQLNonNull(RecordQueryAggregate), resolve: here }
        }
    });
    return new GraphQLSchema({
        query: new GraphQLObjectType({
            name: 'Query',
            fields: { uiapi: { type: new GraphQLNonNull(UIAPI), resolve: here } }
        }),
        mutation: mutationType(org, records)
    });
}
