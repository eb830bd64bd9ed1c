import active from '@salesforce/label/c.Callback_Setup_Rule_Active_Field';
import anyChannel from '@salesforce/label/c.Callback_Setup_Rule_Any_Channel';
import anyList from '@salesforce/label/c.Callback_Setup_Rule_Any_List';
import cancel from '@salesforce/label/c.Callback_Setup_Rule_Cancel';
import catches from '@salesforce/label/c.Callback_Setup_Rule_Catches';
import channel from '@salesforce/label/c.Callback_Setup_Rule_Channel';
import clickToDial from '@salesforce/label/c.Callback_Channel_Click_To_Dial';
import connect from '@salesforce/label/c.Callback_Channel_Connect';
import contains from '@salesforce/label/c.Callback_Setup_Rule_Contains';
import equals from '@salesforce/label/c.Callback_Setup_Rule_Equals';
import field from '@salesforce/label/c.Callback_Setup_Rule_Field';
import fieldOf from '@salesforce/label/c.Callback_Setup_Rule_Field_Of';
import group from '@salesforce/label/c.Callback_Setup_Rule_Group';
import isBlank from '@salesforce/label/c.Callback_Setup_Rule_Is_Blank';
import isOneOf from '@salesforce/label/c.Callback_Setup_Rule_Is_One_Of';
import list from '@salesforce/label/c.Callback_Setup_Rule_List';
import name from '@salesforce/label/c.Callback_Setup_Rule_Name';
import needsChannel from '@salesforce/label/c.Callback_Setup_Rule_Needs_Channel';
import needsField from '@salesforce/label/c.Callback_Setup_Rule_Needs_Field';
import needsName from '@salesforce/label/c.Callback_Setup_Rule_Needs_Name';
import needsNumber from '@salesforce/label/c.Callback_Setup_Rule_Needs_Number';
import needsObject from '@salesforce/label/c.Callback_Setup_Rule_Needs_Object';
import needsOperator from '@salesforce/label/c.Callback_Setup_Rule_Needs_Operator';
import needsPrefix from '@salesforce/label/c.Callback_Setup_Rule_Needs_Prefix';
import needsSelector from '@salesforce/label/c.Callback_Setup_Rule_Needs_Selector';
import needsValue from '@salesforce/label/c.Callback_Setup_Rule_Needs_Value';
import notSaved from '@salesforce/label/c.Callback_Setup_Rules_Not_Saved';
import number from '@salesforce/label/c.Callback_Setup_Rule_Number';
import numberOfList from '@salesforce/label/c.Callback_Setup_Rule_Number_Of_List';
import object from '@salesforce/label/c.Callback_Setup_Rule_Object';
import objectName from '@salesforce/label/c.Callback_Setup_Rule_Object_Name';
import objectOther from '@salesforce/label/c.Callback_Setup_Rule_Object_Other';
import operator from '@salesforce/label/c.Callback_Setup_Rule_Operator';
import prefix from '@salesforce/label/c.Callback_Setup_Rule_Prefix';
import save from '@salesforce/label/c.Callback_Setup_Rule_Save';
import says from '@salesforce/label/c.Callback_Setup_Rule_Says';
import selector from '@salesforce/label/c.Callback_Setup_Rule_Selector';
import selectorHelp from '@salesforce/label/c.Callback_Setup_Rule_Selector_Help';
import startsWith from '@salesforce/label/c.Callback_Setup_Rule_Starts_With';
import type from '@salesforce/label/c.Callback_Setup_Rule_Type';
import typeField from '@salesforce/label/c.Callback_Setup_Rule_Type_Field';
import typeList from '@salesforce/label/c.Callback_Setup_Rule_Type_List';
import typePrefix from '@salesforce/label/c.Callback_Setup_Rule_Type_Prefix';
import typeSelector from '@salesforce/label/c.Callback_Setup_Rule_Type_Selector';
import value from '@salesforce/label/c.Callback_Setup_Rule_Value';
import valuesChosen from '@salesforce/label/c.Callback_Setup_Rule_Values_Chosen';
import valuesOffered from '@salesforce/label/c.Callback_Setup_Rule_Values_Offered';
import values from '@salesforce/label/c.Callback_Setup_Rule_Values';
import everyone from '@salesforce/label/c.Callback_Setup_Rules_For_Everyone';
import newRule from '@salesforce/label/c.Callback_Setup_Rules_Editor_New';
import editRule from '@salesforce/label/c.Callback_Setup_Rules_Editor_Edit';
import type { RuleSetting } from 'c/callbackRuleForm';

export const WORDS = {
    active,
    cancel,
    catches,
    channel,
    editRule,
    field,
    fieldOf,
    group,
    list,
    name,
    newRule,
    notSaved,
    number,
    numberOfList,
    object,
    objectName,
    operator,
    prefix,
    save,
    says,
    selector,
    selectorHelp,
    type,
    value,
    values,
    valuesChosen,
    valuesOffered
};

export interface Choice {
    readonly label: string;
    readonly value: string;
}

export const TYPES: readonly Choice[] = [
    { value: 'numberPrefix', label: typePrefix },
    { value: 'recordField', label: typeField },
    { value: 'dialList', label: typeList },
    { value: 'customSelector', label: typeSelector }
];
export const CHANNELS: readonly Choice[] = [
    { value: 'any', label: anyChannel },
    { value: 'clickToDial', label: clickToDial },
    { value: 'connect', label: connect }
];
export const OPERATORS: readonly Choice[] = [
    { value: 'equals', label: equals },
    { value: 'startsWith', label: startsWith },
    { value: 'contains', label: contains },
    { value: 'isOneOf', label: isOneOf },
    { value: 'isBlank', label: isBlank }
];
export const OTHER_OBJECT = 'other';
export const USUAL_OBJECTS: readonly string[] = ['Contact', 'Lead', 'Account', 'Case'];
export const OBJECTS: readonly Choice[] = [
    ...USUAL_OBJECTS.map((apiName) => ({ value: apiName, label: apiName })),
    { value: OTHER_OBJECT, label: objectOther }
];
export const ANY_LIST: Choice = { value: '', label: anyList };
export const EVERYONE: Choice = { value: '', label: everyone };

/** What is asked for where a setting is missing or wrong. */
export const NEEDS: Readonly<Partial<Record<RuleSetting, string>>> = {
    name: needsName,
    prefix: needsPrefix,
    objectApiName: needsObject,
    field: needsField,
    operator: needsOperator,
    value: needsValue,
    selector: needsSelector,
    numberId: needsNumber,
    channel: needsChannel
};
