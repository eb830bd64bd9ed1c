import { GraphQLNonNull, GraphQLObjectType, GraphQLSchema } from 'graphql';
import type { OrgSchema } from '../engine/types.ts';
import { filterTypes } from './inputTypes.ts';
import { mutationType } from './mutationTypes.ts';
import { recordTypes } from './recordTypes.ts';

const made = new WeakMap<OrgSchema, GraphQLSchema>();

/** The GraphQL schema of an org, made at its first request: every object and field, whoever may see it. */
export function graphqlSchema(org: OrgSchema): GraphQLSchema {
    let schema = made.get(org);
    if (!schema) made.set(org, (schema = makeSchema(org)));
    return schema;
}

function makeSchema(org: OrgSchema): GraphQLSchema {
    const records = recordTypes(org, filterTypes(org));
    const RecordQuery = new GraphQLObjectType({
        name: 'RecordQuery',
        fields: () =>
            Object.fromEntries(
                [...org.objects.values()].map((object) => [object.apiName, records.reader(object)])
            )
    });
    const here = () => ({});
    const UIAPI = new GraphQLObjectType({
        name: 'UIAPI',
        fields: { query: { type: new GraphQLNonNull(RecordQuery), resolve: here } }
    });
    return new GraphQLSchema({
        query: new GraphQLObjectType({
            name: 'Query',
            fields: { uiapi: { type: new GraphQLNonNull(UIAPI), resolve: here } }
        }),
        mutation: mutationType(org, records)
    });
}
