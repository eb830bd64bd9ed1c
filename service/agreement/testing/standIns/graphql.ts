import type { ParsedQuery } from 'lightning/graphql';

/** The text of the query: what a request carries. */
export function gql(texts: TemplateStringsArray, ...parts: readonly unknown[]): ParsedQuery {
    return String.raw({ raw: texts }, ...parts) as unknown as ParsedQuery;
}
