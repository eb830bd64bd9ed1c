import type { DecisionLog, DecisionRecord, DecisionSpool } from '../ports.ts';
import { rest } from '../rest.ts';
import { LineQueue } from './lineQueue.ts';
import { noSpool } from './noSpool.ts';

export interface LogWriterOptions {
    readonly log: DecisionLog;
    /** Without one, what is not in Salesforce when the process dies is lost. */
    readonly spool?: DecisionSpool;
    /** Told of every line that will never be written, and why. */
    readonly onRefused?: (record: DecisionRecord, reason: string) => void;
    /** Told when lines cannot be written or spooled at present; they are kept. */
    readonly onTrouble?: (reason: string, waiting: number) => void;
    /** Milliseconds to wait for more lines before a batch that is not full is sent. */
    readonly gatherMs?: number;
    /** Most lines kept in memory; further ones wait in the spool. Without one the oldest are refused. */
    readonly capacity?: number;
}

const DEFAULTS = { gatherMs: 250, capacity: 50_000 };
const RETRY_MS = { first: 500, most: 30_000 };
const MOST_FAILURES = 10;

/**
 * Writes decisions in batches, behind the answers. One batch is under way at a time: the log
 * must never take the org's capacity away from the dials, and the last line of a key must win.
 */
export class LogWriter {
    readonly #options: LogWriterOptions & typeof DEFAULTS;
    readonly #spool: DecisionSpool;
    /** The oldest unsettled lines. */
    readonly #waiting = new LineQueue();
    /** Lines from here on are in the spool alone. */
    #spilledFrom: number | undefined;
    #spilled = 0;
    readonly #stop = new AbortController();
    #hurry = new AbortController();
    #running: Promise<void> | undefined;
    #flushes: { readonly until: number; readonly done: () => void }[] = [];
    #roomWanted: (() => void)[] = [];
    #refused = 0;

    constructor(options: LogWriterOptions) {
        this.#options = { ...DEFAULTS, ...options };
        this.#spool = options.spool ?? noSpool();
        if (this.#spool.start < this.#spool.end) {
            this.#spilledFrom = this.#spool.start;
        }
        this.#wake();
    }

    /** Lines not yet settled; those that an earlier run left in the spool count once they are read. */
    get waiting(): number {
        return this.#waiting.size + this.#spilled;
    }

    /** Lines that will never be written. */
    get refused(): number {
        return this.#refused;
    }

    /** Never waits and never throws: an answer is worth more than its line. */
    add(record: DecisionRecord): void {
        if (this.#stop.signal.aborted) {
            this.#refuse(record, 'The service is closed.');
            return;
        }
        let place: number | undefined;
        try {
            place = this.#spool.append(record);
        } catch (error) {
            this.#options.onTrouble?.(`Spooling: ${(error as Error).message}`, this.waiting);
        }
        const full = this.#waiting.size >= this.#options.capacity;
        if (
            this.#options.spool &&
            place !== undefined &&
            (full || this.#spilledFrom !== undefined)
        ) {
            this.#spilledFrom ??= place;
            this.#spilled++;
        } else {
            if (full) {
                this.#giveUpOldest();
            }
            this.#keep(place ?? this.#spool.end, record);
        }
        this.#wake();
    }

    /** Resolves when there is room for a long list; at once with a spool, which has room for all. */
    async room(): Promise<void> {
        const { spool, capacity } = this.#options;
        if (!spool && this.#waiting.size > capacity / 2 && !this.#stop.signal.aborted) {
            await new Promise<void>((resolve) => this.#roomWanted.push(resolve));
        }
    }

    /** Waits until everything added so far is written or refused, or the writer is closed. */
    async flush(): Promise<void> {
        const until = this.#spool.end;
        if (this.#settledBefore() < until && !this.#stop.signal.aborted) {
            this.#hurry.abort();
            await new Promise<void>((done) => this.#flushes.push({ until, done }));
        }
    }

    /** Writes what waits, for at most `withinMs`; what is left then stays in the spool, or is refused. */
    async close(withinMs: number): Promise<void> {
        const closed = new AbortController();
        await Promise.race([this.flush(), rest(withinMs, closed.signal)]);
        closed.abort();
        if (this.#stop.signal.aborted) {
            return;
        }
        this.#stop.abort();
        this.#letGo(Infinity);
        if (!this.#options.spool) {
            for (const { record } of this.#waiting.clear()) {
                this.#refuse(record, 'The service was closed before Salesforce took the line.');
            }
        }
        this.#spool.close();
    }

    #keep(place: number, record: DecisionRecord): void {
        this.#waiting.add(place, record);
        if (this.#waiting.size === this.#options.log.batchSize) {
            this.#hurry.abort();
        }
    }

    #giveUpOldest(): void {
        const oldest = this.#waiting.oldest!;
        this.#waiting.remove(oldest);
        this.#refuse(oldest.record, 'The queue is full: Salesforce has not taken lines for long.');
    }

    #refuse(record: DecisionRecord, reason: string): void {
        this.#refused++;
        this.#options.onRefused?.(record, reason);
    }

