import { AsyncLocalStorage } from 'node:async_hooks';
import type { GraphQLResult } from 'lightning/graphql';
import type { RecordRepresentation } from 'lightning/uiRecordApi';
import type { SignedIn } from '../../../local-org/index.ts';

/** The UI API of an org, asked as one user asks it from a page. */
export class UiApi {
    readonly userId: string;
    readonly #session: SignedIn;

    constructor(session: SignedIn) {
        this.userId = session.userId;
        this.#session = session;
    }

    graphql(query: unknown, variables: Readonly<Record<string, unknown>>): Promise<GraphQLResult> {
        return this.send('POST', 'graphql', { query, variables });
    }

    /** Null for a record that the user may not see. */
    async record(
        recordId: string,
        optionalFields: readonly string[]
    ): Promise<RecordRepresentation | null> {
        const names = encodeURIComponent(optionalFields.join(','));
        const path = `ui-api/records/${recordId}?optionalFields=${names}`;
        return this.send<RecordRepresentation>('GET', path).catch((error: { status: number }) => {
            if (error.status < 500) {
                return null;
            }
            throw error;
        });
    }

    /** @throws an error in the form of the platform's own: `{ status, body }` */
    async send<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
        const { instanceUrl, accessToken } = this.#session;
        const response = await fetch(`${instanceUrl}/services/data/v66.0/${path}`, {
            method,
            headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
            ...(body !== undefined && { body: JSON.stringify(body) })
        });
        const answer: unknown = await response.json();
        if (!response.ok) {
            // The platform's modules throw what is no Error.
            throw { status: response.status, body: answer };
        }
        return answer as Answer;
    }
}

let current: UiApi | undefined;
const own = new AsyncLocalStorage<UiApi>();

/** Whatever the work does, it does in the name of this user, whoever else works beside it. */
export function as<Answer>(session: UiApi, work: () => Promise<Answer>): Promise<Answer> {
    return own.run(session, work);
}

/** From now on what is written is written in the name of this user. */
export function actAs(session: UiApi): void {
    current = session;
}

export function currentSession(): UiApi {
    const session = own.getStore() ?? current;
    if (!session) {
        throw new Error('Nobody is signed in.');
    }
    return session;
}
