import type { Stored, StoredRow } from '../store/store.ts';
import type { FieldSchema, ObjectSchema, OrgRecord } from '../types.ts';

/** Stored rows as the REST API shows them. */

const SOBJECTS_PATH = '/services/data/v66.0/sobjects';

export function attributesOf(object: ObjectSchema, id: Stored): OrgRecord['attributes'] {
    return { type: object.apiName, url: `${SOBJECTS_PATH}/${object.apiName}/${id}` };
}

export function toRecord(
    object: ObjectSchema,
    row: StoredRow,
    fields: Iterable<FieldSchema>
): OrgRecord {
    const record: OrgRecord = { attributes: attributesOf(object, row.id) };
    for (const field of fields) record[field.apiName] = shown(object, field, row);
    return record;
}

function shown(object: ObjectSchema, field: FieldSchema, row: StoredRow): unknown {
    if (field.type === 'address') return address(object, field, row);
    const value = row[field.apiName.toLowerCase()];
    return field.type === 'boolean' ? value === 1 : value;
}

/** A compound address: its parts by their names without the prefix; null when all are blank. */
function address(object: ObjectSchema, compound: FieldSchema, row: StoredRow): unknown {
    const prefix = compound.apiName.replace(/Address$/, '').length;
    const parts: Record<string, Stored> = { geocodeAccuracy: null };
    for (const field of object.fields.values()) {
        if (field.compoundField !== compound.apiName) continue;
        const name = field.apiName.slice(prefix);
        parts[name[0].toLowerCase() + name.slice(1)] = row[field.apiName.toLowerCase()];
    }
    return Object.values(parts).some((part) => part !== null) ? parts : null;
}
