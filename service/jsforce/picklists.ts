import type { Channel, Decision, Source } from '#resolver';

/** What the resolver's codes are called in the picklists of the decision log. */

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

/** Decided, and the telephony did not make the call. */
export const REFUSED = 'Refused';
