import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Caller } from './caller.ts';
import { SignInError } from './signInError.ts';

export interface CheckedToken {
    readonly caller: Caller;
    /** Milliseconds since 1970; no answer is used longer than this. */
    readonly goodUntil: number;
}

export type TokenCheck = (token: string) => Promise<CheckedToken>;

const REMEMBERED = 10_000;
const REFUSED_MS = 5_000;

/**
 * Keeps the answers about tokens for a short while. Good and bad ones are kept apart, so that a
 * flood of made-up tokens cannot push out the good ones. Checks of the same token that are under
 * way at the same time are one check. Only hashes are kept, never a token.
 */
export function rememberTokens(
    check: TokenCheck,
    now: () => number = Date.now
): (token: string) => Caller | Promise<Caller> {
    const good = new LRUCache<string, CheckedToken>({ max: REMEMBERED });
    const refused = new LRUCache<string, { error: SignInError; until: number }>({
        max: REMEMBERED
    });
    const underWay = new Map<string, Promise<Caller>>();

    async function ask(key: string, token: string): Promise<Caller> {
        try {
            const answer = await check(token);
            good.set(key, answer);
            return answer.caller;
        } catch (error) {
            if (error instanceof SignInError && error.code === 'INVALID_CREDENTIAL') {
                refused.set(key, { error, until: now() + REFUSED_MS });
            }
            throw error;
        }
    }

    return (token) => {
        const key = hash('sha256', token, 'base64');
        const known = good.get(key);
        if (known !== undefined && known.goodUntil > now()) {
            return known.caller;
        }
        const bad = refused.get(key);
        if (bad !== undefined && bad.until > now()) {
            throw bad.error;
        }
        const running = underWay.get(key);
        if (running !== undefined) {
            return running;
        }
        const started = ask(key, token);
        const done = () => underWay.delete(key);
        underWay.set(key, started);
        started.then(done, done);
        return started;
    };
}
