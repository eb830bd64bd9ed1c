/**
 * References in the values of a data plan:
 * - `@AnnaBerger`: the id of the record of that reference, as `sf data import tree` has it;
 * - `@Profile:Call Centre Agent`: the id of a record of the org, found by its name (ours);
 * - `@{LarkfieldBerlin}:@{AnnaBerger}`: ids within a text, for keys that are made of two (ours).
 */
export type Reference =
    | { readonly kind: 'record'; readonly ref: string }
    | { readonly kind: 'lookup'; readonly object: string; readonly name: string }
    | { readonly kind: 'malformed'; readonly text: string };

const COMPOSED = /@\{([^}]*)\}/g;

export function referencesIn(value: unknown): readonly Reference[] {
    if (typeof value !== 'string') return [];
    const composed = [...value.matchAll(COMPOSED)].map(([, inner]) => parse(inner));
    if (composed.length > 0) return composed;
    return value.startsWith('@') ? [parse(value.slice(1))] : [];
}

/** The value with an id in the place of every reference. */
export function resolveValue(value: unknown, idOf: (reference: Reference) => string): unknown {
    if (typeof value !== 'string') return value;
    if (value.search(COMPOSED) >= 0) {
        return value.replace(COMPOSED, (_, inner: string) => idOf(parse(inner)));
    }
    return value.startsWith('@') ? idOf(parse(value.slice(1))) : value;
}

function parse(text: string): Reference {
    if (/^\w+$/.test(text)) return { kind: 'record', ref: text };
    const [, object, name] = /^([A-Za-z]\w*):(.+)$/.exec(text) ?? [];
    return object && name
        ? { kind: 'lookup', object, name }
        : { kind: 'malformed', text: `@${text}` };
}
