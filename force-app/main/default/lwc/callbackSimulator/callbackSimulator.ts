import { LightningElement, wire } from 'lwc';
import LightningConfirm from 'lightning/confirm';
import { getObjectInfo, type ObjectInfo } from 'lightning/uiObjectInfoApi';
import { stateOfErrors } from 'c/callbackData';
import { reduceErrors } from 'c/callbackErrors';
import { loadPhoneLibrary } from 'c/callbackPhoneFile';
import { filled } from 'c/callbackPolicyWords';
import { effectivePolicy, type CallbackNumber } from 'c/callbackResolver';
import {
    AGENT_PICKER,
    entryPickerFor,
    OBJECTS,
    outlookOf,
    readDialLists,
    readEntryCall,
    rightsOf,
    type Ask,
    type ReadRecord,
    type Rights
} from 'c/callbackSetupData';
import { BLANK_CALL, type Names, type SimulatedCall } from 'c/callbackSimulation';
import type { Choice, Picker, RecordPhone } from 'c/callbackSimulatorCall';
import type { ExpectationAction } from 'c/callbackSimulatorList';
import type { AgentInForce } from 'c/callbackSimulatorPolicy';
import type { ResultState } from 'c/callbackSimulatorResult';
import type { LoadState } from 'c/callbackState';
import { Desk, type AgentRead } from './desk';
import { EMPTY_BOOK, ExpectationBook } from './expectationBook';
import { phonesOfRecord, type InfoOf } from './recordPhones';
import { WORDS } from './words';

/** Where calls are usually dialled from; rules may name others. */
const USUAL_OBJECTS = ['Contact', 'Lead', 'Account', 'Case'];

/**
 * Container. Tries a call before anyone dials: which number will be presented and why. Decisions
 * can be kept as expectations, and all of them tried anew.
 */
export default class CallbackSimulator extends LightningElement {
    words = WORDS;
    agentPicker: Picker = AGENT_PICKER;
    expectationObject = OBJECTS.expectation;
    rights: Rights = rightsOf(undefined);
    state: LoadState = { kind: 'loading' };
    call: SimulatedCall = BLANK_CALL;
    result: ResultState = { kind: 'blank' };
    objects: readonly Choice[] = [];
    dialLists: readonly Choice[] = [];
    phones: readonly RecordPhone[] = [];
    expectations = EMPTY_BOOK;

    private agent: AgentRead | undefined;
    private turn = 0;
    private isOpened = false;

    @wire(getObjectInfo, { objectApiName: '$expectationObject' })
    handleInfo({ data }: { readonly data?: ObjectInfo }): void {
        this.rights = rightsOf(data);
    }

    override renderedCallback(): void {
        // What asks the org is part of the template.
        if (!this.isOpened) {
            this.isOpened = true;
            this.load();
        }
    }
    override disconnectedCallback(): void {
        this.book.stop();
    }

    get entryPicker(): Picker {
        return entryPickerFor(this.call.dialListId);
    }
    get names(): Names | undefined {
        return this.agent?.view.directory;
    }
    get numbers(): readonly CallbackNumber[] {
        return [...(this.names?.numbers.values() ?? [])];
    }
    get readAt(): number | undefined {
        return this.agent?.readAt;
    }
    get mayChange(): boolean {
        return this.rights.update && this.rights.delete;
    }
    get agentInForce(): AgentInForce | undefined {
        const { view } = this.agent ?? {};
        const agent = view?.directory.agents.get(view.agentId);
        return (
            agent && {
                name: agent.name,
                policy: effectivePolicy(view!.directory, agent),
                defaultNumberId: view!.defaultNumberId,
                available: view!.numbers.length
            }
        );
    }

    async load(): Promise<void> {
        this.state = { kind: 'loading' };
        try {
            await this.book.read();
            const lists = await readDialLists(this.ask);
            this.dialLists = lists.map(({ Id, Name }) => ({ value: Id, label: Name }));
            this.state = { kind: 'ready' };
            await this.offerObjects(USUAL_OBJECTS);
        } catch (errors) {
            this.state = stateOfErrors(errors) as LoadState;
        }
    }

    handleCall({ detail }: CustomEvent<{ settings: Partial<SimulatedCall> }>): void {
        this.book.hush();
        this.change(detail.settings);
    }
    handleReadAgain(): void {
        this.desk.forget();
        this.decide();
    }
    async handleKeep({ detail }: CustomEvent<{ name: string }>): Promise<void> {
        const { result, call } = this;
        if (result.kind === 'decided' && result.outlook.kind === 'decided') {
            if (await this.book.keep(detail.name, call, result.outlook.decision)) {
                this.resultPart?.clearName();
            }
        }
    }
    handleStop(): void {
        this.book.stop();
    }
    async handleRun(): Promise<void> {
        this.desk.forget();
        await this.book.runAll();
    }
    async handleAction({
        detail
    }: CustomEvent<{ id: string; action: ExpectationAction }>): Promise<void> {
        const entry = this.book.find(detail.id);
        switch (detail.action) {
            case 'open':
                this.change(entry.expectation.call, true);
                this.resultPart?.focus();
                break;
            case 'accept':
                await this.book.accept(entry);
                this.listPart?.focus();
                break;
            case 'delete':
                if (await isSureToDelete(entry.expectation.name)) {
                    await this.book.remove(entry);
                    this.listPart?.focus();
                }
        }
    }

