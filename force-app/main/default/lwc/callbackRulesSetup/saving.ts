import conflict from '@salesforce/label/c.Callback_Setup_Rules_Save_Conflict';
import stopped from '@salesforce/label/c.Callback_Setup_Rules_Save_Stopped';
import unknown from '@salesforce/label/c.Callback_Setup_Rules_Save_Unknown';
import type { SaveFailure } from 'c/callbackSaveProgress';
import {
    readRules,
    savedRule,
    saveRows,
    type Ask,
    type RowChange,
    type RowResult,
    type SavedRule
} from 'c/callbackSetupData';
import { changesOf, formsOf, type Draft } from './draft';
import { filled } from './sentences';

export interface Saved {
    readonly total: number;
    readonly saved: number;
    readonly failures: readonly SaveFailure[];
    /** What the org said of the rule being edited; nothing where it was saved. */
    readonly editedErrors: readonly string[];
    /** The id of the rule being edited, once it is saved. */
    readonly editedId?: string;
}

export async function readSavedRules(ask: Ask): Promise<readonly SavedRule[]> {
    return (await readRules(ask)).map(savedRule);
}

/** Writes a draft; never rejects. */
export async function saveDraft(
    draft: Draft,
    options: {
        readonly ask: Ask;
        readonly signal: AbortSignal;
        onProgress(done: number, total: number): void;
    }
): Promise<Saved> {
    const changes = changesOf(draft);
    const results = await saveRows(changes, options);
    const created = results.find((_, at) => changes[at].kind === 'create');
    const names = new Map(
        [...draft.saved.map(({ form }) => form), ...formsOf(draft)].map(({ id, name }) => [
            id,
            name
        ])
    );
    const editedName = draft.edited?.name ?? '';
    const failures = results.flatMap((result, at): SaveFailure[] => {
        const reason = reasonOf(result);
        const change = changes[at];
        const name = change.kind === 'create' ? editedName : (names.get(change.id) ?? '');
        return reason === undefined ? [] : [{ name, reason }];
    });
    return {
        total: changes.length,
        saved: changes.length - failures.length,
        failures,
        editedId: created?.kind === 'saved' ? created.id : draft.edited?.id,
        editedErrors: results
            .filter((_, at) => concerns(changes[at], draft))
            .flatMap((result) => reasonOf(result) ?? [])
    };
}

function concerns(change: RowChange, { edited }: Draft): boolean {
    return edited !== undefined && (change.kind === 'create' || change.id === edited.id);
}

/** Undefined for what was saved. */
function reasonOf(result: RowResult): string | undefined {
    switch (result.kind) {
        case 'saved':
            return undefined;
        case 'refused':
            return result.errors.join(' ');
        case 'unknown':
            return filled(unknown, result.errors.join(' '));
        case 'conflict':
            return conflict;
        case 'notTried':
            return stopped;
    }
}
