import { LightningElement, api } from 'lwc';
import change from '@salesforce/label/c.Callback_Dial_Change';
import choose from '@salesforce/label/c.Callback_Dial_Choose';
import expired from '@salesforce/label/c.Callback_Dial_Expired';
import looking from '@salesforce/label/c.Callback_Dial_Looking';
import mayNotChange from '@salesforce/label/c.Callback_Dial_May_Not_Change';
import picker from '@salesforce/label/c.Callback_Dial_Picker';
import secondsLeft from '@salesforce/label/c.Callback_Dial_Seconds_Left';
import used from '@salesforce/label/c.Callback_Dial_Used';
import withdraw from '@salesforce/label/c.Callback_Dial_Withdraw';
import type { CallbackNumber, Decision, Directory, NumberId } from 'c/callbackResolver';

/** One phone number of a record, and what will happen when it is dialled. */
export interface DialRow {
    /** The number to be dialled: E.164 where it is a full telephone number, else as it stands. */
    readonly number: string;
    /** What the field is called. */
    readonly label: string;
    /** As it stands in the record. */
    readonly value: string;
    readonly recordId: string;
    /** What rides with the click. */
    readonly params?: string;
    readonly decision: Decision | null;
    /** Why it is decided only when dialling. */
    readonly undecided?: string;
    /** The number chosen for this call. */
    readonly chosenId?: NumberId;
    /** For so many seconds the choice is still good. */
    readonly secondsLeft?: number;
    /** What became of the choice before. */
    readonly past?: 'expired' | 'used';
    /** What became of the last call, in words. */
    readonly lastCall?: string;
}

const PAST = { expired, used };

/**
 * Presentational. One phone number of a record: dials it, shows which number will be presented,
 * offers another for this call. A blocked number cannot be clicked, since the click would come to
 * nothing: it stands there to be read, with what to do. Choosing a number for this call, where the
 * agent may, makes it clickable again.
 *
 * `numberchoose` with `{ number, numberId }`: chosen for this call; null takes the choice back.
 */
export default class ClickToDialNumber extends LightningElement {
    @api row: DialRow | undefined;
    /** What numbers and rules are called. */
    @api names: Directory | undefined;
    /** The numbers to choose among. */
    @api numbers: readonly CallbackNumber[] = [];
    /** Whether the policy lets the agent choose. */
    @api mayChoose = false;

    words = { looking, mayNotChange, picker, withdraw };
    _open = false;
    /** The picker gets the focus once it is drawn. */
    _focusPicker = false;

    get isBlocked(): boolean {
        return this.row?.decision?.outcome === 'blocked';
    }
    get isLooking(): boolean {
        return !this.row?.decision && !this.row?.undecided;
    }
    get isChosen(): boolean {
        return this.mayChoose && this.row?.chosenId !== undefined;
    }
    get canChoose(): boolean {
        return this.mayChoose && this.numbers.length > 0;
    }
    get isForbidden(): boolean {
        return !this.mayChoose;
    }
    get isOpen(): boolean {
        return this._open && this.canChoose;
    }
    get expanded(): string {
        return String(this.isOpen);
    }
    get choiceId(): string | undefined {
        return this.isOpen ? 'choice' : undefined;
    }
    get changeLabel(): string {
        return this.isBlocked && !this.isChosen ? choose : change;
    }
    get chosenText(): string {
        return secondsLeft.replace('{0}', String(this.row?.secondsLeft ?? 0));
    }
    get pastText(): string {
        const { lastCall, past } = this.row ?? {};
        return [lastCall, past && PAST[past]].filter(Boolean).join(' ');
    }

    override renderedCallback(): void {
        if (this._focusPicker) {
            this._focusPicker = false;
            this.template!.querySelector<HTMLElement>('c-callback-number-picker')?.focus();
        }
    }

    handleChange(): void {
        this._open = !this._open;
        this._focusPicker = this._open;
    }
    handleNumberChange(event: CustomEvent<{ numberId: NumberId | null }>): void {
        event.stopPropagation();
        this.tell(event.detail.numberId);
    }
    handleWithdraw(): void {
        this.tell(null);
    }

    /** What had the focus leaves the page; the button that opens the choice stays. */
    tell(numberId: NumberId | null): void {
        this._open = false;
        this.template!.querySelector<HTMLElement>('.change')?.focus();
        const detail = { number: this.row?.number, numberId };
        this.dispatchEvent(new CustomEvent('numberchoose', { detail }));
    }
}
