import type { AgentId } from '#resolver';
import type { SignedInAgent } from './ports.ts';
import type { Sealer } from './sealer.ts';

/** A working day, with overtime. */
export const SESSION_LIVES_MS = 12 * 60 * 60_000;

/** An agent who is signed in. */
export interface SoftphoneSession extends SignedInAgent {
    /** Milliseconds since 1970. */
    readonly until: number;
}

/** Sessions live in the agent's cookie alone, so that they outlive a restart and fit every instance. */
export interface Sessions {
    open(agent: SignedInAgent): Promise<{ session: SoftphoneSession; sealed: string }>;
    /** @returns undefined for anything that is not a session in time */
    read(sealed: string | undefined): Promise<SoftphoneSession | undefined>;
}

export function createSessions(sealer: Sealer, now: () => number): Sessions {
    return {
        async open({ agentId, name, language }) {
            const sealed = await sealer.seal(
                'session',
                { agentId, name, language },
                SESSION_LIVES_MS
            );
            // Whole seconds, as they are sealed.
            const until = Math.floor((now() + SESSION_LIVES_MS) / 1_000) * 1_000;
            return { session: { agentId, name, language, until }, sealed };
        },
        async read(sealed) {
            const claims = await sealer.open('session', sealed);
            return (
                claims && {
                    agentId: claims['agentId'] as AgentId,
                    name: String(claims['name']),
                    language: String(claims['language']),
                    until: Number(claims['exp']) * 1_000
                }
            );
        }
    };
}
