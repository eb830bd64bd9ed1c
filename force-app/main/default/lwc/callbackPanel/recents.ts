import type { NumberId } from 'c/callbackResolver';

/**
 * The callback numbers an agent's calls presented last, newest first: ids only, and nothing of
 * whom they called. Kept in the browser, apart for every user of it.
 */
const MOST = 5;

export function readRecents(agentId: string): readonly NumberId[] {
    try {
        const kept: unknown = JSON.parse(localStorage.getItem(keyOf(agentId)) ?? '[]');
        return Array.isArray(kept)
            ? kept.filter((id): id is NumberId => typeof id === 'string').slice(0, MOST)
            : [];
    } catch {
        // No storage, or something else under our key: nothing was used lately.
        return [];
    }
}

/** @returns the list with this number first, which is kept from now on */
export function rememberRecent(agentId: string, numberId: NumberId): readonly NumberId[] {
    const others = readRecents(agentId).filter((id) => id !== numberId);
    const recents = [numberId, ...others].slice(0, MOST);
    try {
        localStorage.setItem(keyOf(agentId), JSON.stringify(recents));
    } catch {
        // Storage is full or forbidden: the list lasts as long as the page.
    }
    return recents;
}

function keyOf(agentId: string): string {
    return `callbackNumbers.recent.${agentId}`;
}
