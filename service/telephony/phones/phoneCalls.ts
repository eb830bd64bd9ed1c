import { createHash } from 'node:crypto';
import type { AgentId, ErrorCode } from '#resolver';
import { ServiceError } from '../../errors.ts';
import { remembering } from '../../remembered.ts';
import type {
    AgentNumbers,
    CallbackNumberService,
    DecisionAnswer,
    DialRequest
} from '../../types.ts';
import { createNumberReader } from '../../useCases/phoneNumbers.ts';
import type { ExpectedCall, Phones } from './phones.ts';

/** A call that is leaving an agent's telephone. */
export interface PhoneCall {
    readonly agentId: string;
    /** As dialled, in any format. */
    readonly number: string;
    /** As the telephone names the call: the Call-ID of its INVITE. */
    readonly callId: string;
}

/** Flat, for PBXs that take apart little. */
export type PhoneAnswer = { readonly dialKey: string; readonly reason: string } & (
    | { readonly outcome: 'presented'; readonly callbackNumber: string }
    | { readonly outcome: 'blocked'; readonly errorCode: ErrorCode }
);

export interface PhoneCalls {
    /** The same answer for the same call, however often it is asked. @throws ServiceError */
    decide(call: PhoneCall): Promise<PhoneAnswer>;
}

export interface PhoneCallsOptions {
    readonly service: Pick<CallbackNumberService, 'decide' | 'availableNumbers'>;
    /** Missing: no call is expected, and every one is decided as dialled by hand. */
    readonly phones?: Phones;
    readonly now?: () => number;
    /** Hears every decision that was made anew. */
    readonly onDecided?: (answer: DecisionAnswer) => void;
}

/** Requests are repeated for seconds; calls that a proxy tries on other ways, for minutes. */
const REMEMBERED_MS = 10 * 60_000;
const AS_ASKED = 'The agent asked for this call in Salesforce, and was shown this number.';

/**
 * What a telephone's call presents. One that the agent has just asked for in Salesforce presents
 * what was decided then, under the same dial key: it stands in the log once. Any other is decided
 * as dialled by hand.
 */
export function createPhoneCalls(options: PhoneCallsOptions): PhoneCalls {
    const { service, phones, now = Date.now, onDecided } = options;
    const readNumber = createNumberReader();
    const answers = remembering<Promise<PhoneAnswer>>(REMEMBERED_MS, now);

    async function decide(call: PhoneCall): Promise<PhoneAnswer> {
        const { agentId, number } = call;
        const agent = numbersOf(agentId);
        const expected = agent && takeExpected(agent, number);
        const common = { agentId, number, channel: 'manual' } as const;
        if (expected === undefined) {
            return decideAnew({ ...common, dialKey: keyOf(call) });
        }
        const { dialKey, callbackNumber } = expected;
        if (agent?.numbers.some((one) => one.number === callbackNumber)) {
            return { outcome: 'presented', callbackNumber, dialKey, reason: AS_ASKED };
        }
        // Withdrawn in between: no other number than the one the agent saw, so the call is blocked.
        return decideAnew({ ...common, thisCallNumber: callbackNumber, dialKey });
    }

    async function decideAnew(request: DialRequest): Promise<PhoneAnswer> {
        const answer = await service.decide(request);
        onDecided?.(answer);
        return answerOf(answer);
    }

    function takeExpected(
        { agent: { id }, policy }: AgentNumbers,
        number: string
    ): ExpectedCall | undefined {
        return phones?.take(id, readNumber(number, policy.defaultCountry));
    }

    /** None for an agent who is gone: the decision will say so. */
    function numbersOf(agentId: string): AgentNumbers | undefined {
        try {
            return service.availableNumbers(agentId as AgentId);
        } catch (error) {
            if (error instanceof ServiceError && error.code === 'UNKNOWN_AGENT') {
                return undefined;
            }
            throw error;
        }
    }

    return {
        decide(call) {
            const key = `${call.agentId.slice(0, 15)}:${keyOf(call)}`;
            const earlier = answers.get(key);
            if (earlier !== undefined) {
                return earlier;
            }
            const answer = decide(call);
            answers.set(key, answer);
            // What failed may be asked again.
            answer.catch(() => answers.delete(key));
            return answer;
        }
    };
}

/**
 * A Call-ID may be longer than a dial key, and hold anything. It is the telephone's word: with
 * another number it is another call, or the earlier decision would be presented to somebody else.
 */
function keyOf({ callId, number }: PhoneCall): string {
    const call = JSON.stringify([callId, number]);
    return `call-${createHash('sha256').update(call).digest('base64url')}`;
}

function answerOf(answer: DecisionAnswer): PhoneAnswer {
    const { dialKey, reason } = answer;
    return answer.outcome === 'presented'
        ? {
              outcome: answer.outcome,
              callbackNumber: answer.callbackNumber.number,
              dialKey,
              reason
          }
        : { outcome: answer.outcome, errorCode: answer.errorCode, dialKey, reason };
}
