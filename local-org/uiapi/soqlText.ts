import type { FieldSchema, ObjectSchema, OrgSchema } from '../engine/types.ts';
import { uiApiError } from './requestContext.ts';
import { parentOf } from './relationships.ts';

/**
 * Conditions and orders of GraphQL as text of SOQL. Names come from the schema alone and values
 * through one writer of literals, so nothing a client sends can become syntax.
 */

export type FilterInput = Readonly<Record<string, unknown>>;

/** What narrows the records that are read. */
export interface Restriction {
    readonly where?: FilterInput | null;
    readonly scope?: 'EVERYTHING' | 'MINE' | null;
}

const COMPARISONS: Readonly<Record<string, string>> = {
    eq: '=',
    ne: '!=',
    lt: '<',
    gt: '>',
    lte: '<=',
    gte: '>=',
    like: 'LIKE',
    in: 'IN',
    nin: 'NOT IN',
    includes: 'INCLUDES',
    excludes: 'EXCLUDES'
};

/** `FROM … WHERE …` */
export function sourceText(
    schema: OrgSchema,
    object: ObjectSchema,
    { where, scope }: Restriction,
    userId: string,
    within = ''
): string {
    const mine = scope === 'MINE' && object.fields.has('ownerid');
    const conditions = nonEmpty([
        within,
        mine ? `OwnerId = '${userId}'` : '',
        conditionText(schema, object, where ?? {})
    ]);
    return (
        `FROM ${object.apiName}` +
        (conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '')
    );
}

/** Without the word WHERE; an empty text where nothing is asked. */
export function conditionText(schema: OrgSchema, object: ObjectSchema, where: FilterInput): string {
    return allOf(conditions(schema, object, where, ''));
}

function conditions(
    schema: OrgSchema,
    object: ObjectSchema,
    where: FilterInput,
    prefix: string
): string[] {
    return Object.entries(where).flatMap(([key, input]) => {
        if (input === null || input === undefined) return [];
        const inner = (one: unknown) =>
            allOf(conditions(schema, object, one as FilterInput, prefix));
        if (key === 'and') return nonEmpty([allOf(nonEmpty((input as unknown[]).map(inner)))]);
        if (key === 'or') return nonEmpty([anyOf(nonEmpty((input as unknown[]).map(inner)))]);
        if (key === 'not') return nonEmpty([inner(input)]).map((one) => `(NOT ${bracketed(one)})`);
        const field = object.fields.get(key.toLowerCase());
        if (field) {
            return comparisons(schema, field, `${prefix}${field.apiName}`, input as FilterInput);
        }
        const parent = parentOf(schema, object, key);
        if (!parent) throw new Error(`no field or relationship ${key} on ${object.apiName}`);
        const path = `${prefix}${parent.field.relationshipName}.`;
        return conditions(schema, parent.object, input as FilterInput, path);
    });
}

function comparisons(
    schema: OrgSchema,
    field: FieldSchema,
    path: string,
    operators: FilterInput
): string[] {
    return Object.entries(operators).map(([name, operand]) => {
        if (name === 'inq' || name === 'ninq') {
            const operator = name === 'inq' ? 'IN' : 'NOT IN';
            return `${path} ${operator} (${joinText(schema, operand as FilterInput)})`;
        }
        const operator = COMPARISONS[name];
        if (operator === undefined) throw new Error(`no operator ${name}`);
        if (name === 'like' && typeof operand === 'string') {
            return `${path} LIKE '${escaped(operand, PATTERN_ESCAPES)}'`;
        }
        if (!Array.isArray(operand)) return `${path} ${operator} ${literal(field, operand)}`;
        // SOQL has no empty list: nothing is in it, and everything is not.
        if (operand.length === 0) return operator === 'IN' ? 'Id = null' : 'Id != null';
        return `${path} ${operator} (${operand.map((one) => literal(field, one)).join(', ')})`;
    });
}

