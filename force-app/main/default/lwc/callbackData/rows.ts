import type {
    AgentGroupId,
    CallbackNumber,
    DialList,
    DialListId,
    E164,
    NumberId,
    Policy,
    Rule,
    RuleId
} from 'c/callbackResolver';
import * as picklists from './picklists';

export { picklists };

/**
 * Rows of the package's objects, and what they become for the resolver. The browser reads them by
 * GraphQL and the service by SOQL (`#rows`); what they mean is said here alone.
 */

export interface NumberRow {
    readonly Id: string;
    readonly Name: string;
    readonly Number__c: string;
    readonly Active__c: boolean;
    readonly Country__c: string | null;
    readonly Language__c: string | null;
}

export interface UserRow {
    readonly Id: string;
    readonly Name: string;
    readonly IsActive: boolean;
    readonly ProfileId: string;
}

export interface MemberRow {
    readonly Agent_Group__c: string;
    readonly Agent__c: string;
}

export interface AssignmentRow {
    readonly Callback_Number__c: string;
    readonly Agent__c: string | null;
    readonly Agent_Group__c: string | null;
}

export interface PreferenceRow {
    readonly Agent__c: string;
    readonly Default_Number__c: string | null;
}

export interface PolicyRow {
    readonly Id: string;
    readonly Scope__c: string;
    readonly Scope_Key__c: string;
    readonly Principal_Number__c: string | null;
    readonly Default_Country__c: string | null;
    readonly Restrict_Numbers__c: string | null;
    readonly Automate_Click_To_Dial__c: string | null;
    readonly Automate_Connect__c: string | null;
    readonly Agent_May_Override__c: string | null;
    readonly When_Unavailable__c: string | null;
}

export interface RuleRow {
    readonly Id: string;
    readonly Name: string;
    readonly Priority__c: number;
    readonly Active__c: boolean;
    readonly Channel__c: string;
    readonly Type__c: string;
    readonly Prefix__c: string | null;
    readonly Object__c: string | null;
    readonly Field__c: string | null;
    readonly Operator__c: string | null;
    readonly Value__c: string | null;
    readonly Dial_List__c: string | null;
    readonly Selector__c: string | null;
    readonly Agent_Group__c: string | null;
    readonly Callback_Number__c: string | null;
}

export interface DialListRow {
    readonly Id: string;
    readonly Name: string;
    readonly Callback_Number__c: string | null;
}

/**
 * Undefined where the number is not E.164.
 * @param isE164 the resolver's, since only one file says what that is
 */
export function toNumber(
    row: NumberRow,
    isE164: (text: string) => text is E164
): CallbackNumber | undefined {
    if (!isE164(row.Number__c)) {
        return undefined;
    }
    return {
        id: row.Id as NumberId,
        label: row.Name,
        number: row.Number__c,
        active: row.Active__c,
        ...(row.Country__c && { country: row.Country__c }),
        ...(row.Language__c && { language: row.Language__c })
    };
}

export function toDialList(row: DialListRow): DialList {
    return {
        id: row.Id as DialListId,
        name: row.Name,
        ...(row.Callback_Number__c && { numberId: row.Callback_Number__c as NumberId })
    };
}

/** Undefined where the scope is none the resolver knows. */
export function toPolicy(row: PolicyRow): Policy | undefined {
    const scope = picklists.SCOPES[row.Scope__c];
    return (
        scope && {
            scope,
            scopeKey: row.Scope_Key__c,
            ...(row.Principal_Number__c && {
                principalNumberId: row.Principal_Number__c as NumberId
            }),
            ...(row.Default_Country__c && { defaultCountry: row.Default_Country__c }),
            ...set('restrictNumbers', picklists.YES_NO[row.Restrict_Numbers__c ?? '']),
            ...set('automateClickToDial', picklists.YES_NO[row.Automate_Click_To_Dial__c ?? '']),
            ...set('automateConnect', picklists.YES_NO[row.Automate_Connect__c ?? '']),
            ...set('agentMayOverride', picklists.YES_NO[row.Agent_May_Override__c ?? '']),
            ...set('whenUnavailable', picklists.WHEN_UNAVAILABLE[row.When_Unavailable__c ?? ''])
        }
    );
}

const PREFIX = /^\+[1-9]\d{0,14}$/;

/** Undefined where the row says less than a rule of its type needs. */
export function toRule(row: RuleRow): Rule | undefined {
    const base = {
        id: row.Id as RuleId,
        channel: picklists.RULE_CHANNELS[row.Channel__c],
        ...(row.Agent_Group__c && { agentGroupId: row.Agent_Group__c as AgentGroupId }),
        priority: row.Priority__c,
        active: row.Active__c,
        name: row.Name
    };
    const numberId = (row.Callback_Number__c ?? undefined) as NumberId | undefined;
    if (!base.channel) {
        return undefined;
    }
    switch (picklists.RULE_TYPES[row.Type__c]) {
        case 'numberPrefix':
            return row.Prefix__c && PREFIX.test(row.Prefix__c) && numberId
                ? { type: 'numberPrefix', ...base, numberId, prefix: row.Prefix__c }
                : undefined;
        case 'recordField': {
            const operator = picklists.OPERATORS[row.Operator__c ?? ''];
            return row.Object__c && row.Field__c && operator && numberId
                ? {
                      type: 'recordField',
                      ...base,
                      numberId,
                      objectApiName: row.Object__c,
                      field: row.Field__c,
                      operator,
                      ...(row.Value__c !== null && { value: row.Value__c })
                  }
                : undefined;
        }
        case 'dialList':
            return {
                type: 'dialList',
                ...base,
                ...(numberId && { numberId }),
                ...(row.Dial_List__c && { dialListId: row.Dial_List__c as DialListId })
            };
        case 'customSelector':
            return row.Selector__c
                ? { type: 'customSelector', ...base, selector: row.Selector__c }
                : undefined;
        default:
            return undefined;
    }
}

function set<Key extends string, Value>(key: Key, value: Value | undefined) {
    return value === undefined ? {} : ({ [key]: value } as Record<Key, Value>);
}
