import type { Operator, PolicyScope, Rule, WhenUnavailable } from 'c/callbackResolver';

/** Values of the package's picklists that rules and policies hold, and what they mean to the resolver. */

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
