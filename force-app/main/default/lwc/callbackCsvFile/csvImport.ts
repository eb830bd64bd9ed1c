import { rowsChecked, type CsvParser, type CsvRow, type RowCheck } from 'c/callbackCsv';
import type { CsvImportState } from 'c/callbackCsvImport';
import { reduceErrors } from 'c/callbackErrors';
import { createBreath } from './breath';
import { readCsvFile } from './readCsvFile';
import { countsOf, failedOf } from './results';
import type { ImportItem, ImportKind } from './types';

/** The events of `c-callback-csv-import`, one method each. */
export interface CsvImport {
    choose(file: File): Promise<void>;
    confirm(): Promise<void>;
    cancel(): void;
    again(): void;
}

const ROWS_AT_A_TIME = 100;

/**
 * @param papa where the parser comes from; asked for with the first file
 * @param show told every state, `choose` first
 */
export function createCsvImport<Name extends string, Record, Item extends ImportItem>(
    kind: ImportKind<Name, Record, Item>,
    papa: () => Promise<CsvParser>,
    show: (state: CsvImportState) => void
): CsvImport {
    let current: CsvImportState = { kind: 'choose' };
    let items: readonly Item[] = [];
    let rows: readonly CsvRow<Name>[] = [];
    let stop = new AbortController();

    const go = (state: CsvImportState) => {
        current = state;
        show(state);
    };
    const begin = () => {
        stop.abort();
        stop = new AbortController();
        go({ kind: 'choose' });
    };

    async function choose(file: File): Promise<void> {
        if (current.kind === 'saving') {
            return;
        }
        stop.abort();
        stop = new AbortController();
        const { signal } = stop;
        const { name: fileName } = file;
        const tell = (done: number, total: number) => {
            if (!signal.aborted) {
                go({ kind: 'reading', fileName, done, total });
            }
        };
        tell(0, 1);
        try {
            const state = await read(file, tell, signal);
            if (!signal.aborted) {
                go(state);
            }
        } catch (error) {
            if (!signal.aborted) {
                go({ kind: 'refused', fileName, problems: [], errors: reduceErrors(error) });
            }
        }
    }

    async function read(
        file: File,
        tell: (done: number, total: number) => void,
        signal: AbortSignal
    ): Promise<CsvImportState> {
        const { name: fileName } = file;
        const result = await readCsvFile(file, kind.columns, await papa());
        if (result.kind === 'refused') {
            return { kind: 'refused', fileName, problems: result.problems };
        }
        const { check, plan } = await kind.prepare();
        const checked = await checkSlowly(result.rows, check, tell, signal);
        if (signal.aborted) {
            return { kind: 'choose' };
        }
        rows = result.rows;
        items = plan(checked.records).toSorted((one, other) => one.row - other.row);
        return { kind: 'preview', fileName, changes: items, problems: checked.problems, rows };
    }

    async function confirm(): Promise<void> {
        if (current.kind !== 'preview') {
            return;
        }
        const { signal } = stop;
        const todo = items.filter(({ action }) => action !== 'same');
        const tell = (done: number, total: number) =>
            go({ kind: 'saving', done, total, cancelling: signal.aborted });
        tell(0, todo.length);
        const results = await kind.save(todo, { onProgress: tell, signal });
        const same = items.length - todo.length;
        go({
            kind: 'done',
            counts: countsOf(todo, results, same),
            failed: failedOf(todo, results, rows),
            cancelled: signal.aborted
        });
    }

    function cancel(): void {
        if (current.kind === 'saving') {
            stop.abort();
            go({ ...current, cancelling: true });
        } else {
            begin();
        }
    }

    begin();
    return { choose, confirm, cancel, again: begin };
}

/** Says what it has come to, and lets the page breathe. */
async function checkSlowly<Name extends string, Record>(
    rows: readonly CsvRow<Name>[],
    check: RowCheck<Name, Record>,
    tell: (done: number, total: number) => void,
    signal: AbortSignal
) {
    const checked = rowsChecked(check);
    const breathe = createBreath();
    for (let at = 0; at < rows.length && !signal.aborted; at += ROWS_AT_A_TIME) {
        checked.add(rows.slice(at, at + ROWS_AT_A_TIME));
        // eslint-disable-next-line no-await-in-loop -- the pieces follow one another
        await breathe(() => tell(Math.min(at + ROWS_AT_A_TIME, rows.length), rows.length));
    }
    return checked.result();
}