    /** @param whole the settings are those of a whole call: nothing is filled in */
    private async change(settings: Partial<SimulatedCall>, whole = false): Promise<void> {
        const before = this.call;
        this.call = { ...before, ...settings };
        const { dialEntryId, recordId } = this.call;
        this.decide();
        if (!whole && dialEntryId && dialEntryId !== before.dialEntryId) {
            await this.fillInEntry(dialEntryId);
        } else if (recordId !== before.recordId) {
            await this.offerPhones(!whole);
        }
    }
    private async fillInEntry(dialEntryId: string): Promise<void> {
        try {
            const settings = await readEntryCall(this.ask, dialEntryId);
            if (this.call.dialEntryId === dialEntryId) {
                await this.change(settings);
            }
        } catch (errors) {
            this.book.fail(errors);
        }
    }
    /** @param fillIn the first one is dialled, unless a number was written already */
    private async offerPhones(fillIn: boolean): Promise<void> {
        const { call, phones: before } = this;
        this.phones = [];
        const phones = await phonesOfRecord(call, this.infoOf, this.desk.readRecord);
        if (call.recordId !== this.call.recordId) {
            return;
        }
        this.phones = phones;
        const { number } = this.call;
        const isOfBefore = before.some((phone) => phone.number === number);
        if (fillIn && phones.length > 0 && (!number.trim() || isOfBefore)) {
            this.change({ number: phones[0].number });
        }
    }
    private async offerObjects(names: readonly string[]): Promise<void> {
        for (const name of names) {
            if (!this.objects.some(({ value }) => value === name)) {
                try {
                    // eslint-disable-next-line no-await-in-loop -- in their order
                    const { label } = await this.infoOf(name);
                    this.objects = [...this.objects, { value: name, label }];
                } catch {
                    // Nobody dials from what they may not see.
                }
            }
        }
    }

    /** What was decided of an earlier call has no say any more. */
    private async decide(): Promise<void> {
        const { call } = this;
        this.turn += 1;
        const { turn } = this;
        this.result = { kind: call.agentId ? 'deciding' : 'blank' };
        try {
            const agent = call.agentId ? await this.desk.agent(call.agentId) : undefined;
            const isBlank = !agent || call.number.trim() === '';
            const outlook = isBlank
                ? undefined
                : await outlookOf(agent.view, call, this.desk.readRecord);
            if (turn === this.turn) {
                this.agent = agent;
                this.result = outlook
                    ? { kind: 'decided', outlook, names: agent!.view.directory }
                    : { kind: 'blank' };
                await this.offerObjects(objectsOfRules(agent));
            }
        } catch (errors) {
            if (turn === this.turn) {
                this.result = { kind: 'failed', errors: reduceErrors(errors) };
            }
        }
    }

    private get resultPart(): (HTMLElement & { clearName(): void }) | null {
        return this.template!.querySelector('c-callback-simulator-result');
    }
    private get listPart(): HTMLElement | null {
        return this.template!.querySelector('c-callback-simulator-list');
    }

    private readonly ask: Ask = (request) =>
        (this.refs!.org as HTMLElement & { ask: Ask }).ask(request);
    private readonly infoOf: InfoOf = (name) =>
        (this.refs!.schema as HTMLElement & { infoOf: InfoOf }).infoOf(name);
    private readonly readRecord: ReadRecord = (request) =>
        (this.refs!.records as HTMLElement & { read: ReadRecord }).read(request);
    private readonly phoneLibrary = () => loadPhoneLibrary(this);
    private readonly desk = new Desk(this.ask, this.readRecord, this.phoneLibrary);
    private readonly book = new ExpectationBook(
        { ask: this.ask, readRecord: this.desk.readRecord, phoneLibrary: this.phoneLibrary },
        (state) => {
            this.expectations = state;
        }
    );
}

function objectsOfRules(agent: AgentRead | undefined): readonly string[] {
    const rules = [...(agent?.view.directory.rules.values() ?? [])];
    return rules.flatMap((rule) => (rule.type === 'recordField' ? [rule.objectApiName] : []));
}

function isSureToDelete(name: string): Promise<boolean> {
    return LightningConfirm.open({
        label: WORDS.deleteTitle,
        message: filled(WORDS.deleteQuestion, name),
        theme: 'warning'
    });
}
