import type { Rule } from './types';

/** What the place of a rule depends on; a `Rule` will do. */
export interface Ordered {
    readonly id: string;
    readonly priority: number;
    readonly type: Rule['type'];
    readonly prefix?: string;
}

/** Priority first; then the longer prefix; then the record id, so that the order is total. */
export function compareRules(a: Ordered, b: Ordered): number {
    return a.priority - b.priority || prefixLength(b) - prefixLength(a) || (a.id < b.id ? -1 : 1);
}

function prefixLength({ type, prefix = '' }: Ordered): number {
    return type === 'numberPrefix' ? prefix.length : 0;
}
