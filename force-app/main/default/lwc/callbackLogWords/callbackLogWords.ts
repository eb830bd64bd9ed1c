/** Presentational. What a decision of the log says, and what its outcomes, channels, sources and errors are called. */
import clickToDial from '@salesforce/label/c.Callback_Channel_Click_To_Dial';
import connect from '@salesforce/label/c.Callback_Channel_Connect';
import blocked from '@salesforce/label/c.Callback_Log_Blocked';
import notStarted from '@salesforce/label/c.Callback_Log_Call_Not_Started';
import callerIdRefused from '@salesforce/label/c.Callback_Log_Caller_Id_Refused';
import manual from '@salesforce/label/c.Callback_Log_Manual';
import noPrincipal from '@salesforce/label/c.Callback_Log_No_Principal';
import notAvailable from '@salesforce/label/c.Callback_Log_Not_Available';
import notConfigured from '@salesforce/label/c.Callback_Log_Not_Configured';
import numberRefused from '@salesforce/label/c.Callback_Log_Number_Refused';
import presented from '@salesforce/label/c.Callback_Log_Presented';
import refused from '@salesforce/label/c.Callback_Log_Refused';
import rule from '@salesforce/label/c.Callback_Log_Rule';
import selector from '@salesforce/label/c.Callback_Log_Selector';
import agentDefault from '@salesforce/label/c.Callback_Log_Source_Default';
import busy from '@salesforce/label/c.Callback_Log_Telephony_Busy';
import unknownAgent from '@salesforce/label/c.Callback_Log_Unknown_Agent';
import principal from '@salesforce/label/c.Callback_Source_Principal';
import thisCall from '@salesforce/label/c.Callback_Source_This_Call';
import type { Channel, Decision, ErrorCode, Source } from 'c/callbackResolver';

/** `refused`: a number was decided, and the telephony did not make the call. */
export type LogOutcome = Decision['outcome'] | 'refused';

/** Why there was no call: by the decision, or by the telephony. */
export type LogErrorCode =
    ErrorCode | 'CALLER_ID_REFUSED' | 'NUMBER_REFUSED' | 'TELEPHONY_BUSY' | 'CALL_NOT_STARTED';

/** One decision of the log; blank is what it does not say or what was deleted since. */
export interface LogLine {
    readonly id: string;
    readonly name: string;
    /** ISO */
    readonly decidedAt: string;
    readonly agent: string;
    readonly channel: Channel | undefined;
    readonly dialled: string;
    readonly recordId: string;
    readonly outcome: LogOutcome;
    /** What the number that was presented, or was to be, is called now. */
    readonly label: string;
    readonly number: string;
    readonly source: Source | undefined;
    readonly rule: string;
    readonly errorCode: string;
    /** Why the telephony refused the call, in its own words. */
    readonly telephonyReason: string;
}

export const OUTCOMES: Readonly<Record<LogOutcome, string>> = { presented, blocked, refused };

export const CHANNELS: Readonly<Record<Channel, string>> = { manual, clickToDial, connect };

export const SOURCES: Readonly<Record<Source, string>> = {
    thisCall,
    rule,
    agentDefault,
    principal
};

export const ERRORS: Readonly<Record<LogErrorCode, string>> = {
    UNKNOWN_AGENT: unknownAgent,
    NUMBER_NOT_CONFIGURED: notConfigured,
    NUMBER_NOT_AVAILABLE: notAvailable,
    SELECTOR_ERROR: selector,
    NO_PRINCIPAL_NUMBER: noPrincipal,
    CALLER_ID_REFUSED: callerIdRefused,
    NUMBER_REFUSED: numberRefused,
    TELEPHONY_BUSY: busy,
    CALL_NOT_STARTED: notStarted
};

/** A code that an older version wrote stands for itself. */
export function errorText(code: string): string {
    return ERRORS[code as LogErrorCode] ?? code;
}

export { filled } from 'c/callbackLabel';
