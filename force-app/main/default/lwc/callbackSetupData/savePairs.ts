import type { Ask } from './asking';
import {
    isDone,
    pairsByKey,
    planPairs,
    rowChangeOf,
    type Pair,
    type PairChange,
    type PairPlan,
    type PairRequest
} from './pairs';
import { readPairs } from './readPairs';
import { saveRows, type RowResult, type SaveOptions } from './saveRows';

export interface PairResult {
    readonly change: PairChange;
    /** `already`: somebody else did the same meanwhile. */
    readonly result: RowResult | { readonly kind: 'already' };
}

export type PairSaveOptions = SaveOptions & { readonly ask: Ask };

/** What a request comes to, as everything is now. @throws the errors of the org */
export async function previewPairs(ask: Ask, request: PairRequest): Promise<PairPlan> {
    const assigneeIds = request.assignees.map(({ id }) => id);
    const items = [...request.add, ...request.remove];
    return planPairs(request, await readPairs(ask, request.kind, assigneeIds, items));
}

/**
 * Writes what a preview showed, and nothing else: what others did since then is looked at first,
 * stays, and counts as done where it is the same. Whatever the org refuses, or whose answer was
 * lost, is looked up again, so that only what really is not there is told as a failure.
 * @returns one result for each change of the plan, in its order
 * @throws the errors of the org, when nothing was written yet
 */
export async function savePairs(
    { kind, changes }: Pick<PairPlan, 'kind' | 'changes'>,
    { ask, onProgress, signal }: PairSaveOptions
): Promise<readonly PairResult[]> {
    const before = await existing(ask, kind, changes);
    const open = changes.filter((change) => !isDone(change, before));
    const there = changes.length - open.length;
    const results = await saveRows(
        open.map((change) => rowChangeOf(kind, change)),
        {
            ...(signal && { signal }),
            onProgress: (done) => onProgress?.(there + done, changes.length)
        }
    );
    const written = await settled(ask, kind, open, results);
    return changes.map((change) => ({
        change,
        result: written.get(change) ?? { kind: 'already' }
    }));
}

/** These agents and groups, these numbers (or groups): done, in as few requests as it takes. */
export async function assign(
    request: PairRequest,
    options: PairSaveOptions
): Promise<readonly PairResult[]> {
    return savePairs(await previewPairs(options.ask, request), options);
}

/** The org says why it refused a row in words alone: whether it was because of another admin, its rows tell. */
async function settled(
    ask: Ask,
    kind: PairPlan['kind'],
    changes: readonly PairChange[],
    results: readonly RowResult[]
): Promise<ReadonlyMap<PairChange, PairResult['result']>> {
    const known = new Map<PairChange, PairResult['result']>(
        changes.map((change, at) => [change, results[at]])
    );
    const unsure = changes.filter((change) => {
        const { kind: became } = known.get(change)!;
        return became === 'refused' || became === 'unknown';
    });
    const now = await existing(ask, kind, unsure).catch(() => undefined);
    for (const change of now ? unsure : []) {
        const result = known.get(change) as Extract<RowResult, { errors: unknown }>;
        if (isDone(change, now!)) {
            known.set(change, { kind: 'already' });
        } else {
            // Also where the answer was lost: it is known now that nothing was written.
            known.set(change, { kind: 'refused', errors: result.errors });
        }
    }
    return known;
}

/** The pairs that the changes are about. */
async function existing(
    ask: Ask,
    kind: PairPlan['kind'],
    changes: readonly PairChange[]
): Promise<ReadonlyMap<string, Pair>> {
    const assignees = [...new Set(changes.map(({ assignee }) => assignee.id))];
    const items = [...new Set(changes.map(({ itemId }) => itemId))];
    return pairsByKey(items.length > 0 ? await readPairs(ask, kind, assignees, items) : []);
}
