import { LightningElement, api } from 'lwc';
import add from '@salesforce/label/c.Callback_Lists_Add';
import addCondition from '@salesforce/label/c.Callback_Lists_Add_Condition';
import cancel from '@salesforce/label/c.Callback_Lists_Cancel';
import condition from '@salesforce/label/c.Callback_Lists_Condition';
import customer from '@salesforce/label/c.Callback_Lists_Customer';
import field from '@salesforce/label/c.Callback_Lists_Field';
import firstFound from '@salesforce/label/c.Callback_Lists_First_Found';
import found from '@salesforce/label/c.Callback_Lists_Found';
import incomplete from '@salesforce/label/c.Callback_Lists_Incomplete';
import looking from '@salesforce/label/c.Callback_Lists_Looking';
import no from '@salesforce/label/c.Callback_Lists_No';
import object from '@salesforce/label/c.Callback_Lists_Object';
import operator from '@salesforce/label/c.Callback_Lists_Operator';
import phone from '@salesforce/label/c.Callback_Lists_Phone';
import phoneField from '@salesforce/label/c.Callback_Lists_Phone_Field';
import preview from '@salesforce/label/c.Callback_Lists_Preview';
import remove from '@salesforce/label/c.Callback_Lists_Remove_Condition';
import title from '@salesforce/label/c.Callback_Lists_Filter_Title';
import tooMany from '@salesforce/label/c.Callback_Lists_Too_Many';
import value from '@salesforce/label/c.Callback_Lists_Value';
import yes from '@salesforce/label/c.Callback_Lists_Yes';
import { operatorLabel, type OperatorCode } from './operators';

export interface Choice {
    readonly label: string;
    readonly value: string;
}

/** A field that can be filtered by. */
export interface FieldChoice extends Choice {
    readonly operators: readonly OperatorCode[];
    /** How its value is entered. */
    readonly input: 'text' | 'number' | 'date' | 'yesNo';
}

/** One line of the filter; texts as typed. */
export interface ConditionValues {
    readonly field: string;
    readonly operator: OperatorCode;
    readonly value: string;
}

export interface FilterValues {
    readonly objectApiName: string;
    readonly phoneField: string;
    readonly conditions: readonly ConditionValues[];
}

/** What the filter finds. */
export type FindState =
    | { readonly kind: 'none' }
    | { readonly kind: 'looking'; readonly read: number }
    | {
          readonly kind: 'found';
          readonly toAdd: number;
          readonly onList: number;
          /** Set where there are more than can be added at once. */
          readonly atMost?: number;
          readonly first: readonly {
              readonly key: string;
              readonly name: string;
              readonly phone: string;
          }[];
      }
    | { readonly kind: 'failed'; readonly errors: readonly string[] };

const MOST_CONDITIONS = 5;
const NEW_CONDITION: ConditionValues = { field: '', operator: 'equals', value: '' };

/**
 * Presentational. A filter over contacts or leads, and whom it finds.
 *
 * `filterchange`, `preview` with the `FilterValues`; `add`; `cancel`.
 */
export default class ConnectCandidates extends LightningElement {
    @api objects: readonly Choice[] = [];
    @api phoneFields: readonly Choice[] = [];
    @api fields: readonly FieldChoice[] = [];
    @api filter: FilterValues = { objectApiName: '', phoneField: '', conditions: [] };
    @api state: FindState = { kind: 'none' };
    /** Whether every condition is filled in. */
    @api isComplete = false;

    words = {
        addCondition,
        cancel,
        customer,
        field,
        firstFound,
        object,
        operator,
        phone,
        phoneField,
        preview,
        title,
        value
    };
    _wasTried = false;

