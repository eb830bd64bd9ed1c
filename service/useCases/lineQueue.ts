import type { DecisionRecord } from '../ports.ts';

/** A line of the log that waits. */
export interface Line {
    /** Its place in the spool. */
    readonly place: number;
    readonly record: DecisionRecord;
    /** How often it failed while others in the same batch did not. */
    failures: number;
    /** Written, given up, or replaced by a later line of the same key. */
    done: boolean;
}

/** So many dead lines may stand in the array before they are taken out. */
const SLACK = 1_024;

/**
 * Lines in the order of their places, each key once: the latest decision for a key counts, and
 * Salesforce refuses one key twice in one request. An array and not a map alone, because looking
 * for the first entry of a map takes long once many have been taken from its front.
 */
export class LineQueue {
    #lines: Line[] = [];
    #head = 0;
    readonly #byKey = new Map<string, Line>();

    get size(): number {
        return this.#byKey.size;
    }

    add(place: number, record: DecisionRecord): void {
        const line: Line = { place, record, failures: 0, done: false };
        const earlier = this.#byKey.get(record.dialKey);
        if (earlier) {
            earlier.done = true;
        }
        this.#byKey.set(record.dialKey, line);
        this.#lines.push(line);
        if (this.#lines.length > 2 * this.#byKey.size + SLACK) {
            this.#lines = this.#lines.filter(({ done }) => !done);
            this.#head = 0;
        }
    }

    /** The first lines that still wait. They stay where they are. */
    first(count: number): Line[] {
        const found: Line[] = [];
        for (let at = this.#head; at < this.#lines.length && found.length < count; at++) {
            if (!this.#lines[at].done) {
                found.push(this.#lines[at]);
            }
        }
        return found;
    }

    get oldest(): Line | undefined {
        while (this.#lines[this.#head]?.done) {
            this.#head++;
        }
        if (this.#head > SLACK && this.#head > this.#lines.length / 2) {
            this.#lines = this.#lines.slice(this.#head);
            this.#head = 0;
        }
        return this.#lines[this.#head];
    }

    /** Takes a line out, and not the later one of its key. */
    remove(line: Line): void {
        line.done = true;
        const { dialKey } = line.record;
        if (this.#byKey.get(dialKey) === line) {
            this.#byKey.delete(dialKey);
        }
    }

    clear(): Line[] {
        const left = this.first(Infinity);
        this.#lines = [];
        this.#head = 0;
        this.#byKey.clear();
        return left;
    }
}
