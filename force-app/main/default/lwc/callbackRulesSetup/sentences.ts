import anyChannel from '@salesforce/label/c.Callback_Setup_Rule_Any_Channel';
import forGroup from '@salesforce/label/c.Callback_Setup_Rule_For_Group';
import anyList from '@salesforce/label/c.Callback_Setup_Rule_Says_Any_List';
import contains from '@salesforce/label/c.Callback_Setup_Rule_Says_Contains';
import equals from '@salesforce/label/c.Callback_Setup_Rule_Says_Equals';
import isBlank from '@salesforce/label/c.Callback_Setup_Rule_Says_Is_Blank';
import isOneOf from '@salesforce/label/c.Callback_Setup_Rule_Says_Is_One_Of';
import itsNumber from '@salesforce/label/c.Callback_Setup_Rule_Says_Its_Number';
import list from '@salesforce/label/c.Callback_Setup_Rule_Says_List';
import ownNumber from '@salesforce/label/c.Callback_Setup_Rule_Says_Own_Number';
import prefix from '@salesforce/label/c.Callback_Setup_Rule_Says_Prefix';
import selector from '@salesforce/label/c.Callback_Setup_Rule_Says_Selector';
import startsWith from '@salesforce/label/c.Callback_Setup_Rule_Says_Starts_With';
import clickToDial from '@salesforce/label/c.Callback_Channel_Click_To_Dial';
import connect from '@salesforce/label/c.Callback_Channel_Connect';
import { filled } from 'c/callbackLabel';
import { formatted } from 'c/callbackNumberText';
import type { CallbackNumber, Operator } from 'c/callbackResolver';
import type { RuleForm } from 'c/callbackRuleForm';

/** What numbers, groups and dial lists are called. */
export interface RuleNames {
    readonly numbers: ReadonlyMap<string, CallbackNumber>;
    readonly groups: ReadonlyMap<string, string>;
    readonly dialLists: ReadonlyMap<string, string>;
}

export const CHANNELS: Readonly<Record<RuleForm['channel'], string>> = {
    any: anyChannel,
    clickToDial,
    connect
};

/** Stands for what is not said yet. */
const NOTHING_YET = '…';

const COMPARISONS: Readonly<Record<Operator, string>> = {
    equals,
    startsWith,
    contains,
    isOneOf,
    isBlank
};

/** One line that says what a rule does: what it matches → number, channel, group. */
export function sentenceOf(form: RuleForm, names: RuleNames): string {
    const group = form.agentGroupId && filled(forGroup, names.groups.get(form.agentGroupId) ?? '');
    const audience = [CHANNELS[form.channel], group].filter(Boolean).join(', ');
    return `${conditionOf(form, names)} → ${pickedBy(form, names)}, ${audience}`;
}

function conditionOf(form: RuleForm, names: RuleNames): string {
    switch (form.type) {
        case 'numberPrefix':
            return filled(prefix, form.prefix || NOTHING_YET);
        case 'recordField':
            return form.operator
                ? filled(COMPARISONS[form.operator], form.objectApiName, form.field, form.value)
                : NOTHING_YET;
        case 'dialList':
            return form.dialListId
                ? filled(list, names.dialLists.get(form.dialListId) ?? form.dialListId)
                : anyList;
        case 'customSelector':
            return filled(selector, form.selector || NOTHING_YET);
    }
}

function pickedBy({ type, numberId }: RuleForm, { numbers }: RuleNames): string {
    if (type === 'customSelector') {
        return itsNumber;
    }
    const number = numbers.get(numberId);
    if (number) {
        return `${number.label} ${formatted(number.number)}`;
    }
    return type === 'dialList' ? ownNumber : NOTHING_YET;
}

export { filled };
