import { LightningElement, api } from 'lwc';
import change from '@salesforce/label/c.Callback_This_Call_Change';
import chosenForAMinute from '@salesforce/label/c.Callback_This_Call_Chosen';
import pickerLabel from '@salesforce/label/c.Callback_This_Call_Label';
import quickPicks from '@salesforce/label/c.Callback_Quick_Picks';
import quickPicksEmpty from '@salesforce/label/c.Callback_Quick_Picks_Empty';
import undo from '@salesforce/label/c.Callback_This_Call_Undo';
import type { CallbackNumber, NumberId } from 'c/callbackResolver';

/**
 * Presentational. Another callback number for one call only: from the favourites and the numbers
 * used last, or by search.
 *
 * `choose` with `{ numberId }`: for this call; null for no choice.
 */
export default class CallbackThisCall extends LightningElement {
    @api numbers: readonly CallbackNumber[] = [];
    /** Favourites and numbers used last. */
    @api quickPicks: readonly CallbackNumber[] = [];
    /** The number chosen for this call. */
    @api value: NumberId | undefined;
    /** What became of a choice that is no more. */
    @api notice: string | undefined;

    words = { change, chosenForAMinute, pickerLabel, quickPicks, quickPicksEmpty, undo };
    _isOpen = false;

    get expanded(): string {
        return String(this._isOpen);
    }
    get chevron(): string {
        return this._isOpen ? 'utility:chevrondown' : 'utility:chevronright';
    }
    get regionId(): string | undefined {
        return this._isOpen ? 'numbers' : undefined;
    }
    get status(): string {
        return this.value ? chosenForAMinute : (this.notice ?? '');
    }

    handleToggle(): void {
        this._isOpen = !this._isOpen;
    }
    handleUndo(): void {
        this.tell(null);
    }
    handlePick(event: CustomEvent<{ numberId: NumberId | null }>): void {
        this.tell(event.detail.numberId);
    }

    /** The choice is made: the list closes, and the focus goes back to where it was opened. */
    tell(numberId: NumberId | null): void {
        this._isOpen = false;
        this.template!.querySelector<HTMLElement>('.change')!.focus();
        this.dispatchEvent(new CustomEvent('choose', { detail: { numberId } }));
    }
}
