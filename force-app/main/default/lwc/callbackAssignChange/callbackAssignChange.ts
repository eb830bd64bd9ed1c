import { LightningElement, api } from 'lwc';
import back from '@salesforce/label/c.Callback_Assign_Back';
import looking from '@salesforce/label/c.Callback_Assign_Preview_Looking';
import retry from '@salesforce/label/c.Callback_State_Retry';
import type { DraftPreview } from 'c/callbackAssignPreview';
import { reduceErrors } from 'c/callbackErrors';
import type { SaveState } from 'c/callbackSaveProgress';
import {
    previewPairs,
    savePairs,
    type Ask,
    type PairPlan,
    type PairRequest
} from 'c/callbackSetupData';
import { outcomeOf } from './outcome';
import { previewOf } from './previewing';

/**
 * Container. Shows what a draft would change, as everything is now, and saves it.
 *
 * `close` with `{ saved }`: whether all of it was saved.
 */
export default class CallbackAssignChange extends LightningElement {
    @api request!: PairRequest;
    /** Who it is for: `12 agents, 2 groups`. */
    @api people = '';
    /** Names of numbers, agents and groups, by id. */
    @api names: ReadonlyMap<string, string> = new Map();

    words = { back, looking, retry };
    preview: DraftPreview | undefined;
    saving: SaveState = { kind: 'idle' };
    errors: readonly string[] = [];

    private isOpened = false;
    private plan: PairPlan | undefined;
    private readonly stop = new AbortController();
    private readonly ask: Ask = (request) =>
        (this.refs!.org as HTMLElement & { ask: Ask }).ask(request);

    override renderedCallback(): void {
        // What asks the org is part of the template.
        if (!this.isOpened) {
            this.isOpened = true;
            this.look();
        }
    }
    override disconnectedCallback(): void {
        this.stop.abort();
    }

    get isLooking(): boolean {
        return !this.preview && !this.hasErrors;
    }
    get isPreviewing(): boolean {
        return this.preview !== undefined && this.saving.kind === 'idle';
    }
    get hasErrors(): boolean {
        return this.errors.length > 0;
    }

    async look(): Promise<void> {
        this.errors = [];
        this.preview = undefined;
        try {
            this.plan = await previewPairs(this.ask, this.request);
            this.preview = previewOf(this.plan, this.people, this.names);
        } catch (errors) {
            this.errors = reduceErrors(errors);
        }
    }

    async handleSave(): Promise<void> {
        const plan = this.plan!;
        this.errors = [];
        this.saving = { kind: 'saving', done: 0, total: plan.changes.length };
        // The button that was pressed is gone.
        this.template!.querySelector<HTMLElement>('[data-progress]')!.focus();
        try {
            const results = await savePairs(plan, {
                ask: this.ask,
                signal: this.stop.signal,
                onProgress: (done, total) => {
                    this.saving = { kind: 'saving', done, total };
                }
            });
            this.saving = outcomeOf(results, this.names);
        } catch (errors) {
            this.saving = { kind: 'idle' };
            this.errors = reduceErrors(errors);
        }
    }
    handleStop(): void {
        this.stop.abort();
    }
    handleClose(): void {
        const { saving } = this;
        const saved = saving.kind === 'saved' && saving.saved === saving.total;
        this.dispatchEvent(new CustomEvent('close', { detail: { saved } }));
    }
}
