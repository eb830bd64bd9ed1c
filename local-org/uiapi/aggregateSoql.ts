import type { ObjectSchema, OrgSchema } from '../engine/types.ts';
import { parentOf } from './relationships.ts';
import type { FilterInput } from './soqlText.ts';

/** `groupBy` and the `orderBy` of groups as expressions of SOQL; names come from the schema alone. */

/** `Outcome__c`, `DAY_ONLY(Decided_At__c)`, `Rule__r.Name` */
export function groupExpressions(
    schema: OrgSchema,
    object: ObjectSchema,
    groupBy: FilterInput
): string[] {
    return clauses(schema, object, groupBy).flatMap(({ path, clause }) => [
        ...(clause.group === true ? [path] : []),
        ...(clause.function ? [`${String(clause.function)}(${path})`] : [])
    ]);
}

/** `COUNT(Id) DESC NULLS FIRST`; what is grouped comes last, so that pages follow without a gap. */
export function groupOrder(
    schema: OrgSchema,
    object: ObjectSchema,
    orderBy: FilterInput,
    groups: readonly string[]
): string[] {
    const asked = clauses(schema, object, orderBy).map(({ path, clause }) => ({
        expression: clause.function ? `${String(clause.function)}(${path})` : path,
        direction: clause.order === 'DESC' ? 'DESC' : 'ASC',
        nulls: clause.nulls === 'LAST' ? 'LAST' : 'FIRST'
    }));
    const rest = groups
        .filter((group) => !asked.some(({ expression }) => expression === group))
        .map((expression) => ({ expression, direction: 'ASC', nulls: 'FIRST' }));
    return [...asked, ...rest].map(
        ({ expression, direction, nulls }) => `${expression} ${direction} NULLS ${nulls}`
    );
}

interface Clause {
    /** From the object that is aggregated: `Rule__r.Name`. */
    readonly path: string;
    readonly clause: FilterInput;
}

function clauses(
    schema: OrgSchema,
    object: ObjectSchema,
    input: FilterInput,
    prefix = ''
): Clause[] {
    return Object.entries(input).flatMap(([key, value]) => {
        if (value === null || value === undefined) return [];
        const field = object.fields.get(key.toLowerCase());
        const clause = value as FilterInput;
        if (field) return [{ path: `${prefix}${field.apiName}`, clause }];
        const parent = parentOf(schema, object, key);
        if (!parent) throw new Error(`no field or relationship ${key} on ${object.apiName}`);
        const path = `${prefix}${parent.field.relationshipName}.`;
        return clauses(schema, parent.object, clause, path);
    });
}
