import sdk, { type Contact } from '@salesforce/scv-connector-base';
import type { SoftphoneService } from '../client/service.ts';
import type { CallProgress, DialOrder, TelephonyRefusal } from '../client/types.ts';
import {
    callsOfText,
    isConsult,
    participantOf,
    phoneCallOf,
    textOfCalls,
    type VoiceCall
} from './voiceCall.ts';

export interface VoiceCallsOptions {
    readonly service: SoftphoneService;
    /** While a call goes on: when to look how far it is. */
    moment(): Promise<void>;
    /** A call unknown to the service may be one of an agent who is not signed in any more. */
    isThere(): Promise<boolean>;
    /** Where calls are that outlive the page: as text, `null` where there is none. */
    readonly kept: { read(): string | null; write(calls: string | null): void };
    /** The telephony did not make the call after all. */
    onRefused(call: VoiceCall, refusal: TelephonyRefusal): void;
}

/** The agent's calls that are not over, and what Salesforce is told of them as they go on. */
export interface VoiceCalls {
    all(): readonly VoiceCall[];
    /** @param callId dial key of the call */
    find(callId: string | undefined): VoiceCall | undefined;
    /** Takes up the calls of the page before this one. */
    takeUp(): void;
    /** The telephony has taken the call: it is looked after until it is over. */
    add(order: DialOrder, contact: Contact, isOnOwnTelephone: boolean): VoiceCall;
    /** @returns false where the telephony could not be told: the call is still there */
    end(call: VoiceCall): Promise<boolean>;
    /** Nothing more is heard of any of them. */
    forget(): void;
}

export function createVoiceCalls(options: VoiceCallsOptions): VoiceCalls {
    const { service, moment, kept, onRefused } = options;
    let calls: readonly VoiceCall[] = [];
    const goesOn = (call: VoiceCall) => calls.includes(call);

    function become(next: readonly VoiceCall[]): void {
        calls = next;
        kept.write(calls.length > 0 ? textOfCalls(calls) : null);
    }

    function remove(call: VoiceCall): void {
        become(calls.filter((other) => other !== call));
        if (!isConsult(call)) {
            calls.forEach((other) => {
                other.hasLostFirst = true;
            });
        }
    }

    async function follow(call: VoiceCall): Promise<void> {
        while (goesOn(call)) {
            await moment();

            const progress = goesOn(call) && (await service.callProgress(call.order.dialKey));
            if (progress === false || progress === 'away') {
                continue;
            }

            const isOurs = progress !== undefined || (await options.isThere());
            if (isOurs && goesOn(call)) {
                hear(call, progress);
            }
        }
    }

    /** A call that the service knows nothing of any more is over as far as anybody can say. */
    function hear(call: VoiceCall, progress: CallProgress | undefined): void {
        switch (progress?.status) {
            case 'started':
            case 'expected':
            case 'ringing':
                break;
            case 'answered':
                if (!call.isAnswered) {
                    call.isAnswered = true;
                    publishAnswered(call);
                }
                break;
            case 'failed':
                remove(call);
                publishOver(call, 'error');
                onRefused(call, progress);
                break;
            default:
                remove(call);
                publishOver(call);
        }
    }

    function publishAnswered(call: VoiceCall): void {
        void (isConsult(call)
            ? publish('PARTICIPANT_CONNECTED', participantOf(call))
            : publish('CALL_CONNECTED', new sdk.CallResult({ call: phoneCallOf(call) })));
    }

    /** While others are in the call the conversation goes on. */
    function publishOver(call: VoiceCall, reason?: 'error'): void {
        const over = phoneCallOf(call, reason);
        void (calls.length > 0
            ? publish('PARTICIPANT_REMOVED', new sdk.CallResult({ call: over }))
            : publish('HANGUP', new sdk.HangupResult({ calls: over })));
    }

    return {
        all: () => calls,
        find: (callId) => calls.find(({ order }) => order.dialKey === callId),
        takeUp() {
            become(callsOfText(kept.read()));
            calls.forEach((call) => void follow(call));
        },
        add(order, contact, isOnOwnTelephone) {
            const state = { isAnswered: false, hasLostFirst: false };
            const call = { order, contact, isOnOwnTelephone, ...state };
            become([...calls, call]);
            void follow(call);
            return call;
        },
        async end(call) {
            const isTold = await service.endCall(call.order.dialKey);
            if (isTold) {
                remove(call);
            }
            return isTold;
        },
        forget() {
            become([]);
        }
    };
}

type Published = Parameters<typeof sdk.publishEvent>[0]['eventType'];

function publish(eventType: Published | 'PARTICIPANT_REMOVED', payload: object): Promise<void> {
    return sdk.publishEvent({ eventType: eventType as Published, payload, registerLog: true });
}
