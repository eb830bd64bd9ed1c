import { fieldsOf, type GivenCall, type TelephonyEvent } from './protocol.ts';

/** The telephone as the page shows it, and what each event of the connector makes of it. Pure. */

export interface VoiceCall {
    readonly callId: string;
    /** Somebody who was added to the call. */
    readonly isThirdParty: boolean;
    readonly number: string;
    readonly name?: string;
    readonly state: 'ringing' | 'connected';
    /** As the connector gave it. */
    readonly given: GivenCall;
}

/** A code of the SDK, or an error of the connector's own, whose words are a custom label. */
export type PhoneProblem =
    | { readonly kind: 'code'; readonly code: string }
    | {
          readonly kind: 'custom';
          readonly labelName: string;
          readonly namespace: string;
          readonly message: string;
      };

export interface Phone {
    readonly status: 'connecting' | 'signIn' | 'ready';
    /** Pixels of the connector's own page while it is shown: it asks the agent to sign in. */
    readonly loginHeight?: number;
    /** The first is the call, the second who was added to it. */
    readonly calls: readonly VoiceCall[];
    /** What was asked for and not answered yet. */
    readonly asked?: { readonly what: 'dial' | 'add' | 'end'; readonly number: string };
    /** The call that ended last; until the next one. */
    readonly ended?: { readonly number: string; readonly isFailed: boolean };
    readonly problem?: PhoneProblem;
}

export const CONNECTING: Phone = { status: 'connecting', calls: [] };

/** The SDK's own, where the connector names none. */
const LOGIN_HEIGHT = 350;

export function ready({ calls }: Phone): Phone {
    return { status: 'ready', calls };
}

/** The answer to come does away with what was said before. */
export function asking(phone: Phone, asked: NonNullable<Phone['asked']>): Phone {
    const { ended: _ended, problem: _problem, ...rest } = phone;
    return { ...rest, asked };
}

export function heard(phone: Phone, { type, payload }: TelephonyEvent): Phone {
    const { asked: _asked, ...answered } = phone;
    switch (type) {
        case 'SHOW_LOGIN':
            return { ...answered, status: 'signIn', loginHeight: heightOf(payload) };
        case 'LOGIN_RESULT':
            return fieldsOf(payload).success === true
                ? signedIn(answered)
                : { ...phone, problem: { kind: 'code', code: 'CAN_NOT_LOG_IN' } };
        case 'LOGOUT_RESULT':
            return fieldsOf(payload).success === true
                ? { status: 'signIn', loginHeight: heightOf(payload), calls: [] }
                : phone;
        case 'CALL_STARTED':
        case 'CALL_CONNECTED':
            return withCall(answered, type === 'CALL_STARTED' ? 'ringing' : 'connected', payload);
        case 'CALL_FAILED':
            return { ...answered, calls: phone.calls.filter(({ state }) => state === 'connected') };
        case 'HANGUP':
            return withoutCalls(answered, payload);
        case 'PARTICIPANT_ADDED':
            return withThirdParty(answered, 'ringing', payload);
        case 'PARTICIPANT_CONNECTED':
            return withThirdParty(answered, 'connected', payload);
        case 'PARTICIPANT_REMOVED':
            return withoutParticipant(phone, payload);
        case 'ERROR':
            return { ...answered, problem: problemOf(payload) };
        default:
            return phone;
    }
}

function signedIn({ loginHeight: _height, problem: _problem, ...rest }: Phone): Phone {
    return { ...rest, status: 'connecting' };
}

function heightOf(payload: unknown): number {
    const { loginFrameHeight } = fieldsOf(payload);
    return typeof loginFrameHeight === 'number' && loginFrameHeight > 0
        ? loginFrameHeight
        : LOGIN_HEIGHT;
}

/** A call that is heard of for the first time takes the place of any other. */
function withCall(phone: Phone, told: VoiceCall['state'], payload: unknown): Phone {
    const { ended: _ended, problem: _problem, ...rest } = phone;
    const given = fieldsOf(payload);
    const contact = fieldsOf(given.contact);
    const callId = text(given.callId);
    const [known, ...others] = phone.calls;
    const isKnown = known?.callId === callId;
    const name = text(contact.name) || (isKnown && known.name);
    const call: VoiceCall = {
        callId,
        isThirdParty: false,
        number: text(given.phoneNumber) || text(contact.phoneNumber) || (known?.number ?? ''),
        ...(name && { name }),
        state: given.state === 'connected' ? 'connected' : told,
        given
    };
    return { ...rest, calls: [call, ...(isKnown ? others : [])] };
}

/** Without a name of a call the whole conversation is over. */
function withoutCalls(phone: Phone, payload: unknown): Phone {
    const [first] = phone.calls;
    const over = (Array.isArray(payload) ? payload : [payload]).map(fieldsOf);
    const ids = over.map(({ callId }) => text(callId)).filter(Boolean);
    if (!first || (ids.length > 0 && !ids.includes(first.callId))) {
        return { ...phone, calls: phone.calls.filter(({ callId }) => !ids.includes(callId)) };
    }
    const isFailed = over.some(({ reason }) => reason === 'error');
    return { ...phone, calls: [], ended: { number: first.number, isFailed } };
}

function withThirdParty(phone: Phone, state: VoiceCall['state'], payload: unknown): Phone {
    const { problem: _problem, ...rest } = phone;
    const { callId, phoneNumber, initialCallHasEnded } = fieldsOf(payload);
    const known = phone.calls.find(({ isThirdParty }) => isThirdParty);
    const first = phone.calls.filter(({ isThirdParty }) => !isThirdParty && !initialCallHasEnded);
    const number = text(phoneNumber) || (known?.number ?? '');
    const id = text(callId) || (known?.callId ?? '');
    const third: VoiceCall = {
        callId: id,
        isThirdParty: true,
        number,
        state,
        given: {
            callId: id,
            callType: 'AddParticipant',
            phoneNumber: number,
            callAttributes: { participantType: 'Third_Party' }
        }
    };
    return { ...rest, calls: [...first, third] };
}

/** Where adding somebody failed, nobody goes. */
function withoutParticipant(phone: Phone, payload: unknown): Phone {
    const { asked, ...answered } = phone;
    const { callId, reason } = fieldsOf(payload);
    if (asked?.what === 'add' && reason === 'error') {
        return answered;
    }
    const leaves = (call: VoiceCall) => (text(callId) ? call.callId === callId : call.isThirdParty);
    return { ...answered, calls: phone.calls.filter((call) => !leaves(call)) };
}

function problemOf(payload: unknown): PhoneProblem {
    const { message, customError } = fieldsOf(payload);
    if (!customError) {
        return { kind: 'code', code: text(message) };
    }
    const { labelName, namespace, message: words } = fieldsOf(customError);
    return {
        kind: 'custom',
        labelName: text(labelName),
        namespace: text(namespace),
        message: text(words)
    };
}

function text(value: unknown): string {
    return typeof value === 'string' ? value : '';
}
