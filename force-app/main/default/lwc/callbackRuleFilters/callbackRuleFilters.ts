import { LightningElement, api } from 'lwc';
import active from '@salesforce/label/c.Callback_Setup_Rule_Active';
import anyChannel from '@salesforce/label/c.Callback_Setup_Rule_Any_Channel';
import channel from '@salesforce/label/c.Callback_Setup_Rule_Channel';
import clickToDial from '@salesforce/label/c.Callback_Channel_Click_To_Dial';
import connect from '@salesforce/label/c.Callback_Channel_Connect';
import group from '@salesforce/label/c.Callback_Setup_Rule_Group';
import inactive from '@salesforce/label/c.Callback_Setup_Rule_Inactive';
import stateLabel from '@salesforce/label/c.Callback_Setup_Rule_State';
import type from '@salesforce/label/c.Callback_Setup_Rule_Type';
import typeField from '@salesforce/label/c.Callback_Setup_Rule_Type_Field';
import typeList from '@salesforce/label/c.Callback_Setup_Rule_Type_List';
import typePrefix from '@salesforce/label/c.Callback_Setup_Rule_Type_Prefix';
import typeSelector from '@salesforce/label/c.Callback_Setup_Rule_Type_Selector';
import all from '@salesforce/label/c.Callback_Setup_Rules_All';
import count from '@salesforce/label/c.Callback_Setup_Rules_Count';
import everyone from '@salesforce/label/c.Callback_Setup_Rules_For_Everyone';
import search from '@salesforce/label/c.Callback_Setup_Rules_Search';
import withWarnings from '@salesforce/label/c.Callback_Setup_Rules_With_Warnings';

/** Blank hides nothing. */
export interface RuleFilter {
    readonly text: string;
    readonly type: string;
    readonly channel: string;
    /** Id of a group, or `everyone`. */
    readonly group: string;
    readonly state: '' | 'active' | 'inactive' | 'warnings';
}

export const NO_FILTER: RuleFilter = { text: '', type: '', channel: '', group: '', state: '' };
export const EVERYONE = 'everyone';

const TYPES = [
    { value: 'numberPrefix', label: typePrefix },
    { value: 'recordField', label: typeField },
    { value: 'dialList', label: typeList },
    { value: 'customSelector', label: typeSelector }
];
const CHANNELS = [
    { value: 'any', label: anyChannel },
    { value: 'clickToDial', label: clickToDial },
    { value: 'connect', label: connect }
];
const STATES = [
    { value: 'active', label: active },
    { value: 'inactive', label: inactive },
    { value: 'warnings', label: withWarnings }
];

/**
 * Presentational. Search and filters over rules.
 *
 * `filterchange` with `{ filter }`: what is wanted now.
 */
export default class CallbackRuleFilters extends LightningElement {
    @api filter: RuleFilter = NO_FILTER;
    /** Groups that can be filtered by. */
    @api groups: readonly { readonly value: string; readonly label: string }[] = [];
    /** How many rules fit, and how many there are. */
    @api shown = 0;
    @api total = 0;

    words = { search };

    get boxes() {
        const groups = [{ value: EVERYONE, label: everyone }, ...this.groups];
        return [
            this.box('type', type, TYPES),
            this.box('channel', channel, CHANNELS),
            this.box('group', group, groups),
            this.box('state', stateLabel, STATES)
        ];
    }
    get countText(): string {
        return count.replace('{0}', String(this.shown)).replace('{1}', String(this.total));
    }

    handleChange(event: CustomEvent<{ value: string }>): void {
        const name = (event.target as HTMLElement).dataset.filter!;
        const filter = { ...this.filter, [name]: event.detail.value };
        this.dispatchEvent(new CustomEvent('filterchange', { detail: { filter } }));
    }

    private box(name: keyof RuleFilter, label: string, choices: readonly object[]) {
        const options = [{ value: '', label: all }, ...choices];
        return { name, label, options, value: this.filter[name] };
    }
}
