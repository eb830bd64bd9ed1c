import { CHOICE_LIVES_MS } from 'c/callbackChoice';
import type { LastCall } from 'c/callbackLastCall';
import type { CallbackNumber, Directory, NumberId } from 'c/callbackResolver';

/** A number chosen for the next call; bound to the number dialled once that is known. */
export interface Chosen {
    readonly numberId: NumberId;
    readonly choiceId: string;
    /** E.164. */
    readonly callbackNumber: string;
    /** Milliseconds since 1970. */
    readonly chosenAt: number;
}

/** `Callback_Dial_Requested__c`: all text. */
export interface DialRequest {
    readonly dialKey: string;
    /** Who asks. */
    readonly agentId: string;
    readonly number: string;
    readonly recordId?: string;
    readonly objectApiName?: string;
    readonly dialEntryId?: string;
    readonly dialListId?: string;
    readonly callbackNumber?: string;
    readonly choiceId?: string;
    readonly chosenAt?: string;
    readonly requestedAt: string;
}

export function choose(number: CallbackNumber, now: number): Chosen {
    return {
        numberId: number.id,
        choiceId: crypto.randomUUID(),
        callbackNumber: number.number,
        chosenAt: now
    };
}

export function isExpired({ chosenAt }: Chosen, now: number): boolean {
    return now - chosenAt >= CHOICE_LIVES_MS;
}

/** What a call is about. `number`: E.164 where it is a full telephone number, else as typed. */
export type CallOf = Pick<
    DialRequest,
    'number' | 'recordId' | 'objectApiName' | 'dialEntryId' | 'dialListId'
>;

export function requestFor(
    agentId: string,
    call: CallOf,
    chosen: Chosen | undefined,
    now: number
): DialRequest {
    return {
        dialKey: crypto.randomUUID(),
        agentId,
        ...call,
        ...(chosen && {
            callbackNumber: chosen.callbackNumber,
            choiceId: chosen.choiceId,
            chosenAt: String(chosen.chosenAt)
        }),
        requestedAt: String(now)
    };
}

/** `Callback_Call_Decided__c`, as far as it is told. */
export interface CallDecided {
    readonly dialKey: string;
    /** Set where a number was presented. */
    readonly callbackNumberId?: NumberId;
    readonly call: LastCall;
}

const STATUSES = ['started', 'expected'] as const;

/** @returns undefined for a message that says nothing there would be to show */
export function readDecided(message: unknown, names?: Directory): CallDecided | undefined {
    const told = (message ?? {}) as Readonly<Record<string, unknown>>;
    const text = (field: string) => (typeof told[field] === 'string' ? told[field] : '');
    const [dialKey, number, callbackNumber] = ['dialKey', 'number', 'callbackNumber'].map(text) as [
        string,
        string,
        string
    ];
    const outcome = text('outcome');
    if (outcome === 'blocked' || outcome === 'failed') {
        return { dialKey, call: { kind: outcome, number, message: text('message') } };
    }
    if (outcome !== 'presented' || !callbackNumber) {
        return undefined;
    }
    const known = names?.numberByE164(callbackNumber);
    return {
        dialKey,
        ...(known && { callbackNumberId: known.id }),
        call: {
            kind: 'presented',
            number,
            callbackNumber,
            ...(known && { callbackLabel: known.label }),
            source: text('source'),
            // Only what was started is called a call; anything else is no more than a decision.
            status: STATUSES.find((status) => status === text('call')) ?? 'decisionOnly'
        }
    };
}
