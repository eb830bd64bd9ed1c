import { LightningElement, api } from 'lwc';
import asTyped from '@salesforce/label/c.Callback_Dial_As_Typed';
import dialledAs from '@salesforce/label/c.Callback_Dial_As';
import deleteLast from '@salesforce/label/c.Callback_Dial_Delete';
import hint from '@salesforce/label/c.Callback_Dial_Hint';
import keyHash from '@salesforce/label/c.Callback_Dial_Key_Hash';
import keyStar from '@salesforce/label/c.Callback_Dial_Key_Star';
import pad from '@salesforce/label/c.Callback_Dial_Pad';
import numberLabel from '@salesforce/label/c.Callback_Dial_Number';
import { formatted } from 'c/callbackNumberText';
import { PAD_KEYS, numberAfterKey, padKeyAfter } from './padKeys';

const SPOKEN: Readonly<Record<string, string>> = { '*': keyStar, '#': keyHash };

/** So long nobody types any more, and what will be dialled is read out. */
const QUIET_MS = 700;

/** How a number that was typed will be dialled. */
export interface Reading {
    /** E.164 where it is a full telephone number, else as typed. */
    readonly number: string;
    readonly isFull: boolean;
}

/**
 * Presentational. A number to dial: typed, pasted, or pressed on twelve keys.
 *
 * `numberinput` with `{ number }`: what stands in the field now. `dial`: Enter was pressed in it.
 */
export default class CallbackDialPad extends LightningElement {
    /** What stands in the field. */
    @api number = '';

    @api get reading(): Reading | undefined {
        return this._reading;
    }
    set reading(reading: Reading | undefined) {
        this._reading = reading;
        clearTimeout(this._quiet);
        // eslint-disable-next-line @lwc/lwc/no-async-operation -- reading out every key is noise
        this._quiet = setTimeout(() => {
            this._spoken = reading?.number ? this.readingText : '';
        }, QUIET_MS);
    }

    words = { deleteLast, keypad: pad, numberLabel };
    _reading: Reading | undefined;
    _quiet: ReturnType<typeof setTimeout> | undefined;
    /** What is read out. */
    _spoken = '';
    _isPadOpen = true;
    /** The one key of the pad that Tab leads to. */
    _at = 0;

    @api focus(): void {
        this.template!.querySelector<HTMLElement>('lightning-input')?.focus();
    }

    override disconnectedCallback(): void {
        clearTimeout(this._quiet);
    }

    get readingText(): string {
        const { reading } = this;
        if (!reading?.number) {
            return hint;
        }
        return reading.isFull
            ? dialledAs.replace('{0}', () => formatted(reading.number))
            : asTyped.replace('{0}', () => reading.number);
    }
    get isEmpty(): boolean {
        return !this.number;
    }
    get keys() {
        return PAD_KEYS.map(([key, letters], at) => ({
            key,
            at,
            letters,
            name: SPOKEN[key] ?? key,
            tabIndex: at === this._at ? 0 : -1
        }));
    }

    handleChange(event: CustomEvent<{ value: string }>): void {
        this.tell(event.detail.value);
    }
    handleFieldKey(event: KeyboardEvent): void {
        if (event.key === 'Enter') {
            this.dispatchEvent(new CustomEvent('dial'));
        }
    }
    handleDelete(): void {
        this.tell(this.number.slice(0, -1));
    }
    handleToggle(): void {
        this._isPadOpen = !this._isPadOpen;
    }
    handleKeyClick(event: MouseEvent): void {
        const at = Number((event.currentTarget as HTMLElement).dataset.at);
        this._at = at;
        this.tell(this.number + PAD_KEYS[at]![0]);
    }
    handlePadKey(event: KeyboardEvent): void {
        const next = padKeyAfter(event.key, this._at);
        const number = numberAfterKey(event.key, this.number);
        if (next !== undefined) {
            event.preventDefault();
            this._at = next;
            this.template!.querySelector<HTMLElement>(`[data-at="${next}"]`)?.focus();
        } else if (number !== undefined && !event.ctrlKey && !event.metaKey) {
            event.preventDefault();
            this.tell(number);
        }
    }

    tell(number: string): void {
        this.dispatchEvent(new CustomEvent('numberinput', { detail: { number } }));
    }
}
