import { isId, to18 } from '../../ids.ts';
import { OrgError } from '../orgError.ts';
import type { Rights } from '../security/rights.ts';
import { recordAccess } from '../security/sharing.ts';
import type { Store, StoredRow } from '../store/store.ts';
import { quoted } from '../store/tables.ts';
import type { FieldSchema, ObjectSchema, OrgRecord, OrgSchema } from '../types.ts';
import { toRecord } from './records.ts';

/** Single records by id or by external id, as far as the user sees them. */

/** Who reads, and when. */
export interface Reader {
    readonly store: Store;
    readonly schema: OrgSchema;
    readonly rights: Rights;
    readonly now: Date;
}

/** @throws OrgError INVALID_TYPE, MALFORMED_ID, INVALID_FIELD, NOT_FOUND, ENTITY_IS_DELETED */
export function retrieve(
    reader: Reader,
    objectName: string,
    id: string,
    names?: readonly string[]
): OrgRecord {
    const object = readableObject(reader, objectName);
    const fields = names ? namedFields(reader, object, names) : allFields(reader, object);
    if (!isId(id)) throw new OrgError('MALFORMED_ID', `malformed id ${id}`);
    const key = to18(id);
    const sql = `SELECT * FROM ${quoted(object.apiName)} WHERE id = ?`;
    const row = reader.store.first(sql, [key]);
    if (row && isVisible(reader, object, row)) return toRecord(object, row, fields);
    if (!row && reader.store.first('SELECT 1 FROM "_deleted" WHERE id = ?', [key])) {
        throw new OrgError('ENTITY_IS_DELETED', 'entity is deleted', [], 404);
    }
    throw notFound();
}

/** @throws OrgError INVALID_TYPE, NOT_FOUND, DUPLICATE_EXTERNAL_ID (status 300) */
export function retrieveByExternalId(
    reader: Reader,
    objectName: string,
    name: string,
    value: string
): OrgRecord {
    const object = readableObject(reader, objectName);
    const field = object.fields.get(name.toLowerCase());
    if (!field || !(field.externalId || field.idLookup) || !reader.rights.canRead(object, field)) {
        throw new OrgError(
            'NOT_FOUND',
            `Provided external ID field does not exist or is not accessible: ${name}`,
            [],
            404
        );
    }
    const sql = `SELECT * FROM ${quoted(object.apiName)} WHERE ${quoted(field.apiName)} = ?`;
    const rows = reader.store
        .all(`${sql} LIMIT 2000`, [value])
        .filter((row) => isVisible(reader, object, row));
    if (rows.length > 1) {
        const ids = rows.map((row) => row.id).join(', ');
        throw new OrgError(
            'DUPLICATE_EXTERNAL_ID',
            `more than one record found for external id field: [${ids}]`,
            [],
            300
        );
    }
    if (rows.length === 0) throw notFound();
    return toRecord(object, rows[0], allFields(reader, object));
}

function readableObject({ schema, rights }: Reader, name: string): ObjectSchema {
    const object = schema.object(name);
    if (object && rights.object(object).read) return object;
    throw new OrgError('INVALID_TYPE', `sObject type '${name}' is not supported.`);
}

function allFields({ rights }: Reader, object: ObjectSchema): FieldSchema[] {
    return [...object.fields.values()].filter((field) => rights.canRead(object, field));
}

/** Salesforce adds the Id whether it is asked for or not. */
function namedFields(
    { rights }: Reader,
    object: ObjectSchema,
    names: readonly string[]
): FieldSchema[] {
    const fields = names.map((name) => {
        const field = object.fields.get(name.toLowerCase());
        if (field && rights.canRead(object, field)) return field;
        throw new OrgError(
            'INVALID_FIELD',
            `No such column '${name}' on sobject of type ${object.apiName}`
        );
    });
    return [...new Set([...fields, object.fields.get('id')!])];
}

function isVisible(
    { store, schema, rights }: Reader,
    object: ObjectSchema,
    row: StoredRow
): boolean {
    return recordAccess(store, schema, rights, object, row).read;
}

function notFound(): OrgError {
    return new OrgError('NOT_FOUND', 'The requested resource does not exist', [], 404);
}
