import type { StoredRow } from '../store/store.ts';
import { quoted } from '../store/tables.ts';
import type { FieldSchema, ObjectSchema } from '../types.ts';
import type { DmlContext } from './dmlContext.ts';
import { brokenRules } from './formulas.ts';
import { checkParent } from './references.ts';
import {
    duplicateValue,
    requiredMissing,
    rowError,
    RowRefused,
    unsupportedObject
} from './rowErrors.ts';
import { column, tablePlan } from './tablePlan.ts';

/** The checks every record passes before it is written, in Salesforce's order. */

export function knownObject(context: DmlContext, name: string): ObjectSchema {
    const object = context.schema.object(name);
    if (!object || !context.rights.object(object).read) {
        throw new RowRefused(unsupportedObject(name));
    }
    return object;
}

/**
 * @param changed fields that have a new value; all of a new record's
 * @param before the stored record, for an update
 * @throws RowRefused
 */
export function checkRow(
    context: DmlContext,
    object: ObjectSchema,
    row: StoredRow,
    changed: { has(field: FieldSchema): boolean },
    before?: StoredRow
): void {
    const plan = tablePlan(object);
    const missing = plan.required.filter((field) => row[column(field)] === null);
    if (object.fields.has('ownerid') && row.ownerid === null) {
        missing.push(object.fields.get('ownerid')!);
    }
    if (missing.length > 0) {
        throw new RowRefused(requiredMissing(missing.map((field) => field.apiName)));
    }
    for (const field of plan.references) {
        const id = row[column(field)];
        if (id !== null && changed.has(field)) checkParent(context, field, String(id));
    }
    const broken = brokenRules(context, object, row, before);
    if (broken.length > 0) {
        throw new RowRefused(
            ...broken.map(({ message, field }) =>
                rowError('FIELD_CUSTOM_VALIDATION_EXCEPTION', message, field ? [field] : [])
            )
        );
    }
    checkUnique(context, object, row, changed);
    if (object.apiName === 'PermissionSetAssignment') checkAssignedOnce(context, row);
}

function checkUnique(
    { store }: DmlContext,
    object: ObjectSchema,
    row: StoredRow,
    changed: { has(field: FieldSchema): boolean }
): void {
    for (const field of tablePlan(object).unique) {
        const value = row[column(field)];
        if (value === null || !changed.has(field)) continue;
        const sql = `SELECT id FROM ${quoted(object.apiName)} WHERE ${quoted(field.apiName)} = ? LIMIT 2`;
        const other = store.all(sql, [value]).find(({ id }) => id !== row.id);
        if (!other) continue;
        if (object.apiName === 'User' && field.apiName === 'Username') {
            throw new RowRefused(
                rowError(
                    'DUPLICATE_USERNAME',
                    'Duplicate Username. Another user has already selected this username. ' +
                        'Please select another.',
                    ['Username']
                )
            );
        }
        throw new RowRefused(duplicateValue(field, String(other.id)));
    }
}

function checkAssignedOnce({ store }: DmlContext, row: StoredRow): void {
    const other = store.first(
        'SELECT id FROM permissionsetassignment WHERE assigneeid = ? AND permissionsetid = ?',
        [row.assigneeid, row.permissionsetid]
    );
    if (!other || other.id === row.id) return;
    throw new RowRefused(
        rowError(
            'DUPLICATE_VALUE',
            `Duplicate PermissionSetAssignment. Assignee: ${row.assigneeid}; ` +
                `Permission Set: ${row.permissionsetid}`,
            ['PermissionSetId', 'AssigneeId']
        )
    );
}
