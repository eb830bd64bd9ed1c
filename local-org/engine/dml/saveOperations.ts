import type { SaveOperation, SaveResult } from '../types.ts';
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
    const twice = namedTwice(operations);
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
function namedTwice(operations: readonly SaveOperation[]): ReadonlyMap<number, RowError> {
    const errors = new Map<number, RowError>();
    if (operations.length < 2) return errors;
    const first = new Map<string, number>();
    operations.forEach((operation, index) => {
        const name = nameOf(operation);
        if (!name) return;
        const key = `${name.kind} ${name.value.toLowerCase()}`;
        const earlier = first.get(key);
        if (earlier === undefined) first.set(key, index);
        else {
            const error = rowError(
                'DUPLICATE_VALUE',
                `${name.message}: ${name.value}`,
                name.fields
            );
            errors.set(earlier, error).set(index, error);
        }
    });
    return errors;
}

function nameOf(operation: SaveOperation) {
    if (operation.kind === 'update') {
        // Ids that differ in case are different records.
        const value = operation.id.slice(0, 15);
        const kind = `id ${[...value].map((one) => (one === one.toLowerCase() ? 0 : 1)).join('')}`;
        return { kind, value, message: 'Duplicate id specified', fields: ['Id'] };
    }
    if (operation.kind === 'upsert' && operation.externalId !== '') {
        const { object, externalIdField, externalId: value } = operation;
        const kind = `${object} ${externalIdField}`.toLowerCase();
        return {
            kind,
            value,
            message: 'Duplicate external id specified',
            fields: [externalIdField]
        };
    }
    return undefined;
}
