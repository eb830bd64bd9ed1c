import { boot } from 'browser/boot';

/** Service. The org's API in the name of the user of this page; shared by the stand-ins. */

const VERSION = 'v66.0';

/** The session is over: the page has to be loaded anew. */
export const SESSION_ENDED = 'sessionended';

/** What modules of the platform throw: no Error, but this. */
export interface FetchResponse {
    readonly body: unknown;
    readonly ok: false;
    readonly status: number;
    readonly statusText: string;
    readonly errorType: 'fetchResponse';
}

/**
 * @param path below `/services/data/v66.0/`
 * @throws FetchResponse
 */
export async function send<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    let response: Response;
    try {
        response = await fetch(`/services/data/${VERSION}/${path}`, {
            method,
            headers: {
                authorization: `Bearer ${boot.accessToken}`,
                ...(body !== undefined && { 'content-type': 'application/json' })
            },
            ...(body !== undefined && { body: JSON.stringify(body) })
        });
    } catch (error) {
        throw refusal(0, '', { message: `The org cannot be reached: ${String(error)}` });
    }
    if (response.status === 401) {
        window.dispatchEvent(new CustomEvent(SESSION_ENDED));
    }
    const text = await response.text();
    const answer: unknown = text === '' ? undefined : JSON.parse(text);
    if (!response.ok) {
        throw refusal(response.status, response.statusText, answer);
    }
    return answer as Answer;
}

function refusal(status: number, statusText: string, body: unknown): FetchResponse {
    return { body, ok: false, status, statusText, errorType: 'fetchResponse' };
}

/** What is given to components cannot be changed by them, as on the platform. */
export function frozen<Value>(value: Value): Value {
    if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
        Object.freeze(value);
        Object.values(value).forEach(frozen);
    }
    return value;
}
