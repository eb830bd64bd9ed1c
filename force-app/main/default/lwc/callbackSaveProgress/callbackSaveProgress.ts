import { LightningElement, api } from 'lwc';
import allSaved from '@salesforce/label/c.Callback_Save_All';
import cancel from '@salesforce/label/c.Callback_Save_Cancel';
import close from '@salesforce/label/c.Callback_Save_Close';
import more from '@salesforce/label/c.Callback_Save_More';
import progress from '@salesforce/label/c.Callback_Save_Progress';
import someSaved from '@salesforce/label/c.Callback_Save_Some';
import { filled } from 'c/callbackLabel';

/** How far a save has come. */
export type SaveState =
    | { readonly kind: 'idle' }
    | { readonly kind: 'saving'; readonly done: number; readonly total: number }
    | {
          readonly kind: 'saved';
          readonly saved: number;
          readonly total: number;
          /** Those that were not saved: what they are called, and why not. */
          readonly failures: readonly SaveFailure[];
      };

export interface SaveFailure {
    readonly name: string;
    readonly reason: string;
}

const MOST_SHOWN = 100;

/**
 * Presentational. A long save: progress with a way to stop it, and afterwards which rows were not
 * saved and why. Shows nothing while nothing is saved.
 *
 * `cancel`: stop before the next request. `close`: the result was read.
 */
export default class CallbackSaveProgress extends LightningElement {
    @api
    get state(): SaveState {
        return this.shown;
    }
    set state(state: SaveState) {
        this.isStopping &&= state.kind === 'saving';
        this.shown = state;
    }

    words = { cancel, close };
    isStopping = false;
    private shown: SaveState = { kind: 'idle' };

    get isSaving(): boolean {
        return this.shown.kind === 'saving';
    }
    get isSaved(): boolean {
        return this.shown.kind === 'saved';
    }
    get percent(): number {
        return this.shown.kind === 'saving' && this.shown.total > 0
            ? Math.round((100 * this.shown.done) / this.shown.total)
            : 0;
    }
    get progressText(): string {
        return this.shown.kind === 'saving'
            ? filled(progress, this.shown.done, this.shown.total)
            : '';
    }
    get failures(): readonly SaveFailure[] {
        return this.allFailures.slice(0, MOST_SHOWN);
    }
    get moreFailures(): string {
        const further = this.allFailures.length - MOST_SHOWN;
        return further > 0 ? filled(more, further) : '';
    }
    get resultText(): string {
        if (this.shown.kind !== 'saved') {
            return '';
        }
        const { saved, total } = this.shown;
        return saved === total ? filled(allSaved, saved) : filled(someSaved, saved, total);
    }
    get resultIcon(): string {
        return this.isComplete ? 'utility:success' : 'utility:warning';
    }
    get resultVariant(): string {
        return this.isComplete ? 'success' : 'warning';
    }
    get boxClass(): string {
        return `slds-box slds-box_x-small ${this.isComplete ? '' : 'slds-theme_shade'}`;
    }

    handleCancel(): void {
        this.isStopping = true;
        this.dispatchEvent(new CustomEvent('cancel'));
    }
    handleClose(): void {
        this.dispatchEvent(new CustomEvent('close'));
    }

    private get isComplete(): boolean {
        return this.shown.kind === 'saved' && this.shown.saved === this.shown.total;
    }
    private get allFailures(): readonly SaveFailure[] {
        return this.shown.kind === 'saved' ? this.shown.failures : [];
    }
}
