import type { AgentId, E164 } from '#resolver';
import { remembering } from '../../remembered.ts';
import { EXPECTED_FOR_MS, type Telephony } from '../port.ts';

/** A call that an agent asked for in Salesforce, and that their own telephone is to make. */
export interface ExpectedCall {
    readonly dialKey: string;
    /** As it was decided when the agent asked. */
    readonly callbackNumber: E164;
}

/** The agents' own telephones: they call, and ask for their number on the way (the SIP edge). */
export interface Phones {
    /** Places no call: what was decided waits for the agent to dial. */
    readonly telephony: Telephony;
    /**
     * The call that is expected of this agent, once.
     * @param number E.164 where it is a full telephone number, otherwise as dialled
     */
    take(agentId: AgentId, number: string): ExpectedCall | undefined;
}

export function createPhones(now: () => number = Date.now): Phones {
    const expected = remembering<ExpectedCall>(EXPECTED_FOR_MS, now);
    const keyOf = (agentId: AgentId, number: string) => `${agentId}:${number}`;
    return {
        telephony: {
            async placeCall({ agentId, number, dialKey, callbackNumber }) {
                expected.set(keyOf(agentId, number), { dialKey, callbackNumber });
                return { status: 'expected' };
            }
        },
        take(agentId, number) {
            const key = keyOf(agentId, number);
            const call = expected.get(key);
            expected.delete(key);
            return call;
        }
    };
}