/** `SELECT AccountId FROM Opportunity WHERE …`, for records that others name. */
function joinText(schema: OrgSchema, { ApiName, ...of }: FilterInput): string {
    const [[name, where] = [''], ...more] = Object.entries(of);
    const object = schema.object(name);
    const field = object?.fields.get(String(ApiName ?? 'Id').toLowerCase());
    if (!object || !field || more.length > 0) {
        throw uiApiError(
            'A semi-join names one object, and with ApiName a field of it',
            'DataFetchingException'
        );
    }
    const condition = conditionText(schema, object, (where ?? {}) as FilterInput);
    const source = `SELECT ${field.apiName} FROM ${object.apiName}`;
    return condition === '' ? source : `${source} WHERE ${condition}`;
}

/** A value as SOQL writes it for a field of this type. */
export function literal(field: FieldSchema, value: unknown): string {
    if (value === null || value === undefined) return 'null';
    switch (field.type) {
        case 'boolean':
            return value === true ? 'true' : 'false';
        case 'int':
        case 'double':
        case 'currency':
        case 'percent':
            return numberText(Number(value));
        case 'date':
        case 'datetime': {
            const given = value as { value?: string | null; literal?: string | null };
            return given.literal ?? given.value ?? 'null';
        }
        case 'time':
            return `${String(value).replace(/Z$/, '')}Z`;
        default:
            return `'${escaped(String(value))}'`;
    }
}

const ESCAPES: Readonly<Record<string, string>> = {
    '\n': '\\n',
    '\r': '\\r',
    '\t': '\\t',
    '\b': '\\b',
    '\f': '\\f'
};

/** In a pattern `\%`, `\_` and `\\` are the signs themselves, as in LIKE of SOQL. */
const PATTERN_ESCAPES = /\\[\\%_]|[\\']/g;

function escaped(text: string, special = /[\\']/g): string {
    return text
        .replace(special, (found) => (found.length > 1 ? found : `\\${found}`))
        .replace(/[\n\r\t\b\f]/g, (character) => ESCAPES[character] ?? character);
}

/** SOQL knows no exponents. */
function numberText(value: number): string {
    const text = String(value);
    if (!text.includes('e')) return text;
    return Math.abs(value) >= 1 ? BigInt(value).toString() : value.toFixed(20);
}

/** Without the words ORDER BY; the id last, so that pages follow each other without a gap. */
export function orderText(schema: OrgSchema, object: ObjectSchema, orderBy: FilterInput): string {
    const asked = orders(schema, object, orderBy, '');
    // In the direction of what comes before it: an index is then read in one direction.
    const direction = / DESC NULLS \w+$/.test(asked.at(-1) ?? '') ? 'DESC' : 'ASC';
    return [...asked, `Id ${direction} NULLS FIRST`].join(', ');
}

function orders(
    schema: OrgSchema,
    object: ObjectSchema,
    orderBy: FilterInput,
    prefix: string
): string[] {
    return Object.entries(orderBy).flatMap(([key, input]) => {
        if (input === null || input === undefined) return [];
        const field = object.fields.get(key.toLowerCase());
        if (field) {
            const { order, nulls } = input as { order?: unknown; nulls?: unknown };
            const direction = order === 'DESC' ? 'DESC' : 'ASC';
            const place = nulls === 'LAST' ? 'LAST' : 'FIRST';
            return [`${prefix}${field.apiName} ${direction} NULLS ${place}`];
        }
        const parent = parentOf(schema, object, key);
        if (!parent) throw new Error(`no field or relationship ${key} on ${object.apiName}`);
        const path = `${prefix}${parent.field.relationshipName}.`;
        return orders(schema, parent.object, input as FilterInput, path);
    });
}

const nonEmpty = (texts: readonly string[]) => texts.filter((text) => text !== '');
const bracketed = (text: string) => (/^\(.*\)$/s.test(text) ? text : `(${text})`);

function allOf(parts: readonly string[]): string {
    return parts.length > 1 ? `(${parts.join(' AND ')})` : (parts[0] ?? '');
}

function anyOf(parts: readonly string[]): string {
    return parts.length > 1 ? `(${parts.join(' OR ')})` : (parts[0] ?? '');
}
