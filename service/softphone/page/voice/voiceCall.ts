import sdk, { type CallInfo, type Contact, type PhoneCall } from '@salesforce/scv-connector-base';
import type { DialOrder } from '../client/types.ts';

/** A call of the agent, from the telephony's answer until it is over. */
export interface VoiceCall {
    /** Its dial key is what Salesforce knows the call by; with `joins`, somebody added to a call. */
    readonly order: DialOrder;
    readonly contact: Contact;
    /** No more is heard of it than whether it was dialled, and nobody is brought into it. */
    readonly isOnOwnTelephone: boolean;
    isAnswered: boolean;
    /** Whom the agent called first has left; those who were added go on. */
    hasLostFirst: boolean;
}

export function isConsult({ order }: VoiceCall): boolean {
    return order.joins !== undefined;
}

/** As Salesforce has it; new each time, for the SDK writes into it. */
export function phoneCallOf(call: VoiceCall, reason?: 'error'): PhoneCall {
    const { order, contact, isAnswered } = call;
    const [waiting, talking] = isConsult(call)
        ? ['transferring', 'transferred']
        : ['ringing', 'connected'];
    return new sdk.PhoneCall({
        callId: order.dialKey,
        callType: isConsult(call) ? 'AddParticipant' : 'Outbound',
        contact,
        phoneNumber: order.number,
        state: isAnswered ? talking : waiting,
        callAttributes: Object.assign(
            new sdk.PhoneCallAttributes({
                participantType: isConsult(call) ? 'Third_Party' : 'Initial_Caller',
                ...(order.joins !== undefined && { parentId: order.joins })
            }),
            // The SDK reads it from here.
            { initialCallHasEnded: call.hasLostFirst }
        ),
        callInfo: callInfo(),
        ...(reason && { reason })
    });
}

export function participantOf(call: VoiceCall) {
    return new sdk.ParticipantResult({
        callId: call.order.dialKey,
        phoneNumber: call.order.number,
        initialCallHasEnded: call.hasLostFirst,
        callInfo: callInfo()
    });
}

/** What can be done with the call: add somebody, end it. The rest is done on the telephone. */
function callInfo(): CallInfo {
    return new sdk.CallInfo({
        isOnHold: false,
        isSoftphoneCall: false,
        muteEnabled: false,
        holdEnabled: false,
        recordEnabled: false,
        swapEnabled: false,
        conferenceEnabled: false,
        extensionEnabled: false,
        showMuteButton: false,
        showRecordButton: false,
        showMergeButton: false,
        showSwapButton: false
    } as ConstructorParameters<typeof CallInfo>[0]);
}

/** Of calls, to be kept where the page is loaded anew. */
export function textOfCalls(calls: readonly VoiceCall[]): string {
    return JSON.stringify(calls);
}

/** @returns none where the text is not one of `textOfCalls` */
export function callsOfText(text: string | null): VoiceCall[] {
    try {
        const calls = JSON.parse(text ?? '[]') as readonly VoiceCall[];
        return calls.map(({ order, contact, isOnOwnTelephone, isAnswered, hasLostFirst }) => ({
            order: { ...order, dialKey: String(order.dialKey), number: String(order.number) },
            contact: new sdk.Contact(contact as ConstructorParameters<typeof Contact>[0]),
            isOnOwnTelephone: isOnOwnTelephone === true,
            isAnswered: isAnswered === true,
            hasLostFirst: hasLostFirst === true
        }));
    } catch {
        return [];
    }
}
