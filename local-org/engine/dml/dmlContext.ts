import type { Rights } from '../security/rights.ts';
import type { Sequences } from '../store/sequences.ts';
import type { Store, StoredRow } from '../store/store.ts';
import type { CommittedChange, OrgSchema } from '../types.ts';

/** What the rows of one save call share. */
export interface DmlContext {
    readonly store: Store;
    readonly schema: OrgSchema;
    readonly sequences: Sequences;
    readonly rights: Rights;
    /** When the call began, as stored in datetimes. */
    readonly moment: string;
    readonly now: Date;
    /** Parents looked up in this call, by id; null where there is none. */
    readonly parents: Map<string, StoredRow | null>;
    /** What this call wrote so far, in order. */
    readonly changes: RowChange[];
}

export interface RowChange {
    readonly kind: CommittedChange['kind'];
    readonly object: string;
    readonly id: string;
}
