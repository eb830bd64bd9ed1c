import { LightningElement } from 'lwc';
import noLists from '@salesforce/label/c.Callback_Connect_No_Lists';
import noListsTitle from '@salesforce/label/c.Callback_Connect_No_Lists_Title';
import title from '@salesforce/label/c.Callback_Connect_Worklist';
import type { AgentView, DirectoryState } from 'c/callbackData';
import { Timer } from 'c/callbackDials';
import type { Ask } from 'c/callbackSetupData';
import type { LoadState } from 'c/callbackState';
import type { TakenEntry, WorkList } from 'c/connectData';
import type { ListView } from 'c/connectListChoice';
import type { NextView } from 'c/connectNext';
import type { OutcomeChosen } from 'c/connectOutcome';
import { callable, choose, keepLeftOut, readLeftOut, type ChosenList } from './lists';
import { idleSentences, notNow, openingText } from './words';
import { Worklist, type WorkState } from './worklist';

type Refreshable = HTMLElement & { refresh(): Promise<void> };
type Org = HTMLElement & { ask: Ask };

/** Hours begin and end while somebody looks at the page. */
const CLOCK_MS = 15_000;

/**
 * Container. An agent's way through dial lists: takes the next entry that nobody else has, has it
 * called, and records what became of it. An entry in progress comes back when the page is loaded
 * anew.
 */
export default class ConnectWorklist extends LightningElement {
    words = { noLists, noListsTitle, title };
    _directory: DirectoryState = { kind: 'loading' };
    _work: WorkState = { kind: 'load', state: { kind: 'loading' } };
    _workLists: readonly WorkList[] = [];
    _leftOut: readonly string[] = [];
    _now = Date.now();
    /** Where the focus goes when what was asked for is there. */
    _focusOn: string | undefined;

    private readonly clock = new Timer();
    private hasBegun = false;
    private readonly worklist = new Worklist({
        ask: (request) => this.template!.querySelector<Org>('c-callback-org')!.ask(request),
        agent: () => this.agent!,
        leftOut: () => this._leftOut,
        showLists: (lists) => {
            this._workLists = lists;
        },
        show: (state) => {
            this._work = state;
            this._now = Date.now();
        },
        now: () => Date.now()
    });

    override connectedCallback(): void {
        this.tick();
    }
    /** What was asked for is there: who works by keyboard goes on where it is. */
    override renderedCallback(): void {
        const target = this._focusOn && this.template!.querySelector<HTMLElement>(this._focusOn);
        if (target) {
            this._focusOn = undefined;
            target.focus();
        }
    }
    override disconnectedCallback(): void {
        this.clock.stop();
    }

    get agent(): AgentView | undefined {
        return 'agent' in this._directory ? this._directory.agent : undefined;
    }
    /** Without a principal number a call can still present another one: that is for the agent to see. */
    get canPresent(): boolean {
        return Boolean(this.agent?.numbers.length);
    }
    get loadState(): LoadState {
        if (!this.canPresent) {
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
            ...(before && { before })
        };
    }
    get entry(): TakenEntry | undefined {
        return this._work.kind === 'entry' ? this._work.entry : undefined;
    }
    get listOfEntry(): ChosenList | undefined {
        return this.lists.find(({ id }) => id === this.entry?.listId);
    }
    get listName(): string {
        return this.listOfEntry?.name ?? '';
    }
    get notNow(): string | undefined {
        return notNow(this.listOfEntry, this._now);
    }
    get isResumed(): boolean {
        return this._work.kind === 'entry' && this._work.resumed;
    }
    get isSaving(): boolean {
        return this._work.kind === 'entry' && this._work.isSaving;
    }
    get errors(): readonly string[] {
        return this._work.kind === 'entry' ? this._work.errors : [];
    }

    handleDirectory({ detail }: CustomEvent<{ state: DirectoryState }>): void {
        this._directory = detail.state;
        if (this.canPresent && !this.hasBegun) {
            this.hasBegun = true;
            this._leftOut = readLeftOut(this.agent!.agentId);
            this.worklist.look();
        }
    }
    handleRetry(): void {
        if (this.canPresent) {
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
        this._focusOn = 'c-connect-call';
        this.worklist.next();
    }
    handleOutcome({ detail }: CustomEvent<OutcomeChosen>): void {
        this._focusOn = 'c-connect-next';
        this.worklist.finish(detail);
    }
    handleLost(): void {
        this._focusOn = 'c-connect-next';
        this.worklist.lost();
    }

    tick(): void {
        this._now = Date.now();
        this.clock.start(CLOCK_MS, () => this.tick());
    }
}
