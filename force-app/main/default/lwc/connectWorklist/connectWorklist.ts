import { LightningElement, wire } from 'lwc';
import dialLabel from '@salesforce/label/c.Callback_Panel_Dial';
import noLists from '@salesforce/label/c.Callback_Connect_No_Lists';
import noListsTitle from '@salesforce/label/c.Callback_Connect_No_Lists_Title';
import thisCallExpired from '@salesforce/label/c.Callback_This_Call_Expired';
import title from '@salesforce/label/c.Callback_Connect_Worklist';
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
import { CHOICE_LIVES_MS } from 'c/callbackChoice';
import type { AgentView, DirectoryState } from 'c/callbackData';
import {
    Calls,
    choose as chooseNumber,
    isExpired,
    NO_CALL,
    readDecided,
    requestFor,
    Timer,
    type Chosen
} from 'c/callbackDials';
import type { Facts, NumberId } from 'c/callbackResolver';
import type { Ask } from 'c/callbackSetupData';
import type { LoadState } from 'c/callbackState';
import type { RecordState } from 'c/clickToDialRecord';
import { nameFieldsOf, nameOf, type TakenEntry, type WorkList } from 'c/connectData';
import type { EntryView } from 'c/connectEntry';
import type { ListView } from 'c/connectListChoice';
import type { NextView } from 'c/connectNext';
import type { OutcomeChosen } from 'c/connectOutcome';
import { callable, choose, keepLeftOut, readLeftOut, type ChosenList } from './lists';
import { factsOf, mayChoose, outlookOf, type Outlook } from './outlook';
import { idleSentences, notNow, openingText } from './words';
import { Worklist, type WorkState } from './worklist';

type Context = Parameters<typeof publish>[0];
type Refreshable = HTMLElement & { refresh(): Promise<void> };
type Org = HTMLElement & { ask: Ask };

/** Hours begin and end while somebody looks at the page. */
const CLOCK_MS = 15_000;
const NOT_TAKEN = 'ENTRY_NOT_TAKEN';

/**
 * Container. An agent's way through dial lists: takes the next entry that nobody else has, shows
 * whom to call and which number will be presented and why, dials by the softphone, and records
 * what became of it. An entry in progress comes back when the page is loaded anew.
 */
export default class ConnectWorklist extends NavigationMixin(LightningElement) {
    words = { dialLabel, noLists, noListsTitle, title };
    _directory: DirectoryState = { kind: 'loading' };
    _work: WorkState = { kind: 'load', state: { kind: 'loading' } };
    _workLists: readonly WorkList[] = [];
    _leftOut: readonly string[] = [];
    _now = Date.now();
    _facts: Facts | undefined;
    _ruleFields: readonly string[] = [];
    _name: string | undefined;
    _url: string | undefined;
    _chosen: Chosen | undefined;
    _choiceNotice: string | undefined;
    _call = NO_CALL;
    _dialKey: string | undefined;
    /** Where the focus goes when what was asked for is there. */
    _focusOn: string | undefined;
    // What the wire asks for; undefined while there is nothing to ask.
    _nameId: string | undefined;
    _nameFields: readonly string[] | undefined;

    @wire(MessageContext) messageContext!: Context;

