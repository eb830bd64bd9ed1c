import { LightningElement, api, wire } from 'lwc';
import dialLabel from '@salesforce/label/c.Callback_Panel_Dial';
import CALL_DECIDED from '@salesforce/messageChannel/Callback_Call_Decided__c';
import DIAL_REQUESTED from '@salesforce/messageChannel/Callback_Dial_Requested__c';
import {
    APPLICATION_SCOPE,
    MessageContext,
    publish,
    subscribe,
    unsubscribe,
    type Subscription
} from 'lightning/messageService';
import { NavigationMixin, type PageReference } from 'lightning/navigation';
import { getRecord, type RecordRepresentation } from 'lightning/uiRecordApi';
import type { AgentView } from 'c/callbackData';
import { NO_CALL } from 'c/callbackDials';
import type { Facts, NumberId } from 'c/callbackResolver';
import type { RecordState } from 'c/clickToDialRecord';
import { nameFieldsOf, nameOf, type TakenEntry } from 'c/connectData';
import type { EntryView } from 'c/connectEntry';
import { EntryCall, type CallView } from './entryCall';
import { factsOf, mayChoose, outlookOf, type Outlook } from './outlook';

type Context = Parameters<typeof publish>[0];

/**
 * Container. The call of one entry of a dial list: whom to call, which number will be presented and
 * why, another one for this call, the dial by the softphone, and what became of it.
 *
 * `lost`: the softphone heard that the entry is somebody else's by now.
 */
export default class ConnectCall extends NavigationMixin(LightningElement) {
    @api get agent(): AgentView | undefined {
        return this._agent;
    }
    set agent(agent: AgentView | undefined) {
        this._agent = agent;
        this.lookAhead();
    }
    @api get entry(): TakenEntry | undefined {
        return this._entry;
    }
    set entry(entry: TakenEntry | undefined) {
        const isAnother = entry?.id !== this._entry?.id;
        this._entry = entry;
        if (isAnother) {
            this.begin();
        }
    }
    @api listName = '';
    /** It was in progress before. */
    @api resumed = false;
    /** Why the entry must not be called at present. */
    @api notNow: string | undefined;
    /** An outcome is being recorded: it is too late to dial. */
    @api busy = false;

    words = { dialLabel };
    _agent: AgentView | undefined;
    _entry: TakenEntry | undefined;
    _facts: Facts | undefined;
    _ruleFields: readonly string[] = [];
    _name: string | undefined;
    _url: string | undefined;
    _call: CallView = NO_CALL;
    // What the wire asks for; undefined while there is nothing to ask.
    _nameId: string | undefined;
    _nameFields: readonly string[] | undefined;

    @wire(MessageContext) messageContext!: Context;

    private subscription: Subscription | undefined;
    private readonly entryCall = new EntryCall({
        publish: (request) => publish(this.messageContext, DIAL_REQUESTED, request),
        show: (view) => {
            this._call = view;
        }
    });

    @wire(getRecord, { recordId: '$_nameId', optionalFields: '$_nameFields' })
    takeName({ data }: { readonly data?: RecordRepresentation }): void {
        this._name = data && nameOf(data);
    }

    override connectedCallback(): void {
        this.subscription = subscribe(
            this.messageContext,
            CALL_DECIDED,
            (message) => this.handleDecided(message),
            { scope: APPLICATION_SCOPE }
        );
    }
    override disconnectedCallback(): void {
        unsubscribe(this.subscription!);
        this.entryCall.stop();
    }

    get isKnown(): boolean {
        return this.agent !== undefined && this.entry !== undefined;
    }
    get entryView(): EntryView {
        const { customer, phone, attempts, attemptId } = this.entry!;
        return {
            name: this._name ?? customer,
            phone,
            listName: this.listName,
            attempt: attemptId ? attempts : attempts + 1,
            resumed: this.resumed,
            url: this._url
        };
    }
    get outlook(): Outlook {
        const { _facts: facts, _call: call } = this;
        return outlookOf(this.agent!, this.entry!, { facts, thisCallNumberId: call.chosenId });
    }
    get mayChoose(): boolean {
        return mayChoose(this.agent!);
    }
    get cannotDial(): boolean {
        return this.busy || Boolean(this.notNow);
    }
    get readsRecord(): boolean {
        return Boolean(this.entry?.recordId && this.entry.objectApiName);
    }

    /** To whom to call: who works by keyboard reads on from there. */
    @api focus(): void {
        this.template!.querySelector<HTMLElement>('c-connect-entry')?.focus();
    }

    handleRecord({ detail }: CustomEvent<{ state: RecordState }>): void {
        this._facts = factsOf(detail.state, this.entry!, this._ruleFields);
        this.lookAhead();
    }
    handleOpen(): void {
        this[NavigationMixin.Navigate](pageOf(this.entry!));
    }
    handleChoose({ detail }: CustomEvent<{ numberId: NumberId | null }>): void {
        const { numbers } = this.agent!;
        this.entryCall.choose(numbers.find(({ id }) => id === detail.numberId));
        this.lookAhead();
    }
    handleDial(): void {
        if (!this.cannotDial && this._call.call?.kind !== 'waiting') {
            const { id, listId, phone, recordId, objectApiName } = this.entry!;
            this.entryCall.dial(this.agent!.agentId, {
                number: phone,
                recordId,
                objectApiName,
                dialEntryId: id,
                dialListId: listId
            });
        }
    }
    handleRedial(): void {
        this.entryCall.dialAgain();
    }
    handleDecided(message: unknown): void {
        if (this.entryCall.decided(message, this.agent?.directory)) {
            this.dispatchEvent(new CustomEvent('lost'));
        }
    }

    /** Nothing of the entry before holds. */
    begin(): void {
        const { recordId, objectApiName } = this.entry ?? {};
        this.entryCall.begin();
        this._facts = this._name = this._url = undefined;
        this._ruleFields = [];
        this._nameId = objectApiName && recordId;
        this._nameFields = objectApiName ? nameFieldsOf(objectApiName) : undefined;
        if (this.entry && recordId) {
            this[NavigationMixin.GenerateUrl](pageOf(this.entry)).then((url) => {
                this._url = recordId === this.entry?.recordId ? url : this._url;
            });
        }
        this.lookAhead();
    }
    /** Asks for what the rules want to know about the record. */
    lookAhead(): void {
        if (this.isKnown) {
            const unasked = this.outlook.missing.filter(
                (field) => !this._ruleFields.includes(field)
            );
            if (unasked.length > 0) {
                this._ruleFields = [...this._ruleFields, ...unasked];
            }
        }
    }
}

function pageOf({ recordId, objectApiName }: TakenEntry): PageReference {
    return {
        type: 'standard__recordPage',
        attributes: { recordId, ...(objectApiName && { objectApiName }), actionName: 'view' }
    };
}
