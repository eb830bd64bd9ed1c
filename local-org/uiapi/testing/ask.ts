import type { LocalOrg } from '../../http/startLocalOrg.ts';
import type { UiApiError } from '../graphqlRequest.ts';

export interface Answer {
    readonly status: number;
    // The shape is the query's.
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    readonly data: any;
    readonly errors: readonly UiApiError[];
}

/** One GraphQL request over a socket, in the name of a user. */
export async function ask(
    org: LocalOrg,
    username: string,
    query: string,
    variables: Record<string, unknown> = {}
): Promise<Answer> {
    const response = await send(org, username, 'POST', 'graphql', { query, variables });
    const { data, errors } = response.body as Omit<Answer, 'status'>;
    return { status: response.status, data, errors };
}

export async function send(
    org: LocalOrg,
    username: string,
    method: string,
    path: string,
    body?: unknown
): Promise<{ status: number; body: unknown }> {
    const { accessToken, instanceUrl } = org.signIn(username);
    const response = await fetch(`${instanceUrl}/services/data/v66.0/${path}`, {
        method,
        headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) })
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}
