import { LightningElement, api } from 'lwc';
import available from '@salesforce/label/c.Callback_Assign_Available';
import looking from '@salesforce/label/c.Callback_Assign_Explain_Looking';
import nothing from '@salesforce/label/c.Callback_Assign_Explain_Nothing';
import number from '@salesforce/label/c.Callback_Picker_Label';
import numberColumn from '@salesforce/label/c.Callback_Assign_Number';
import retry from '@salesforce/label/c.Callback_State_Retry';
import through from '@salesforce/label/c.Callback_Assign_Through';

/** Which numbers one agent may present, and why. */
export interface Explanation {
    readonly name: string;
    /** Whether the agent is restricted, in a sentence. */
    readonly restriction: string;
    /** What their default number is, in a sentence. */
    readonly defaultNumber: string;
    readonly numbers: readonly {
        readonly id: string;
        readonly name: string;
        readonly detail: string;
        /** `Own assignment, group Sales` */
        readonly through: string;
    }[];
}

export type ExplainState =
    | { readonly kind: 'looking' }
    | { readonly kind: 'failed'; readonly errors: readonly string[] }
    | { readonly kind: 'explained'; readonly explanation: Explanation };

/**
 * Presentational. Which numbers one agent may present, each with what makes it available.
 *
 * `retry`: look once more.
 */
export default class CallbackAssignExplained extends LightningElement {
    @api state: ExplainState = { kind: 'looking' };

    words = { available, looking, nothing, retry };
    columns = [
        { label: number, fieldName: 'name', sortable: true, wrapText: true },
        { label: numberColumn, fieldName: 'detail', sortable: true },
        { label: through, fieldName: 'through', sortable: true, wrapText: true }
    ];
    searchFields = ['name', 'detail', 'through'];

    get isLooking(): boolean {
        return this.state.kind === 'looking';
    }
    get isFailed(): boolean {
        return this.state.kind === 'failed';
    }
    get errors(): readonly string[] {
        return this.state.kind === 'failed' ? this.state.errors : [];
    }
    get explanation(): Explanation | undefined {
        return this.state.kind === 'explained' ? this.state.explanation : undefined;
    }
    get hasNumbers(): boolean {
        return Boolean(this.explanation?.numbers.length);
    }

    handleRetry(): void {
        this.dispatchEvent(new CustomEvent('retry'));
    }
}
