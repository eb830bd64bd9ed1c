import type {
    AutomatedChannel,
    DialEntryFact,
    E164,
    NumberId,
    PolicyScope,
    PolicySettings,
    RuleId,
    FieldFact,
    Need,
    SelectorFact
} from './types';

/** Why a call is blocked. Words for agents are custom labels. */
export const ERROR_CODES = [
    'UNKNOWN_AGENT',
    'NUMBER_NOT_CONFIGURED',
    'NUMBER_NOT_AVAILABLE',
    'SELECTOR_ERROR',
    'NO_PRINCIPAL_NUMBER'
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** Where the presented number comes from. */
export type Source = 'thisCall' | 'rule' | 'agentDefault' | 'principal';

/** Why a number cannot be presented although it exists. */
export type Unavailability = 'RETIRED' | 'NOT_ASSIGNED';

/** Where the value of a setting in force was set; `builtIn` where no policy says anything. */
export type PolicyOrigin = PolicyScope | 'builtIn';

/** Every setting in force for one agent, and where each was set. */
export interface EffectivePolicy extends Required<
    Omit<PolicySettings, 'principalNumberId' | 'defaultCountry'>
> {
    readonly principalNumberId?: NumberId;
    readonly defaultCountry?: string;
    readonly origins: Readonly<Record<keyof PolicySettings, PolicyOrigin>>;
}

/** One thing that was looked at. The trace is a list of these, in the order of looking. */
export type TraceStep =
    | { readonly code: 'AGENT_UNKNOWN' }
    | { readonly code: 'AGENT_INACTIVE' }
    | { readonly code: 'POLICY_IN_FORCE'; readonly policy: EffectivePolicy }
    | { readonly code: 'THIS_CALL_NOT_GIVEN' }
    | { readonly code: 'THIS_CALL_IGNORED'; readonly number: string }
    | { readonly code: 'THIS_CALL_NOT_CONFIGURED'; readonly number: string }
    | {
          readonly code: 'THIS_CALL_NOT_AVAILABLE';
          readonly numberId: NumberId;
          readonly reason: Unavailability;
      }
    | { readonly code: 'THIS_CALL_USED'; readonly numberId: NumberId }
    | { readonly code: 'RULES_NOT_FOR_MANUAL' }
    | { readonly code: 'RULES_AUTOMATION_OFF'; readonly channel: AutomatedChannel }
    /** Looked up among all prefixes at once; rules that do match have a step of their own. */
    | { readonly code: 'RULES_PREFIX_NONE_MATCHED'; readonly count: number }
    | { readonly code: 'RULES_PREFIX_NOT_A_FULL_NUMBER'; readonly count: number }
    | { readonly code: 'RULE_OTHER_CHANNEL'; readonly ruleId: RuleId }
    | { readonly code: 'RULE_OTHER_GROUP'; readonly ruleId: RuleId }
    | { readonly code: 'RULE_OTHER_OBJECT'; readonly ruleId: RuleId }
    | { readonly code: 'RULE_NO_RECORD'; readonly ruleId: RuleId }
    | {
          readonly code: 'RULE_FIELD_UNREADABLE';
          readonly ruleId: RuleId;
          readonly reason: Extract<FieldFact, { status: 'unreadable' }>['reason'];
      }
    | { readonly code: 'RULE_FIELD_NOT_MATCHED'; readonly ruleId: RuleId }
    | { readonly code: 'RULE_NO_DIAL_LIST'; readonly ruleId: RuleId }
    | {
          readonly code: 'RULE_DIAL_ENTRY_UNREADABLE';
          readonly ruleId: RuleId;
          readonly reason: Extract<DialEntryFact, { status: 'unreadable' }>['reason'];
      }
    | { readonly code: 'RULE_OTHER_DIAL_LIST'; readonly ruleId: RuleId }
    | { readonly code: 'RULE_DIAL_LIST_HAS_NO_NUMBER'; readonly ruleId: RuleId }
    | { readonly code: 'RULE_SELECTOR_BLANK'; readonly ruleId: RuleId }
    | {
          readonly code: 'RULE_SELECTOR_FAILED';
          readonly ruleId: RuleId;
          readonly reason: Extract<SelectorFact, { status: 'failed' }>['reason'];
      }
    | {
          readonly code: 'RULE_SELECTOR_REFUSED';
          readonly ruleId: RuleId;
          readonly message: string;
      }
    | {
          readonly code: 'RULE_SELECTOR_NOT_CONFIGURED';
          readonly ruleId: RuleId;
          readonly number: string;
      }
    /** The rule matched, but its number may not be presented. */
    | {
          readonly code: 'RULE_NUMBER_NOT_AVAILABLE';
          readonly ruleId: RuleId;
          readonly numberId: NumberId;
          readonly reason: Unavailability;
      }
    | { readonly code: 'RULE_USED'; readonly ruleId: RuleId; readonly numberId: NumberId }
    | { readonly code: 'RULES_NONE_APPLIED' }
    | { readonly code: 'AGENT_DEFAULT_NOT_SET' }
    | {
          readonly code: 'AGENT_DEFAULT_NOT_AVAILABLE';
          readonly numberId: NumberId;
          readonly reason: Unavailability;
      }
    | { readonly code: 'AGENT_DEFAULT_USED'; readonly numberId: NumberId }
    | { readonly code: 'PRINCIPAL_NOT_SET' }
    | { readonly code: 'PRINCIPAL_RETIRED'; readonly numberId: NumberId }
    | { readonly code: 'PRINCIPAL_USED'; readonly numberId: NumberId };

export type TraceCode = TraceStep['code'];

export interface PresentedDecision {
    readonly outcome: 'presented';
    readonly numberId: NumberId;
    readonly number: E164;
    readonly source: Source;
    /** Set where `source` is `rule`. */
    readonly ruleId?: RuleId;
    readonly trace: readonly TraceStep[];
}

export interface BlockedDecision {
    readonly outcome: 'blocked';
    readonly errorCode: ErrorCode;
    /** The rule that blocked, where one did. */
    readonly ruleId?: RuleId;
    /** A selector's own words for the agent, with `SELECTOR_ERROR`. */
    readonly message?: string;
    readonly trace: readonly TraceStep[];
}

export type Decision = PresentedDecision | BlockedDecision;

/** Either the decision, or what has to be looked up first. */
export type Resolution =
    | { readonly status: 'decided'; readonly decision: Decision }
    | { readonly status: 'needs'; readonly needs: readonly Need[] };
