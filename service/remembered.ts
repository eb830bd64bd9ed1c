import { LRUCache } from 'lru-cache';

/** Far more than agents can do while it is remembered; it only keeps memory bounded. */
const MOST = 100_000;

/** What happened lately, by key, for as long as it matters. */
export function remembering<Value extends object | string>(
    lifetimeMs: number,
    now: () => number
): LRUCache<string, Value> {
    return new LRUCache<string, Value>({
        max: MOST,
        ttl: lifetimeMs,
        // Asked each time: a test's clock may jump.
        ttlResolution: 0,
        perf: { now }
    });
}
