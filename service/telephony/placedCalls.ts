import type { AgentId } from '#resolver';
import { remembering } from '../remembered.ts';
import {
    CallRefused,
    type CallEvent,
    type CallRefusal,
    type CallToPlace,
    type PlacedCall,
    type Telephony
} from './port.ts';

/** How far a call has come. The last two are the end of it. */
export type CallProgress =
    | { readonly status: PlacedCall['status'] | 'ringing' | 'answered' | 'ended' }
    | ({ readonly status: 'failed' } & CallRefusal);

/** The calls of all agents, from the request to the telephony until they are over. */
export interface PlacedCalls {
    /**
     * @param onRefused told once, then or later, that the telephony did not make the call
     * @returns what the telephony said, or `started` where it takes longer than an agent should wait
     * @throws CallRefused where the telephony refuses at once
     */
    place(call: CallToPlace, onRefused: (refusal: CallRefusal) => void): Promise<PlacedCall>;
    /** What a telephony tells of a call; news of calls that nobody placed here is forgotten soon. */
    hear(event: CallEvent): void;
    /** @returns undefined where this agent has placed no such call lately */
    progress(agentId: AgentId, dialKey: string): CallProgress | undefined;
    /** @returns as the telephony names it; undefined where it is over or has no name */
    callId(agentId: AgentId, dialKey: string): string | undefined;
    /** Nothing happens where the call is over. @throws CallRefused */
    end(agentId: AgentId, dialKey: string): Promise<void>;
}

export interface PlacedCallsOptions {
    readonly telephony: Telephony;
    readonly now: () => number;
    /** Milliseconds an answer waits for the telephony; what comes later is progress. */
    readonly answerWithinMs?: number;
}

/** Longer than people talk. */
const REMEMBERED_MS = 4 * 60 * 60_000;
/** A telephony may tell of a call before it has answered the request for it. */
const EARLY_NEWS_MS = 30_000;

const DEFAULTS = { answerWithinMs: 1_000 };

interface Call {
    progress: CallProgress;
    callId?: string;
    readonly onRefused: (refusal: CallRefusal) => void;
}

const ORDER = ['expected', 'started', 'ringing', 'answered', 'ended', 'failed'] as const;

function isOver({ progress }: Call): boolean {
    return progress.status === 'ended' || progress.status === 'failed';
}

export function createPlacedCalls(options: PlacedCallsOptions): PlacedCalls {
    const { telephony, now, answerWithinMs } = { ...DEFAULTS, ...options };
    const calls = remembering<Call>(REMEMBERED_MS, now);
    const byCallId = remembering<Call>(REMEMBERED_MS, now);
    const early = remembering<CallEvent[]>(EARLY_NEWS_MS, now);

    const keyOf = (agentId: AgentId, dialKey: string) => `${agentId}:${dialKey}`;

    /** A call only goes on, whatever order its news comes in. */
    function goOn(call: Call, next: CallProgress): void {
        if (isOver(call) || ORDER.indexOf(next.status) <= ORDER.indexOf(call.progress.status)) {
            return;
        }
        call.progress = next;
        if (next.status === 'failed') {
            call.onRefused({ code: next.code, reason: next.reason });
        }
    }

    function hearOf(call: Call, event: CallEvent): void {
        goOn(
            call,
            event.status === 'failed'
                ? { status: 'failed', ...event.refusal }
                : { status: event.status }
        );
    }

    async function ask(call: Call, asked: CallToPlace): Promise<PlacedCall> {
        try {
            const placed = await telephony.placeCall(asked);
            const { callId } = placed;
            call.progress = { status: placed.status };
            if (callId !== undefined) {
                call.callId = callId;
                byCallId.set(callId, call);
                early.get(callId)?.forEach((event) => hearOf(call, event));
                early.delete(callId);
            }
            return placed;
        } catch (error) {
            const refused =
                error instanceof CallRefused
                    ? error
                    : new CallRefused('CALL_NOT_STARTED', 'It gave no answer we know.', error);
            goOn(call, { status: 'failed', code: refused.code, reason: refused.reason });
            throw refused;
        }
    }

    function callIdOf(agentId: AgentId, dialKey: string): string | undefined {
        const call = calls.get(keyOf(agentId, dialKey));
        return call && !isOver(call) ? call.callId : undefined;
    }

    return {
        async place(asked, onRefused) {
            const call: Call = { progress: { status: 'started' }, onRefused };
            calls.set(keyOf(asked.agentId, asked.dialKey), call);
            const answer = ask(call, asked);
            let timer: NodeJS.Timeout | undefined;
            const patience = new Promise<PlacedCall>((resolve) => {
                timer = setTimeout(() => resolve({ status: 'started' }), answerWithinMs);
            });
            // Where patience wins, the refusal is told as progress and in the log.
            answer.catch(() => undefined);
            return Promise.race([answer, patience]).finally(() => clearTimeout(timer));
        },
        hear(event) {
            const call = byCallId.get(event.callId);
            if (call) {
                hearOf(call, event);
            } else {
                early.set(event.callId, [...(early.get(event.callId) ?? []), event]);
            }
        },
        progress: (agentId, dialKey) => calls.get(keyOf(agentId, dialKey))?.progress,
        callId: callIdOf,
        async end(agentId, dialKey) {
            const callId = callIdOf(agentId, dialKey);
            if (callId !== undefined) {
                await telephony.endCall?.(callId);
            }
        }
    };
}
