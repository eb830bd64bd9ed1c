import type { OrgEngine } from '../engine/types.ts';

/** Several calls of the engine as one: all of them are committed, or none. */

export type Outcome<T, R> =
    | { readonly committed: true; readonly value: T }
    | { readonly committed: false; readonly reason: R };

class RollBack extends Error {
    readonly reason: unknown;

    constructor(reason: unknown) {
        super('rolled back');
        this.reason = reason;
    }
}

/** Leaves the transaction and undoes it; `atomically` hands the reason on. */
export function rollBack(reason: unknown): never {
    throw new RollBack(reason);
}

export function atomically<T, R>(engine: OrgEngine, work: () => T): Outcome<T, R> {
    try {
        return { committed: true, value: engine.transaction(work) };
    } catch (error) {
        if (error instanceof RollBack) return { committed: false, reason: error.reason as R };
        throw error;
    }
}
