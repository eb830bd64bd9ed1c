import { LightningElement, wire } from 'lwc';
import LightningConfirm from 'lightning/confirm';
import { getObjectInfo, type ObjectInfo } from 'lightning/uiObjectInfoApi';
import { stateOfErrors } from 'c/callbackData';
import { loadPhoneLibrary } from 'c/callbackPhoneFile';
import { filled } from 'c/callbackLabel';
import type { RecordRequest } from 'c/callbackRecordReader';
import { effectivePolicy, type CallbackNumber } from 'c/callbackResolver';
import {
    AGENT_PICKER,
    entryPickerFor,
    OBJECTS,
    readDialLists,
    rightsOf,
    type Ask,
    type ReadRecord,
    type Rights
} from 'c/callbackSetupData';
import type { Names, SimulatedCall } from 'c/callbackSimulation';
import type { Choice, Picker } from 'c/callbackSimulatorCall';
import type { ExpectationAction } from 'c/callbackSimulatorList';
import type { AgentInForce } from 'c/callbackSimulatorPolicy';
import type { LoadState } from 'c/callbackState';
import { Desk } from './desk';
import { EMPTY_BOOK, ExpectationBook } from './expectationBook';
import type { InfoOf } from './recordPhones';
import { EMPTY_TRIAL, Trial } from './trial';
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
    dialLists: readonly Choice[] = [];
    trial = EMPTY_TRIAL;
    expectations = EMPTY_BOOK;

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
        return entryPickerFor(this.trial.call.dialListId);
    }
    get names(): Names | undefined {
        return this.trial.agent?.view.directory;
    }
    get numbers(): readonly CallbackNumber[] {
        return [...(this.names?.numbers.values() ?? [])];
    }
    get readAt(): number | undefined {
        return this.trial.agent?.readAt;
    }
    get problem(): string {
        return this.trial.problem || this.expectations.problem;
    }
    get mayChange(): boolean {
        return this.rights.update && this.rights.delete;
    }
    get agentInForce(): AgentInForce | undefined {
        const { view } = this.trial.agent ?? {};
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
            await this.trying.offerObjects(USUAL_OBJECTS);
        } catch (errors) {
            this.state = stateOfErrors(errors) as LoadState;
        }
    }

    handleCall({ detail }: CustomEvent<{ settings: Partial<SimulatedCall> }>): void {
        this.book.hush();
        this.trying.change(detail.settings);
    }
    async handleReadAgain(): Promise<void> {
        await this.forget();
        await this.trying.decide();
    }
    async handleKeep({ detail }: CustomEvent<{ name: string }>): Promise<void> {
        const { result, call } = this.trial;
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
        await this.forget();
        await this.book.runAll();
    }
    async handleAction({
        detail
    }: CustomEvent<{ id: string; action: ExpectationAction }>): Promise<void> {
        const entry = this.book.find(detail.id);
        switch (detail.action) {
            case 'open':
                this.trying.open(entry.expectation.call);
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

    /** Everything is read anew from now on. */
    private async forget(): Promise<void> {
        this.desk.forget();
        await this.reader.forget();
    }
    private get reader() {
        return this.refs!.records as HTMLElement & {
            read(request: RecordRequest): ReturnType<ReadRecord>;
            forget(): Promise<void>;
        };
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
    private readonly phoneLibrary = () => loadPhoneLibrary(this);
    private readonly desk = new Desk(
        this.ask,
        (request) => this.reader.read(request),
        this.phoneLibrary
    );
    private readonly trying = new Trial(
        { ask: this.ask, desk: this.desk, infoOf: this.infoOf },
        (state) => {
            this.trial = state;
        }
    );
    private readonly book = new ExpectationBook(
        { ask: this.ask, readRecord: this.desk.readRecord, phoneLibrary: this.phoneLibrary },
        (state) => {
            this.expectations = state;
        }
    );
}

function isSureToDelete(name: string): Promise<boolean> {
    return LightningConfirm.open({
        label: WORDS.deleteTitle,
        message: filled(WORDS.deleteQuestion, name),
        theme: 'warning'
    });
}
