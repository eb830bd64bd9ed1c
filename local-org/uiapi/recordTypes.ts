import {
    GraphQLBoolean,
    GraphQLEnumType,
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
import type { FieldSchema, ObjectSchema, OrgRecord, OrgSchema } from '../engine/types.ts';
import { readConnection, type ConnectionArguments } from './connection.ts';
import { fieldValue, labelOf, type FieldValue } from './displayValue.ts';
import { cachedByName, type FilterTypes } from './inputTypes.ts';
import { children, mayBeOwnedByQueue, parents } from './relationships.ts';
import type { UiApiContext } from './requestContext.ts';
import { scalarOf } from './scalars.ts';

/** The types of what is read: records, their values, and connections of them. */
export interface RecordTypes {
    record(object: ObjectSchema): GraphQLObjectType;
    /** The field of `query { … }` that reads records of an object. */
    reader(object: ObjectSchema): GraphQLFieldConfig<unknown, UiApiContext>;
}

type Fields = Record<string, GraphQLFieldConfig<OrgRecord, UiApiContext>>;

const required = (type: GraphQLScalarType) => new GraphQLNonNull(type);

export function recordTypes(schema: OrgSchema, filters: FilterTypes): RecordTypes {
    const valueType = valueTypes();
    const PageInfo = new GraphQLObjectType({
        name: 'PageInfo',
        fields: {
            hasNextPage: { type: required(GraphQLBoolean) },
            hasPreviousPage: { type: required(GraphQLBoolean) },
            startCursor: { type: GraphQLString },
            endCursor: { type: GraphQLString }
        }
    });
    const SupportedScopes = new GraphQLEnumType({
        name: 'SupportedScopes',
        values: { EVERYTHING: {}, MINE: {} }
    });

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
        first: { type: GraphQLInt },
        after: { type: GraphQLString },
        where: { type: filters.filter(object) },
        orderBy: { type: filters.orderBy(object) },
        scope: { type: SupportedScopes },
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

/** `StringValue { value displayValue }`, one for each kind of value. */
function valueTypes(): (scalar: GraphQLScalarType) => GraphQLObjectType {
    return cachedByName((scalar: GraphQLScalarType) => {
        const picklist = scalar.name === 'Picklist';
        return new GraphQLObjectType({
            name: `${scalar.name}Value`,
            fields: {
                value: { type: scalar },
                displayValue: { type: GraphQLString },
                ...(picklist && { label: { type: GraphQLString } })
            }
        });
    });
}

function valueOf(field: FieldSchema, stored: unknown): FieldValue & { label?: string | null } {
    const value = fieldValue(field, stored);
    if (field.type !== 'picklist') return value;
    return { ...value, label: value.value === null ? null : labelOf(field, String(value.value)) };
}
