import { recordId } from '../store/sequences.ts';
import type { Values } from '../types.ts';
import { newRow, numberRecord } from './defaults.ts';
import { deriveFields } from './derivedFields.ts';
import type { DmlContext } from './dmlContext.ts';
import { readInput } from './fieldInput.ts';
import { checkRow, knownObject } from './rowChecks.ts';
import { rowError, RowRefused } from './rowErrors.ts';
import { column, tablePlan } from './tablePlan.ts';

const EVERY_FIELD = { has: () => true };

/** @returns the new record's id. @throws RowRefused */
export function createRow(context: DmlContext, objectName: string, values: Values): string {
    const object = knownObject(context, objectName);
    const { rights, store, sequences } = context;
    if (!rights.object(object).create) {
        throw new RowRefused(
            rowError(
                'INSUFFICIENT_ACCESS_OR_READONLY',
                `entity type cannot be inserted: ${object.label}`
            )
        );
    }
    const input = readInput(context, object, values, (field) => rights.canCreate(object, field));
    const row = newRow(context, object, input);
    for (const [field, value] of input) row[column(field)] = value;
    // An owner of null is no owner chosen.
    if (object.fields.has('ownerid')) row.ownerid ??= rights.userId;
    deriveFields(object, row, context.moment);
    checkRow(context, object, row, EVERY_FIELD);
    numberRecord(context, object, row);
    const id = recordId(object.keyPrefix, sequences.next(object.apiName));
    row.id = id;
    const plan = tablePlan(object);
    store.run(
        plan.insertSql,
        plan.columns.map((name) => row[name])
    );
    context.changes.push({ kind: 'create', object: object.apiName, id });
    return id;
}
