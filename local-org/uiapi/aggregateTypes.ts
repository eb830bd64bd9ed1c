import {
    GraphQLInt,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLString,
    type GraphQLFieldConfig,
    type GraphQLFieldConfigMap,
    type GraphQLScalarType
} from 'graphql';
import type { FieldSchema, ObjectSchema, OrgSchema } from '../engine/types.ts';
import { aggregateFunctions, isAggregated } from './aggregateFunctions.ts';
import { aggregateInputs } from './aggregateInputs.ts';
import {
    readAggregates,
    type AggregateArguments,
    type FunctionExtension,
    type Group
} from './aggregates.ts';
import { fieldValue } from './displayValue.ts';
import { cachedByName, type FilterTypes } from './inputTypes.ts';
import { mayBeOwnedByQueue, parents } from './relationships.ts';
import type { UiApiContext } from './requestContext.ts';
import { scalarOf } from './scalars.ts';
import { pageArguments, valueOf, type SharedTypes } from './sharedTypes.ts';

/** A group, seen from the object itself or from a parent of it. */
interface Seen {
    readonly group: Group;
    /** `Rule__r.` */
    readonly prefix: string;
}

interface SeenField {
    readonly group: Group;
    readonly path: string;
    readonly field: FieldSchema;
}

type Fields = GraphQLFieldConfigMap<Seen, UiApiContext>;

/** The fields of `aggregate { … }`: groups of records of an object. */
export function aggregateReaders(
    schema: OrgSchema,
    filters: FilterTypes,
    { valueType, PageInfo, SupportedScopes }: SharedTypes
): (object: ObjectSchema) => GraphQLFieldConfig<unknown, UiApiContext> {
    const inputs = aggregateInputs(schema, filters);
    const ofField = fieldAggregates(valueType);

    const aggregate = cachedByName(
        (object: ObjectSchema): GraphQLObjectType =>
            new GraphQLObjectType({
                name: `${object.apiName}Aggregate`,
                extensions: { orgObject: object.apiName },
                fields: () => ({ ...fieldsOf(object), ...parentsOf(object) })
            })
    );

    function fieldsOf(object: ObjectSchema): Fields {
        return Object.fromEntries(
            [...object.fields.values()].filter(isAggregated).map((field) => [
                field.apiName,
                {
                    type: ofField(scalarOf(field)!),
                    extensions: { orgField: field.apiName },
                    resolve: ({ group, prefix }): SeenField => ({
                        group,
                        path: prefix + field.apiName,
                        field
                    })
                } satisfies Fields[string]
            ])
        );
    }

    function parentsOf(object: ObjectSchema): Fields {
        return Object.fromEntries(
            parents(schema, object)
                .filter(({ field }) => !mayBeOwnedByQueue(object, field))
                .map(({ field, object: parent }) => {
                    const name = field.relationshipName!;
                    const extensions = { orgField: field.apiName, orgRelationship: name };
                    const resolve = ({ group, prefix }: Seen): Seen => ({
                        group,
                        prefix: `${prefix}${name}.`
                    });
                    return [name, { type: aggregate(parent), extensions, resolve }];
                })
        );
    }

    return cachedByName((object: ObjectSchema): GraphQLFieldConfig<unknown, UiApiContext> => {
        const { apiName } = object;
        const result = new GraphQLObjectType({
            name: `${apiName}Result`,
            fields: {
                aggregate: {
                    type: aggregate(object),
                    resolve: (group: Group): Seen => ({ group, prefix: '' })
                }
            }
        });
        const edge = new GraphQLObjectType({
            name: `${apiName}AggregateEdge`,
            fields: {
                node: { type: result },
                cursor: { type: new GraphQLNonNull(GraphQLString) }
            }
        });
        const connection = new GraphQLObjectType({
            name: `${apiName}AggregateConnection`,
            extensions: { orgTarget: apiName },
            fields: {
                edges: { type: new GraphQLList(edge) },
                pageInfo: { type: new GraphQLNonNull(PageInfo) },
                totalCount: { type: new GraphQLNonNull(GraphQLInt) }
            }
        });
        return {
            type: connection,
            args: {
                ...pageArguments(filters.filter(object), SupportedScopes),
                groupBy: { type: inputs.groupBy(object) },
                orderBy: { type: inputs.orderBy(object) }
            },
            resolve: (_source, args: AggregateArguments, context, info) =>
                readAggregates(object, args, context, info)
        };
    });
}

/** `StringAggregate`: the value that a group shares, and functions over the values in it. */
function fieldAggregates(
    valueType: SharedTypes['valueType']
): (scalar: GraphQLScalarType) => GraphQLObjectType {
    return cachedByName((scalar: GraphQLScalarType) => {
        const values = Object.entries(valueType(scalar).toConfig().fields).map(
            ([name, { type }]) => {
                const resolve = ({ group, path, field }: SeenField) =>
                    valueOf(field, group.get(path))[name as 'value'];
                return [name, { type, resolve }] as const;
            }
        );
        const functions = aggregateFunctions(scalar).map(({ name, soql, result, shownAs }) => {
            const extensions: FunctionExtension = { orgFunction: soql };
            const resolve = ({ group, path, field }: SeenField) =>
                fieldValue(shownAs ?? field, group.get(`${soql}(${path})`));
            return [name, { type: valueType(result), extensions: { ...extensions }, resolve }];
        });
        return new GraphQLObjectType({
            name: `${scalar.name}Aggregate`,
            fields: { ...Object.fromEntries(values), ...Object.fromEntries(functions) }
        });
    });
}
