import { createHash } from 'node:crypto';
import { OrgError } from '../engine/orgError.ts';
import type { FieldSchema, ObjectSchema, OrgRecord, OrgSchema } from '../engine/types.ts';
import { fieldValue } from './displayValue.ts';
import { parentOf } from './relationships.ts';

/** The shape in which the UI API gives a record, and the columns it needs. */

/** What every representation shows, asked for or not. */
const ALWAYS = ['Id', 'LastModifiedById', 'LastModifiedDate', 'SystemModstamp'];

/** Fields of an object and of its parents, by name, with what lies below. */
export type FieldTree = ReadonlyMap<string, FieldTree>;

/**
 * @param fields `Contact.Name`, `Contact.Account.Name`, …
 * @throws OrgError INVALID_FIELD for a name that starts with another object
 */
export function fieldTree(object: ObjectSchema, fields: readonly string[]): FieldTree {
    const tree = new Map<string, Map<string, never>>();
    for (const name of fields) {
        const [start, ...path] = name.split('.');
        if (start.toLowerCase() !== object.apiName.toLowerCase() || path.length === 0) {
            throw new OrgError(
                'INVALID_FIELD',
                `${name} must start with the name of the record's object: ${object.apiName}.${path.join('.')}`
            );
        }
        let level: Map<string, unknown> = tree;
        for (const part of path) {
            if (!level.has(part)) level.set(part, new Map());
            level = level.get(part) as Map<string, unknown>;
        }
    }
    return tree;
}

/** @throws OrgError INVALID_FIELD for a name that is neither field nor relationship */
export function columnsOf(
    schema: OrgSchema,
    object: ObjectSchema,
    tree: FieldTree,
    prefix = ''
): string[] {
    const columns = ALWAYS.filter((name) => object.fields.has(name.toLowerCase())).map(
        (name) => prefix + name
    );
    for (const [name, below] of tree) {
        const field = object.fields.get(name.toLowerCase());
        const parent = parentOf(schema, object, name);
        if (field && below.size === 0) columns.push(prefix + field.apiName);
        else if (parent && below.size > 0) {
            const path = `${prefix}${parent.field.relationshipName}.`;
            columns.push(...columnsOf(schema, parent.object, below, path));
        } else {
            throw new OrgError(
                'INVALID_FIELD',
                `No such column '${name}' on entity '${object.apiName}'`
            );
        }
    }
    return [...new Set(columns)];
}

export function representation(
    schema: OrgSchema,
    object: ObjectSchema,
    record: OrgRecord,
    tree: FieldTree
): Record<string, unknown> {
    const fields = [...tree].map(([name, below]) => {
        const field = object.fields.get(name.toLowerCase());
        if (field && below.size === 0) {
            return [field.apiName, fieldValue(field, record[field.apiName])] as const;
        }
        const parent = parentOf(schema, object, name)!;
        return [
            parent.field.relationshipName!,
            parentValue(schema, parent.object, record[parent.field.relationshipName!], below)
        ] as const;
    });
    const modstamp = String(record.SystemModstamp);
    return {
        apiName: object.apiName,
        childRelationships: {},
        eTag: createHash('md5')
            .update(JSON.stringify([record.Id, modstamp, fields]))
            .digest('hex'),
        fields: Object.fromEntries(fields),
        id: record.Id,
        lastModifiedById: record.LastModifiedById ?? null,
        lastModifiedDate: moment(object, record, 'LastModifiedDate'),
        recordTypeId: null,
        recordTypeInfo: null,
        systemModstamp: moment(object, record, 'SystemModstamp'),
        weakEtag: Date.parse(modstamp) || 0
    };
}

function parentValue(
    schema: OrgSchema,
    object: ObjectSchema,
    record: unknown,
    tree: FieldTree
): { value: unknown; displayValue: string | null } {
    if (record === null || record === undefined) return { value: null, displayValue: null };
    const parent = record as OrgRecord;
    const name = [...object.fields.values()].find((field: FieldSchema) => field.nameField);
    const displayValue = (name && parent[name.apiName]) ?? null;
    return {
        value: representation(schema, object, parent, tree),
        displayValue: displayValue === null ? null : String(displayValue)
    };
}

function moment(object: ObjectSchema, record: OrgRecord, name: string): unknown {
    const field = object.fields.get(name.toLowerCase());
    return field ? fieldValue(field, record[name]).value : null;
}
