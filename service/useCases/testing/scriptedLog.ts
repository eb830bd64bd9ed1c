import type { DecisionLog, DecisionRecord, LogOutcome } from '../../ports.ts';

export const WRITTEN: LogOutcome = { status: 'written' };
export const LATER: LogOutcome = { status: 'retry', reason: 'SERVER_UNAVAILABLE' };

/** A log that says what a test wants it to say. */
export class ScriptedLog implements DecisionLog {
    readonly batchSize: number;
    /** Batches as they came. */
    readonly batches: (readonly DecisionRecord[])[] = [];
    /** What is written, by key. */
    readonly written = new Map<string, DecisionRecord>();
    /** What becomes of a line; written unless told. */
    outcome: (record: DecisionRecord, batch: number) => LogOutcome = () => WRITTEN;
    /** Answers wait for it. */
    gate: Promise<void> | undefined;

    constructor(batchSize = 200) {
        this.batchSize = batchSize;
    }

    async write(records: readonly DecisionRecord[]): Promise<readonly LogOutcome[]> {
        this.batches.push(records);
        const batch = this.batches.length;
        await this.gate;
        return records.map((record) => {
            const outcome = this.outcome(record, batch);
            if (outcome.status === 'written') {
                this.written.set(record.dialKey, record);
            }
            return outcome;
        });
    }

    get sizes(): number[] {
        return this.batches.map(({ length }) => length);
    }
}
