/** What the softphone tells other pages, in the agent's words. */
import away from '@salesforce/label/c.Callback_Softphone_Away_Title';
import busy from '@salesforce/label/c.Callback_Softphone_Busy_Message';
import choiceExpired from '@salesforce/label/c.Callback_Softphone_Choice_Expired';
import choiceOtherCall from '@salesforce/label/c.Callback_Softphone_Choice_Other_Call';
import choiceUsed from '@salesforce/label/c.Callback_Softphone_Choice_Used';
import entryNotTaken from '@salesforce/label/c.Callback_Softphone_Entry_Not_Taken';
import entryOtherCall from '@salesforce/label/c.Callback_Softphone_Entry_Other_Call';
import entryOutsideHours from '@salesforce/label/c.Callback_Softphone_Entry_Outside_Hours';
import noPrincipalNumber from '@salesforce/label/c.Callback_No_Principal_Number';
import notAvailable from '@salesforce/label/c.Callback_Number_Not_Available';
import notConfigured from '@salesforce/label/c.Callback_Number_Not_Configured';
import refused from '@salesforce/label/c.Callback_Softphone_Refused';
import selectorError from '@salesforce/label/c.Callback_Selector_Error';
import signedOut from '@salesforce/label/c.Callback_Softphone_Signed_Out_Message';
import unknownAgent from '@salesforce/label/c.Callback_Unknown_Agent';
import type { ErrorCode } from '#resolver';
import type { OutcomeWords } from './client/decidedMessage.ts';
import type { ChoiceCode, EntryCode, FailureCode } from './client/types.ts';
import { telephonyWords } from './telephonyWords.ts';

const BLOCKED: Readonly<Record<ErrorCode, string>> = {
    UNKNOWN_AGENT: unknownAgent,
    NUMBER_NOT_CONFIGURED: notConfigured,
    NUMBER_NOT_AVAILABLE: notAvailable,
    SELECTOR_ERROR: selectorError,
    NO_PRINCIPAL_NUMBER: noPrincipalNumber
};

const FAILED: Readonly<Record<FailureCode | ChoiceCode | EntryCode, string>> = {
    SERVICE_AWAY: away,
    SIGNED_OUT: signedOut,
    SOFTPHONE_BUSY: busy,
    CHOICE_EXPIRED: choiceExpired,
    CHOICE_FOR_ANOTHER_CALL: choiceOtherCall,
    CHOICE_USED: choiceUsed,
    ENTRY_NOT_TAKEN: entryNotTaken,
    ENTRY_FOR_ANOTHER_CALL: entryOtherCall,
    ENTRY_OUTSIDE_HOURS: entryOutsideHours
};

export const outcomeWords: OutcomeWords = {
    blocked: ({ errorCode, message = '' }) => BLOCKED[errorCode].replace('{0}', () => message),
    failed: (code) => FAILED[code],
    refused: (words) => refused.replace('{0}', () => words),
    telephonyRefused: telephonyWords
};
