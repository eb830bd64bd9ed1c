import { setTimeout as pause } from 'node:timers/promises';
import type { DecisionLog, DecisionRecord, LogOutcome } from '../ports.ts';

/** Keeps what is not yet in Salesforce over a restart of the service. */
export interface Spool {
    /** Lines of the run before that were never acknowledged. */
    readonly left: readonly DecisionRecord[];
    append(record: DecisionRecord): void;
    acknowledge(dialKeys: readonly string[]): void;
    close(): void;
}

export interface LogWriterOptions {
    readonly log: DecisionLog;
    readonly spool?: Spool;
    /** Told of every line that will never be written, and why. */
    readonly onRefused?: (record: DecisionRecord, reason: string) => void;
    /** Told when Salesforce cannot take lines at present; they are kept. */
    readonly onTrouble?: (reason: string, waiting: number) => void;
    /** Milliseconds to wait for more lines before a batch that is not full is sent. */
    readonly gatherMs?: number;
    /** Most lines kept in memory; beyond it the oldest ones are refused, unless a spool has them. */
    readonly capacity?: number;
}

const DEFAULTS = { gatherMs: 250, capacity: 100_000 };
const RETRY_MS = { first: 500, most: 30_000 };

/**
 * Writes decisions in batches, behind the answers. One batch is under way at a time: the log
 * must never take the org's capacity away from the dials.
 */
export class LogWriter {
    readonly #options: LogWriterOptions & typeof DEFAULTS;
    readonly #waiting = new Map<string, DecisionRecord>();
    readonly #stop = new AbortController();
    #running: Promise<void> | undefined;
    #hurry = new AbortController();
    #refused = 0;

    constructor(options: LogWriterOptions) {
        this.#options = { ...DEFAULTS, ...options };
        options.spool?.left.forEach((record) => this.#keep(record));
        this.#wake();
    }

    get waiting(): number {
        return this.#waiting.size;
    }

    /** Lines that will never be written. */
    get refused(): number {
        return this.#refused;
    }

    add(record: DecisionRecord): void {
        this.#options.spool?.append(record);
        this.#keep(record);
        this.#wake();
    }

    /** Waits until everything added so far is written or refused, or the writer is closed. */
    async flush(): Promise<void> {
        while (this.#waiting.size > 0 && this.#running) {
            this.#hurry.abort();
            await this.#running;
        }
    }

    /** Writes what waits, for at most `withinMs`; what is left then stays in the spool. */
    async close(withinMs: number): Promise<void> {
        const deadline = setTimeout(() => this.#stop.abort(), withinMs);
        await this.flush();
        this.#stop.abort();
        clearTimeout(deadline);
        await this.#running;
        this.#options.spool?.close();
    }

    /** The latest decision for a key counts; Salesforce refuses one key twice in one request. */
    #keep(record: DecisionRecord): void {
        this.#waiting.delete(record.dialKey);
        this.#waiting.set(record.dialKey, record);
        if (this.#waiting.size > this.#options.capacity) {
            const oldest = this.#waiting.values().next().value!;
            this.#waiting.delete(oldest.dialKey);
            // With a spool it is written at the next start.
            if (!this.#options.spool) {
                this.#refuse(oldest, 'The queue is full: Salesforce has not taken lines for long.');
            }
        }
    }

    #wake(): void {
        if (!this.#running && this.#waiting.size > 0 && !this.#stop.signal.aborted) {
            this.#running = this.#run().finally(() => {
                this.#running = undefined;
                this.#wake();
            });
        }
    }

    async #run(): Promise<void> {
        let retryMs = RETRY_MS.first;
        while (this.#waiting.size > 0 && !this.#stop.signal.aborted) {
            if (this.#waiting.size < this.#options.log.batchSize) {
                await this.#rest(this.#options.gatherMs, this.#hurry.signal);
            }
            this.#hurry = new AbortController();
            if (await this.#writeBatch()) {
                retryMs = RETRY_MS.first;
            } else {
                await this.#rest(retryMs);
                retryMs = Math.min(retryMs * 2, RETRY_MS.most);
            }
        }
    }

    /** Whether Salesforce took (or refused for good) every line of the batch. */
    async #writeBatch(): Promise<boolean> {
        const { log, onTrouble, spool } = this.#options;
        const batch = [...this.#waiting.values()].slice(0, log.batchSize);
        const outcomes = await log.write(batch);
        const done: string[] = [];
        let trouble: string | undefined;
        batch.forEach((record, i) => {
            const outcome: LogOutcome = outcomes[i];
            if (outcome.status === 'retry') {
                trouble = outcome.reason;
                return;
            }
            if (outcome.status === 'refused') {
                this.#refuse(record, outcome.reason);
            }
            // Decided again meanwhile: the later line still waits.
            if (this.#waiting.get(record.dialKey) === record) {
                this.#waiting.delete(record.dialKey);
                done.push(record.dialKey);
            }
        });
        spool?.acknowledge(done);
        if (trouble !== undefined) {
            onTrouble?.(trouble, this.#waiting.size);
        }
        return trouble === undefined;
    }

    #refuse(record: DecisionRecord, reason: string): void {
        this.#refused++;
        this.#options.onRefused?.(record, reason);
    }

    async #rest(ms: number, ...signals: AbortSignal[]): Promise<void> {
        const signal = AbortSignal.any([this.#stop.signal, ...signals]);
        // Being woken early is not an error.
        await pause(ms, undefined, { signal }).catch(() => undefined);
    }
}
