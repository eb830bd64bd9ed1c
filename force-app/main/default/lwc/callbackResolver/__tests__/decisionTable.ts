import type { Channel, ErrorCode, PolicySettings, Source, TraceCode } from '../callbackResolver';
import {
    contactField,
    dialList,
    otherObjectField,
    prefix,
    selector,
    type RuleSketch
} from './ruleSketches';

/**
 * How a decision is made, as a table. Everything goes by name; `world.ts` says who and what they
 * are. The same rows run against the resolver, over HTTP against the embedded org, and in the
 * browser; `docs/decision-table.md` is written from them.
 */
export interface Row {
    /** The rule, as one would explain it to a colleague. */
    readonly says: string;
    /** Organization policy; automation is on and Head office is the principal number unless said otherwise. */
    readonly policy?: PolicySketch;
    readonly profilePolicy?: PolicySketch;
    readonly userPolicy?: PolicySketch;
    /** Number the agent chose as their default. */
    readonly agentDefault?: NumberName;
    readonly rules?: readonly RuleSketch[];
    readonly agent?: AgentName;
    readonly channel: Channel;
    /** +44 20 7946 0018 unless said otherwise. */
    readonly number?: string;
    readonly thisCall?: NumberName | 'a number that is not ours';
    /** Dialled from a contact with these fields. */
    readonly contact?: Readonly<Record<string, string | null>>;
    /** `list`: stated by the caller; `entry`: looked up by the service; it may be lost by then. */
    readonly list?: {
        readonly name: DialListName;
        readonly by: 'list' | 'entry' | 'lost entry';
    };
    /** What the customer's own selector answers. */
    readonly selectorAnswers?: SelectorSketch;
    readonly then: Presented | Blocked;
    /** Steps that must appear in the trace, in this order. */
    readonly because: readonly TraceCode[];
}

export type NumberName = 'Head office' | 'London' | 'Berlin' | 'Paris' | 'Old town';
export type AgentName = 'Anna' | 'Ben' | 'Carla' | 'nobody';
export type GroupName = 'Sales' | 'Support';
export type DialListName = 'Spring campaign' | 'Win back';
export type SelectorSketch =
    | { readonly number: NumberName | 'a number that is not ours' | null }
    | { readonly refuses: string }
    | { readonly fails: 'TIMED_OUT' | 'CALL_FAILED' };

export type PolicySketch = Omit<PolicySettings, 'principalNumberId'> & {
    readonly principal?: NumberName | 'none';
};

export interface Presented {
    readonly presents: NumberName;
    readonly source: Source;
    readonly rule?: string;
}

export interface Blocked {
    readonly blocked: ErrorCode;
    readonly rule?: string;
    readonly message?: string;
}

const RESTRICTED = { restrictNumbers: true } as const;
const UK = prefix('+44', 'London');
const THEN_PRINCIPAL = { presents: 'Head office', source: 'principal' } as const;
const THEN_UK_RULE = { presents: 'London', source: 'rule', rule: '+44' } as const;

