import { LightningElement, api } from 'lwc';
import assigned from '@salesforce/label/c.Callback_Numbers_Use_Assigned';
import cancel from '@salesforce/label/c.Callback_Numbers_Cancel';
import defaults from '@salesforce/label/c.Callback_Numbers_Use_Defaults';
import dialLists from '@salesforce/label/c.Callback_Numbers_Use_Lists';
import heading from '@salesforce/label/c.Callback_Numbers_Use_Title';
import kept from '@salesforce/label/c.Callback_Numbers_Use_Kept';
import nothing from '@salesforce/label/c.Callback_Numbers_Use_Nothing';
import principal from '@salesforce/label/c.Callback_Numbers_Use_Principal';
import retire from '@salesforce/label/c.Callback_Numbers_Retire';
import rules from '@salesforce/label/c.Callback_Numbers_Use_Rules';

/** What refers to the numbers: `NumberReferences` of the data module. */
export interface UseOfNumbers {
    readonly rules: readonly string[];
    readonly principalOf: readonly string[];
    readonly dialLists: readonly string[];
    readonly defaultOf: readonly string[];
    readonly assignments: number;
}

const NAMES_SHOWN = 10;

/**
 * Presentational. What would no longer happen if numbers were retired, and the question.
 *
 * `confirm`, `cancel`: what was pressed.
 */
export default class CallbackNumberUse extends LightningElement {
    /** What the numbers are called. */
    @api names: readonly string[] = [];
    @api use: UseOfNumbers | undefined;
    @api isBusy = false;

    words = { cancel, kept, nothing, principal, retire };

    @api focus(): void {
        this.template!.querySelector<HTMLElement>('h2')?.focus();
    }

    get headingText(): string {
        return heading.replace('{0}', () => listed(this.names));
    }
    get isPrincipal(): boolean {
        return this.use !== undefined && this.use.principalOf.length > 0;
    }
    get principalText(): string {
        return principal.replace('{0}', () => listed(this.use?.principalOf ?? []));
    }
    get sentences(): readonly string[] {
        const { use } = this;
        return use
            ? [
                  ...sentence(rules, use.rules),
                  ...sentence(dialLists, use.dialLists),
                  ...sentence(defaults, use.defaultOf),
                  ...(use.assignments > 0
                      ? [assigned.replace('{0}', use.assignments.toLocaleString())]
                      : [])
              ]
            : [];
    }
    get isUnused(): boolean {
        return !this.isPrincipal && this.sentences.length === 0;
    }

    handleConfirm(): void {
        this.dispatchEvent(new CustomEvent('confirm'));
    }
    handleCancel(): void {
        this.dispatchEvent(new CustomEvent('cancel'));
    }
    handleKey(event: KeyboardEvent): void {
        if (event.key === 'Escape') {
            this.handleCancel();
        }
    }
}

/** `{0}`: how many, `{1}`: their names. */
function sentence(text: string, names: readonly string[]): readonly string[] {
    return names.length > 0
        ? [text.replace('{0}', names.length.toLocaleString()).replace('{1}', () => listed(names))]
        : [];
}

function listed(names: readonly string[]): string {
    const shown = names.slice(0, NAMES_SHOWN).join(', ');
    return names.length > NAMES_SHOWN ? `${shown} …` : shown;
}
