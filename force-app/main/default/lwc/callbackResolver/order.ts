import type { Rule } from './types';

/** Priority first; then the longer prefix; then the record id, so that the order is total. */
export function compareRules(a: Rule, b: Rule): number {
    return a.priority - b.priority || prefixLength(b) - prefixLength(a) || (a.id < b.id ? -1 : 1);
}

function prefixLength(rule: Rule): number {
    return rule.type === 'numberPrefix' ? rule.prefix.length : 0;
}