    get conditions() {
        return this.filter.conditions.map((one, at) => {
            const known = this.fields.find(({ value: name }) => name === one.field);
            const asksValue = one.operator !== 'blank' && one.operator !== 'notBlank';
            const input = known?.input ?? 'text';
            return {
                ...one,
                key: String(at),
                legend: condition.replace('{0}', String(at + 1)),
                removeLabel: remove.replace('{0}', String(at + 1)),
                operators: (known?.operators ?? ['equals']).map((code) => ({
                    value: code,
                    label: operatorLabel(code)
                })),
                isYesNo: asksValue && input === 'yesNo',
                isTyped: asksValue && input !== 'yesNo',
                type: input
            };
        });
    }
    get yesNo(): readonly Choice[] {
        return [
            { label: yes, value: 'true' },
            { label: no, value: 'false' }
        ];
    }
    get canAddCondition(): boolean {
        return this.filter.conditions.length < MOST_CONDITIONS;
    }
    get found() {
        const { state } = this;
        return state.kind === 'found' ? state : undefined;
    }
    get hasFirst(): boolean {
        return Boolean(this.found?.first.length);
    }
    get sentences(): readonly string[] {
        const { state } = this;
        switch (state.kind) {
            case 'none':
                return this._wasTried && !this.isComplete ? [incomplete] : [];
            case 'looking':
                return [looking.replace('{0}', state.read.toLocaleString())];
            case 'found':
                return [
                    found
                        .replace('{0}', state.toAdd.toLocaleString())
                        .replace('{1}', state.onList.toLocaleString()),
                    ...(state.atMost ? [tooMany.replace('{0}', state.atMost.toLocaleString())] : [])
                ];
            case 'failed':
                return state.errors;
        }
    }
    get addLabel(): string {
        return add.replace('{0}', (this.found?.toAdd ?? 0).toLocaleString());
    }
    get cannotAdd(): boolean {
        return !this.found?.toAdd;
    }

    @api focus(): void {
        this.template!.querySelector<HTMLElement>('.title')?.focus();
    }

    handleObject({ detail }: CustomEvent<{ value: string }>): void {
        this.change({ objectApiName: detail.value, phoneField: '', conditions: [] });
    }
    handlePhoneField({ detail }: CustomEvent<{ value: string }>): void {
        this.change({ phoneField: detail.value });
    }
    handleField({ target, detail }: CustomEvent<{ value: string }>): void {
        const [first = 'equals'] =
            this.fields.find(({ value: name }) => name === detail.value)?.operators ?? [];
        this.changeAt(target, { field: detail.value, operator: first, value: '' });
    }
    handleOperator({ target, detail }: CustomEvent<{ value: OperatorCode }>): void {
        this.changeAt(target, { operator: detail.value });
    }
    handleYesNo({ target, detail }: CustomEvent<{ value: string }>): void {
        this.changeAt(target, { value: detail.value });
    }
    handleValue({ target }: Event): void {
        this.changeAt(target, { value: (target as HTMLInputElement).value });
    }
    handleAddCondition(): void {
        this.change({ conditions: [...this.filter.conditions, NEW_CONDITION] });
    }
    handleRemove({ target }: Event): void {
        const place = placeOf(target);
        this.change({ conditions: this.filter.conditions.filter((_, at) => at !== place) });
    }
    handlePreview(): void {
        this._wasTried = true;
        if (this.isComplete) {
            this.tell('preview');
        }
    }
    handleAdd(): void {
        this.dispatchEvent(new CustomEvent('add'));
    }
    handleCancel(): void {
        this.dispatchEvent(new CustomEvent('cancel'));
    }

    changeAt(target: EventTarget | null, values: Partial<ConditionValues>): void {
        const place = placeOf(target);
        const conditions = [...this.filter.conditions];
        conditions[place] = { ...conditions[place], ...values };
        this.change({ conditions });
    }
    change(values: Partial<FilterValues>): void {
        this._wasTried = false;
        this.tell('filterchange', { ...this.filter, ...values });
    }
    tell(name: string, detail: FilterValues = this.filter): void {
        this.dispatchEvent(new CustomEvent(name, { detail }));
    }
}

function placeOf(target: EventTarget | null): number {
    return Number((target as HTMLElement).dataset.at);
}
