import type { Stored } from '../store/store.ts';
import type { FieldSchema, ObjectSchema, Values } from '../types.ts';
import type { DmlContext } from './dmlContext.ts';
import { referenceByExternalId, referenceId } from './references.ts';
import { notWriteable, noSuchColumn, RowRefused, type RowError } from './rowErrors.ts';
import { tablePlan } from './tablePlan.ts';
import { toStored } from './values.ts';

/** Values as they will be stored, by field. */
export type Input = Map<FieldSchema, Stored>;

/**
 * What a client sent for one record, checked against schema and field rights and converted.
 * Everything wrong with the values of a row is said at once.
 * @throws RowRefused
 */
export function readInput(
    context: DmlContext,
    object: ObjectSchema,
    values: Values,
    mayWrite: (field: FieldSchema) => boolean
): Input {
    const input: Input = new Map();
    const locked: string[] = [];
    const errors: RowError[] = [];
    for (const [name, value] of Object.entries(values)) {
        if (name.toLowerCase() === 'attributes') continue;
        const { field, nested } = fieldNamed(object, name);
        if (!field || !context.rights.canRead(object, field)) {
            throw new RowRefused(noSuchColumn(object, name));
        }
        if (!mayWrite(field)) locked.push(field.apiName);
        else {
            try {
                input.set(field, stored(context, object, field, nested, value));
            } catch (error) {
                if (!(error instanceof RowRefused)) throw error;
                errors.push(...error.errors);
            }
        }
    }
    if (locked.length > 0) throw new RowRefused(notWriteable(locked));
    if (errors.length > 0) throw new RowRefused(...errors);
    return input;
}

function fieldNamed(
    object: ObjectSchema,
    name: string
): { field: FieldSchema | undefined; nested: boolean } {
    const key = name.toLowerCase();
    const field = object.fields.get(key);
    if (field) return { field, nested: false };
    return { field: tablePlan(object).byRelationship.get(key), nested: true };
}

function stored(
    context: DmlContext,
    object: ObjectSchema,
    field: FieldSchema,
    nested: boolean,
    value: unknown
): Stored {
    if (nested) return referenceByExternalId(context, object, field, value);
    return field.type === 'reference' ? referenceId(context, field, value) : toStored(field, value);
}
