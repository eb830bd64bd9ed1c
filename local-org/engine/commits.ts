import type { RowChange } from './dml/dmlContext.ts';
import type { Store } from './store/store.ts';
import type { CommittedChange } from './types.ts';

type Listener = (change: CommittedChange) => void;

/** Tells listeners what was written, once it is on disk and not before. */
export class Commits {
    readonly #store: Store;
    readonly #listeners = new Set<Listener>();
    readonly #pending: CommittedChange[] = [];

    constructor(store: Store) {
        this.#store = store;
    }

    listen(listener: Listener): () => void {
        this.#listeners.add(listener);
        return () => void this.#listeners.delete(listener);
    }

    /** Runs `work` in a transaction; its changes are told when the outermost one is committed. */
    transaction<T>(work: () => T): T {
        const before = this.#pending.length;
        let result: T;
        try {
            result = this.#store.transaction(work);
        } catch (error) {
            this.#pending.length = before;
            throw error;
        }
        if (!this.#store.inTransaction) this.#tell();
        return result;
    }

    /** Neighbours of one kind and object become one change. */
    add(changes: readonly RowChange[], userId: string): void {
        let group: ({ ids: string[] } & Omit<CommittedChange, 'ids'>) | undefined;
        for (const { kind, object, id } of changes) {
            if (group?.kind === kind && group.object === object) group.ids.push(id);
            else this.#pending.push((group = { kind, object, ids: [id], userId }));
        }
    }

    #tell(): void {
        for (const change of this.#pending.splice(0)) {
            for (const listener of this.#listeners) {
                try {
                    listener(change);
                } catch (error) {
                    // The change stands, whatever a listener makes of it.
                    process.emitWarning(error instanceof Error ? error : String(error));
                }
            }
        }
    }
}
