import type { Connection } from 'jsforce';

const KINDS: readonly [RegExp, string][] = [
    [/\/query(All)?(\/|\?|$)/, 'query'],
    [/\/composite\/sobjects/, 'collection'],
    [/\/describe(\/|$)|\/sobjects\/?$/, 'describe'],
    [/\/actions\//, 'action'],
    [/\/sobjects\//, 'record'],
    [/\/oauth2\/|\/id\//, 'signIn']
];

/** Counts the requests of a connection by kind, from now on. */
export function countRequests(connection: Connection): () => Readonly<Record<string, number>> {
    const counts: Record<string, number> = {};
    const request = connection.request.bind(connection);
    // Everything jsforce sends for a connection goes through this one method.
    connection.request = ((asked: string | { url: string }, ...rest: never[]) => {
        const url = typeof asked === 'string' ? asked : asked.url;
        const kind = KINDS.find(([pattern]) => pattern.test(url))?.[1] ?? 'other';
        counts[kind] = (counts[kind] ?? 0) + 1;
        return request(asked as string, ...rest);
    }) as typeof connection.request;
    return () => counts;
}
