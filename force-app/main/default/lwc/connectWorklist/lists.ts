import type { WorkList } from 'c/connectData';
import { openingAt, type Opening } from 'c/connectHours';

/** A list of the agent, whether they want it now, and whether it may be called. */
export interface ChosenList extends WorkList {
    readonly chosen: boolean;
    readonly opening: Opening;
}

/** @param leftOut ids of lists that the agent leaves out */
export function choose(
    lists: readonly WorkList[],
    leftOut: readonly string[],
    now: number
): readonly ChosenList[] {
    return lists.map((list) => ({
        ...list,
        chosen: !leftOut.includes(list.id),
        opening: openingAt(list.hours, now)
    }));
}

export function callable(lists: readonly ChosenList[]): readonly string[] {
    return lists
        .filter(({ chosen, opening }) => chosen && opening.kind === 'open')
        .map(({ id }) => id);
}

/** The lists an agent leaves out, kept in this browser. */
export function readLeftOut(agentId: string): readonly string[] {
    try {
        const kept: unknown = JSON.parse(localStorage.getItem(keyOf(agentId)) ?? '[]');
        return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [];
    } catch {
        // No storage, or something else under our key: nothing is left out.
        return [];
    }
}

export function keepLeftOut(agentId: string, listIds: readonly string[]): void {
    try {
        localStorage.setItem(keyOf(agentId), JSON.stringify(listIds));
    } catch {
        // Storage is full or forbidden: it lasts as long as the page.
    }
}

function keyOf(agentId: string): string {
    return `callbackNumbers.connectLeftOut.${agentId}`;
}