    #wake(): void {
        if (!this.#running && !this.#stop.signal.aborted) {
            this.#running = this.#run().finally(() => {
                this.#running = undefined;
                // A line may have come in between its last look and now.
                if (this.#waiting.size > 0) {
                    this.#wake();
                }
            });
        }
    }

    async #run(): Promise<void> {
        let retryMs = RETRY_MS.first / 2;
        // Lines that arrive in this turn of the event loop go together.
        await undefined;
        while (this.#fill() && !this.#stop.signal.aborted) {
            const partial = this.#waiting.size < this.#options.log.batchSize;
            if (partial && this.#flushes.length === 0) {
                await rest(this.#options.gatherMs, this.#hurry.signal, this.#stop.signal);
            }
            this.#hurry = new AbortController();
            const outcome = await this.#writeBatch();
            if (this.#stop.signal.aborted) {
                return;
            }
            this.#settle();
            retryMs =
                outcome === 'nothing' ? Math.min(retryMs * 2, RETRY_MS.most) : RETRY_MS.first / 2;
            if (outcome !== 'all') {
                await rest(retryMs * (0.75 + Math.random() / 2), this.#stop.signal);
            }
        }
        this.#settle();
    }

    /** Reads on in the spool where memory has run low. @returns whether there is anything to write */
    #fill(): boolean {
        while (
            this.#spilledFrom !== undefined &&
            this.#waiting.size < this.#options.log.batchSize
        ) {
            const { lines, next } = this.#spool.read(this.#spilledFrom);
            lines.forEach(({ place, record }) => this.#keep(place, record));
            this.#spilledFrom = next < this.#spool.end ? next : undefined;
            this.#spilled =
                this.#spilledFrom === undefined ? 0 : Math.max(0, this.#spilled - lines.length);
        }
        return this.#waiting.size > 0;
    }

    /** How much of the batch Salesforce took, or refused for good. */
    async #writeBatch(): Promise<'all' | 'some' | 'nothing'> {
        const { log, onTrouble } = this.#options;
        const batch = this.#waiting.first(log.batchSize);
        const outcomes = await log.write(batch.map(({ record }) => record));
        const failed = outcomes.filter(({ status }) => status === 'retry');
        batch.forEach((line, i) => {
            const outcome = outcomes[i];
            if (outcome.status === 'retry') {
                line.failures += failed.length < batch.length ? 1 : 0;
                if (line.failures < MOST_FAILURES) {
                    return;
                }
            }
            if (outcome.status !== 'written') {
                this.#refuse(line.record, outcome.reason);
            }
            this.#waiting.remove(line);
        });
        const trouble = failed.at(0);
        if (trouble?.status === 'retry') {
            onTrouble?.(trouble.reason, this.waiting);
        }
        return failed.length === 0 ? 'all' : failed.length < batch.length ? 'some' : 'nothing';
    }

    /** Everything before this place is written or refused. */
    #settledBefore(): number {
        const { oldest } = this.#waiting;
        return Math.min(oldest?.place ?? Infinity, this.#spilledFrom ?? Infinity, this.#spool.end);
    }

    #settle(): void {
        const before = this.#settledBefore();
        this.#letGo(before);
        this.#spool.settle(before);
    }

    /** Lets those go on who wait for these lines, or for room. */
    #letGo(before: number): void {
        const flushed = this.#flushes.filter(({ until }) => until <= before);
        this.#flushes = this.#flushes.filter(({ until }) => until > before);
        flushed.forEach(({ done }) => done());
        if (before === Infinity || this.#waiting.size <= this.#options.capacity / 2) {
            this.#roomWanted.splice(0).forEach((go) => go());
        }
    }
}
