import { LightningElement, api, wire } from 'lwc';
import title from '@salesforce/label/c.Callback_Channel_Click_To_Dial';
import noPhone from '@salesforce/label/c.Callback_Dial_No_Phone';
import CALL_DECIDED from '@salesforce/messageChannel/Callback_Call_Decided__c';
import NUMBER_CHOSEN from '@salesforce/messageChannel/Callback_Number_Chosen__c';
import {
    APPLICATION_SCOPE,
    MessageContext,
    publish,
    subscribe,
    unsubscribe,
    type Subscription
} from 'lightning/messageService';
import type { AgentView, DirectoryState } from 'c/callbackData';
import type { CallbackNumber, Directory, NumberId } from 'c/callbackResolver';
import type { LoadState } from 'c/callbackState';
import type { DialRow } from 'c/clickToDialNumber';
import type { RecordState } from 'c/clickToDialRecord';
import { ChoiceKeeper, choiceOf, type Choices } from './choices';
import { lastCallOf, type CallDecided } from './lastCall';
import { mayChoose, outlooksOf, type Outlook } from './outlooks';
import { phonesOf, sameRecord, type Phone } from './phones';

/**
 * Container. The telephone numbers of a record, each with the callback number that will be
 * presented. A number chosen for one call rides with the click and is told to the application; it
 * is bound to number and record, lives for seconds, is used once, and can be taken back. A blocked
 * number has no link: an agent who clicks expects a call. Where a choice could help, it is offered.
 */
export default class ClickToDial extends LightningElement {
    @api objectApiName: string | undefined;

    @api get recordId(): string | undefined {
        return this._recordId;
    }
    set recordId(recordId: string | undefined) {
        if (recordId !== this._recordId) {
            this._recordId = recordId;
            this.ruleFields = [];
            this._lastCalls = new Map();
            this._keeper.forgetAll();
        }
    }

    words = { noPhone, title };
    _recordId: string | undefined;
    _directory: DirectoryState = { kind: 'loading' };
    _record: RecordState = { kind: 'loading' };
    /** What the rules ask about the record. */
    ruleFields: readonly string[] = [];
    _phones: readonly Phone[] = [];
    _outlooks: ReadonlyMap<string, Outlook> = new Map();
    /** What became of calls, by number dialled. */
    _lastCalls: ReadonlyMap<string, string> = new Map();
    _choices: Choices = new Map();
    _now = 0;
    _keeper = new ChoiceKeeper((choices, now) => {
        this._choices = choices;
        this._now = now;
        this.look();
    });
    _subscription: Subscription | undefined;

    @wire(MessageContext) messageContext!: Parameters<typeof publish>[0];

    override connectedCallback(): void {
        this._subscription = subscribe(
            this.messageContext,
            CALL_DECIDED,
            (message) => this.handleDecided(message as CallDecided),
            { scope: APPLICATION_SCOPE }
        );
        this._keeper.resume();
    }
    override disconnectedCallback(): void {
        if (this._subscription) {
            unsubscribe(this._subscription);
        }
        this._keeper.pause();
    }

    get agent(): AgentView | undefined {
        return 'agent' in this._directory ? this._directory.agent : undefined;
    }
    get names(): Directory | undefined {
        return this.agent?.directory;
    }
    get numbers(): readonly CallbackNumber[] {
        return this.agent?.numbers ?? [];
    }
    get mayChoose(): boolean {
        return this.agent !== undefined && mayChoose(this.agent);
    }
    /** The directory's, then the record's. Without a principal number others can be presented. */
    get state(): LoadState {
        const { agent, _directory: directory } = this;
        const isEmpty = directory.kind === 'notConfigured' && agent?.numbers.length === 0;
        return agent && !isEmpty ? this._record : directory;
    }
    get rows(): DialRow[] {
        const { agent } = this;
        if (!agent) {
            return [];
        }
        return this._phones.map((phone) => ({
            ...phone,
            recordId: this.recordId!,
            ...(this._outlooks.get(phone.number) ?? { decision: null }),
            ...choiceOf(agent.agentId, this._choices.get(phone.number), this._now),
            lastCall: this._lastCalls.get(phone.number)
        }));
    }
    get hasNoPhone(): boolean {
        return this._phones.length === 0;
    }

    handleDirectory({ detail }: CustomEvent<{ state: DirectoryState }>): void {
        this._directory = detail.state;
        this.look();
    }
    handleRecord({ detail }: CustomEvent<{ state: RecordState }>): void {
        this._record = detail.state;
        this.look();
    }
    handleRetry(): void {
        for (const name of ['c-callback-directory', 'c-click-to-dial-record']) {
            this.template!.querySelector<RefreshableElement>(name)?.refresh();
        }
    }
    handleChoose({ detail }: CustomEvent<{ number: string; numberId: NumberId | null }>): void {
        const { number, numberId } = detail;
        const callbackNumber = numberId && this.names?.numbers.get(numberId)?.number;
        const choice = callbackNumber
            ? this._keeper.choose(number, callbackNumber, this.recordId)
            : this._keeper.takeBack(number);
        if (choice) {
            const chosenAt = String(choice.chosenAt);
            publish(this.messageContext, NUMBER_CHOSEN, { ...choice, chosenAt });
        }
    }
    /** A call that failed to be decided has not used the choice. */
    handleDecided(call: CallDecided): void {
        if (!sameRecord(call.recordId, this.recordId)) {
            return;
        }
        const number = this.agent?.readNumber(call.number ?? '') ?? call.number ?? '';
        const lastCall = lastCallOf(call, this.names);
        if (lastCall) {
            this._lastCalls = new Map([...this._lastCalls, [number, lastCall]]);
        }
        if (call.outcome !== 'failed') {
            this._keeper.use(number);
        }
    }

    /** Looks ahead: what will happen to each number, and what has to be read to know it. */
    look(): void {
        const { agent, _record: read, recordId, objectApiName } = this;
        if (!agent || read.kind !== 'ready' || !recordId || !objectApiName) {
            return;
        }
        this._phones = read.record ? phonesOf(agent, read.phoneFields, read.record) : [];
        const { byNumber, missing } = outlooksOf(
            agent,
            { recordId, objectApiName },
            this._phones,
            this._choices,
            read.facts
        );
        this._outlooks = byNumber;
        const unasked = missing.filter((field) => !this.ruleFields.includes(field));
        if (unasked.length > 0) {
            this.ruleFields = [...this.ruleFields, ...unasked];
        }
    }
}

interface RefreshableElement extends Element {
    refresh(): Promise<void>;
}
