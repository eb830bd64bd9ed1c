import { isId, to18 } from '../../ids.ts';
import { recordAccess, type RecordAccess } from '../security/sharing.ts';
import type { StoredRow } from '../store/store.ts';
import { quoted } from '../store/tables.ts';
import type { ObjectSchema, Values } from '../types.ts';
import { deriveFields } from './derivedFields.ts';
import type { DmlContext } from './dmlContext.ts';
import { readInput } from './fieldInput.ts';
import { checkRow, knownObject } from './rowChecks.ts';
import {
    noAccessToRecord,
    recordDeleted,
    recordNotFound,
    rowError,
    RowRefused
} from './rowErrors.ts';
import { column, tablePlan } from './tablePlan.ts';

/** @throws RowRefused */
export function updateRow(
    context: DmlContext,
    objectName: string,
    id: string,
    values: Values
): string {
    const object = knownObject(context, objectName);
    const { rights, store } = context;
    const before = storedRecord(context, object, id);
    if (!rights.object(object).edit) throw new RowRefused(noAccessToRecord());
    requireAccess(context, object, before, 'edit');

    const input = readInput(context, object, values, (field) => rights.canUpdate(object, field));
    const row: StoredRow = { ...before };
    for (const [field, value] of input) row[column(field)] = value;
    row.lastmodifieddate = row.systemmodstamp = context.moment;
    row.lastmodifiedbyid = rights.userId;
    deriveFields(object, row, context.moment);

    const changed = tablePlan(object).stored.filter(
        (field) => row[column(field)] !== before[column(field)]
    );
    checkRow(context, object, row, new Set(changed), before);
    const recordKey = String(before.id);
    if (changed.length > 0) {
        const places = changed.map((field) => `${quoted(field.apiName)} = ?`).join(', ');
        store.run(`UPDATE ${quoted(object.apiName)} SET ${places} WHERE id = ?`, [
            ...changed.map((field) => row[column(field)]),
            recordKey
        ]);
        context.parents.delete(recordKey);
    }
    context.changes.push({ kind: 'update', object: object.apiName, id: recordKey });
    return recordKey;
}

/** @throws RowRefused MALFORMED_ID, ENTITY_IS_DELETED, NOT_FOUND */
export function storedRecord(context: DmlContext, object: ObjectSchema, id: string): StoredRow {
    if (!isId(id)) {
        throw new RowRefused(rowError('MALFORMED_ID', `malformed id ${id}`, ['Id']));
    }
    const recordKey = to18(id);
    const sql = `SELECT * FROM ${quoted(object.apiName)} WHERE id = ?`;
    const row = context.store.first(sql, [recordKey]);
    if (row) return row;
    const deleted = context.store.first('SELECT 1 FROM "_deleted" WHERE id = ?', [recordKey]);
    throw new RowRefused(deleted ? recordDeleted() : recordNotFound());
}

export function requireAccess(
    context: DmlContext,
    object: ObjectSchema,
    row: StoredRow,
    right: keyof RecordAccess
): void {
    const access = recordAccess(context.store, context.schema, context.rights, object, row);
    if (access[right]) return;
    throw new RowRefused(
        access.read
            ? noAccessToRecord()
            : rowError(
                  'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
                  'insufficient access rights on cross-reference id'
              )
    );
}
