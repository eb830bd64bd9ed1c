import { LightningElement, api } from 'lwc';
import active from '@salesforce/label/c.Callback_Lists_Active';
import cancel from '@salesforce/label/c.Callback_Lists_Cancel';
import everybody from '@salesforce/label/c.Callback_Lists_Everybody';
import from from '@salesforce/label/c.Callback_Lists_From';
import group from '@salesforce/label/c.Callback_Lists_Group';
import hoursHint from '@salesforce/label/c.Callback_Lists_Hours_Hint';
import name from '@salesforce/label/c.Callback_Lists_Name';
import noNumber from '@salesforce/label/c.Callback_Lists_No_Number';
import number from '@salesforce/label/c.Callback_Lists_Number';
import save from '@salesforce/label/c.Callback_Lists_Save';
import until from '@salesforce/label/c.Callback_Lists_Until';
import zone from '@salesforce/label/c.Callback_Lists_Zone';
import { faultsOf, type FormValues } from './faults';

export type { FormValues } from './faults';

export interface FormOption {
    readonly label: string;
    readonly value: string;
}

const NOTHING: FormValues = {
    name: '',
    active: true,
    groupId: '',
    numberId: '',
    timeZone: '',
    from: '',
    until: ''
};

/**
 * Presentational. One dial list to fill in; faults are said once it was tried to save.
 *
 * `save` with the values; `cancel`.
 */
export default class ConnectListForm extends LightningElement {
    @api override title = '';
    @api groups: readonly FormOption[] = [];
    @api numbers: readonly FormOption[] = [];
    /** IANA names. */
    @api timeZones: readonly string[] = [];
    /** Why it was not saved. */
    @api errors: readonly string[] = [];
    @api busy = false;
    @api get values(): FormValues {
        return this._values;
    }
    set values(values: FormValues | undefined) {
        this._values = { ...NOTHING, ...values };
        this._wasTried = false;
    }

    words = { active, cancel, from, group, hoursHint, name, number, save, until, zone };
    _values: FormValues = NOTHING;
    _wasTried = false;

    get groupOptions(): readonly FormOption[] {
        return [{ label: everybody, value: '' }, ...this.groups];
    }
    get numberOptions(): readonly FormOption[] {
        return [{ label: noNumber, value: '' }, ...this.numbers];
    }
    get zoneOptions(): readonly FormOption[] {
        const { timeZone } = this._values;
        const known = this.timeZones.includes(timeZone) ? [] : [timeZone];
        return ['', ...known, ...this.timeZones]
            .filter((one, at, all) => all.indexOf(one) === at)
            .map((value) => ({ label: value || '—', value }));
    }
    get fromTime(): string {
        return this._values.from && `${this._values.from}:00.000`;
    }
    get untilTime(): string {
        return this._values.until && `${this._values.until}:00.000`;
    }
    get problems(): readonly string[] {
        return [...(this._wasTried ? faultsOf(this._values) : []), ...this.errors];
    }
    get hasProblems(): boolean {
        return this.problems.length > 0;
    }

    @api focus(): void {
        this.template!.querySelector<HTMLElement>('.name')?.focus();
    }

    handleText({ target }: Event): void {
        const { name: field, value } = target as HTMLInputElement;
        this.change({ [field]: value });
    }
    handleTime({ target }: Event): void {
        const { name: field, value } = target as HTMLInputElement;
        this.change({ [field]: (value ?? '').slice(0, 5) });
    }
    handleChoice({ target, detail }: CustomEvent<{ value: string }>): void {
        this.change({ [(target as HTMLInputElement).name]: detail.value });
    }
    handleActive({ detail }: CustomEvent<{ checked: boolean }>): void {
        this.change({ active: detail.checked });
    }
    handleCancel(): void {
        this.dispatchEvent(new CustomEvent('cancel'));
    }
    handleSave(): void {
        this._wasTried = true;
        if (!this.busy && faultsOf(this._values).length === 0) {
            this.dispatchEvent(new CustomEvent('save', { detail: this._values }));
        }
    }

    change(values: Partial<FormValues>): void {
        this._values = { ...this._values, ...values };
    }
}
