import type {
    Channel,
    Decision,
    Operator,
    PolicyScope,
    Rule,
    Source,
    WhenUnavailable
} from '#resolver';

/** Values of the package's picklists, and what they mean to the resolver. The one place that knows both. */

export const CHANNEL_NAMES = {
    manual: 'Manual',
    clickToDial: 'Click to dial',
    connect: 'Connect'
} as const satisfies Record<Channel, string>;

export const SOURCE_NAMES = {
    thisCall: 'This call',
    rule: 'Rule',
    agentDefault: 'Agent default',
    principal: 'Principal number'
} as const satisfies Record<Source, string>;

export const OUTCOME_NAMES = {
    presented: 'Presented',
    blocked: 'Blocked'
} as const satisfies Record<Decision['outcome'], string>;

export const RULE_CHANNELS: Readonly<Record<string, Rule['channel']>> = {
    Any: 'any',
    'Click to dial': 'clickToDial',
    Connect: 'connect'
};

export const RULE_TYPES: Readonly<Record<string, Rule['type']>> = {
    'Number prefix': 'numberPrefix',
    'Record field': 'recordField',
    'Dial list': 'dialList',
    'Custom selector': 'customSelector'
};

export const OPERATORS: Readonly<Record<string, Operator>> = {
    equals: 'equals',
    'starts with': 'startsWith',
    contains: 'contains',
    'is one of': 'isOneOf',
    'is blank': 'isBlank'
};

export const SCOPES: Readonly<Record<string, PolicyScope>> = {
    Organization: 'organization',
    Profile: 'profile',
    User: 'user'
};

/** `Inherit` is missing on purpose. */
export const YES_NO: Readonly<Record<string, boolean>> = { Yes: true, No: false };

export const WHEN_UNAVAILABLE: Readonly<Record<string, WhenUnavailable>> = {
    'Use default': 'useDefault',
    Block: 'block'
};
