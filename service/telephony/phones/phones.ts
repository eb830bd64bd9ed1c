import type { AgentId, E164 } from '#resolver';
import { remembering } from '../../remembered.ts';
import {
    CallRefused,
    EXPECTED_FOR_MS,
    type CallEvent,
    type ConnectedTelephony,
    type Telephony
} from '../port.ts';

/** A call that an agent asked for in Salesforce, and that their own telephone is to make. */
export interface ExpectedCall {
    readonly dialKey: string;
    /** As it was decided when the agent asked. */
    readonly callbackNumber: E164;
}

/** The agents' own telephones: they call, and ask for their number on the way (the SIP edge). */
export interface Phones extends ConnectedTelephony {
    /** Places no call: what was decided waits for the agent to dial. */
    readonly telephony: Telephony;
    /**
     * The call that is expected of this agent, once.
     * @param number E.164 where it is a full telephone number, otherwise as dialled
     */
    take(agentId: AgentId, number: string): ExpectedCall | undefined;
}

interface Waiting extends ExpectedCall {
    readonly callId: string;
    readonly tellNotDialled: NodeJS.Timeout;
}

const NOT_DIALLED = {
    code: 'CALL_NOT_STARTED',
    reason: 'It was not dialled within a minute.'
} as const;

export function createPhones(now: () => number = Date.now): Phones {
    const expected = remembering<Waiting>(EXPECTED_FOR_MS, now);
    const listeners = new Set<(event: CallEvent) => void>();
    const keyOf = (agentId: AgentId, number: string) => `${agentId}:${number}`;
    const tell = (event: CallEvent) => listeners.forEach((hear) => hear(event));

    return {
        telephony: {
            async placeCall({ agentId, number, dialKey, callbackNumber, agentLeaves }) {
                if (agentLeaves) {
                    throw new CallRefused('CALL_NOT_STARTED', 'Transfer it on your telephone.');
                }
                const callId = `${agentId}:${dialKey}`;
                const key = keyOf(agentId, number);
                const tellNotDialled = setTimeout(() => {
                    if (expected.get(key)?.callId === callId) {
                        expected.delete(key);
                    }
                    tell({ callId, status: 'failed', refusal: NOT_DIALLED });
                }, EXPECTED_FOR_MS).unref();
                expected.set(key, { dialKey, callbackNumber, callId, tellNotDialled });
                return { status: 'expected', callId };
            }
        },
        listen(hear) {
            listeners.add(hear);
        },
        take(agentId, number) {
            const key = keyOf(agentId, number);
            const call = expected.get(key);
            expected.delete(key);
            if (call) {
                clearTimeout(call.tellNotDialled);
                tell({ callId: call.callId, status: 'started' });
            }
            return call;
        }
    };
}
