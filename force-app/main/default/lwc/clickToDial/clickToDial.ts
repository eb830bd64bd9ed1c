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
import { getObjectInfo, type ObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecord, type RecordRepresentation } from 'lightning/uiRecordApi';
import {
    factsOfRecord,
    fieldNamesOf,
    phoneFieldsOf,
    type AgentView,
    type DirectoryState,
    type PhoneField
} from 'c/callbackData';
import { reduceErrors } from 'c/callbackErrors';
import type { CallbackNumber, Directory, Facts, NumberId } from 'c/callbackResolver';
import type { DialRow } from 'c/clickToDialNumber';
import { ChoiceKeeper, type Choices } from './choices';
import { mayChoose, outlooksOf, type Outlook } from './outlooks';
import { phonesOf, rowsOf, sameRecord, type Phone } from './phones';

interface Wired<Data> {
    readonly data?: Data;
    readonly error?: unknown;
}

/** What of `Callback_Call_Decided__c` this component goes by. */
interface CallDecided {
    readonly number?: string;
    readonly recordId?: string;
    readonly outcome?: string;
}

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
            this._record = undefined;
            this._facts = undefined;
            this._phones = [];
            this._keeper.forgetAll();
            this.readRecord();
        }
    }

    words = { noPhone, title };
    _recordId: string | undefined;
    _directory: DirectoryState = { kind: 'loading' };
    _phoneFields: readonly PhoneField[] | undefined;
    _record: RecordRepresentation | undefined;
    /** What the rules ask about the record. */
    _facts: Facts | undefined;
    _infoErrors: readonly string[] = [];
    _recordErrors: readonly string[] = [];
    _phones: readonly Phone[] = [];
    _outlooks: ReadonlyMap<string, Outlook> = new Map();
    _choices: Choices = new Map();
    _now = 0;
    _keeper = new ChoiceKeeper((choices, now) => {
        this._choices = choices;
        this._now = now;
        this.look();
    });
    _subscription: Subscription | undefined;

    // What the wires ask for; undefined while there is nothing to ask.
    _readId: string | undefined;
    _phoneFieldNames: readonly string[] | undefined;
    _ruleReadId: string | undefined;
    _ruleFieldNames: readonly string[] = [];

    @wire(MessageContext) messageContext!: Parameters<typeof publish>[0];

    @wire(getObjectInfo, { objectApiName: '$objectApiName' })
    takeObjectInfo({ data, error }: Wired<ObjectInfo>): void {
        this._infoErrors = reduceErrors(error);
        if (data) {
            this._phoneFields = phoneFieldsOf(data);
            const names = fieldNamesOf(data.apiName, this._phoneFields);
            this._phoneFieldNames = names.length > 0 ? names : undefined;
        }
    }

    @wire(getRecord, { recordId: '$_readId', fields: '$_phoneFieldNames' })
    takeRecord({ data, error }: Wired<RecordRepresentation>): void {
        this._recordErrors = reduceErrors(error);
        if (data) {
            this._record = data;
            this.look();
        }
    }

    /** Optional fields: one that is hidden from the agent must not hide the others. */
    @wire(getRecord, {
        recordId: '$_ruleReadId',
        fields: '$_phoneFieldNames',
        optionalFields: '$_ruleFieldNames'
    })
    takeRuleFields({ data, error }: Wired<RecordRepresentation>): void {
        if (data || error) {
            this._facts = factsOfRecord(this.objectApiName!, this._ruleFieldNames, data ?? null);
            this.look();
        }
    }

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
    get state(): DirectoryState {
        const { agent, _directory: directory } = this;
        if (!agent || (directory.kind === 'notConfigured' && agent.numbers.length === 0)) {
            return directory;
        }
        const errors = [...this._infoErrors, ...this._recordErrors];
        if (errors.length > 0) {
            return { kind: 'failed', errors };
        }
        const isRead = this._record || (this._phoneFields && !this._phoneFieldNames);
        return isRead ? { kind: 'ready', agent } : { kind: 'loading' };
    }
    get rows(): DialRow[] {
        return rowsOf(this.recordId ?? '', this._phones, this._outlooks, this._choices, this._now);
    }
    get hasNoPhone(): boolean {
        return this._phones.length === 0;
    }

    handleState({ detail }: CustomEvent<{ state: DirectoryState }>): void {
        this._directory = detail.state;
        this.look();
    }
    handleRetry(): void {
        const directory = this.template!.querySelector<RefreshableElement>('c-callback-directory');
        directory?.refresh();
        this.readRecord();
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
    handleDecided({ number = '', recordId = '', outcome }: CallDecided): void {
        if (outcome !== 'failed' && sameRecord(recordId, this.recordId)) {
            this._keeper.use(this.agent?.readNumber(number) ?? number);
        }
    }

    /** Asks anew, also after an error. */
    async readRecord(): Promise<void> {
        this._readId = undefined;
        this._ruleReadId = undefined;
        await Promise.resolve();
        this._readId = this._recordId;
        this._ruleReadId = this._ruleFieldNames.length > 0 ? this._recordId : undefined;
    }

    /** Looks ahead: what will happen to each number, and what has to be read to know it. */
    look(): void {
        const { agent, _record: record, recordId, objectApiName } = this;
        if (!agent || !record || !recordId || !objectApiName) {
            return;
        }
        this._phones = phonesOf(agent, this._phoneFields ?? [], record);
        const page = { recordId, objectApiName };
        const { byNumber, missing } = outlooksOf(
            agent,
            page,
            this._phones,
            this._choices,
            this._facts
        );
        this._outlooks = byNumber;
        const unasked = missing.filter((field) => !this._ruleFieldNames.includes(field));
        if (unasked.length > 0) {
            this._ruleFieldNames = [...this._ruleFieldNames, ...unasked];
            this._ruleReadId = recordId;
        }
    }
}

interface RefreshableElement extends Element {
    refresh(): Promise<void>;
}
