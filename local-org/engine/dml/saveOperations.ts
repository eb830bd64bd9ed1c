import type { OrgSchema, SaveOperation, SaveResult } from '../types.ts';
import { createRow } from './createRow.ts';
import { deleteRow } from './deleteRow.ts';
import type { DmlContext } from './dmlContext.ts';
import { rolledBack, rowError, RowRefused, type RowError } from './rowErrors.ts';
import { updateRow } from './updateRow.ts';
import { upsertRow } from './upsertRow.ts';

class UndoAll extends Error {}

/** All rows in one transaction, each with an outcome of its own; see OrgSession.save. */
export function saveOperations(
    context: DmlContext,
    operations: readonly SaveOperation[],
    { allOrNone }: { allOrNone: boolean }
): SaveResult[] {
    const twice = namedTwice(context.schema, operations);
    let results: SaveResult[] = [];
    try {
        context.store.transaction(() => {
            results = operations.map((operation, index) => {
                const error = twice.get(index);
                return error ? refusal([error]) : saveRow(context, operation);
            });
            context.sequences.keep();
            if (allOrNone && results.some(({ success }) => !success)) throw new UndoAll();
        });
    } catch (error) {
        context.changes.length = 0;
        if (!(error instanceof UndoAll)) throw error;
        return results.map((result) => (result.success ? refusal([rolledBack()]) : result));
    }
    return results;
}

/** A create or update writes once, after all checks; only a delete can fail half-way. */
function saveRow(context: DmlContext, operation: SaveOperation): SaveResult {
    const changesBefore = context.changes.length;
    try {
        switch (operation.kind) {
            case 'create':
                return done(createRow(context, operation.object, operation.values), true);
            case 'update':
                return done(updateRow(context, operation.object, operation.id, operation.values));
            case 'upsert': {
                const { id, created } = upsertRow(context, operation);
                return done(id, created);
            }
            case 'delete':
                return done(context.store.transaction(() => deleteRow(context, operation.id)));
        }
    } catch (error) {
        if (!(error instanceof RowRefused)) throw error;
        context.changes.length = changesBefore;
        return refusal(error.errors);
    }
}

function done(id: string, created = false): SaveResult {
    return { id, success: true, created, errors: [] };
}

function refusal(errors: readonly RowError[]): SaveResult {
    return { success: false, errors };
}

/** One call may name a record once: neither the first nor the second is then saved. */
function namedTwice(
    schema: OrgSchema,
    operations: readonly SaveOperation[]
): ReadonlyMap<number, RowError> {
    const errors = new Map<number, RowError>();
    if (operations.length < 2) return errors;
    const rows = new Map<string, { index: number; error: RowError }>();
    operations.forEach((operation, index) => {
        const name = nameOf(schema, operation);
        if (!name) return;
        const earlier = rows.get(name.key);
        if (earlier) errors.set(earlier.index, earlier.error).set(index, name.error);
        else rows.set(name.key, { index, error: name.error });
    });
    return errors;
}

/** The record an operation names, and what is said when another names it too. */
function nameOf(
    schema: OrgSchema,
    operation: SaveOperation
): { key: string; error: RowError } | undefined {
    if (operation.kind === 'update') {
        const { id } = operation;
        const error = rowError('DUPLICATE_VALUE', `Duplicate id specified: ${id}`, ['Id']);
        return { key: id.slice(0, 15), error };
    }
    if (operation.kind !== 'upsert' || operation.externalId === '') return undefined;
    const { object, externalIdField, externalId } = operation;
    const field = schema.object(object)?.fields.get(externalIdField.toLowerCase());
    if (!field || field.type === 'id') return undefined;
    const value = field.caseSensitive ? externalId : externalId.toLowerCase();
    return {
        key: `${object.toLowerCase()} ${field.apiName} ${value}`,
        error: rowError('DUPLICATE_VALUE', `Duplicate external id specified: ${externalId}`, [
            field.apiName
        ])
    };
}
