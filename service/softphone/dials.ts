import { CHOICE_LIVES_MS, refusalOf, type ThisCallChoice } from '#choice';
import type { AgentId, EffectivePolicy } from '#resolver';
import { ServiceError } from '../errors.ts';
import { toId18 } from '../salesforceId.ts';
import type { CallbackNumberService, DecisionAnswer, DialRequest, TraceNames } from '../types.ts';
import { createNumberReader } from '../useCases/phoneNumbers.ts';
import { DialRefused } from './dialRefused.ts';
import { withEntry, type EntryDial } from './withEntry.ts';
import { remembering } from '../remembered.ts';
import type { CallRefusal, CallRefused, CallToPlace, PlacedCall } from '../telephony/port.ts';
import type { PlacedCalls } from '../telephony/placedCalls.ts';

/** A dial as the page states it; who dials is known from the session. */
export interface SoftphoneDial {
    readonly dialKey: string;
    /** As dialled, in any format. */
    readonly number: string;
    readonly recordId?: string;
    readonly objectApiName?: string;
    readonly channel: 'clickToDial' | 'manual' | 'connect';
    /** With `connect`: what the entry says counts, not what the page says of it. */
    readonly dialEntryId?: string;
    /** Made on another page, for this call: believed only where it fits. */
    readonly choice?: ThisCallChoice;
    /** Dial key of a call of this agent that the person called is to join: a consult call, a transfer. */
    readonly joins?: string;
    /** With `joins`, a blind transfer: the agent is let go. */
    readonly agentLeaves?: boolean;
}

/** `decisionOnly`: nothing was started, since it is blocked or there is no telephony. */
export type CallState = { readonly status: 'decisionOnly' } | PlacedCall;

export type DialAnswer = DecisionAnswer & {
    readonly call: CallState;
    /** What the ids in the trace are called: the page knows no directory. */
    readonly names: TraceNames;
};

export interface SoftphoneDials {
    /**
     * Decides, logs and starts the call, once for a dial key.
     * @throws DialRefused, ServiceError
     */
    dial(agentId: AgentId, dial: SoftphoneDial): Promise<DialAnswer>;
}

export interface DialsOptions {
    readonly service: Pick<
        CallbackNumberService,
        'decide' | 'availableNumbers' | 'namesIn' | 'readEntry' | 'recordRefusal'
    >;
    /** Missing: there is no telephony, and nobody pretends. */
    readonly calls?: PlacedCalls;
    readonly now: () => number;
    /** Hears what a dial waited for. */
    readonly took?: (part: 'decision' | 'telephony', seconds: number) => void;
    /** Hears of every call that the telephony did not make. */
    readonly refused?: (refusal: CallRefusal) => void;
}

/** A page that got no answer asks again; nobody does so later than this. */
const DIAL_REMEMBERED_MS = 10 * 60_000;
/** The clock of the page that made it may be behind or ahead: it is remembered for longer than it is good. */
const CHOICE_REMEMBERED_MS = 2 * CHOICE_LIVES_MS;

export function createSoftphoneDials(options: DialsOptions): SoftphoneDials {
    const { service, calls, now, took, refused } = options;
    const readNumber = createNumberReader();
    const dials = remembering<{ content: string; answer: Promise<DialAnswer> }>(
        DIAL_REMEMBERED_MS,
        now
    );
    /** By choice, the dial it was used for. */
    const usedFor = remembering<string>(CHOICE_REMEMBERED_MS, now);

    /** @throws DialRefused CHOICE_EXPIRED, CHOICE_FOR_ANOTHER_CALL, CHOICE_USED */
    function use(choice: ThisCallChoice, agentId: AgentId, dial: EntryDial): void {
        const policy = policyOf(agentId);
        if (policy === undefined) {
            return;
        }
        const read = ({ number, recordId }: Pick<SoftphoneDial, 'number' | 'recordId'>) => ({
            number: readNumber(number, policy.defaultCountry),
            ...(recordId !== undefined && { recordId: toId18(recordId) ?? recordId })
        });
        const refusal = refusalOf({ ...choice, ...read(choice) }, read(dial), now());
        if (refusal !== undefined) {
            throw new DialRefused(refusal);
        }
        const key = `${agentId}:${choice.choiceId}`;
        if ((usedFor.get(key) ?? dial.dialKey) !== dial.dialKey) {
            throw new DialRefused('CHOICE_USED');
        }
        usedFor.set(key, dial.dialKey);
    }

    /** None for an agent who is gone: the decision will say so. */
    function policyOf(agentId: AgentId): EffectivePolicy | undefined {
        try {
            return service.availableNumbers(agentId).policy;
        } catch (error) {
            if (error instanceof ServiceError && error.code === 'UNKNOWN_AGENT') {
                return undefined;
            }
            throw error;
        }
    }

    async function decideAndStart(agentId: AgentId, asked: SoftphoneDial): Promise<DialAnswer> {
        const asking = performance.now();
        const country = policyOf(agentId)?.defaultCountry;
        const dial = await withEntry(agentId, asked, {
            readEntry: (dialEntryId) => service.readEntry(dialEntryId),
            readNumber: (number) => readNumber(number, country),
            now
        });
        const { choice, joins, agentLeaves, ...stated } = dial;
        const joining =
            joins === undefined
                ? {}
                : { joins: callOf(agentId, joins), ...(agentLeaves && { agentLeaves }) };
        if (choice !== undefined) {
            use(choice, agentId, dial);
        }
        const request: DialRequest = {
            ...stated,
            agentId,
            ...(choice !== undefined && { thisCallNumber: choice.callbackNumber })
        };
        const answer = await service.decide(request);
        const names = service.namesIn(answer.trace);
        const decided = performance.now();
        took?.('decision', (decided - asking) / 1_000);
        const call = await start(request, answer, joining);
        if (call.status !== 'decisionOnly') {
            took?.('telephony', (performance.now() - decided) / 1_000);
        }
        return { ...answer, names, call };
    }

    /** @throws DialRefused CALL_OVER */
    function callOf(agentId: AgentId, dialKey: string): string {
        const callId = calls?.callId(agentId, dialKey);
        if (callId === undefined) {
            throw new DialRefused('CALL_OVER');
        }
        return callId;
    }

    /** @throws DialRefused with the code of the telephony's refusal */
    async function start(
        request: DialRequest,
        answer: DecisionAnswer,
        joining: Pick<CallToPlace, 'joins' | 'agentLeaves'>
    ): Promise<CallState> {
        if (calls === undefined || answer.outcome === 'blocked') {
            return { status: 'decisionOnly' };
        }
        try {
            return await calls.place(
                {
                    agentId: answer.agentId as AgentId,
                    number: answer.dialedNumber,
                    callbackNumber: answer.callbackNumber.number,
                    dialKey: answer.dialKey,
                    ...joining
                },
                (refusal) => {
                    refused?.(refusal);
                    service.recordRefusal(request, answer, refusal);
                }
            );
        } catch (error) {
            const { code, reason } = error as CallRefused;
            throw new DialRefused(code, { detail: reason, cause: error });
        }
    }

    return {
        async dial(agentId, dial) {
            const key = `${agentId}:${dial.dialKey}`;
            const content = JSON.stringify(dial);
            const earlier = dials.get(key);
            if (earlier !== undefined && earlier.content !== content) {
                throw new DialRefused('DIAL_KEY_USED');
            }
            if (earlier !== undefined) {
                return earlier.answer;
            }
            const answer = decideAndStart(agentId, dial);
            dials.set(key, { content, answer });
            // What failed may be tried again.
            answer.catch(() => dials.delete(key));
            return answer;
        }
    };
}
