/** Words of the labels that Salesforce Voice is told to show. */
import awayTitle from '@salesforce/label/c.Callback_Softphone_Away_Title';
import busyMessage from '@salesforce/label/c.Callback_Softphone_Busy_Message';
import callerIdRefused from '@salesforce/label/c.Callback_Voice_Caller_Id_Refused';
import choiceExpired from '@salesforce/label/c.Callback_Softphone_Choice_Expired';
import choiceOtherCall from '@salesforce/label/c.Callback_Softphone_Choice_Other_Call';
import choiceUsed from '@salesforce/label/c.Callback_Softphone_Choice_Used';
import decisionOnly from '@salesforce/label/c.Callback_Softphone_Decision_Only';
import entryNotTaken from '@salesforce/label/c.Callback_Softphone_Entry_Not_Taken';
import entryOtherCall from '@salesforce/label/c.Callback_Softphone_Entry_Other_Call';
import entryOutsideHours from '@salesforce/label/c.Callback_Softphone_Entry_Outside_Hours';
import noNumber from '@salesforce/label/c.Callback_Voice_No_Number';
import noPrincipalNumber from '@salesforce/label/c.Callback_No_Principal_Number';
import notOffered from '@salesforce/label/c.Callback_Voice_Not_Offered';
import notStarted from '@salesforce/label/c.Callback_Voice_Not_Started';
import numberNotAvailable from '@salesforce/label/c.Callback_Number_Not_Available';
import numberNotConfigured from '@salesforce/label/c.Callback_Number_Not_Configured';
import numberRefused from '@salesforce/label/c.Callback_Voice_Number_Refused';
import refused from '@salesforce/label/c.Callback_Voice_Refused';
import selectorError from '@salesforce/label/c.Callback_Voice_Selector_Error';
import signedOutMessage from '@salesforce/label/c.Callback_Softphone_Signed_Out_Message';
import telephonyBusy from '@salesforce/label/c.Callback_Voice_Telephony_Busy';
import unknownAgent from '@salesforce/label/c.Callback_Unknown_Agent';
import type { VoiceWords } from './voice/refusals.ts';
import { outcomeWords } from './words.ts';

export const voiceWords: VoiceWords = {
    ...outcomeWords,
    shown: {
        Callback_No_Principal_Number: noPrincipalNumber,
        Callback_Number_Not_Available: numberNotAvailable,
        Callback_Number_Not_Configured: numberNotConfigured,
        Callback_Softphone_Away_Title: awayTitle,
        Callback_Softphone_Busy_Message: busyMessage,
        Callback_Softphone_Choice_Expired: choiceExpired,
        Callback_Softphone_Choice_Other_Call: choiceOtherCall,
        Callback_Softphone_Choice_Used: choiceUsed,
        Callback_Softphone_Decision_Only: decisionOnly,
        Callback_Softphone_Entry_Not_Taken: entryNotTaken,
        Callback_Softphone_Entry_Other_Call: entryOtherCall,
        Callback_Softphone_Entry_Outside_Hours: entryOutsideHours,
        Callback_Softphone_Signed_Out_Message: signedOutMessage,
        Callback_Unknown_Agent: unknownAgent,
        Callback_Voice_Caller_Id_Refused: callerIdRefused,
        Callback_Voice_No_Number: noNumber,
        Callback_Voice_Not_Offered: notOffered,
        Callback_Voice_Not_Started: notStarted,
        Callback_Voice_Number_Refused: numberRefused,
        Callback_Voice_Refused: refused,
        Callback_Voice_Selector_Error: selectorError,
        Callback_Voice_Telephony_Busy: telephonyBusy
    }
};
