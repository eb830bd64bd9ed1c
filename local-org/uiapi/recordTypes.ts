import {
    GraphQLID,
    GraphQLInt,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLString,
    GraphQLUnionType,
    type GraphQLFieldConfig,
    type GraphQLOutputType,
    type GraphQLScalarType
} from 'graphql';
import type { ObjectSchema, OrgRecord, OrgSchema } from '../engine/types.ts';
import { readConnection, type ConnectionArguments } from './connection.ts';
import { cachedByName, type FilterTypes } from './inputTypes.ts';
import { children, mayBeOwnedByQueue, parents } from './relationships.ts';
import type { UiApiContext } from './requestContext.ts';
import { scalarOf } from './scalars.ts';
import { pageArguments, valueOf, type SharedTypes } from './sharedTypes.ts';

/** The types of what is read: records, their values, and connections of them. */
export interface RecordTypes {
    record(object: ObjectSchema): GraphQLObjectType;
    /** The field of `query { … }` that reads records of an object. */
    reader(object: ObjectSchema): GraphQLFieldConfig<unknown, UiApiContext>;
}

type Fields = Record<string, GraphQLFieldConfig<OrgRecord, UiApiContext>>;

const required = (type: GraphQLScalarType) => new GraphQLNonNull(type);

export function recordTypes(
    schema: OrgSchema,
    filters: FilterTypes,
    { valueType, PageInfo, SupportedScopes }: SharedTypes
): RecordTypes {
    const record = cachedByName((object: ObjectSchema): GraphQLObjectType => {
        const { apiName } = object;
        return new GraphQLObjectType({
            name: apiName,
            extensions: { orgObject: apiName },
            fields: () => ({
                ApiName: { type: required(GraphQLString), resolve: () => apiName },
                WeakEtag: {
                    type: required(GraphQLString),
                    extensions: { orgColumns: ['SystemModstamp'] },
                    resolve: ({ SystemModstamp }) => Date.parse(String(SystemModstamp))
                },
                ...fieldsOf(object),
                ...parentsOf(object),
                ...childrenOf(object)
            })
        });
    });

    const connection = cachedByName((object: ObjectSchema): GraphQLObjectType => {
        const edge = new GraphQLObjectType({
            name: `${object.apiName}Edge`,
            fields: () => ({
                node: { type: record(object) },
                cursor: { type: required(GraphQLString) }
            })
        });
        return new GraphQLObjectType({
            name: `${object.apiName}Connection`,
            extensions: { orgTarget: object.apiName },
            fields: {
                edges: { type: new GraphQLList(edge) },
                pageInfo: { type: new GraphQLNonNull(PageInfo) },
                totalCount: { type: required(GraphQLInt) },
                pageResultCount: { type: required(GraphQLInt) }
            }
        });
    });

    const connectionArguments = (object: ObjectSchema) => ({
        ...pageArguments(filters.filter(object), SupportedScopes),
        orderBy: { type: filters.orderBy(object) },
        upperBound: { type: GraphQLInt }
    });

    function fieldsOf(object: ObjectSchema): Fields {
        return Object.fromEntries(
            [...object.fields.values()].flatMap((field): [string, Fields[string]][] => {
                const scalar = scalarOf(field);
                if (!scalar) return [];
                const extensions = { orgField: field.apiName };
                if (field.type === 'id') {
                    return [['Id', { type: required(GraphQLID), extensions }]];
                }
                const resolve = (source: OrgRecord) => valueOf(field, source[field.apiName]);
                return [[field.apiName, { type: valueType(scalar), extensions, resolve }]];
            })
        );
    }

    function parentsOf(object: ObjectSchema): Fields {
        return Object.fromEntries(
            parents(schema, object).map(({ field, object: parent }) => {
                const name = field.relationshipName!;
                const type: GraphQLOutputType = mayBeOwnedByQueue(object, field)
                    ? ownerType(object)
                    : record(parent);
                const extensions = { orgField: field.apiName, orgRelationship: name };
                return [name, { type, extensions }];
            })
        );
    }

    function ownerType(object: ObjectSchema): GraphQLUnionType {
        const names = ['User', 'Group'].flatMap((name) => schema.object(name) ?? []);
        return new GraphQLUnionType({
            name: `${object.apiName}_Owner`,
            types: names.map(record),
            resolveType: () => 'User'
        });
    }

    function childrenOf(object: ObjectSchema): Fields {
        return Object.fromEntries(
            children(schema, object).map(({ name, field, object: child }) => [
                name,
                {
                    type: connection(child),
                    args: connectionArguments(child),
                    resolve: ({ Id }, args: ConnectionArguments, context, info) =>
                        readConnection(child, args, context, info, `${field.apiName} = '${Id}'`)
                } satisfies GraphQLFieldConfig<OrgRecord, UiApiContext>
            ])
        );
    }

    return {
        record,
        reader: (object) => ({
            type: connection(object),
            args: connectionArguments(object),
            resolve: (_source, args: ConnectionArguments, context, info) =>
                readConnection(object, args, context, info)
        })
    };
}
