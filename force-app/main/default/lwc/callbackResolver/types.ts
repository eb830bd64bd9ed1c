/**
 * What goes into a decision. Every id is Salesforce's 18-character form; every telephone number
 * that is marked E.164 starts with `+` and holds 7 to 15 digits.
 */

declare const brand: unique symbol;
type Branded<Base, Name extends string> = Base & { readonly [brand]: Name };

export type AgentId = Branded<string, 'AgentId'>;
export type AgentGroupId = Branded<string, 'AgentGroupId'>;
export type NumberId = Branded<string, 'NumberId'>;
export type RuleId = Branded<string, 'RuleId'>;
export type DialListId = Branded<string, 'DialListId'>;
export type E164 = Branded<string, 'E164'>;

export const AUTOMATED_CHANNELS = ['clickToDial', 'connect'] as const;
/** Channels on which a rule may pick the number. */
export type AutomatedChannel = (typeof AUTOMATED_CHANNELS)[number];

export const CHANNELS = ['manual', ...AUTOMATED_CHANNELS] as const;
export type Channel = (typeof CHANNELS)[number];

/** `Callback_Number__c` */
export interface CallbackNumber {
    readonly id: NumberId;
    readonly label: string;
    readonly number: E164;
    /** False once the number is retired. */
    readonly active: boolean;
    /** ISO 3166 alpha-2. */
    readonly country?: string;
    readonly language?: string;
}

/** A Salesforce user with the groups they are in and their `Callback_Preference__c`. */
export interface Agent {
    readonly id: AgentId;
    readonly name: string;
    readonly active: boolean;
    readonly profileId: string;
    readonly groupIds: readonly AgentGroupId[];
    readonly defaultNumberId?: NumberId;
}

/** `Callback_Number_Assignment__c`: exactly one of agent and group. */
export interface Assignment {
    readonly numberId: NumberId;
    readonly agentId?: AgentId;
    readonly agentGroupId?: AgentGroupId;
}

export type WhenUnavailable = 'useDefault' | 'block';

/** The settings of a policy; what is missing is inherited. */
export interface PolicySettings {
    readonly principalNumberId?: NumberId;
    /** ISO 3166 alpha-2; how a number dialled without country code is read. */
    readonly defaultCountry?: string;
    readonly restrictNumbers?: boolean;
    readonly automateClickToDial?: boolean;
    readonly automateConnect?: boolean;
    readonly agentMayOverride?: boolean;
    readonly whenUnavailable?: WhenUnavailable;
}

export type PolicyScope = 'organization' | 'profile' | 'user';

/** `Callback_Policy__c` */
export interface Policy extends PolicySettings {
    readonly scope: PolicyScope;
    /** `org`, or the id of the profile or user. */
    readonly scopeKey: string;
}

export type Operator = 'equals' | 'startsWith' | 'contains' | 'isOneOf' | 'isBlank';

interface RuleBase {
    readonly id: RuleId;
    readonly name: string;
    /** Lower goes first. */
    readonly priority: number;
    readonly active: boolean;
    readonly channel: 'any' | AutomatedChannel;
    /** Only for agents in this group. */
    readonly agentGroupId?: AgentGroupId;
}

export interface PrefixRule extends RuleBase {
    readonly type: 'numberPrefix';
    /** `+` and 1 to 15 digits. */
    readonly prefix: string;
    readonly numberId: NumberId;
}

export interface RecordFieldRule extends RuleBase {
    readonly type: 'recordField';
    readonly objectApiName: string;
    /** API name; may follow one relationship: `Account.Industry`. */
    readonly field: string;
    readonly operator: Operator;
    /** For `isOneOf`: values separated by semicolons. */
    readonly value?: string;
    readonly numberId: NumberId;
}

export interface DialListRule extends RuleBase {
    readonly type: 'dialList';
    /** Missing: any list. */
    readonly dialListId?: DialListId;
    /** Missing: the list's own number. */
    readonly numberId?: NumberId;
}

export interface SelectorRule extends RuleBase {
    readonly type: 'customSelector';
    /** Invocable action: `flow:Name` or `apex:Name`. */
    readonly selector: string;
}

/** `Callback_Rule__c` */
export type Rule = PrefixRule | RecordFieldRule | DialListRule | SelectorRule;

/** `Dial_List__c` */
export interface DialList {
    readonly id: DialListId;
    readonly name: string;
    readonly numberId?: NumberId;
}

/** Everything the account has configured, as plain rows in any order. */
export interface DirectoryRows {
    readonly numbers: readonly CallbackNumber[];
    readonly agents: readonly Agent[];
    readonly assignments: readonly Assignment[];
    readonly policies: readonly Policy[];
    readonly rules: readonly Rule[];
    readonly dialLists: readonly DialList[];
}

/** One call about to be made. */
export interface Dial {
    readonly agentId: AgentId;
    readonly channel: Channel;
    /** E.164 where it is a full telephone number, otherwise as dialled (999, an extension). */
    readonly number: string;
    /** The record dialled from, and its object. */
    readonly recordId?: string;
    readonly objectApiName?: string;
    /** Chosen for this call only; E.164 where it is a telephone number. */
    readonly thisCallNumber?: string;
    readonly dialEntryId?: string;
    readonly dialListId?: DialListId;
}

/** What reading one field gave. Values come as text, as the record API shows them. */
export type FieldFact =
    | { readonly status: 'read'; readonly value: string | null }
    | {
          readonly status: 'unreadable';
          readonly reason: 'RECORD_NOT_FOUND' | 'FIELD_NOT_FOUND' | 'READ_FAILED';
      };

/** What the customer's own logic answered. */
export type SelectorFact =
    | { readonly status: 'answered'; readonly number: string | null }
    /** The selector refused the call in its own words, meant for the agent. */
    | { readonly status: 'refused'; readonly message: string }
    | { readonly status: 'failed'; readonly reason: 'TIMED_OUT' | 'CALL_FAILED' };

/** The dial list of the entry. */
export type DialEntryFact =
    | { readonly status: 'read'; readonly dialListId: DialListId }
    | {
          readonly status: 'unreadable';
          readonly reason: 'RECORD_NOT_FOUND' | 'READ_FAILED';
      };

/** Answers to `Need`s of one dial, collected so far. */
export interface Facts {
    /** By field as the rule spells it; all of the record dialled from. */
    readonly fields?: Readonly<Record<string, FieldFact>>;
    /** By rule id. */
    readonly selectors?: Readonly<Record<string, SelectorFact>>;
    readonly dialEntry?: DialEntryFact;
}

/** A fact that has to be looked up before the decision can be made. */
export type Need =
    | {
          readonly kind: 'recordFields';
          readonly recordId: string;
          readonly objectApiName: string;
          readonly fields: readonly string[];
      }
    | { readonly kind: 'dialEntry'; readonly dialEntryId: string }
    | { readonly kind: 'selector'; readonly ruleId: RuleId; readonly selector: string };
