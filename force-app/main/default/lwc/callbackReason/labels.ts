/** The words of the codes: custom labels, named after the codes. */
import agentUnknown from '@salesforce/label/c.Callback_Agent_Unknown';
import agentInactive from '@salesforce/label/c.Callback_Agent_Inactive';
import policyInForce from '@salesforce/label/c.Callback_Policy_In_Force';
import thisCallNotGiven from '@salesforce/label/c.Callback_This_Call_Not_Given';
import thisCallIgnored from '@salesforce/label/c.Callback_This_Call_Ignored';
import thisCallNotConfigured from '@salesforce/label/c.Callback_This_Call_Not_Configured';
import thisCallNotAvailable from '@salesforce/label/c.Callback_This_Call_Not_Available';
import thisCallUsed from '@salesforce/label/c.Callback_This_Call_Used';
import rulesNotForManual from '@salesforce/label/c.Callback_Rules_Not_For_Manual';
import rulesAutomationOff from '@salesforce/label/c.Callback_Rules_Automation_Off';
import rulesPrefixNoneMatched from '@salesforce/label/c.Callback_Rules_Prefix_None_Matched';
import rulesPrefixNotAFullNumber from '@salesforce/label/c.Callback_Rules_Prefix_Not_A_Full_Number';
import ruleOtherChannel from '@salesforce/label/c.Callback_Rule_Other_Channel';
import ruleOtherGroup from '@salesforce/label/c.Callback_Rule_Other_Group';
import ruleOtherObject from '@salesforce/label/c.Callback_Rule_Other_Object';
import ruleNoRecord from '@salesforce/label/c.Callback_Rule_No_Record';
import ruleFieldUnreadable from '@salesforce/label/c.Callback_Rule_Field_Unreadable';
import ruleFieldNotMatched from '@salesforce/label/c.Callback_Rule_Field_Not_Matched';
import ruleNoDialList from '@salesforce/label/c.Callback_Rule_No_Dial_List';
import ruleDialEntryUnreadable from '@salesforce/label/c.Callback_Rule_Dial_Entry_Unreadable';
import ruleOtherDialList from '@salesforce/label/c.Callback_Rule_Other_Dial_List';
import ruleDialListHasNoNumber from '@salesforce/label/c.Callback_Rule_Dial_List_Has_No_Number';
import ruleSelectorBlank from '@salesforce/label/c.Callback_Rule_Selector_Blank';
import ruleSelectorFailed from '@salesforce/label/c.Callback_Rule_Selector_Failed';
import ruleSelectorRefused from '@salesforce/label/c.Callback_Rule_Selector_Refused';
import ruleSelectorNotConfigured from '@salesforce/label/c.Callback_Rule_Selector_Not_Configured';
import ruleNumberNotAvailable from '@salesforce/label/c.Callback_Rule_Number_Not_Available';
import ruleUsed from '@salesforce/label/c.Callback_Rule_Used';
import rulesNoneApplied from '@salesforce/label/c.Callback_Rules_None_Applied';
import agentDefaultNotSet from '@salesforce/label/c.Callback_Agent_Default_Not_Set';
import agentDefaultNotAvailable from '@salesforce/label/c.Callback_Agent_Default_Not_Available';
import agentDefaultUsed from '@salesforce/label/c.Callback_Agent_Default_Used';
import principalNotSet from '@salesforce/label/c.Callback_Principal_Not_Set';
import principalRetired from '@salesforce/label/c.Callback_Principal_Retired';
import principalUsed from '@salesforce/label/c.Callback_Principal_Used';
import retired from '@salesforce/label/c.Callback_Retired';
import notAssigned from '@salesforce/label/c.Callback_Not_Assigned';
import recordNotFound from '@salesforce/label/c.Callback_Record_Not_Found';
import fieldNotFound from '@salesforce/label/c.Callback_Field_Not_Found';
import readFailed from '@salesforce/label/c.Callback_Read_Failed';
import timedOut from '@salesforce/label/c.Callback_Timed_Out';
import callFailed from '@salesforce/label/c.Callback_Call_Failed';
import clickToDial from '@salesforce/label/c.Callback_Channel_Click_To_Dial';
import connect from '@salesforce/label/c.Callback_Channel_Connect';
import type { AutomatedChannel, TraceCode } from 'c/callbackResolver';

export const STEPS: Readonly<Record<TraceCode, string>> = {
    AGENT_UNKNOWN: agentUnknown,
    AGENT_INACTIVE: agentInactive,
    POLICY_IN_FORCE: policyInForce,
    THIS_CALL_NOT_GIVEN: thisCallNotGiven,
    THIS_CALL_IGNORED: thisCallIgnored,
    THIS_CALL_NOT_CONFIGURED: thisCallNotConfigured,
    THIS_CALL_NOT_AVAILABLE: thisCallNotAvailable,
    THIS_CALL_USED: thisCallUsed,
    RULES_NOT_FOR_MANUAL: rulesNotForManual,
    RULES_AUTOMATION_OFF: rulesAutomationOff,
    RULES_PREFIX_NONE_MATCHED: rulesPrefixNoneMatched,
    RULES_PREFIX_NOT_A_FULL_NUMBER: rulesPrefixNotAFullNumber,
    RULE_OTHER_CHANNEL: ruleOtherChannel,
    RULE_OTHER_GROUP: ruleOtherGroup,
    RULE_OTHER_OBJECT: ruleOtherObject,
    RULE_NO_RECORD: ruleNoRecord,
    RULE_FIELD_UNREADABLE: ruleFieldUnreadable,
    RULE_FIELD_NOT_MATCHED: ruleFieldNotMatched,
    RULE_NO_DIAL_LIST: ruleNoDialList,
    RULE_DIAL_ENTRY_UNREADABLE: ruleDialEntryUnreadable,
    RULE_OTHER_DIAL_LIST: ruleOtherDialList,
    RULE_DIAL_LIST_HAS_NO_NUMBER: ruleDialListHasNoNumber,
    RULE_SELECTOR_BLANK: ruleSelectorBlank,
    RULE_SELECTOR_FAILED: ruleSelectorFailed,
    RULE_SELECTOR_REFUSED: ruleSelectorRefused,
    RULE_SELECTOR_NOT_CONFIGURED: ruleSelectorNotConfigured,
    RULE_NUMBER_NOT_AVAILABLE: ruleNumberNotAvailable,
    RULE_USED: ruleUsed,
    RULES_NONE_APPLIED: rulesNoneApplied,
    AGENT_DEFAULT_NOT_SET: agentDefaultNotSet,
    AGENT_DEFAULT_NOT_AVAILABLE: agentDefaultNotAvailable,
    AGENT_DEFAULT_USED: agentDefaultUsed,
    PRINCIPAL_NOT_SET: principalNotSet,
    PRINCIPAL_RETIRED: principalRetired,
    PRINCIPAL_USED: principalUsed
};

/** Reasons stand inside the sentence of a step. */
export const REASONS: Readonly<Record<string, string>> = {
    RETIRED: retired,
    NOT_ASSIGNED: notAssigned,
    RECORD_NOT_FOUND: recordNotFound,
    FIELD_NOT_FOUND: fieldNotFound,
    READ_FAILED: readFailed,
    TIMED_OUT: timedOut,
    CALL_FAILED: callFailed
};

export const CHANNELS: Readonly<Record<AutomatedChannel, string>> = { clickToDial, connect };
