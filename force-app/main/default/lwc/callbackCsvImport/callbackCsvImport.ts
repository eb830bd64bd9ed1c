import { LightningElement, api } from 'lwc';
import type { CsvColumn } from 'c/callbackCsv';
import { download } from 'c/callbackDownload';
import { explanationOf } from './columnWords';
import { sentenceOfFile } from './fileSentences';
import { filled } from 'c/callbackLabel';
import { failedReport, problemReport, template } from './reports';
import { sentenceOfFailed, sentenceOfRow } from './rowSentences';
import { countsAfter, countsBefore, tableOf } from './summary';
import type { CsvImportState } from './types';
import { WORDS, more, rowsTitle, rowsTitleAll, savedOf, titleOf } from './words';

export type { CsvImportState, FailedRow, PreviewRow, SaveCounts } from './types';

const MOST_SHOWN = 50;

/**
 * Presentational. An import from choosing the file to what became of each row. A panel inside
 * the page; the container opens and removes it.
 *
 * `filechosen` with `{ file }`; `confirm`: write what the preview shows; `cancel`: the file, or
 * while it is saving, the rest; `again`: with another file, or the same.
 */
export default class CallbackCsvImport extends LightningElement {
    /** What is imported: heading of the panel. */
    @api override title = '';
    /** Those that a file may have; they are explained, and make the template. */
    @api columns: readonly CsvColumn[] = [];

    @api
    get state(): CsvImportState {
        return this.current;
    }
    set state(state: CsvImportState | undefined) {
        const next = state ?? { kind: 'choose' };
        // Whoever works elsewhere in the page meanwhile is left there.
        this.takesFocus ||=
            placeOf(next) !== placeOf(this.current) && Boolean(this.template?.activeElement);
        this.current = next;
    }

    current: CsvImportState = { kind: 'choose' };
    words = WORDS;

    private takesFocus = false;

    override renderedCallback(): void {
        if (this.takesFocus) {
            this.takesFocus = false;
            // What was pressed is gone: without this the keyboard would begin at the top of the page.
            this.template?.querySelector<HTMLElement>('.state-title')?.focus();
        }
    }

    get stateTitle(): string {
        return titleOf(this.current);
    }
    /** For those who do not see it, and whose focus is elsewhere. */
    get announced(): string {
        const { current } = this;
        switch (current.kind) {
            case 'preview':
                return [this.stateTitle, ...countsBefore(current)].join('. ');
            case 'done':
                return [this.stateTitle, ...countsAfter(current)].join('. ');
            case 'saving':
                // Every quarter: more would drown the rest of the page.
                return `${this.stateTitle} ${Math.floor(percentOf(current) / 25) * 25} %`;
            default:
                return this.stateTitle;
        }
    }
    get choose() {
        return this.current.kind === 'choose' && { columns: this.explained };
    }
    get reading() {
        return this.current.kind === 'reading' && { percent: percentOf(this.current) };
    }
    get refused() {
        return (
            this.current.kind === 'refused' && {
                sentences: [
                    ...this.current.problems.map(sentenceOfFile),
                    ...(this.current.errors ?? [])
                ].map((sentence, key) => ({ key, sentence }))
            }
        );
    }
    get preview() {
        const { current, columns } = this;
        if (current.kind !== 'preview') {
            return undefined;
        }
        const { changes, problems } = current;
        const first = changes.slice(0, MOST_SHOWN);
        return {
            counts: countsBefore(current),
            problems: listed(problems, sentenceOfRow),
            hasProblems: problems.length > 0,
            hasRows: changes.length > 0,
            tableTitle:
                first.length < changes.length
                    ? filled(rowsTitle, first.length, changes.length)
                    : filled(rowsTitleAll, changes.length),
            table: tableOf(first, columns),
            writes: changes.some(({ action }) => action !== 'same')
        };
    }
    get saving() {
        const { current } = this;
        return (
            current.kind === 'saving' && {
                percent: percentOf(current),
                progress: filled(savedOf, current.done, current.total),
                cancelling: current.cancelling
            }
        );
    }
    get done() {
        const { current } = this;
        if (current.kind !== 'done') {
            return undefined;
        }
        const { failed, cancelled } = current;
        return {
            counts: countsAfter(current),
            failed: listed(failed, sentenceOfFailed),
            hasFailed: failed.length > 0,
            isIncomplete: cancelled || failed.length > 0
        };
    }
    get explained() {
        return this.columns.map(({ name, needed }) => ({
            name,
            key: `${name}:`,
            needed,
            explanation: explanationOf(name)
        }));
    }

    handleFile(event: CustomEvent<{ files?: ArrayLike<File> | null }>): void {
        const file = event.detail.files?.[0];
        if (file) {
            this.dispatchEvent(new CustomEvent('filechosen', { detail: { file } }));
        }
    }
    handleConfirm(): void {
        this.dispatchEvent(new CustomEvent('confirm'));
    }
    handleCancel(): void {
        this.dispatchEvent(new CustomEvent('cancel'));
    }
    handleAgain(): void {
        this.dispatchEvent(new CustomEvent('again'));
    }
    handleTemplate(): void {
        download('template.csv', template(this.columns));
    }
    handleProblems(): void {
        if (this.current.kind === 'preview') {
            const { problems, rows } = this.current;
            download('problems.csv', problemReport(problems, rows, this.columns));
        }
    }
    handleFailed(): void {
        if (this.current.kind === 'done') {
            download('not-written.csv', failedReport(this.current.failed, this.columns));
        }
    }
}

/** Where the keyboard is, in what a state shows. */
function placeOf(state: CsvImportState): string {
    return state.kind === 'saving' && state.cancelling ? 'cancelling' : state.kind;
}

function percentOf({ done, total }: { readonly done: number; readonly total: number }): number {
    return total > 0 ? Math.floor((done / total) * 100) : 0;
}

/** The first of many, and how many more there are. */
function listed<Item>(items: readonly Item[], sentenceOf: (item: Item) => string) {
    const others = items.length - MOST_SHOWN;
    return {
        sentences: items
            .slice(0, MOST_SHOWN)
            .map((item, key) => ({ key, sentence: sentenceOf(item) })),
        more: others > 0 ? filled(more, others) : ''
    };
}
