/** Why the telephony made no call, in the agent's words and the telephony's own. */
import busy from '@salesforce/label/c.Callback_Telephony_Busy';
import callerIdRefused from '@salesforce/label/c.Callback_Telephony_Caller_Id_Refused';
import notStarted from '@salesforce/label/c.Callback_Telephony_Not_Started';
import numberRefused from '@salesforce/label/c.Callback_Telephony_Number_Refused';
import type { TelephonyCode, TelephonyRefusal } from './client/types.ts';

const WORDS: Readonly<Record<TelephonyCode, string>> = {
    CALLER_ID_REFUSED: callerIdRefused,
    NUMBER_REFUSED: numberRefused,
    TELEPHONY_BUSY: busy,
    CALL_NOT_STARTED: notStarted
};

export function telephonyWords({ code, reason }: TelephonyRefusal): string {
    return WORDS[code].replace('{0}', () => reason);
}
