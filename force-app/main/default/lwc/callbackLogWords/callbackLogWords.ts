/** Presentational. What a decision of the log says, and what its outcomes, channels, sources and errors are called. */
import clickToDial from '@salesforce/label/c.Callback_Channel_Click_To_Dial';
import connect from '@salesforce/label/c.Callback_Channel_Connect';
import blocked from '@salesforce/label/c.Callback_Log_Blocked';
import manual from '@salesforce/label/c.Callback_Log_Manual';
import noPrincipal from '@salesforce/label/c.Callback_Log_No_Principal';
import notAvailable from '@salesforce/label/c.Callback_Log_Not_Available';
import notConfigured from '@salesforce/label/c.Callback_Log_Not_Configured';
import presented from '@salesforce/label/c.Callback_Log_Presented';
import rule from '@salesforce/label/c.Callback_Log_Rule';
import selector from '@salesforce/label/c.Callback_Log_Selector';
import agentDefault from '@salesforce/label/c.Callback_Log_Source_Default';
import unknownAgent from '@salesforce/label/c.Callback_Log_Unknown_Agent';
import principal from '@salesforce/label/c.Callback_Source_Principal';
import thisCall from '@salesforce/label/c.Callback_Source_This_Call';
import type { Channel, Decision, ErrorCode, Source } from 'c/callbackResolver';

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
    readonly outcome: Decision['outcome'];
    /** What the presented number is called now. */
    readonly label: string;
    readonly number: string;
    readonly source: Source | undefined;
    readonly rule: string;
    readonly errorCode: string;
}

export const OUTCOMES: Readonly<Record<Decision['outcome'], string>> = { presented, blocked };

export const CHANNELS: Readonly<Record<Channel, string>> = { manual, clickToDial, connect };

export const SOURCES: Readonly<Record<Source, string>> = {
    thisCall,
    rule,
    agentDefault,
    principal
};

export const ERRORS: Readonly<Record<ErrorCode, string>> = {
    UNKNOWN_AGENT: unknownAgent,
    NUMBER_NOT_CONFIGURED: notConfigured,
    NUMBER_NOT_AVAILABLE: notAvailable,
    SELECTOR_ERROR: selector,
    NO_PRINCIPAL_NUMBER: noPrincipal
};

/** A code that an older version wrote stands for itself. */
export function errorText(code: string): string {
    return ERRORS[code as ErrorCode] ?? code;
}

export { filled } from 'c/callbackLabel';
