import { createHash } from 'node:crypto';
import { jwtVerify } from 'jose';
import {
    WebhookForged,
    type CallEvent,
    type CallRefusal,
    type TelephonyWebhook,
    type WebhookRequest
} from '../port.ts';
import { NO_DEVICE } from '../agentDevice.ts';
import { reasonText } from '../reasonText.ts';

/** Older than this, a webhook is not news but somebody's copy. */
const FRESH_FOR = '5m';

/** An event of a leg, as the vendor documents it; all of it may be missing. */
interface LegEvent {
    readonly status?: string;
    readonly uuid?: string;
    readonly conversation_uuid?: string;
    readonly to?: string;
    readonly detail?: string;
    readonly reason?: string;
}

/** Statuses of a leg that nobody answered. */
const MISSED = ['busy', 'timeout', 'unanswered', 'cancelled'];

/** What the legs of a call are. */
export interface LegNews {
    /** Whether an event is about the agent's own leg: that it rings there is no news. */
    isAgentsDevice(to: string): boolean;
    /** Told which leg is the person's. */
    sawPerson(callId: string, leg: string): void;
}

/** Signed webhooks of the vendor: a JWT in the header, with the hash of the body in it. */
export function createVonageWebhook(signatureSecret: string, legs: LegNews): TelephonyWebhook {
    const key = new TextEncoder().encode(signatureSecret);

    /** @throws WebhookForged */
    async function believe({ headers, body }: WebhookRequest): Promise<void> {
        const token = /^Bearer (.+)$/i.exec(headers['authorization'] ?? '')?.[1];
        if (token === undefined) {
            throw new WebhookForged('There is no signature.');
        }
        try {
            const { payload } = await jwtVerify(token, key, {
                algorithms: ['HS256'],
                maxTokenAge: FRESH_FOR,
                clockTolerance: '30s'
            });
            const hash = createHash('sha256').update(body).digest('hex');
            if (payload['payload_hash'] !== hash) {
                throw new Error('The body is not the one that was signed.');
            }
        } catch (cause) {
            throw new WebhookForged('The signature is not good for this body now.', cause);
        }
    }

    return {
        path: 'vonage/events',
        async read(request) {
            await believe(request);
            const event = parse(request.body);
            const { uuid, conversation_uuid: callId, to = '' } = event;
            if (uuid !== undefined && callId !== undefined && !legs.isAgentsDevice(to)) {
                legs.sawPerson(callId, uuid);
            }
            return eventOf(event, legs);
        }
    };
}

function parse(body: string): LegEvent {
    try {
        return (JSON.parse(body) ?? {}) as LegEvent;
    } catch {
        return {};
    }
}

function eventOf(
    { status = '', conversation_uuid: callId, to = '', detail, reason }: LegEvent,
    { isAgentsDevice }: LegNews
): CallEvent | undefined {
    if (callId === undefined) {
        return undefined;
    }
    const isOwn = isAgentsDevice(to);
    // Whoever declines a call has seen its number: the call was made, and is over.
    if (status === 'completed' || (!isOwn && (MISSED.includes(status) || detail === 'declined'))) {
        return { callId, status: 'ended' };
    }
    // Where the agent's own device does not answer, nobody is called at all.
    if (isOwn && MISSED.includes(status)) {
        return {
            callId,
            status: 'failed',
            refusal: { code: 'CALL_NOT_STARTED', reason: NO_DEVICE }
        };
    }
    if (status === 'failed' || status === 'rejected') {
        const words = reasonText([detail, reason].filter(Boolean).join(': '), to);
        return { callId, status: 'failed', refusal: refusalOf(detail, words || status) };
    }
    return (status === 'ringing' || status === 'answered') && !isOwn
        ? { callId, status }
        : undefined;
}

/** `detail` is a word of a documented list. */
function refusalOf(detail: string | undefined, reason: string): CallRefusal {
    switch (detail) {
        case 'restricted':
            return { code: 'CALLER_ID_REFUSED', reason };
        case 'invalid_number':
        case 'number_out_of_service':
        case 'cannot_route':
            return { code: 'NUMBER_REFUSED', reason };
        default:
            return { code: 'CALL_NOT_STARTED', reason };
    }
}
