import sdk, { type Contact, type PhoneCall } from '@salesforce/scv-connector-base';
import type { ThisCallChoice } from '#choice';
import { createChoiceMemory, textOf, type ChoiceMemory } from '../client/choiceMemory.ts';
import { orderOfRequest } from '../client/dialOrders.ts';
import type { SessionAnswer, SoftphoneService } from '../client/service.ts';
import type { CallDecided, DialOrder, SoftphoneState } from '../client/types.ts';
import { NotOffered } from './notOffered.ts';
import { refusal, type VoiceWords } from './refusals.ts';
import { participantOf, phoneCallOf, type VoiceCall } from './voiceCall.ts';
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

/** Pixels: room for a sentence of trouble above the button. */
const LOGIN_FRAME_HEIGHT = 350;

/**
 * The connector of Salesforce Voice: whatever Salesforce asks to be called, the service decides the
 * number to present, and its telephony calls. Nothing is ever decided here: without the service
 * there is no call.
 *
 * One conversation at a time. A dial while another is being decided, or while a call goes on, is
 * refused in words; the same dial asked for twice is one call.
 */
export class VoiceConnector extends NotOffered {
    readonly session: VoiceSession;
    private readonly newKey: () => string;
    private readonly choices: ChoiceMemory;
    private readonly dials: VoiceDials;
    private readonly calls: VoiceCalls;
    private placing: { readonly order: DialOrder; readonly call: Promise<VoiceCall> } | undefined;

    constructor(surroundings: VoiceSurroundings) {
        const { service, words, now, newKey } = surroundings;
        super(words);
        this.newKey = newKey;
        this.choices = createChoiceMemory(now);
        this.session = createVoiceSession({
            ...surroundings,
            onSignedIn: () => publishSignedIn(),
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
        const call = await this.once(this.orderOf(contact), contact, 'call');
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
        if (first.isOnOwnTelephone) {
            throw refusal('Callback_Voice_Not_Offered', this.words);
        }
        const order = {
            ...this.orderOf(contact),
            joins: first.order.dialKey,
            ...(isBlindTransfer && { agentLeaves: true })
        };
        const added = await this.once(order, contact, 'participant');
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
        const isKnown = [this.placing?.order, ...this.calls.all().map((call) => call.order)].some(
            (other) => other?.dialKey === order?.dialKey
        );
        if (!order || isKnown) {
            return;
        }
        const { number: phoneNumber, recordId } = order;
        const contact = new sdk.Contact({
            phoneNumber,
            type: 'PhoneNumber',
            ...(recordId && { recordId })
        } as ConstructorParameters<typeof sdk.Contact>[0]);
        try {
            const call = await this.place(order, contact);
            await sdk.publishEvent({
                eventType: 'CALL_STARTED',
                payload: new sdk.CallResult({ call: phoneCallOf(call) }),
                registerLog: true
            });
        } catch (error) {
            if (!(error instanceof sdk.CustomError)) {
                throw error;
            }
        }
    }

    /** What Salesforce asks for twice is one call, with the number chosen for it on a page. */
    private async once(
        order: DialOrder,
        contact: Contact,
        what: 'call' | 'participant'
    ): Promise<VoiceCall> {
        const isSame = (other: DialOrder) => isSameCall(other, order);
        const there = this.calls.all().find((call) => isSame(call.order));
        if (there) {
            return there;
        }
        if (this.placing && isSame(this.placing.order)) {
            return this.placing.call;
        }
        this.refuseWhileBusy(order, what);
        const choice = this.choiceFor(order);
        const again = this.dials.unanswered(
            (other) => isSame(other) && other.choice?.choiceId === choice?.choiceId
        );
        return this.place(again ?? { ...order, ...(choice && { choice }) }, contact, what);
    }

    /** It stays until a call is decided with it, as it does on the page where it was chosen. */
    private choiceFor(order: DialOrder): ThisCallChoice | undefined {
        const choice = this.choices.take(order);
        this.choices.hear(choice);
        return choice;
    }

    private async place(
        order: DialOrder,
        contact: Contact,
        what: 'call' | 'participant' = 'call'
    ): Promise<VoiceCall> {
        this.refuseWhileBusy(order, what);
        const call = this.dials
            .place(order)
            .then((status) => this.calls.add(order, contact, status === 'expected'));
        this.placing = { order, call };
        try {
            return await call;
        } finally {
            this.placing = undefined;
        }
    }

    private refuseWhileBusy(order: DialOrder, what: 'call' | 'participant'): void {
        if (this.placing || (what === 'call' && this.calls.all().length > 0)) {
            throw this.dials.refuseBusy(order);
        }
    }

    private orderOf({ phoneNumber, recordId, name }: Contact): DialOrder {
        const number = textOf(phoneNumber);
        if (!number) {
            throw refusal('Callback_Voice_No_Number', this.words);
        }
        return {
            dialKey: this.newKey(),
            channel: recordId ? 'clickToDial' : 'manual',
            number,
            ...(recordId && { recordId }),
            ...(name && { recordName: name })
        };
    }
}

/** As the agent means it: whom, from which record, into which call. */
function isSameCall(one: DialOrder, other: DialOrder): boolean {
    return (
        one.number === other.number && one.recordId === other.recordId && one.joins === other.joins
    );
}

function isOfAgent(call: PhoneCall | undefined): boolean {
    return call?.callAttributes?.participantType === 'Agent';
}

function publishSignedIn(): void {
    void sdk.publishEvent({
        eventType: 'LOGIN_RESULT',
        payload: new sdk.GenericResult({ success: true }),
        registerLog: true
    });
}

function publishSignedOut(): void {
    void sdk.publishEvent({
        eventType: 'LOGOUT_RESULT',
        payload: new sdk.LogoutResult({ success: true, loginFrameHeight: LOGIN_FRAME_HEIGHT }),
        registerLog: true
    });
}

/** Not into the SDK's log, which goes to Salesforce: there are telephone numbers in it. */
function publishDecided(payload: CallDecided): void {
    void sdk.publishEvent({
        eventType: 'MESSAGE',
        payload: { source: 'CONNECTOR', channel: 'Callback_Call_Decided__c', payload },
        registerLog: false
    });
}