export const decisionTable: Readonly<Record<string, readonly Row[]>> = {
    'Who is calling': [
        {
            says: 'A user that Salesforce does not know may not call.',
            agent: 'nobody',
            channel: 'manual',
            then: { blocked: 'UNKNOWN_AGENT' },
            because: ['AGENT_UNKNOWN']
        },
        {
            says: 'A user who is no longer active may not call.',
            agent: 'Carla',
            channel: 'clickToDial',
            then: { blocked: 'UNKNOWN_AGENT' },
            because: ['AGENT_INACTIVE']
        }
    ],
    'The policy in force': [
        {
            says: 'Without any policy nothing is automated and no number is the principal one.',
            policy: { principal: 'none', automateClickToDial: undefined },
            channel: 'clickToDial',
            rules: [UK],
            then: { blocked: 'NO_PRINCIPAL_NUMBER' },
            because: ['POLICY_IN_FORCE', 'RULES_AUTOMATION_OFF', 'PRINCIPAL_NOT_SET']
        },
        {
            says: 'A profile policy outranks the organization.',
            profilePolicy: { principal: 'Paris' },
            channel: 'manual',
            then: { presents: 'Paris', source: 'principal' },
            because: ['PRINCIPAL_USED']
        },
        {
            says: 'A user policy outranks the profile.',
            profilePolicy: { principal: 'Paris' },
            userPolicy: { principal: 'Berlin' },
            channel: 'manual',
            then: { presents: 'Berlin', source: 'principal' },
            because: ['PRINCIPAL_USED']
        },
        {
            says: 'Each setting is inherited on its own: the user policy restricts, the organization names the principal number.',
            userPolicy: RESTRICTED,
            channel: 'manual',
            agentDefault: 'Paris',
            then: THEN_PRINCIPAL,
            because: ['AGENT_DEFAULT_NOT_AVAILABLE', 'PRINCIPAL_USED']
        },
        {
            says: 'A user policy can switch automation off for one agent.',
            userPolicy: { automateClickToDial: false },
            channel: 'clickToDial',
            rules: [UK],
            then: THEN_PRINCIPAL,
            because: ['RULES_AUTOMATION_OFF', 'PRINCIPAL_USED']
        }
    ],
    'A number chosen for this call only': [
        {
            says: 'On a call dialled by hand it is used.',
            channel: 'manual',
            thisCall: 'Paris',
            agentDefault: 'Berlin',
            then: { presents: 'Paris', source: 'thisCall' },
            because: ['THIS_CALL_USED']
        },
        {
            says: 'Where agents may override, it outranks the rules on Click to dial.',
            channel: 'clickToDial',
            thisCall: 'Paris',
            rules: [UK],
            then: { presents: 'Paris', source: 'thisCall' },
            because: ['THIS_CALL_USED']
        },
        {
            says: 'Where agents may override, it outranks the rules on Connect.',
            channel: 'connect',
            thisCall: 'Paris',
            rules: [UK],
            then: { presents: 'Paris', source: 'thisCall' },
            because: ['THIS_CALL_USED']
        },
        {
            says: 'Where agents may not override, it is ignored on Click to dial, and the trace says so.',
            policy: { agentMayOverride: false },
            channel: 'clickToDial',
            thisCall: 'Paris',
            rules: [UK],
            then: THEN_UK_RULE,
            because: ['THIS_CALL_IGNORED', 'RULE_USED']
        },
        {
            says: 'Where agents may not override, it is ignored on Connect, and the trace says so.',
            policy: { agentMayOverride: false },
            channel: 'connect',
            thisCall: 'Paris',
            rules: [UK],
            then: THEN_UK_RULE,
            because: ['THIS_CALL_IGNORED', 'RULE_USED']
        },
        {
            says: 'On a call dialled by hand it is used even where agents may not override: there is nothing to override.',
            policy: { agentMayOverride: false },
            channel: 'manual',
            thisCall: 'Paris',
            then: { presents: 'Paris', source: 'thisCall' },
            because: ['THIS_CALL_USED']
        },
        {
            says: 'It is used on Click to dial while that is not automated: there is nothing to override.',
            policy: { agentMayOverride: false, automateClickToDial: false },
            channel: 'clickToDial',
            thisCall: 'Paris',
            then: { presents: 'Paris', source: 'thisCall' },
            because: ['THIS_CALL_USED']
        },
        {
            says: 'A number that is not configured blocks the call.',
            channel: 'manual',
            thisCall: 'a number that is not ours',
            then: { blocked: 'NUMBER_NOT_CONFIGURED' },
            because: ['THIS_CALL_NOT_CONFIGURED']
        },
        {
            says: 'A retired number blocks the call.',
            channel: 'manual',
            thisCall: 'Old town',
            then: { blocked: 'NUMBER_NOT_AVAILABLE' },
            because: ['THIS_CALL_NOT_AVAILABLE']
        },
        {
            says: 'A number that is not assigned to a restricted agent blocks the call.',
            policy: RESTRICTED,
            channel: 'clickToDial',
            thisCall: 'Paris',
            then: { blocked: 'NUMBER_NOT_AVAILABLE' },
            because: ['THIS_CALL_NOT_AVAILABLE']
        },
        {
            says: 'A restricted agent may choose a number of their own.',
            policy: RESTRICTED,
            agent: 'Ben',
            channel: 'manual',
            thisCall: 'Berlin',
            then: { presents: 'Berlin', source: 'thisCall' },
            because: ['THIS_CALL_USED']
        },
        {
            says: 'A restricted agent may choose a number of a group they are in.',
            policy: RESTRICTED,
            channel: 'manual',
            thisCall: 'London',
            then: { presents: 'London', source: 'thisCall' },
            because: ['THIS_CALL_USED']
        },
        {
            says: 'A restricted agent may always choose the principal number.',
            policy: RESTRICTED,
            channel: 'manual',
            thisCall: 'Head office',
            then: { presents: 'Head office', source: 'thisCall' },
            because: ['THIS_CALL_USED']
        }
    ],
    'Selection rules: when they are asked': [
        {
            says: 'Never on a call dialled by hand.',
            channel: 'manual',
            rules: [UK],
            then: THEN_PRINCIPAL,
            because: ['RULES_NOT_FOR_MANUAL']
        },
        {
            says: 'Not on Click to dial while that is not automated.',
            policy: { automateClickToDial: false },
            channel: 'clickToDial',
            rules: [UK],
            then: THEN_PRINCIPAL,
            because: ['RULES_AUTOMATION_OFF']
        },
        {
            says: 'Not on Connect while that is not automated.',
            policy: { automateConnect: false },
            channel: 'connect',
            rules: [UK],
            then: THEN_PRINCIPAL,
            because: ['RULES_AUTOMATION_OFF']
        },
        {
            says: 'A rule outranks both defaults.',
            channel: 'clickToDial',
            agentDefault: 'Berlin',
            rules: [UK],
            then: THEN_UK_RULE,
            because: ['RULE_USED']
        },
        {
            says: 'An inactive rule is not asked.',
            channel: 'clickToDial',
            rules: [prefix('+44', 'London', { active: false })],
            then: THEN_PRINCIPAL,
            because: ['RULES_NONE_APPLIED']
        },
        {
            says: 'A rule for Click to dial is not asked on Connect.',
            channel: 'connect',
            rules: [prefix('+44', 'London', { channel: 'clickToDial' })],
            then: THEN_PRINCIPAL,
            because: ['RULE_OTHER_CHANNEL', 'RULES_NONE_APPLIED']
        },
        {
            says: 'A rule for Connect is not asked on Click to dial.',
            channel: 'clickToDial',
            rules: [prefix('+44', 'London', { channel: 'connect' })],
            then: THEN_PRINCIPAL,
            because: ['RULE_OTHER_CHANNEL', 'RULES_NONE_APPLIED']
        },
        {
            says: 'A rule for a group is used for its members.',
            channel: 'clickToDial',
            rules: [prefix('+44', 'London', { group: 'Sales' })],
            then: THEN_UK_RULE,
            because: ['RULE_USED']
        },
        {
            says: 'A rule for a group is not asked for anybody else.',
            agent: 'Ben',
            channel: 'clickToDial',
            rules: [prefix('+44', 'London', { group: 'Sales' })],
            then: THEN_PRINCIPAL,
            because: ['RULE_OTHER_GROUP', 'RULES_NONE_APPLIED']
        }
    ],
    'Selection rules: their order': [
        {
            says: 'The lower priority number goes first, even before a longer prefix.',
            channel: 'clickToDial',
            rules: [
                prefix('+4420', 'Paris', { priority: 20 }),
                prefix('+44', 'London', { priority: 10 })
            ],
            then: THEN_UK_RULE,
            because: ['RULE_USED']
        },
        {
            says: 'At equal priority the longer prefix goes first.',
            channel: 'clickToDial',
            rules: [UK, prefix('+4420', 'Paris')],
            then: { presents: 'Paris', source: 'rule', rule: '+4420' },
            because: ['RULE_USED']
        },
        {
            says: 'At equal priority a prefix goes before rules of other types.',
            channel: 'clickToDial',
            contact: { Department: 'Finance' },
            rules: [contactField('Department', 'equals', 'Finance', 'Paris'), UK],
            then: THEN_UK_RULE,
            because: ['RULE_USED']
        },
        {
            says: 'The same prefix may serve two groups.',
            agent: 'Ben',
            channel: 'clickToDial',
            rules: [
                { ...prefix('+44', 'London', { group: 'Sales' }), name: 'for Sales' },
                { ...prefix('+44', 'Paris', { group: 'Support' }), name: 'for Support' }
            ],
            then: { presents: 'Paris', source: 'rule', rule: 'for Support' },
            because: ['RULE_OTHER_GROUP', 'RULE_USED']
        },
        {
            says: 'A prefix that matches is passed over for a record field of a lower priority number.',
            channel: 'clickToDial',
            contact: { Department: 'Finance' },
            rules: [UK, contactField('Department', 'equals', 'Finance', 'Paris', { priority: 5 })],
            then: { presents: 'Paris', source: 'rule', rule: 'Department equals Finance' },
            because: ['RULE_USED']
        },
        {
            says: 'When the first rule does not match, the next one is asked.',
            channel: 'clickToDial',
            contact: { Department: 'Sales' },
            rules: [UK, contactField('Department', 'equals', 'Finance', 'Paris', { priority: 5 })],
            then: THEN_UK_RULE,
            because: ['RULE_FIELD_NOT_MATCHED', 'RULE_USED']
        }
    ],
    'Number prefix': [
        {
            says: 'A prefix can be as long as a whole number.',
            channel: 'clickToDial',
            rules: [prefix('+442079460018', 'Berlin'), UK],
            then: { presents: 'Berlin', source: 'rule', rule: '+442079460018' },
            because: ['RULE_USED']
        },
        {
            says: 'A prefix can be a single digit.',
            channel: 'connect',
            rules: [prefix('+4', 'Berlin')],
            then: { presents: 'Berlin', source: 'rule', rule: '+4' },
            because: ['RULE_USED']
        },
        {
            says: 'A prefix of another country does not match.',
            channel: 'clickToDial',
            rules: [prefix('+49', 'Berlin')],
            then: THEN_PRINCIPAL,
            because: ['RULES_PREFIX_NONE_MATCHED', 'RULES_NONE_APPLIED']
        },
        {
            says: 'A prefix longer than the number dialled does not match.',
            number: '+44207946001',
            channel: 'clickToDial',
            rules: [prefix('+442079460018', 'Berlin')],
            then: THEN_PRINCIPAL,
            because: ['RULES_PREFIX_NONE_MATCHED']
        },
        {
            says: 'Emergency numbers are never refused; no prefix matches them.',
            number: '999',
            channel: 'clickToDial',
            rules: [prefix('+9', 'Berlin')],
            then: THEN_PRINCIPAL,
            because: ['RULES_PREFIX_NOT_A_FULL_NUMBER', 'RULES_NONE_APPLIED']
        },
        {
            says: 'For an extension the rules of other types apply.',
            number: '2410',
            channel: 'clickToDial',
            contact: { Department: 'Finance' },
            rules: [UK, contactField('Department', 'equals', 'Finance', 'Paris')],
            then: { presents: 'Paris', source: 'rule', rule: 'Department equals Finance' },
            because: ['RULES_PREFIX_NOT_A_FULL_NUMBER', 'RULE_USED']
        }
    ],
    'Record field': [
        {
            says: 'The value is compared without case.',
            channel: 'clickToDial',
            contact: { Department: 'FINANCE' },
            rules: [contactField('Department', 'equals', 'finance', 'Paris')],
            then: { presents: 'Paris', source: 'rule', rule: 'Department equals finance' },
            because: ['RULE_USED']
        },
        {
            says: 'Starts with.',
            channel: 'clickToDial',
            contact: { MailingPostalCode: '10115 Berlin' },
            rules: [contactField('MailingPostalCode', 'startsWith', '10', 'Berlin')],
            then: { presents: 'Berlin', source: 'rule', rule: 'MailingPostalCode startsWith 10' },
            because: ['RULE_USED']
        },
        {
            says: 'Contains.',
            channel: 'clickToDial',
            contact: { Title: 'Head of Finance' },
            rules: [contactField('Title', 'contains', 'of fin', 'Paris')],
            then: { presents: 'Paris', source: 'rule', rule: 'Title contains of fin' },
            because: ['RULE_USED']
        },
        {
            says: 'Is one of.',
            channel: 'clickToDial',
            contact: { LeadSource: 'Web' },
            rules: [contactField('LeadSource', 'isOneOf', 'Phone; Web', 'Paris')],
            then: { presents: 'Paris', source: 'rule', rule: 'LeadSource isOneOf Phone; Web' },
            because: ['RULE_USED']
        },
        {
            says: 'Is blank.',
            channel: 'clickToDial',
            contact: { Department: null },
            rules: [contactField('Department', 'isBlank', undefined, 'Paris')],
            then: { presents: 'Paris', source: 'rule', rule: 'Department isBlank' },
            because: ['RULE_USED']
        },
        {
            says: 'A blank field equals nothing.',
            channel: 'clickToDial',
            contact: { Department: null },
            rules: [contactField('Department', 'equals', 'Finance', 'Paris')],
            then: THEN_PRINCIPAL,
            because: ['RULE_FIELD_NOT_MATCHED']
        },
        {
            says: 'The field may belong to a record one step away.',
            channel: 'clickToDial',
            contact: { 'Account.Industry': 'Banking' },
            rules: [contactField('Account.Industry', 'equals', 'Banking', 'Paris')],
            then: { presents: 'Paris', source: 'rule', rule: 'Account.Industry equals Banking' },
            because: ['RULE_USED']
        },
        {
            says: 'A rule for another object does not match.',
            channel: 'clickToDial',
            contact: { Department: 'Finance' },
            rules: [otherObjectField('Lead', 'Company', 'contains', 'a', 'Paris')],
            then: THEN_PRINCIPAL,
            because: ['RULE_OTHER_OBJECT']
        },
        {
            says: 'Without a record no record field matches.',
            channel: 'clickToDial',
            rules: [contactField('Department', 'isBlank', undefined, 'Paris')],
            then: THEN_PRINCIPAL,
            because: ['RULE_NO_RECORD']
        },
        {
            says: 'A field that does not exist does not match, and the trace says so.',
            channel: 'clickToDial',
            contact: { Department: 'Finance' },
            rules: [contactField('No_Such_Field__c', 'isBlank', undefined, 'Paris')],
            then: THEN_PRINCIPAL,
            because: ['RULE_FIELD_UNREADABLE']
        }
    ],
    'Dial list': [
        {
            says: 'The list of the entry picks the number.',
            channel: 'connect',
            list: { name: 'Spring campaign', by: 'list' },
            rules: [dialList('Spring campaign', 'Paris')],
            then: { presents: 'Paris', source: 'rule', rule: 'list Spring campaign' },
            because: ['RULE_USED']
        },
        {
            says: 'The list is looked up where only the entry is known.',
            channel: 'connect',
            list: { name: 'Spring campaign', by: 'entry' },
            rules: [dialList('Spring campaign', 'Paris')],
            then: { presents: 'Paris', source: 'rule', rule: 'list Spring campaign' },
            because: ['RULE_USED']
        },
        {
            says: 'Another list does not match.',
            channel: 'connect',
            list: { name: 'Win back', by: 'list' },
            rules: [dialList('Spring campaign', 'Paris')],
            then: THEN_PRINCIPAL,
            because: ['RULE_OTHER_DIAL_LIST']
        },
        {
            says: 'A rule for any list can use the number of the list itself.',
            channel: 'connect',
            list: { name: 'Spring campaign', by: 'list' },
            rules: [dialList('any', 'its own')],
            then: { presents: 'Berlin', source: 'rule', rule: 'list any' },
            because: ['RULE_USED']
        },
        {
            says: 'A list without a number of its own is passed over by such a rule.',
            channel: 'connect',
            list: { name: 'Win back', by: 'list' },
            rules: [dialList('any', 'its own')],
            then: THEN_PRINCIPAL,
            because: ['RULE_DIAL_LIST_HAS_NO_NUMBER']
        },
        {
            says: 'A call on Connect without a list does not match.',
            channel: 'connect',
            rules: [dialList('any', 'Paris')],
            then: THEN_PRINCIPAL,
            because: ['RULE_NO_DIAL_LIST']
        },
        {
            says: 'A dial entry that is not there does not match, and the trace says so.',
            channel: 'connect',
            list: { name: 'Spring campaign', by: 'lost entry' },
            rules: [dialList('any', 'Paris')],
            then: THEN_PRINCIPAL,
            because: ['RULE_DIAL_ENTRY_UNREADABLE']
        },
        {
            says: 'Dial lists do not count on Click to dial.',
            channel: 'clickToDial',
            list: { name: 'Spring campaign', by: 'list' },
            rules: [dialList('any', 'Paris')],
            then: THEN_PRINCIPAL,
            because: ['RULE_OTHER_CHANNEL']
        }
    ],
    'Custom selector': [
        {
            says: 'The number that the selector answers is presented.',
            channel: 'clickToDial',
            rules: [selector('flow:Pick_Number')],
            selectorAnswers: { number: 'Paris' },
            then: { presents: 'Paris', source: 'rule', rule: 'flow:Pick_Number' },
            because: ['RULE_USED']
        },
        {
            says: 'A blank answer counts as if there were no rule.',
            channel: 'clickToDial',
            rules: [selector('flow:Pick_Number'), prefix('+44', 'London', { priority: 20 })],
            selectorAnswers: { number: null },
            then: THEN_UK_RULE,
            because: ['RULE_SELECTOR_BLANK', 'RULE_USED']
        },
        {
            says: 'A number that is not configured blocks the call.',
            channel: 'clickToDial',
            rules: [selector('flow:Pick_Number'), prefix('+44', 'London', { priority: 20 })],
            selectorAnswers: { number: 'a number that is not ours' },
            then: { blocked: 'NUMBER_NOT_CONFIGURED', rule: 'flow:Pick_Number' },
            because: ['RULE_SELECTOR_NOT_CONFIGURED']
        },
        {
            says: 'The selector may refuse the call, in its own words.',
            channel: 'connect',
            rules: [selector('flow:Pick_Number'), prefix('+44', 'London', { priority: 20 })],
            selectorAnswers: { refuses: 'Do not call before 9.' },
            then: {
                blocked: 'SELECTOR_ERROR',
                rule: 'flow:Pick_Number',
                message: 'Do not call before 9.'
            },
            because: ['RULE_SELECTOR_REFUSED']
        },
        {
            says: 'A selector that takes too long counts as blank, and the trace says so.',
            channel: 'clickToDial',
            rules: [selector('flow:Pick_Number')],
            selectorAnswers: { fails: 'TIMED_OUT' },
            then: THEN_PRINCIPAL,
            because: ['RULE_SELECTOR_FAILED', 'RULES_NONE_APPLIED']
        },
        {
            says: 'A selector that fails counts as blank, and the trace says so.',
            channel: 'clickToDial',
            rules: [selector('apex:Pick_Number')],
            selectorAnswers: { fails: 'CALL_FAILED' },
            then: THEN_PRINCIPAL,
            because: ['RULE_SELECTOR_FAILED', 'RULES_NONE_APPLIED']
        },
        {
            says: 'A retired number from the selector is treated like that of any rule.',
            channel: 'clickToDial',
            rules: [selector('flow:Pick_Number'), prefix('+44', 'London', { priority: 20 })],
            selectorAnswers: { number: 'Old town' },
            then: THEN_UK_RULE,
            because: ['RULE_NUMBER_NOT_AVAILABLE', 'RULE_USED']
        }
    ],
    'A rule matches, but its number may not be presented': [
        {
            says: 'Use default: a retired number makes way for the next rule.',
            channel: 'clickToDial',
            rules: [prefix('+4420', 'Old town'), UK],
            then: THEN_UK_RULE,
            because: ['RULE_NUMBER_NOT_AVAILABLE', 'RULE_USED']
        },
        {
            says: 'Use default: a number not assigned to a restricted agent makes way for the next rule.',
            policy: RESTRICTED,
            channel: 'clickToDial',
            rules: [prefix('+4420', 'Paris'), UK],
            then: THEN_UK_RULE,
            because: ['RULE_NUMBER_NOT_AVAILABLE', 'RULE_USED']
        },
        {
            says: 'Use default: without another rule the defaults follow.',
            policy: RESTRICTED,
            channel: 'connect',
            agentDefault: 'London',
            rules: [prefix('+44', 'Paris')],
            then: { presents: 'London', source: 'agentDefault' },
            because: ['RULE_NUMBER_NOT_AVAILABLE', 'RULES_NONE_APPLIED', 'AGENT_DEFAULT_USED']
        },
        {
            says: 'Block: a retired number ends the call.',
            policy: { whenUnavailable: 'block' },
            channel: 'clickToDial',
            rules: [prefix('+4420', 'Old town'), UK],
            then: { blocked: 'NUMBER_NOT_AVAILABLE', rule: '+4420' },
            because: ['RULE_NUMBER_NOT_AVAILABLE']
        },
        {
            says: 'Block: a number not assigned to a restricted agent ends the call.',
            policy: { whenUnavailable: 'block', restrictNumbers: true },
            channel: 'connect',
            rules: [prefix('+4420', 'Paris'), UK],
            then: { blocked: 'NUMBER_NOT_AVAILABLE', rule: '+4420' },
            because: ['RULE_NUMBER_NOT_AVAILABLE']
        },
        {
            says: 'A restricted agent is given the principal number by a rule.',
            policy: { whenUnavailable: 'block', restrictNumbers: true },
            channel: 'clickToDial',
            rules: [prefix('+44', 'Head office')],
            then: { presents: 'Head office', source: 'rule', rule: '+44' },
            because: ['RULE_USED']
        }
    ],
    'The defaults': [
        {
            says: "The agent's own default outranks the principal number.",
            channel: 'manual',
            agentDefault: 'Berlin',
            then: { presents: 'Berlin', source: 'agentDefault' },
            because: ['AGENT_DEFAULT_USED']
        },
        {
            says: 'It is used on Click to dial when no rule applies.',
            channel: 'clickToDial',
            agentDefault: 'Berlin',
            rules: [prefix('+49', 'Paris')],
            then: { presents: 'Berlin', source: 'agentDefault' },
            because: ['RULES_NONE_APPLIED', 'AGENT_DEFAULT_USED']
        },
        {
            says: 'A retired default makes way for the principal number.',
            channel: 'manual',
            agentDefault: 'Old town',
            then: THEN_PRINCIPAL,
            because: ['AGENT_DEFAULT_NOT_AVAILABLE', 'PRINCIPAL_USED']
        },
        {
            says: 'A default that was taken away from a restricted agent makes way for the principal number.',
            policy: RESTRICTED,
            channel: 'manual',
            agentDefault: 'Paris',
            then: THEN_PRINCIPAL,
            because: ['AGENT_DEFAULT_NOT_AVAILABLE', 'PRINCIPAL_USED']
        },
        {
            says: 'Without a default the principal number is presented.',
            channel: 'manual',
            then: THEN_PRINCIPAL,
            because: ['AGENT_DEFAULT_NOT_SET', 'PRINCIPAL_USED']
        },
        {
            says: 'Without a principal number the call is blocked.',
            policy: { principal: 'none' },
            channel: 'manual',
            then: { blocked: 'NO_PRINCIPAL_NUMBER' },
            because: ['PRINCIPAL_NOT_SET']
        },
        {
            says: 'With a retired principal number the call is blocked.',
            policy: { principal: 'Old town' },
            channel: 'manual',
            then: { blocked: 'NO_PRINCIPAL_NUMBER' },
            because: ['PRINCIPAL_RETIRED']
        }
    ]
};
