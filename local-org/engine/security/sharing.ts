import type { Store, Stored, StoredRow } from '../store/store.ts';
import { quoted } from '../store/tables.ts';
import type { FieldSchema, ObjectSchema, OrgSchema } from '../types.ts';
import type { Rights } from './rights.ts';

/** Which records of an object a user reaches: by owner, by the organisation-wide default, by the master. */

export interface Condition {
    readonly sql: string;
    readonly params: readonly Stored[];
}

/** What a user may do with one record, sharing alone considered. */
export interface RecordAccess {
    readonly read: boolean;
    readonly edit: boolean;
    readonly delete: boolean;
}

const NOTHING: RecordAccess = { read: false, edit: false, delete: false };
const EVERYTHING: RecordAccess = { read: true, edit: true, delete: true };

/**
 * Condition that a row of `alias` is visible; undefined when every row is.
 * @param alias the table's name in the query, quoted where it must be
 */
export function visibleRows(
    schema: OrgSchema,
    rights: Rights,
    object: ObjectSchema,
    alias: string
): Condition | undefined {
    if (rights.object(object).viewAll) return undefined;
    if (object.sharingModel === 'Private') {
        return { sql: `${alias}.ownerid = ?`, params: [rights.userId] };
    }
    if (object.sharingModel !== 'ControlledByParent') return undefined;

    const conditions = masterFields(object).flatMap((field) => {
        const master = masterOf(schema, field);
        // A detail is out of reach when its master's object is.
        if (!rights.object(master).read) return [{ sql: '0', params: [] }];
        const visible = visibleRows(schema, rights, master, 'm');
        if (!visible) return [];
        const masters = `SELECT m.id FROM ${quoted(master.apiName)} m WHERE ${visible.sql}`;
        return [
            { sql: `${alias}.${quoted(field.apiName)} IN (${masters})`, params: visible.params }
        ];
    });
    if (conditions.length === 0) return undefined;
    return {
        sql: conditions.map(({ sql }) => sql).join(' AND '),
        params: conditions.flatMap(({ params }) => params)
    };
}

/** Access to one stored record. */
export function recordAccess(
    store: Store,
    schema: OrgSchema,
    rights: Rights,
    object: ObjectSchema,
    row: StoredRow
): RecordAccess {
    const { viewAll, modifyAll } = rights.object(object);
    if (modifyAll) return EVERYTHING;
    if (object.sharingModel === 'ControlledByParent') {
        return accessThroughMasters(store, schema, rights, object, row, viewAll);
    }
    const owned = object.fields.has('ownerid');
    if (!owned || row.ownerid === rights.userId) return EVERYTHING;
    switch (object.sharingModel) {
        case 'Private':
            return viewAll ? { ...NOTHING, read: true } : NOTHING;
        case 'Read':
            return { ...NOTHING, read: true };
        case 'ReadWrite':
            // Public read/write does not let others delete.
            return { read: true, edit: true, delete: false };
    }
}

/**
 * Whoever may change the master may change and delete its details; where the field asks for no
 * more, whoever may read it.
 */
function accessThroughMasters(
    store: Store,
    schema: OrgSchema,
    rights: Rights,
    object: ObjectSchema,
    row: StoredRow,
    viewAll: boolean
): RecordAccess {
    const masters = masterFields(object).map((field) => {
        const master = masterOf(schema, field);
        const id = row[field.apiName.toLowerCase()];
        const masterRow = store.first(`SELECT * FROM ${quoted(master.apiName)} WHERE id = ?`, [id]);
        if (!masterRow || !rights.object(master).read) return NOTHING;
        const access = recordAccess(store, schema, rights, master, masterRow);
        return { ...access, edit: field.writeRequiresMasterRead ? access.read : access.edit };
    });
    const edit = masters.every((access) => access.edit);
    return { read: viewAll || masters.every((access) => access.read), edit, delete: edit };
}

export function masterFields(object: ObjectSchema): FieldSchema[] {
    return [...object.fields.values()].filter((field) => field.masterDetail);
}

function masterOf(schema: OrgSchema, field: FieldSchema): ObjectSchema {
    return schema.object(field.referenceTo[0])!;
}
