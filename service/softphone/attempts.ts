import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { SignInError } from '../auth/signInError.ts';
import type { SignInSecrets } from './ports.ts';
import { remembering } from '../remembered.ts';
import type { Sealer } from './sealer.ts';

/** Long enough for a password and a second factor. */
export const ATTEMPT_LIVES_MS = 5 * 60_000;

const BYTES = 32;

/** A sign-in under way. Its secrets are kept in the agent's own browser, sealed. */
export interface Attempts {
    begin(): Promise<{ readonly secrets: SignInSecrets; readonly sealed: string }>;
    /**
     * Takes an attempt once, for the state that came back with the code.
     * @throws SignInError SIGN_IN_EXPIRED, SIGN_IN_MISMATCH
     */
    take(sealed: string | undefined, state: string): Promise<SignInSecrets>;
}

export function createAttempts(sealer: Sealer, now: () => number): Attempts {
    const taken = remembering<'taken'>(ATTEMPT_LIVES_MS, now);
    return {
        async begin() {
            const [state, verifier] = [newSecret(), newSecret()];
            const sealed = await sealer.seal('attempt', { state, verifier }, ATTEMPT_LIVES_MS);
            return { secrets: { state, verifier }, sealed };
        },
        async take(sealed, state) {
            const attempt = (await sealer.open('attempt', sealed)) as SignInSecrets | undefined;
            if (attempt === undefined || taken.has(attempt.state)) {
                throw new SignInError(
                    'SIGN_IN_EXPIRED',
                    'There is no sign-in under way that this answer could belong to: it took longer than five minutes, or was used. Sign in again.'
                );
            }
            taken.set(attempt.state, 'taken');
            if (!same(attempt.state, state)) {
                throw new SignInError(
                    'SIGN_IN_MISMATCH',
                    'This answer belongs to another sign-in. Sign in again, in this window.'
                );
            }
            return { state: attempt.state, verifier: attempt.verifier };
        }
    };
}

function newSecret(): string {
    return randomBytes(BYTES).toString('base64url');
}

/** In the same time whether the first or the last character differs. */
function same(one: string, other: string): boolean {
    const digest = (text: string) => createHash('sha256').update(text).digest();
    return timingSafeEqual(digest(one), digest(other));
}
