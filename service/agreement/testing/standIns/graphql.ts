import type { GraphQLResult, ParsedQuery } from 'lightning/graphql';
import { currentSession } from '../uiApi.ts';

/** The text of the query: what a request carries. */
export function gql(texts: TemplateStringsArray, ...parts: readonly unknown[]): ParsedQuery {
    return String.raw({ raw: texts }, ...parts) as unknown as ParsedQuery;
}

/** In the name of whoever is signed in. */
export function executeMutation({
    query,
    variables = {}
}: {
    readonly query: ParsedQuery;
    readonly variables?: Readonly<Record<string, unknown>>;
}): Promise<GraphQLResult> {
    return currentSession().graphql(query, variables);
}
