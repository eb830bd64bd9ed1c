import { LightningElement, api } from 'lwc';
import cancel from '@salesforce/label/c.Callback_Numbers_Cancel';
import country from '@salesforce/label/c.Callback_Numbers_Country';
import description from '@salesforce/label/c.Callback_Numbers_Description';
import existing from '@salesforce/label/c.Callback_Numbers_Duplicate';
import heading from '@salesforce/label/c.Callback_Numbers_Add_Title';
import label from '@salesforce/label/c.Callback_Numbers_Label';
import language from '@salesforce/label/c.Callback_Numbers_Language';
import languageExample from '@salesforce/label/c.Callback_Numbers_Language_Example';
import number from '@salesforce/label/c.Callback_Numbers_Number';
import numberExample from '@salesforce/label/c.Callback_Numbers_Number_Example';
import readAs from '@salesforce/label/c.Callback_Numbers_Read_As';
import save from '@salesforce/label/c.Callback_Numbers_Save';
import show from '@salesforce/label/c.Callback_Numbers_Show';

/** What was typed. */
export interface NumberValues {
    readonly label: string;
    /** As typed, formatted. */
    readonly number: string;
    readonly country: string;
    readonly language: string;
    readonly description: string;
}

/**
 * Presentational. A new callback number. Beside the number stands how it is read.
 *
 * `valueschange` with `{ changed }`. `show`: the one that has the number. `save`. `cancel`.
 */
export default class CallbackNumberForm extends LightningElement {
    @api values: NumberValues | undefined;
    /** E.164; empty while it is no full number. */
    @api readAs = '';
    /** Name of the country of the number. */
    @api countryName = '';
    /** What a number is called that is the same; empty where there is none. */
    @api existingLabel = '';
    /** What is wrong, said once somebody tried to save. */
    @api problems: readonly string[] = [];
    @api isBusy = false;

    words = {
        cancel,
        country,
        description,
        heading,
        label,
        language,
        languageExample,
        number,
        numberExample,
        save,
        show
    };

    @api focus(): void {
        this.template!.querySelector<HTMLElement>('[data-value="number"]')?.focus();
    }

    get readAsText(): string {
        return this.readAs
            ? readAs.replace('{0}', `${this.readAs} ${this.countryName}`.trim())
            : '';
    }

    get existingText(): string {
        return existing.replace('{0}', () => this.existingLabel);
    }

    handleChange(event: CustomEvent<{ value: string }>): void {
        const { value } = (event.target as HTMLElement).dataset;
        const changed = { [value as keyof NumberValues]: event.detail.value };
        this.dispatchEvent(new CustomEvent('valueschange', { detail: { changed } }));
    }
    handleShow(): void {
        this.dispatchEvent(new CustomEvent('show'));
    }
    handleSave(): void {
        this.dispatchEvent(new CustomEvent('save'));
    }
    handleCancel(): void {
        this.dispatchEvent(new CustomEvent('cancel'));
    }
    handleKey(event: KeyboardEvent): void {
        if (event.key === 'Escape') {
            this.handleCancel();
        } else if (event.key === 'Enter' && !this.isBusy && isInput(event)) {
            this.handleSave();
        }
    }
}

/** Enter in the description begins a line, and on a button presses it. */
function isInput(event: KeyboardEvent): boolean {
    const { value } = (event.target as HTMLElement).dataset;
    return value !== undefined && value !== 'description';
}
