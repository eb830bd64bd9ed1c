import sdk, { type Contact, type PhoneCall } from '@salesforce/scv-connector-base';
import { createChoiceMemory, type ChoiceMemory } from '../client/choiceMemory.ts';
import { orderOfRequest } from '../client/dialOrders.ts';
import type { SessionAnswer, SoftphoneService } from '../client/service.ts';
import type { DialOrder, SoftphoneState } from '../client/types.ts';
import { createConversation, type Conversation } from './conversation.ts';
import { NotOffered } from './notOffered.ts';
import { refusal, type VoiceWords } from './refusals.ts';
import {
    LOGIN_FRAME_HEIGHT,
    publishDecided,
    publishSignedIn,
    publishSignedOut,
    publishStarted
} from './toSalesforce.ts';
import { participantOf, phoneCallOf } from './voiceCall.ts';
import { createVoiceCalls, type VoiceCalls, type VoiceCallsOptions } from './voiceCalls.ts';
import { createVoiceDials, type VoiceDials } from './voiceDials.ts';
import { createVoiceSession, type VoiceSession } from './voiceSession.ts';

export interface VoiceSurroundings {
    readonly service: SoftphoneService;
    readonly words: VoiceWords;
    signIn(): Promise<SessionAnswer>;
    /** While the service is away: when to look again. */
    pause(): Promise<void>;
    /** While a call goes on: when to look how far it is. */
    moment(): Promise<void>;
    now(): number;
    newKey(): string;
    /** Of the tab: calls that outlive the page, as text. */
    readonly kept: VoiceCallsOptions['kept'];
    /** What the page shows while the agent is not signed in; Salesforce hides it afterwards. */
    show(state: SoftphoneState): void;
}

/**
 * The connector of Salesforce Voice: whatever Salesforce asks to be called, the service decides the
 * number to present, and its telephony calls. Nothing is ever decided here: without the service
 * there is no call.
 */
export class VoiceConnector extends NotOffered {
    readonly session: VoiceSession;
    private readonly choices: ChoiceMemory;
    private readonly dials: VoiceDials;
    private readonly calls: VoiceCalls;
    private readonly conversation: Conversation;

    constructor(surroundings: VoiceSurroundings) {
        const { service, words, now } = surroundings;
        super(words);
        this.choices = createChoiceMemory(now);
        this.session = createVoiceSession({
            ...surroundings,
            onSignedIn: publishSignedIn,
            onSignedOut: () => {
                this.calls.forget();
                publishSignedOut();
            }
        });
        this.dials = createVoiceDials({
            ...surroundings,
            tell: publishDecided,
            onChoiceUsed: ({ choiceId }) => this.choices.forget(choiceId),
            onNobody: (who) => {
                this.session.lose(who === 'otherAgent' ? who : undefined);
                if (who === 'otherAgent') {
                    // Nobody calls in the name of the agent who used this browser before.
                    void service.signOut();
                }
            }
        });
        this.calls = createVoiceCalls({
            ...surroundings,
            isThere: () => this.session.isThere(),
            onRefused: ({ order }, { code, reason }) =>
                sdk.publishError({
                    eventType: 'CALL_STARTED',
                    error: this.dials.refuseLater(order, { code, reason })
                })
        });
        this.conversation = createConversation({
            ...surroundings,
            choices: this.choices,
            dials: this.dials,
            calls: this.calls
        });
    }

    override async init() {
        const showLogin = !(await this.session.begin());
        if (!showLogin) {
            this.calls.takeUp();
        }
        return new sdk.InitResult({ showLogin, loginFrameHeight: LOGIN_FRAME_HEIGHT });
    }

    override async logout() {
        if (!(await this.session.signOut())) {
            throw refusal('Callback_Softphone_Away_Title', this.words);
        }
        this.calls.forget();
        return new sdk.LogoutResult({ success: true, loginFrameHeight: LOGIN_FRAME_HEIGHT });
    }

    override async getActiveCalls() {
        return new sdk.ActiveCallsResult({
            activeCalls: this.calls.all().map((call) => phoneCallOf(call))
        });
    }

    override async dial(contact: Contact) {
        const call = await this.conversation.dial(contact);
        return new sdk.CallResult({ call: phoneCallOf(call) });
    }

    /**
     * A call of its own, with a number of its own, that the telephony brings into the first; in a
     * blind transfer the agent is let go at once.
     */
    override async addParticipant(contact: Contact, to: PhoneCall, isBlindTransfer: boolean) {
        const first = this.calls.find(to?.callId);
        if (!first) {
            throw new Error('Somebody is to be added to a call that is over.');
        }
        const added = await this.conversation.add(contact, first, isBlindTransfer);
        if (isBlindTransfer) {
            // The SDK tells Salesforce; what goes on between the two is no call of the agent's.
            this.calls.forget();
        }
        return participantOf(added);
    }

    /** The agent who leaves ends everything; otherwise it is one of the calls. */
    override async endCall(call: PhoneCall) {
        const known = this.calls.find(call?.callId);
        const ending = known ? [known] : isOfAgent(call) ? [...this.calls.all()] : [];
        const ended = await Promise.all(ending.map((one) => this.calls.end(one)));
        if (ending.length === 0 || ended.includes(false)) {
            throw new Error('The telephony could not be told to end the call.');
        }
        return new sdk.HangupResult({ calls: ending.map((one) => phoneCallOf(one)) });
    }

    /** From the bridge component on the page; whatever is not one of its messages is nothing. */
    override handleMessage(message: unknown): void {
        const { source, channel, payload } = (message ?? {}) as Readonly<Record<string, unknown>>;
        if (source !== 'PAGE') {
            return;
        }
        switch (channel) {
            case 'Callback_Number_Chosen__c':
                this.choices.hear(payload);
                break;
            case 'Callback_Dial_Requested__c':
                void this.dialRequested(orderOfRequest(payload));
                break;
            case 'Callback_Default_Changed__c':
                this.dials.readDefault();
                break;
            default:
        }
    }

    /** From the panel, which hears over the bridge what became of it. */
    private async dialRequested(order: DialOrder | undefined): Promise<void> {
        try {
            const call = order && (await this.conversation.request(order));
            if (call) {
                publishStarted(call);
            }
        } catch (error) {
            if (!(error instanceof sdk.CustomError)) {
                throw error;
            }
        }
    }
}

function isOfAgent(call: PhoneCall | undefined): boolean {
    return call?.callAttributes?.participantType === 'Agent';
}
