import { quoted } from '../store/tables.ts';
import type { FieldSchema, ObjectSchema, OrgSchema } from '../types.ts';
import type { DmlContext } from './dmlContext.ts';
import {
    noAccessToRecord,
    recordNotFound,
    rowError,
    RowRefused,
    unsupportedObject
} from './rowErrors.ts';
import { requireAccess, storedRecord } from './updateRow.ts';

/** Deletes a record and does with the records that point to it what their fields say. @throws RowRefused */
export function deleteRow(context: DmlContext, id: string): string {
    const object = context.schema.objectOfId(id);
    if (!object) throw new RowRefused(recordNotFound());
    const { rights } = context;
    if (!rights.object(object).read) throw new RowRefused(unsupportedObject(object.apiName));
    const row = storedRecord(context, object, id);
    if (!rights.object(object).delete) throw new RowRefused(noAccessToRecord());
    requireAccess(context, object, row, 'delete');
    if (object.apiName === 'User' || object.apiName === 'Organization') {
        throw new RowRefused(
            rowError(
                'INVALID_TYPE_FOR_OPERATION',
                `entity type cannot be deleted: ${object.label}. Deactivate the user instead.`
            )
        );
    }
    remove(context, object, String(row.id));
    return String(row.id);
}

/** Details go with their master, whoever owns them. */
function remove(context: DmlContext, object: ObjectSchema, id: string): void {
    for (const { child, field } of childrenOf(context.schema, object)) {
        const sql = `SELECT id FROM ${quoted(child.apiName)} WHERE ${quoted(field.apiName)} = ?`;
        const ids = context.store.all(sql, [id]).map((row) => String(row.id));
        if (ids.length === 0) continue;
        if (field.onParentDelete === 'cascade') ids.forEach((one) => remove(context, child, one));
        else if (field.onParentDelete === 'restrict') throw new RowRefused(restricted(child, ids));
        else clear(context, child, field, id, ids);
    }
    context.store.run(`DELETE FROM ${quoted(object.apiName)} WHERE id = ?`, [id]);
    context.store.run('INSERT OR REPLACE INTO "_deleted" (id) VALUES (?)', [id]);
    context.parents.delete(id);
    context.changes.push({ kind: 'delete', object: object.apiName, id });
}

function clear(
    context: DmlContext,
    child: ObjectSchema,
    field: FieldSchema,
    parentId: string,
    ids: readonly string[]
): void {
    const name = quoted(field.apiName);
    context.store.run(
        `UPDATE ${quoted(child.apiName)} SET ${name} = NULL, systemmodstamp = ? WHERE ${name} = ?`,
        [context.moment, parentId]
    );
    for (const id of ids) {
        context.parents.delete(id);
        context.changes.push({ kind: 'update', object: child.apiName, id });
    }
}

function restricted(child: ObjectSchema, ids: readonly string[]) {
    return rowError(
        'DELETE_FAILED',
        'Your attempt to delete this record could not be completed because it is associated with ' +
            `the following ${child.labelPlural.toLowerCase()}: ${ids.slice(0, 10).join(', ')}`
    );
}

interface Child {
    readonly child: ObjectSchema;
    readonly field: FieldSchema;
}

const children = new WeakMap<ObjectSchema, readonly Child[]>();

/** Fields that say what happens when a record of this object is deleted. */
function childrenOf(schema: OrgSchema, object: ObjectSchema): readonly Child[] {
    let list = children.get(object);
    if (!list) {
        list = [...schema.objects.values()].flatMap((child) =>
            [...child.fields.values()]
                .filter(
                    (field) => field.onParentDelete && field.referenceTo.includes(object.apiName)
                )
                .map((field) => ({ child, field }))
        );
        children.set(object, list);
    }
    return list;
}