    private readonly clock = new Timer();
    private readonly choiceEnds = new Timer();
    private subscription: Subscription | undefined;
    private hasBegun = false;
    private readonly calls = new Calls({
        publish: (request) => publish(this.messageContext, DIAL_REQUESTED, request),
        show: (shown) => {
            this._call = shown;
        }
    });
    private readonly worklist = new Worklist({
        ask: (request) => this.template!.querySelector<Org>('c-callback-org')!.ask(request),
        agent: () => this.agent!,
        leftOut: () => this._leftOut,
        showLists: (lists) => {
            this._workLists = lists;
        },
        show: (state) => this.take(state),
        now: () => Date.now()
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
        this.tick();
    }
    override renderedCallback(): void {
        const target = this._focusOn && this.template!.querySelector<HTMLElement>(this._focusOn);
        if (target) {
            this._focusOn = undefined;
            target.focus();
        }
    }
    override disconnectedCallback(): void {
        unsubscribe(this.subscription!);
        this.clock.stop();
        this.choiceEnds.stop();
        this.calls.stop();
    }

    get agent(): AgentView | undefined {
        return 'agent' in this._directory ? this._directory.agent : undefined;
    }
    get loadState(): LoadState {
        if (!this.agent?.numbers.length) {
            return this._directory;
        }
        return this._work.kind === 'load' ? this._work.state : { kind: 'ready' };
    }
    get lists(): readonly ChosenList[] {
        return choose(this._workLists, this._leftOut, this._now);
    }
    get listViews(): readonly ListView[] {
        return this.lists.map(({ id, name, chosen, opening }) => {
            return { id, name, chosen, hours: openingText(opening, this._now) };
        });
    }
    get entry(): TakenEntry | undefined {
        return this._work.kind === 'entry' ? this._work.entry : undefined;
    }
    get hasNoLists(): boolean {
        return this._work.kind === 'idle' && this._workLists.length === 0;
    }
    get nextView(): NextView | undefined {
        if (this._work.kind !== 'idle') {
            return undefined;
        }
        const { isTaking, before } = this._work;
        return {
            sentences: idleSentences(this.lists, this._work, this._now),
            canTake: callable(this.lists).length > 0,
            isTaking,
            before
        };
    }
    get entryView(): EntryView {
        const { customer, phone, attempts, attemptId } = this.entry!;
        return {
            name: this._name ?? customer,
            phone,
            listName: this.listOfEntry?.name ?? '',
            attempt: attemptId ? attempts : attempts + 1,
            resumed: this._work.kind === 'entry' && this._work.resumed,
            url: this._url
        };
    }
    get listOfEntry(): ChosenList | undefined {
        return this.lists.find(({ id }) => id === this.entry?.listId);
    }
    get notNow(): string | undefined {
        return notNow(this.listOfEntry, this._now);
    }
    get outlook(): Outlook {
        const thisCallNumberId = this._chosen?.numberId;
        return outlookOf(this.agent!, this.entry!, { facts: this._facts, thisCallNumberId });
    }
    get mayChoose(): boolean {
        return mayChoose(this.agent!);
    }
    get chosenId(): NumberId | undefined {
        return this._chosen?.numberId;
    }
    get isSaving(): boolean {
        return this._work.kind === 'entry' && this._work.isSaving;
    }
    get cannotDial(): boolean {
        return this.isSaving || this.notNow !== undefined || this._call.call?.kind === 'waiting';
    }
    get errors(): readonly string[] {
        return this._work.kind === 'entry' ? this._work.errors : [];
    }
    get readsRecord(): boolean {
        return Boolean(this.entry?.recordId && this.entry.objectApiName);
    }

    handleDirectory({ detail }: CustomEvent<{ state: DirectoryState }>): void {
        this._directory = detail.state;
        if (this.agent?.numbers.length && !this.hasBegun) {
            this.hasBegun = true;
            this._leftOut = readLeftOut(this.agent.agentId);
            this.worklist.look();
        }
        this.lookAhead();
    }
    handleRetry(): void {
        if (this.agent?.numbers.length) {
            this.worklist.look();
        } else {
            this.template!.querySelector<Refreshable>('c-callback-directory')!.refresh();
        }
    }
    handleListChoose({ detail }: CustomEvent<{ listId: string; chosen: boolean }>): void {
        const others = this._leftOut.filter((id) => id !== detail.listId);
        this._leftOut = detail.chosen ? others : [...others, detail.listId];
        keepLeftOut(this.agent!.agentId, this._leftOut);
        if (this._work.kind === 'idle') {
            this.worklist.look();
        }
    }
    handleNext(): void {
        this._focusOn = 'c-connect-entry';
        this.worklist.next();
    }
    handleOutcome({ detail }: CustomEvent<OutcomeChosen>): void {
        this._focusOn = 'c-connect-next';
        this.worklist.finish(detail);
    }
    handleRecord({ detail }: CustomEvent<{ state: RecordState }>): void {
        this._facts = this.entry && factsOf(detail.state, this.entry, this._ruleFields);
        this.lookAhead();
    }
    handleOpen(): void {
        this[NavigationMixin.Navigate](pageOf(this.entry!));
    }
    handleChoose({ detail }: CustomEvent<{ numberId: NumberId | null }>): void {
        const number = this.agent!.numbers.find(({ id }) => id === detail.numberId);
        this.dropChoice();
        if (number) {
            this._chosen = chooseNumber(number, Date.now());
            this.choiceEnds.start(CHOICE_LIVES_MS, () => this.dropChoice(thisCallExpired));
        }
    }
    handleDial(): void {
        this._now = Date.now();
        if (this.cannotDial) {
            return;
        }
        if (this._chosen && isExpired(this._chosen, this._now)) {
            this.dropChoice(thisCallExpired);
            return;
        }
        const { id, listId, phone, recordId, objectApiName } = this.entry!;
        const request = requestFor(
            this.agent!.agentId,
            { number: phone, recordId, objectApiName, dialEntryId: id, dialListId: listId },
            this._chosen,
            this._now
        );
        this._dialKey = request.dialKey;
        this.dropChoice();
        this.calls.ask(request);
    }
    handleRedial(): void {
        this.calls.askAgain();
    }
    handleDecided(message: unknown): void {
        const decided = readDecided(message, this.agent?.directory);
        if (!decided || decided.dialKey !== this._dialKey) {
            return;
        }
        this.calls.decided(decided);
        if ((message as { readonly errorCode?: unknown }).errorCode === NOT_TAKEN) {
            this._focusOn = 'c-connect-next';
            this.worklist.lost();
        }
    }

    take(state: WorkState): void {
        const before = this.entry?.id;
        this._work = state;
        this._now = Date.now();
        if (this.entry?.id !== before) {
            this.beginEntry();
        }
    }
    /** Nothing of the entry before holds. */
    beginEntry(): void {
        this.calls.stop();
        this.dropChoice();
        this._call = NO_CALL;
        this._dialKey = this._facts = this._name = this._url = undefined;
        this._ruleFields = [];
        const { recordId, objectApiName } = this.entry ?? {};
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
        if (!this.agent || !this.entry) {
            return;
        }
        const unasked = this.outlook.missing.filter((field) => !this._ruleFields.includes(field));
        if (unasked.length > 0) {
            this._ruleFields = [...this._ruleFields, ...unasked];
        }
    }
    dropChoice(notice?: string): void {
        this.choiceEnds.stop();
        this._chosen = undefined;
        this._choiceNotice = notice;
    }
    tick(): void {
        this._now = Date.now();
        this.clock.start(CLOCK_MS, () => this.tick());
    }
}

function pageOf({ recordId, objectApiName }: TakenEntry): PageReference {
    return {
        type: 'standard__recordPage',
        attributes: { recordId, ...(objectApiName && { objectApiName }), actionName: 'view' }
    };
}
