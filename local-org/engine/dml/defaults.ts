import { autoNumber } from '../store/sequences.ts';
import type { Stored, StoredRow } from '../store/store.ts';
import type { FieldSchema, ObjectSchema } from '../types.ts';
import type { DmlContext } from './dmlContext.ts';
import { defaultFromFormula } from './formulas.ts';
import { column, tablePlan } from './tablePlan.ts';

/** A new record before the client's values: defaults and nulls. Fields the client sent get none. */
export function newRow(
    context: DmlContext,
    object: ObjectSchema,
    sent: { has(field: FieldSchema): boolean }
): StoredRow {
    const row: StoredRow = {};
    for (const field of tablePlan(object).stored) {
        row[column(field)] = sent.has(field) ? null : defaultOf(context, object, field);
    }
    row.createddate = row.lastmodifieddate = row.systemmodstamp = context.moment;
    row.createdbyid = row.lastmodifiedbyid = context.rights.userId;
    if (object.fields.has('ownerid')) row.ownerid = context.rights.userId;
    return row;
}

/** Numbered only when nothing else is wrong with the record. */
export function numberRecord(context: DmlContext, object: ObjectSchema, row: StoredRow): void {
    for (const field of tablePlan(object).autoNumbers) {
        const n = context.sequences.next(`${object.apiName}.${field.apiName}`);
        row[column(field)] = autoNumber(field.autoNumberFormat!, n, context.moment);
    }
}

function defaultOf(context: DmlContext, object: ObjectSchema, field: FieldSchema): Stored {
    const chosen = field.picklistValues?.find((value) => value.isDefault && value.active);
    if (chosen) return chosen.value;
    if (field.defaultValue === undefined) return null;
    return literal(field.defaultValue) ?? defaultFromFormula(context, object, field);
}

/** Most defaults are plain words: `"Inherit"`, `true`, `10`. Undefined for a formula. */
function literal(formula: string): Stored | undefined {
    if (formula === 'true' || formula === 'false') return formula === 'true' ? 1 : 0;
    if (/^-?\d+(\.\d+)?$/.test(formula)) return Number(formula);
    return /^(["'])([^"'\\]*)\1$/.exec(formula)?.[2];
}
