import sdk, { type Contact } from '@salesforce/scv-connector-base';
import type { SoftphoneService } from '../client/service.ts';
import type { CallProgress, DialOrder, TelephonyRefusal } from '../client/types.ts';
import { isConsult, participantOf, phoneCallOf, type VoiceCall } from './voiceCall.ts';

export interface VoiceCallsOptions {
    readonly service: SoftphoneService;
    /** While a call goes on: when to look how far it is. */
    moment(): Promise<void>;
    /** The telephony did not make the call after all. */
    onRefused(call: VoiceCall, refusal: TelephonyRefusal): void;
}

/** The agent's calls that are not over, and what Salesforce is told of them as they go on. */
export interface VoiceCalls {
    all(): readonly VoiceCall[];
    /** @param callId dial key of the call */
    find(callId: string | undefined): VoiceCall | undefined;
    /** The telephony has taken the call: it is looked after until it is over. */
    add(order: DialOrder, contact: Contact): VoiceCall;
    /** @returns false where the telephony could not be told: the call is still there */
    end(call: VoiceCall): Promise<boolean>;
    /** Nothing more is heard of any of them. */
    forget(): void;
}

export function createVoiceCalls({ service, moment, onRefused }: VoiceCallsOptions): VoiceCalls {
    let calls: readonly VoiceCall[] = [];
    const goesOn = (call: VoiceCall) => calls.includes(call);

    function remove(call: VoiceCall): void {
        calls = calls.filter((other) => other !== call);
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
            if (progress !== false && progress !== 'away' && goesOn(call)) {
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
        add(order, contact) {
            const call = { order, contact, isAnswered: false, hasLostFirst: false };
            calls = [...calls, call];
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
            calls = [];
        }
    };
}

type Published = Parameters<typeof sdk.publishEvent>[0]['eventType'];

function publish(eventType: Published | 'PARTICIPANT_REMOVED', payload: object): Promise<void> {
    return sdk.publishEvent({ eventType: eventType as Published, payload, registerLog: true });
}
