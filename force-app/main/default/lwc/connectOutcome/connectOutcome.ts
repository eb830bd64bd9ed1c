import { LightningElement, api } from 'lwc';
import cancel from '@salesforce/label/c.Callback_Connect_Later_Cancel';
import done from '@salesforce/label/c.Callback_Connect_Done';
import giveBack from '@salesforce/label/c.Callback_Connect_Give_Back';
import later from '@salesforce/label/c.Callback_Connect_Later';
import laterPast from '@salesforce/label/c.Callback_Connect_Later_Past';
import laterSave from '@salesforce/label/c.Callback_Connect_Later_Save';
import laterWhen from '@salesforce/label/c.Callback_Connect_Later_When';
import legend from '@salesforce/label/c.Callback_Connect_Outcome';
import notRecorded from '@salesforce/label/c.Callback_Connect_Not_Recorded';
import skip from '@salesforce/label/c.Callback_Connect_Skip';

/** What the agent says; `notBefore` in milliseconds since 1970. */
export type OutcomeChosen =
    | { readonly kind: 'done' | 'skipped' | 'released' }
    | { readonly kind: 'later'; readonly notBefore: number };

interface DateTimeInput extends HTMLElement {
    value: string;
    setCustomValidity(message: string): void;
    reportValidity(): boolean;
}

const HOUR_MS = 3_600_000;
const QUARTER_MS = 900_000;

/**
 * Presentational. What became of a call from a dial list.
 *
 * `outcome` with an `OutcomeChosen`.
 */
export default class ConnectOutcome extends LightningElement {
    /** An outcome is being recorded. Buttons stay: one that is switched off would lose the focus. */
    @api busy = false;
    /** Why it was not recorded. */
    @api errors: readonly string[] = [];

    words = { cancel, done, giveBack, later, laterSave, laterWhen, legend, notRecorded, skip };
    /** While the agent says when to call again. */
    _suggested: string | undefined;
    _focusOn: string | undefined;

    get isBusy(): string {
        return String(this.busy);
    }
    get asksWhen(): boolean {
        return this._suggested !== undefined;
    }
    get laterExpanded(): string {
        return String(this.asksWhen);
    }
    get hasFailed(): boolean {
        return this.errors.length > 0;
    }

    override renderedCallback(): void {
        const selector = this._focusOn;
        this._focusOn = undefined;
        if (selector) {
            this.template!.querySelector<HTMLElement>(selector)?.focus();
        }
    }

    handleDone(): void {
        this.tell({ kind: 'done' });
    }
    handleSkip(): void {
        this.tell({ kind: 'skipped' });
    }
    handleGiveBack(): void {
        this.tell({ kind: 'released' });
    }
    handleLater(): void {
        const inAnHour = Math.ceil((Date.now() + HOUR_MS) / QUARTER_MS) * QUARTER_MS;
        this._suggested = this.asksWhen ? undefined : new Date(inAnHour).toISOString();
        this._focusOn = this.asksWhen ? '.when' : '.later';
    }
    handleCancel(): void {
        this._suggested = undefined;
        this._focusOn = '.later';
    }
    handleSave(): void {
        const input = this.template!.querySelector<DateTimeInput>('.when')!;
        const notBefore = Date.parse(input.value);
        const isToCome = notBefore > Date.now();
        input.setCustomValidity(isToCome ? '' : laterPast);
        if (input.reportValidity() && isToCome) {
            this.tell({ kind: 'later', notBefore });
        } else {
            input.focus();
        }
    }

    tell(outcome: OutcomeChosen): void {
        if (this.busy) {
            return;
        }
        this.dispatchEvent(new CustomEvent<OutcomeChosen>('outcome', { detail: outcome }));
    }
}
