import {
    GraphQLBoolean,
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLString,
    type GraphQLInputFieldConfig,
    type GraphQLScalarType
} from 'graphql';
import type { ObjectSchema, OrgSchema } from '../engine/types.ts';
import { mayBeOwnedByQueue, parents } from './relationships.ts';
import { scalarOf } from './scalars.ts';

/** The types of `where` and `orderBy`: one for each object, over operators for each kind of value. */
export interface FilterTypes {
    filter(object: ObjectSchema): GraphQLInputObjectType;
    orderBy(object: ObjectSchema): GraphQLInputObjectType;
    /** `ASC`, `DESC` */
    readonly order: GraphQLEnumType;
    readonly nulls: GraphQLEnumType;
}

type InputFields = Record<string, GraphQLInputFieldConfig>;

const enumOf = (name: string, values: readonly string[]) =>
    new GraphQLEnumType({
        name,
        values: Object.fromEntries(values.map((value) => [value, { value }]))
    });

/** Days that have a name and no number. */
const DATE_LITERALS = [
    ...['YESTERDAY', 'TODAY', 'TOMORROW'],
    ...['WEEK', 'MONTH', 'QUARTER', 'YEAR'].flatMap((span) =>
        ['LAST', 'THIS', 'NEXT'].map((which) => `${which}_${span}`)
    ),
    ...['LAST_90_DAYS', 'NEXT_90_DAYS']
];

/** What the fields of a type say about the schema: read by the check of hidden names. */
export interface OrgExtension {
    readonly orgObject?: string;
    readonly orgField?: string;
}

export function filterTypes(schema: OrgSchema): FilterTypes {
    const order = enumOf('ResultOrder', ['ASC', 'DESC']);
    const nulls = enumOf('NullOrder', ['FIRST', 'LAST']);
    const OrderByClause = new GraphQLInputObjectType({
        name: 'OrderByClause',
        fields: { order: { type: order }, nulls: { type: nulls } }
    });
    // Records of another object, and the field of them that names records of this one.
    const JoinInput = new GraphQLInputObjectType({
        name: 'JoinInput',
        fields: (): InputFields => ({
            ApiName: { type: GraphQLString },
            ...Object.fromEntries(
                [...schema.objects.values()].map((object) => [
                    object.apiName,
                    { type: filter(object) }
                ])
            )
        })
    });
    const operators = operatorTypes(JoinInput);

    const filter = cachedByName((object: ObjectSchema): GraphQLInputObjectType => {
        const fields = (): InputFields => ({
            and: { type: new GraphQLList(filter(object)) },
            or: { type: new GraphQLList(filter(object)) },
            not: { type: filter(object) },
            ...searchable(object, (scalar) => operators(scalar)),
            ...ofParents(object, filter)
        });
        return inputType(`${object.apiName}_Filter`, object, fields);
    });
    const orderBy = cachedByName((object: ObjectSchema): GraphQLInputObjectType => {
        const fields = (): InputFields => ({
            ...searchable(object, () => OrderByClause),
            ...ofParents(object, orderBy)
        });
        return inputType(`${object.apiName}_OrderBy`, object, fields);
    });

    function ofParents(
        object: ObjectSchema,
        type: (parent: ObjectSchema) => GraphQLInputObjectType
    ): InputFields {
        return Object.fromEntries(
            parents(schema, object)
                .filter(({ field }) => !mayBeOwnedByQueue(object, field))
                .map(({ field, object: parent }) => [
                    field.relationshipName!,
                    { type: type(parent), extensions: { orgField: field.apiName } }
                ])
        );
    }
    return { filter, orderBy, order, nulls };
}

function inputType(
    name: string,
    { apiName }: ObjectSchema,
    fields: () => InputFields
): GraphQLInputObjectType {
    return new GraphQLInputObjectType({ name, fields, extensions: { orgObject: apiName } });
}

/** Long texts are neither searched nor sorted. */
function searchable(
    object: ObjectSchema,
    type: (scalar: GraphQLScalarType) => GraphQLInputObjectType
): InputFields {
    return Object.fromEntries(
        [...object.fields.values()].flatMap((field) => {
            const scalar = scalarOf(field);
            if (!scalar || scalar.name === 'LongTextArea') return [];
            const config = { type: type(scalar), extensions: { orgField: field.apiName } };
            return [[field.apiName, config] as const];
        })
    );
}

function operatorTypes(
    join: GraphQLInputObjectType
): (scalar: GraphQLScalarType) => GraphQLInputObjectType {
    const literals = enumOf('DateLiteral', DATE_LITERALS);
    const moment = cachedByName(
        (scalar: GraphQLScalarType) =>
            new GraphQLInputObjectType({
                name: `${scalar.name}Input`,
                fields: { value: { type: scalar }, literal: { type: literals } }
            })
    );
    return cachedByName((scalar: GraphQLScalarType) => {
        const dated = scalar.name === 'Date' || scalar.name === 'DateTime';
        const type = dated ? moment(scalar) : scalar;
        const list = new GraphQLList(type);
        const prefix =
            scalar.name === 'ID' ? 'Id' : scalar.name === 'Int' ? 'Integer' : scalar.name;
        const fields: InputFields = { eq: { type }, ne: { type } };
        const add = (names: readonly string[], of: InputFields[string]['type']) => {
            for (const name of names) fields[name] = { type: of };
        };
        if (scalar !== GraphQLBoolean) add(['in', 'nin'], list);
        if (!['ID', 'Boolean', 'MultiPicklist'].includes(scalar.name)) {
            add(['lt', 'gt', 'lte', 'gte'], type);
        }
        if (scalar.name === 'ID') add(['inq', 'ninq'], join);
        if (TEXTS.has(scalar.name)) add(['like'], type);
        if (scalar.name === 'MultiPicklist') add(['includes', 'excludes'], list);
        return new GraphQLInputObjectType({ name: `${prefix}Operators`, fields });
    });
}

const TEXTS: ReadonlySet<string> = new Set([
    'String',
    'TextArea',
    'Picklist',
    'PhoneNumber',
    'EmailAddress',
    'Url'
]);

/** GraphQL wants one type for each name: what was made is given again. */
export function cachedByName<T extends { name: string } | { apiName: string }, R>(
    make: (key: T) => R
): (key: T) => R {
    const made = new Map<string, R>();
    return (key) => {
        const name = 'apiName' in key ? key.apiName : key.name;
        let type = made.get(name);
        if (type === undefined) made.set(name, (type = make(key)));
        return type;
    };
}
