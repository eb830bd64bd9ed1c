import type { SaveState } from 'c/callbackSaveProgress';
import {
    numberChange,
    saveRows,
    type NumberFields,
    type NumberView,
    type RowResult,
    type SaveOptions
} from 'c/callbackSetupData';
import { WORDS } from './words';

/** A number and what is to be said of it. */
export interface Edit {
    readonly number: NumberView;
    readonly fields: NumberFields;
}

/** What became of the edits that change anything. */
export interface Saved {
    readonly numbers: readonly NumberView[];
    readonly results: readonly RowResult[];
}

export async function saveEdits(edits: readonly Edit[], options: SaveOptions): Promise<Saved> {
    const changes = edits.flatMap(({ number, fields }) => {
        const change = numberChange(number.record, fields);
        return change ? [{ number, change }] : [];
    });
    return {
        numbers: changes.map(({ number }) => number),
        results: await saveRows(
            changes.map(({ change }) => change),
            options
        )
    };
}

export function saveStateOf({ numbers, results }: Saved): SaveState {
    const failures = results.flatMap((result, at) => {
        const reason = reasonOf(result);
        const { label, number } = numbers[at];
        return reason === undefined ? [] : [{ name: `${label} ${number}`, reason }];
    });
    const total = results.length;
    return { kind: 'saved', saved: total - failures.length, total, failures };
}

/** For lightning-datatable: what is wrong in which row. */
export function tableErrors({ numbers, results }: Saved): object | undefined {
    const rows = results.flatMap((result, at) => {
        const reason = reasonOf(result);
        return reason === undefined
            ? []
            : [[numbers[at].id, { title: WORDS.notSaved, messages: [reason], fieldNames: [] }]];
    });
    return rows.length > 0 ? { rows: Object.fromEntries(rows) } : undefined;
}

/** Why a change was not saved; undefined where it was. */
function reasonOf(result: RowResult): string | undefined {
    switch (result.kind) {
        case 'saved':
            return undefined;
        case 'refused':
        case 'unknown':
            return result.errors.join(' ');
        case 'conflict':
            return WORDS.conflict;
        case 'notTried':
            return WORDS.notSaved;
    }
}
