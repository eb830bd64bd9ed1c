import twilio from 'twilio';
import { WebhookForged, type CallEvent, type TelephonyWebhook } from '../port.ts';
import { NO_DEVICE } from '../agentDevice.ts';
import { reasonText } from '../reasonText.ts';
import { codeOfError } from './refusals.ts';

/** Statuses of a leg that nobody answered. */
const MISSED = ['busy', 'no-answer', 'canceled'];

/**
 * Status callbacks of the vendor: forms, signed with the account's token over address and fields.
 * The leg to the person called names the agent's leg as its parent, and a call is known by that.
 * @param sawPerson told which leg is the person's
 */
export function createTwilioWebhook(
    authToken: string,
    sawPerson: (callId: string, leg: string) => void
): TelephonyWebhook {
    return {
        path: 'twilio/events',
        read({ url, headers, body }) {
            const fields = Object.fromEntries(new URLSearchParams(body));
            const signature = headers['x-twilio-signature'];
            if (
                signature === undefined ||
                !twilio.validateRequest(authToken, signature, url, fields)
            ) {
                throw new WebhookForged('The signature is not good for this body and address.');
            }
            const { CallSid: leg, ParentCallSid: callId } = fields;
            if (leg !== undefined && callId !== undefined) {
                sawPerson(callId, leg);
            }
            return eventOf(fields);
        }
    };
}

function eventOf(fields: Readonly<Record<string, string | undefined>>): CallEvent | undefined {
    const { CallSid, ParentCallSid, CallStatus: status = '', To = '' } = fields;
    const callId = ParentCallSid ?? CallSid;
    if (callId === undefined) {
        return undefined;
    }
    // Where the agent's own device does not answer, nobody is called at all.
    if (ParentCallSid === undefined && MISSED.includes(status)) {
        return {
            callId,
            status: 'failed',
            refusal: { code: 'CALL_NOT_STARTED', reason: NO_DEVICE }
        };
    }
    if (status === 'completed' || MISSED.includes(status)) {
        return { callId, status: 'ended' };
    }
    if (status === 'failed') {
        const code = Number(fields['ErrorCode'] ?? NaN);
        const words = reasonText(fields['ErrorMessage'] ?? '', To) || 'The call failed.';
        const reason = Number.isNaN(code) ? words : `${words} (${code})`;
        return { callId, status, refusal: { code: codeOfError(code), reason } };
    }
    // That the agent's own device rings is no news.
    if (ParentCallSid === undefined) {
        return undefined;
    }
    if (status === 'ringing') {
        return { callId, status };
    }
    return status === 'in-progress' ? { callId, status: 'answered' } : undefined;
}
