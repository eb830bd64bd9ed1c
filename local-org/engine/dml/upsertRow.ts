import type { SaveOperation } from '../types.ts';
import { createRow } from './createRow.ts';
import type { DmlContext } from './dmlContext.ts';
import { idsByKey, isRecordKey } from './references.ts';
import { knownObject } from './rowChecks.ts';
import { noSuchColumn, rowError, RowRefused, severalFound } from './rowErrors.ts';
import { updateRow } from './updateRow.ts';
import { toStored } from './values.ts';

type Upsert = Extract<SaveOperation, { kind: 'upsert' }>;

/** Creates, or updates the one record with this external id. @throws RowRefused */
export function upsertRow(
    context: DmlContext,
    operation: Upsert
): { id: string; created: boolean } {
    const object = knownObject(context, operation.object);
    const name = operation.externalIdField;
    const field = object.fields.get(name.toLowerCase());
    if (!field || !context.rights.canRead(object, field)) {
        throw new RowRefused(noSuchColumn(object, name));
    }
    if (!isRecordKey(field)) {
        throw new RowRefused(
            rowError(
                'INVALID_FIELD',
                `Field name provided, ${name} does not match an External ID, Salesforce Id, or ` +
                    `indexed field for ${object.apiName}`
            )
        );
    }
    const values = withoutKey(operation.values, name);
    if (field.type === 'id') {
        return operation.externalId === ''
            ? { id: createRow(context, object.apiName, values), created: true }
            : {
                  id: updateRow(context, object.apiName, operation.externalId, values),
                  created: false
              };
    }
    const key = toStored(field, operation.externalId);
    if (key === null) {
        throw new RowRefused(
            rowError('MISSING_ARGUMENT', `${field.apiName} not specified`, [field.apiName])
        );
    }
    const ids = idsByKey(context, object, field, key);
    if (ids.length > 1) throw new RowRefused(severalFound(ids));
    if (ids.length === 1) {
        return { id: updateRow(context, object.apiName, ids[0], values), created: false };
    }
    const withKey = { ...values, [field.apiName]: operation.externalId };
    return { id: createRow(context, object.apiName, withKey), created: true };
}

/** The key comes with the operation; a copy of it among the values says nothing new. */
function withoutKey(values: Upsert['values'], name: string): Upsert['values'] {
    return Object.fromEntries(
        Object.entries(values).filter(([key]) => key.toLowerCase() !== name.toLowerCase())
    );
}
