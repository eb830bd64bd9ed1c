import {
    GraphQLBoolean,
    GraphQLEnumType,
    GraphQLInt,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLString,
    type GraphQLInputType,
    type GraphQLScalarType
} from 'graphql';
import type { FieldSchema } from '../engine/types.ts';
import { fieldValue, labelOf, type FieldValue } from './displayValue.ts';
import { cachedByName } from './inputTypes.ts';

/** Types that records and aggregates have in common. */
export interface SharedTypes {
    /** `StringValue { value displayValue }`, one for each kind of value. */
    valueType(scalar: GraphQLScalarType): GraphQLObjectType;
    readonly PageInfo: GraphQLObjectType;
    readonly SupportedScopes: GraphQLEnumType;
}

export function sharedTypes(): SharedTypes {
    const required = (type: GraphQLScalarType) => new GraphQLNonNull(type);
    return {
        valueType: cachedByName((scalar: GraphQLScalarType) => {
            const picklist = scalar.name === 'Picklist';
            return new GraphQLObjectType({
                name: `${scalar.name}Value`,
                fields: {
                    value: { type: scalar },
                    displayValue: { type: GraphQLString },
                    ...(picklist && { label: { type: GraphQLString } })
                }
            });
        }),
        PageInfo: new GraphQLObjectType({
            name: 'PageInfo',
            fields: {
                hasNextPage: { type: required(GraphQLBoolean) },
                hasPreviousPage: { type: required(GraphQLBoolean) },
                startCursor: { type: GraphQLString },
                endCursor: { type: GraphQLString }
            }
        }),
        SupportedScopes: new GraphQLEnumType({
            name: 'SupportedScopes',
            values: { EVERYTHING: {}, MINE: {} }
        })
    };
}

/** What every connection takes. */
export function pageArguments(filter: GraphQLInputType, scope: GraphQLEnumType) {
    return {
        first: { type: GraphQLInt },
        after: { type: GraphQLString },
        where: { type: filter },
        scope: { type: scope }
    };
}

export function valueOf(
    field: FieldSchema,
    stored: unknown
): FieldValue & { label?: string | null } {
    const value = fieldValue(field, stored);
    if (field.type !== 'picklist') return value;
    return { ...value, label: value.value === null ? null : labelOf(field, String(value.value)) };
}
