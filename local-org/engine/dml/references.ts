import { isId, to18 } from '../../ids.ts';
import { recordAccess } from '../security/sharing.ts';
import type { Stored, StoredRow } from '../store/store.ts';
import { quoted } from '../store/tables.ts';
import type { FieldSchema, ObjectSchema } from '../types.ts';
import type { DmlContext } from './dmlContext.ts';
import {
    foreignKeyNotFound,
    noSuchColumn,
    recordDeleted,
    referenceOutOfReach,
    rowError,
    RowRefused,
    severalFound,
    unknownReference,
    wrongIdType,
    wrongJson
} from './rowErrors.ts';
import { toStored } from './values.ts';

/** Lookups: by id, or by an external id of the parent in a nested object. */

/** @returns the 18-character id, or null. @throws RowRefused MALFORMED_ID, FIELD_INTEGRITY_EXCEPTION */
export function referenceId(context: DmlContext, field: FieldSchema, value: unknown): Stored {
    if (value === null || value === undefined || value === '') return null;
    if (typeof value !== 'string') throw new RowRefused(wrongJson('string', value));
    if (!isId(value)) throw new RowRefused(wrongIdType(field, value));
    const parent = context.schema.objectOfId(value);
    if (!parent || !field.referenceTo.includes(parent.apiName)) {
        throw new RowRefused({
            ...wrongIdType(field, value),
            statusCode: 'FIELD_INTEGRITY_EXCEPTION'
        });
    }
    return to18(value);
}

/** `"Callback_Number__r": {"Number__c": "+44…"}` → the parent's id. */
export function referenceByExternalId(
    context: DmlContext,
    object: ObjectSchema,
    field: FieldSchema,
    value: unknown
): Stored {
    if (value === null) return null;
    if (typeof value !== 'object' || Array.isArray(value)) {
        throw new RowRefused(wrongJson(field.referenceTo[0], value));
    }
    const parent = context.schema.object(field.referenceTo[0])!;
    const given = Object.entries(value).filter(([name]) => name.toLowerCase() !== 'attributes');
    const [name, key] = given[0] ?? ['', null];
    const keyField = parent.fields.get(name.toLowerCase());
    if (!keyField || !context.rights.canRead(parent, keyField)) {
        throw new RowRefused(noSuchColumn(parent, name));
    }
    if (given.length > 1 || !isRecordKey(keyField)) {
        throw new RowRefused(
            rowError(
                'INVALID_FIELD',
                `${field.relationshipName} must name exactly one external id field of ` +
                    `${parent.apiName}`,
                [field.apiName]
            )
        );
    }
    const ids = idsByKey(context, parent, keyField, toStored(keyField, key));
    if (ids.length > 1) throw new RowRefused(severalFound(ids));
    if (ids.length === 0) throw new RowRefused(foreignKeyNotFound(key, keyField.apiName, object));
    return ids[0];
}

/** May say which record is meant in an upsert or a nested object. */
export function isRecordKey(field: FieldSchema): boolean {
    return field.externalId || Boolean(field.idLookup) || field.type === 'id';
}

/** At most a handful: more than one is a refusal that names them. */
export function idsByKey(
    { store }: DmlContext,
    object: ObjectSchema,
    field: FieldSchema,
    value: Stored
): string[] {
    if (value === null) return [];
    const sql = `SELECT id FROM ${quoted(object.apiName)} WHERE ${quoted(field.apiName)} = ? LIMIT 10`;
    const text = String(value);
    const key = field.type === 'id' && isId(text) ? to18(text) : value;
    return store.all(sql, [key]).map((row) => String(row.id));
}

/** The parent exists, and this user may point to it; to a master only who may change it, unless the field asks for no more than reading. */
export function checkParent(context: DmlContext, field: FieldSchema, id: string): void {
    const { rights, schema, store } = context;
    const parent = schema.objectOfId(id)!;
    const row = parentRow(context, parent, id);
    if (!row) {
        const deleted = store.first('SELECT 1 FROM "_deleted" WHERE id = ?', [id]);
        throw new RowRefused(deleted ? recordDeleted() : unknownReference(field));
    }
    const access = recordAccess(store, schema, rights, parent, row);
    const needsEdit = field.masterDetail && !field.writeRequiresMasterRead;
    const allowed = needsEdit ? access.edit : access.read;
    if (!rights.object(parent).read || !allowed) {
        throw new RowRefused(referenceOutOfReach(field, id));
    }
    if (field.apiName === 'OwnerId' && row.isactive !== 1) {
        throw new RowRefused(
            rowError('INACTIVE_OWNER_OR_USER', 'owner or user is inactive.', [field.apiName])
        );
    }
}

export function parentRow(context: DmlContext, parent: ObjectSchema, id: string): StoredRow | null {
    const known = context.parents.get(id);
    if (known !== undefined) return known;
    const sql = `SELECT * FROM ${quoted(parent.apiName)} WHERE id = ?`;
    const row = context.store.first(sql, [id]) ?? null;
    context.parents.set(id, row);
    return row;
}
