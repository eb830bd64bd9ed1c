import type { GraphQLEnumType } from 'graphql';
import { GraphQLBoolean, GraphQLInputObjectType, type GraphQLInputFieldConfig } from 'graphql';
import type { FieldSchema, ObjectSchema, OrgSchema } from '../engine/types.ts';
import { GroupByFunction, isAggregated, orderFunctions } from './aggregateFunctions.ts';
import { cachedByName, type FilterTypes } from './inputTypes.ts';
import { mayBeOwnedByQueue, parents } from './relationships.ts';

/** The types of `groupBy` and of the `orderBy` of groups. */
export interface AggregateInputs {
    groupBy(object: ObjectSchema): GraphQLInputObjectType;
    orderBy(object: ObjectSchema): GraphQLInputObjectType;
}

type Fields = Record<string, GraphQLInputFieldConfig>;

export function aggregateInputs(
    schema: OrgSchema,
    { order, nulls }: Pick<FilterTypes, 'order' | 'nulls'>
): AggregateInputs {
    const group = { type: GraphQLBoolean };
    const GroupByClause = input('GroupByClause', { group });
    // A moment is no group; the day, the hour or the month of it is.
    const byMoment = input('GroupByDateTimeFunction', { function: { type: GroupByFunction } });
    const byDay = input('GroupByDateFunction', { group, function: { type: GroupByFunction } });
    const groupClause = ({ type }: FieldSchema) =>
        type === 'datetime' ? byMoment : type === 'date' ? byDay : GroupByClause;

    const direction = { order: { type: order }, nulls: { type: nulls } };
    const plainOrder = input('NoFunctionAggregateOrderByClause', direction);
    const orderBy = cachedByName((functions: GraphQLEnumType) =>
        input(functions.name.replace(/Function$/, 'Clause'), {
            ...direction,
            function: { type: functions }
        })
    );
    const orderClause = (field: FieldSchema) => {
        const functions = orderFunctions(field);
        return functions ? orderBy(functions) : plainOrder;
    };

    const typesOf = (suffix: string, clause: (field: FieldSchema) => GraphQLInputObjectType) => {
        const typeOf = cachedByName((object: ObjectSchema): GraphQLInputObjectType => {
            const fields = () => ({ ...own(object, clause), ...ofParents(object, typeOf) });
            const extensions = { orgObject: object.apiName };
            const name = `${object.apiName}_${suffix}`;
            return new GraphQLInputObjectType({ name, fields, extensions });
        });
        return typeOf;
    };

    function own(
        object: ObjectSchema,
        clause: (field: FieldSchema) => GraphQLInputObjectType
    ): Fields {
        return Object.fromEntries(
            [...object.fields.values()]
                .filter(isAggregated)
                .map((field) => [
                    field.apiName,
                    { type: clause(field), extensions: { orgField: field.apiName } }
                ])
        );
    }

    function ofParents(
        object: ObjectSchema,
        typeOf: (parent: ObjectSchema) => GraphQLInputObjectType
    ): Fields {
        return Object.fromEntries(
            parents(schema, object)
                .filter(({ field }) => !mayBeOwnedByQueue(object, field))
                .map(({ field, object: parent }) => [
                    field.relationshipName!,
                    { type: typeOf(parent), extensions: { orgField: field.apiName } }
                ])
        );
    }

    return {
        groupBy: typesOf('GroupBy', groupClause),
        orderBy: typesOf('AggregateOrderBy', orderClause)
    };
}

function input(name: string, fields: Fields): GraphQLInputObjectType {
    return new GraphQLInputObjectType({ name, fields });
}
