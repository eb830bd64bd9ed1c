import type { Connection } from 'jsforce';
import type { DirectoryChanges } from '../ports.ts';
import { LONGEST_REQUEST_MS, within } from '../within.ts';

/**
 * What the directory is made of, and the moment that says when a record was touched last. Defaults
 * of agents are missing: agents set them all day, and the panel tells the service (0009). Signing
 * in touches `SystemModstamp` of a user, but not `LastModifiedDate`.
 */
const WATCHED = {
    Callback_Number__c: 'SystemModstamp',
    Callback_Number_Assignment__c: 'SystemModstamp',
    Callback_Rule__c: 'SystemModstamp',
    Callback_Policy__c: 'SystemModstamp',
    Dial_List__c: 'SystemModstamp',
    Agent_Group_Member__c: 'SystemModstamp',
    User: 'LastModifiedDate'
} as const;

/** Salesforce takes no more queries in one composite request. */
const QUERIES_IN_A_REQUEST = 5;

/**
 * Looks every so often how many records there are of everything and which was touched last: two
 * requests, however large the directory is. A look that fails says nothing; the periodic reload
 * and its failure are told elsewhere.
 */
export function createDirectoryChanges(connection: Connection, everyMs: number): DirectoryChanges {
    return {
        subscribe(onChange) {
            const watch = new Traces();
            let timer: NodeJS.Timeout | undefined;
            let closed = false;
            const next = () => {
                if (!closed) {
                    const spread = everyMs * (0.9 + Math.random() / 5);
                    timer = setTimeout(() => void look().finally(next), spread).unref();
                }
            };
            const look = async () => {
                try {
                    const trace = await readTrace(connection);
                    if (!closed && watch.isNew(trace)) {
                        onChange('change in the org');
                    }
                } catch {
                    watch.forget();
                }
            };
            next();
            return {
                close() {
                    closed = true;
                    clearTimeout(timer);
                }
            };
        }
    };
}

/**
 * Moments in the org count seconds: a record may change once more, without a new trace, in the
 * second in which it was looked at. So a trace is believed when it was seen before two readings.
 */
class Traces {
    #seen: readonly string[] = [];

    isNew(trace: string): boolean {
        if (this.#seen.length === 2 && this.#seen.every((before) => before === trace)) {
            return false;
        }
        this.#seen = [...this.#seen.slice(-1), trace];
        return true;
    }

    forget(): void {
        this.#seen = [];
    }
}

async function readTrace(connection: Connection): Promise<string> {
    const queries = Object.entries(WATCHED).map(([object, moment]) => ({
        referenceId: object,
        query: `SELECT COUNT(Id) records, MAX(${moment}) latest FROM ${object}`
    }));
    const answers: unknown[] = [];
    for (let from = 0; from < queries.length; from += QUERIES_IN_A_REQUEST) {
        const part = queries.slice(from, from + QUERIES_IN_A_REQUEST);
        answers.push(...(await composite(connection, part)));
    }
    return JSON.stringify(answers);
}

async function composite(
    connection: Connection,
    queries: readonly { readonly referenceId: string; readonly query: string }[]
): Promise<readonly unknown[]> {
    const base = `/services/data/v${connection.version}`;
    const { compositeResponse } = await within(
        LONGEST_REQUEST_MS,
        connection.requestPost<CompositeAnswer>(`${base}/composite`, {
            allOrNone: false,
            compositeRequest: queries.map(({ referenceId, query }) => ({
                method: 'GET',
                referenceId,
                url: `${base}/query?q=${encodeURIComponent(query)}`
            }))
        })
    );
    const refused = compositeResponse.find(({ httpStatusCode }) => httpStatusCode !== 200);
    if (refused) {
        throw new Error(`Counting ${refused.referenceId} was refused.`);
    }
    return compositeResponse.map(({ body }) => body.records);
}

interface CompositeAnswer {
    readonly compositeResponse: readonly {
        readonly referenceId: string;
        readonly httpStatusCode: number;
        readonly body: { readonly records: readonly unknown[] };
    }[];
}
