import type { DirectoryRows, SelectorFact } from '#resolver';
import type { DecisionRecord, SelectorRequest, WorkedEntry } from '../ports.ts';

/** An object of the org: what its ids begin with, and the fields that can be read of its records. */
export interface MemoryObject {
    readonly keyPrefix: string;
    /** API names; those of a parent with its relationship: `Account.Industry`. */
    readonly fields: readonly string[];
}

/** Field values as the record API shows them, by name as in `MemoryObject.fields`; what is missing is blank. */
export type MemoryRecord = Readonly<Record<string, string | null>>;

/** The customer's own logic; what it throws is a failed call. */
export type MemorySelector = (request: SelectorRequest) => SelectorFact | Promise<SelectorFact>;

type Changeable<Rows> = {
    -readonly [Key in keyof Rows]: Rows[Key] extends readonly (infer Row)[] ? Row[] : Rows[Key];
};

/**
 * An org as plain data: the reference for what an adapter must do, and a stand-in for tests. All
 * of it may be changed at any time, as an org may.
 */
export class MemoryOrg {
    readonly rows: Changeable<DirectoryRows>;
    /** By API name. */
    readonly objects = new Map<string, MemoryObject>();
    /** By 18-character id. */
    readonly records = new Map<string, MemoryRecord>();
    /** By 18-character id. */
    readonly dialEntries = new Map<string, WorkedEntry>();
    /** By `flow:Name` or `apex:Name`. */
    readonly selectors = new Map<string, MemorySelector>();
    /** Written decisions by their key. */
    readonly log = new Map<string, DecisionRecord>();
    /** Why the org cannot be reached at present; undefined while it can. */
    outage: string | undefined;
    readonly #listeners = new Set<(reason: string) => void>();

    constructor(rows: Partial<DirectoryRows> = {}) {
        this.rows = {
            numbers: [...(rows.numbers ?? [])],
            agents: [...(rows.agents ?? [])],
            assignments: [...(rows.assignments ?? [])],
            policies: [...(rows.policies ?? [])],
            rules: [...(rows.rules ?? [])],
            dialLists: [...(rows.dialLists ?? [])]
        };
    }

    /** Tells everyone who listens that something in the directory has changed. */
    change(reason: string): void {
        this.#listeners.forEach((tell) => tell(reason));
    }

    onChange(tell: (reason: string) => void): { close(): void } {
        this.#listeners.add(tell);
        return { close: () => this.#listeners.delete(tell) };
    }
}
