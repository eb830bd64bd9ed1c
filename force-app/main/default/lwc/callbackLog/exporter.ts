import { download } from 'c/callbackDownload';
import { reduceErrors } from 'c/callbackErrors';
import type { ExportState } from 'c/callbackLogExport';
import type { Ask, LogQuery } from 'c/callbackSetupData';
import type { DaySpan } from './days';
import { csvOf, MOST_EXPORTED, readForExport } from './exporting';

/** One export at a time, and how far it has come. */
export class Exporter {
    private readonly ask: Ask;
    private readonly tell: (state: ExportState) => void;
    private running: AbortController | undefined;

    constructor(ask: Ask, tell: (state: ExportState) => void) {
        this.ask = ask;
        this.tell = tell;
    }

    /** @param total how many decisions fit */
    async run(query: LogQuery, total: number, { from, to }: DaySpan): Promise<void> {
        if (this.running) {
            return;
        }
        const running = new AbortController();
        const tell = (state: ExportState) => this.running === running && this.tell(state);
        const limit = MOST_EXPORTED;
        const onProgress = (done: number) => tell({ kind: 'running', done, total, limit });
        this.running = running;
        onProgress(0);
        try {
            const { signal } = running;
            const lines = await readForExport(this.ask, query, { onProgress, signal });
            if (lines) {
                download(`decisions-${from}-${to}.csv`, csvOf(lines));
                tell({ kind: 'done', rows: lines.length, total, limit });
            }
        } catch (errors) {
            tell({ kind: 'failed', errors: reduceErrors(errors) });
        }
        if (this.running === running) {
            this.running = undefined;
        }
    }

    cancel(): void {
        this.stop();
        this.tell({ kind: 'cancelled' });
    }
    /** Other decisions are asked for: what became of this export is no news any more. */
    forget(): void {
        this.stop();
        this.tell({ kind: 'idle' });
    }

    private stop(): void {
        this.running?.abort();
        this.running = undefined;
    }
}
