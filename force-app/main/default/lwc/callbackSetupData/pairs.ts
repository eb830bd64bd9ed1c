import { OBJECTS } from './objects';
import type { RowChange } from './saveRows';

/**
 * What is given to somebody: numbers to agents and groups, places in groups to agents. Each pair
 * is one record with a key of its own, so that two admins never overwrite each other's list.
 */
export type PairKind = 'number' | 'membership';

export interface Assignee {
    readonly id: string;
    readonly kind: 'agent' | 'group';
}

/** What an admin wants: of each of these assignees, these items given and those taken away. */
export interface PairRequest {
    readonly kind: PairKind;
    /** For a membership: agents. */
    readonly assignees: readonly Assignee[];
    /** Ids of numbers, or of groups. */
    readonly add: readonly string[];
    readonly remove: readonly string[];
}

/** A pair as it is recorded. */
export interface Pair {
    readonly itemId: string;
    readonly assigneeId: string;
    readonly recordId: string;
}

/** One record to be made or deleted. */
export type PairChange =
    | { readonly action: 'add'; readonly itemId: string; readonly assignee: Assignee }
    | {
          readonly action: 'remove';
          readonly itemId: string;
          readonly assignee: Assignee;
          readonly recordId: string;
      };

/** What becomes of one item. */
export interface ItemPlan {
    readonly itemId: string;
    readonly action: 'add' | 'remove';
    readonly changes: number;
    /** Assignees for whom nothing has to be done: they have it already, or have it no more. */
    readonly same: number;
}

export interface PairPlan {
    readonly kind: PairKind;
    readonly changes: readonly PairChange[];
    readonly items: readonly ItemPlan[];
}

const PAIR_OBJECTS = {
    number: OBJECTS.assignment,
    membership: OBJECTS.member
} as const satisfies Record<PairKind, string>;

export const ITEM_FIELDS = {
    number: 'Callback_Number__c',
    membership: 'Agent_Group__c'
} as const satisfies Record<PairKind, string>;

/** What the keys of both objects are made of. */
export function pairKey(itemId: string, assigneeId: string): string {
    return `${itemId}:${assigneeId}`;
}

/** @param existing pairs of these assignees and items; others do no harm */
export function planPairs(request: PairRequest, existing: Iterable<Pair>): PairPlan {
    const byKey = pairsByKey(existing);
    const changes: PairChange[] = [];
    const items: ItemPlan[] = [];
    for (const action of ['add', 'remove'] as const) {
        for (const itemId of request[action]) {
            const before = changes.length;
            for (const assignee of request.assignees) {
                const pair = byKey.get(pairKey(itemId, assignee.id));
                if (action === 'add' && !pair) {
                    changes.push({ action, itemId, assignee });
                } else if (action === 'remove' && pair) {
                    changes.push({ action, itemId, assignee, recordId: pair.recordId });
                }
            }
            const count = changes.length - before;
            items.push({ itemId, action, changes: count, same: request.assignees.length - count });
        }
    }
    return { kind: request.kind, changes, items };
}

/** Whether a pair that was to be made is there, or one that was to go is gone, whoever did it. */
export function isDone(change: PairChange, existing: ReadonlyMap<string, Pair>): boolean {
    const pair = existing.get(pairKey(change.itemId, change.assignee.id));
    // A pair that was made anew meanwhile is another admin's wish, and stays.
    return change.action === 'add' ? pair !== undefined : pair?.recordId !== change.recordId;
}

export function pairsByKey(pairs: Iterable<Pair>): ReadonlyMap<string, Pair> {
    return new Map([...pairs].map((pair) => [pairKey(pair.itemId, pair.assigneeId), pair]));
}

export function rowChangeOf(kind: PairKind, change: PairChange): RowChange {
    const object = PAIR_OBJECTS[kind];
    if (change.action === 'remove') {
        return { kind: 'delete', object, id: change.recordId };
    }
    const { itemId, assignee } = change;
    const who = assignee.kind === 'agent' ? 'Agent__c' : 'Agent_Group__c';
    return {
        kind: 'create',
        object,
        fields: {
            [ITEM_FIELDS[kind]]: itemId,
            [who]: assignee.id,
            Key__c: pairKey(itemId, assignee.id)
        }
    };
}
