/** The words around a decision: where the number comes from, and what to do where there is none. */
import nextChosenNumber from '@salesforce/label/c.Callback_Next_Chosen_Number';
import nextNoPrincipalNumber from '@salesforce/label/c.Callback_Next_No_Principal_Number';
import nextRuleNumber from '@salesforce/label/c.Callback_Next_Rule_Number';
import nextSelectorError from '@salesforce/label/c.Callback_Next_Selector_Error';
import nextUnknownAgent from '@salesforce/label/c.Callback_Next_Unknown_Agent';
import noPrincipalNumber from '@salesforce/label/c.Callback_No_Principal_Number';
import numberNotAvailable from '@salesforce/label/c.Callback_Number_Not_Available';
import numberNotConfigured from '@salesforce/label/c.Callback_Number_Not_Configured';
import selectorError from '@salesforce/label/c.Callback_Selector_Error';
import sourceAgentDefault from '@salesforce/label/c.Callback_Source_Agent_Default';
import sourcePrincipal from '@salesforce/label/c.Callback_Source_Principal';
import sourceRule from '@salesforce/label/c.Callback_Source_Rule';
import sourceThisCall from '@salesforce/label/c.Callback_Source_This_Call';
import unknownAgent from '@salesforce/label/c.Callback_Unknown_Agent';
import type {
    BlockedDecision,
    Directory,
    ErrorCode,
    PresentedDecision,
    RuleId,
    Source
} from 'c/callbackResolver';

/** What ids are called; ids that are not known stand for themselves. A `Directory` will do. */
export type Names = Partial<Pick<Directory, 'numbers' | 'rules'>>;

const SOURCES: Readonly<Record<Source, string>> = {
    thisCall: sourceThisCall,
    rule: sourceRule,
    agentDefault: sourceAgentDefault,
    principal: sourcePrincipal
};

const ERRORS: Readonly<Record<ErrorCode, string>> = {
    UNKNOWN_AGENT: unknownAgent,
    NUMBER_NOT_CONFIGURED: numberNotConfigured,
    NUMBER_NOT_AVAILABLE: numberNotAvailable,
    SELECTOR_ERROR: selectorError,
    NO_PRINCIPAL_NUMBER: noPrincipalNumber
};

export function sourceOf({ source, ruleId }: PresentedDecision, names: Names): string {
    return SOURCES[source].replace('{0}', () => ruleName(ruleId, names));
}

export function errorOf({ errorCode, message }: BlockedDecision): string {
    return ERRORS[errorCode].replace('{0}', () => message ?? '');
}

/** What the agent can do, beyond what the error itself says. */
export function nextOf({ errorCode, ruleId }: BlockedDecision, names: Names): string {
    return nextLabel(errorCode, ruleId).replace('{0}', () => ruleName(ruleId, names));
}

function nextLabel(errorCode: ErrorCode, ruleId: RuleId | undefined): string {
    switch (errorCode) {
        case 'UNKNOWN_AGENT':
            return nextUnknownAgent;
        case 'NO_PRINCIPAL_NUMBER':
            return nextNoPrincipalNumber;
        case 'SELECTOR_ERROR':
            return nextSelectorError;
        case 'NUMBER_NOT_CONFIGURED':
        case 'NUMBER_NOT_AVAILABLE':
            return ruleId ? nextRuleNumber : nextChosenNumber;
    }
}

function ruleName(ruleId: RuleId | undefined, names: Names): string {
    return (ruleId && names.rules?.get(ruleId)?.name) ?? ruleId ?? '';
}
