import type { AgentId, E164 } from '#resolver';

/** What makes calls: a vendor's API, or the agents' own telephones behind the SIP edge. */

export interface CallToPlace {
    readonly agentId: AgentId;
    /** E.164 where it is a full telephone number, otherwise as dialled. */
    readonly number: string;
    /** What the person called will see: the decision, and nothing else, is presented. */
    readonly callbackNumber: E164;
    /** The same for the same dial of this agent. */
    readonly dialKey: string;
    /** The call of this agent that the person called is to join, as `placeCall` named it. */
    readonly joins?: string;
    /** With `joins`, a blind transfer: the person on that call is connected, and the agent let go. */
    readonly agentLeaves?: boolean;
}

/**
 * `started`: the telephony makes the call. `expected`: the agent dials it on their own telephone,
 * within `EXPECTED_FOR_MS`.
 */
export interface PlacedCall {
    readonly status: 'started' | 'expected';
    /** As the telephony names the call; without it nothing more is heard of it. */
    readonly callId?: string;
}

/** So long a decision waits for the agent to dial on their own telephone. */
export const EXPECTED_FOR_MS = 60_000;

export interface Telephony {
    /** @throws CallRefused; any other error counts as CALL_NOT_STARTED */
    placeCall(call: CallToPlace): Promise<PlacedCall>;
    /** Missing where the agent's own telephone is what hangs up. @throws CallRefused */
    endCall?(callId: string): Promise<void>;
}

/** Why there was no call, as a code. */
export type CallRefusalCode =
    /** The callback number is not one that this telephony may present. */
    | 'CALLER_ID_REFUSED'
    /** The number dialled is not one that this telephony calls. */
    | 'NUMBER_REFUSED'
    /** Too many calls at once, or within this second. */
    | 'TELEPHONY_BUSY'
    | 'CALL_NOT_STARTED';

/** What the log says of a call that was decided and not made. */
export interface CallRefusal {
    readonly code: CallRefusalCode;
    /** In the telephony's own words, without secrets and without the number dialled. */
    readonly reason: string;
}

export class CallRefused extends Error implements CallRefusal {
    readonly code: CallRefusalCode;

    constructor(code: CallRefusalCode, reason: string, cause?: unknown) {
        super(reason, { cause });
        this.name = 'CallRefused';
        this.code = code;
    }

    get reason(): string {
        return this.message;
    }
}

/** What a telephony tells of a call later on. A call that ended tells no more. */
export type CallEvent =
    | {
          readonly callId: string;
          readonly status: 'started' | 'ringing' | 'answered' | 'ended';
      }
    | { readonly callId: string; readonly status: 'failed'; readonly refusal: CallRefusal };

/** A request of a telephony to this service, as it came over the wire. */
export interface WebhookRequest {
    /** The whole address as the telephony sees it: signatures may cover it. */
    readonly url: string;
    readonly headers: Readonly<Record<string, string | undefined>>;
    /** Byte for byte. */
    readonly body: string;
}

/** Where a telephony tells what becomes of calls: `POST` to `/telephony/` and this path. */
export interface TelephonyWebhook {
    /** Such as `vonage/events`. */
    readonly path: string;
    /**
     * @returns undefined for what is no news about a call
     * @throws WebhookForged where the signature is not the telephony's
     */
    read(request: WebhookRequest): CallEvent | undefined | Promise<CallEvent | undefined>;
}

/** Not from the telephony: nothing in it is believed. The message says what is wrong, not what would be right. */
export class WebhookForged extends Error {
    constructor(message: string, cause?: unknown) {
        super(message, { cause });
        this.name = 'WebhookForged';
    }
}

/** A telephony, ready to be used by the service. */
export interface ConnectedTelephony {
    readonly telephony: Telephony;
    readonly webhook?: TelephonyWebhook;
    /** For a telephony that tells by itself what becomes of calls, and not by webhook. */
    listen?(hear: (event: CallEvent) => void): void;
    /** Origin of the service as the telephony sees it; that of the softphone page where missing. */
    readonly webhookUrl?: string;
}
