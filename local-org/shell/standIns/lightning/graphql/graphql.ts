import type { GraphQLError, GraphQLResult, ParsedQuery } from 'lightning/graphql';
import { frozen, send, type FetchResponse } from 'platform/uiApi';

/**
 * Stand-in for `lightning/graphql`. Follows
 * https://developer.salesforce.com/docs/platform/lwc/guide/reference-graphql-wire.html and
 * https://developer.salesforce.com/docs/platform/lwc/guide/reference-graphql-mutation.html
 */

interface Asked {
    readonly query: string;
    readonly variables: Readonly<Record<string, unknown>>;
    readonly operationName?: string;
}
type Answer = Pick<GraphQLResult, 'data' | 'errors'>;

/** Answers by what was asked; wires that ask the same share one. */
const remembered = new Map<string, Promise<Answer>>();
const wires = new Set<graphql>();

export function gql(texts: TemplateStringsArray, ...parts: readonly unknown[]): ParsedQuery {
    return String.raw({ raw: texts }, ...parts) as unknown as ParsedQuery;
}

export class graphql {
    private readonly give: (result: GraphQLResult) => void;
    private key: string | undefined;

    constructor(give: (result: GraphQLResult) => void) {
        this.give = give;
        give({});
    }

    connect(): void {
        wires.add(this);
    }
    disconnect(): void {
        wires.delete(this);
    }

    update({ query, variables = {}, operationName }: Partial<Asked>): void {
        this.key = query && JSON.stringify({ query, variables, operationName });
        if (this.key !== undefined) {
            const { key } = this;
            void (remembered.get(key) ?? ask(key)).then((answer) => this.told(key, answer));
        }
    }

    told(key: string, { data, errors }: Answer): void {
        if (wires.has(this) && this.key === key) {
            this.give({ data, errors, refresh: () => refresh(key) });
        }
    }
}

/** What was asked earlier may be answered later: the youngest answer stands. */
async function refresh(key: string): Promise<void> {
    const asked = ask(key);
    const answer = await asked;
    const youngest = remembered.get(key) ?? asked;
    if (youngest === asked) {
        wires.forEach((wire) => wire.told(key, answer));
    } else {
        await youngest;
    }
}

/** What was refused is asked anew the next time. */
function ask(key: string): Promise<Answer> {
    const answer = answerTo(JSON.parse(key) as Asked);
    remembered.set(key, answer);
    void answer.then(({ errors }) => {
        if (errors && remembered.get(key) === answer) {
            remembered.delete(key);
        }
    });
    return answer;
}

async function answerTo(asked: Asked): Promise<Answer> {
    try {
        const { data, errors } = await send<Answer>('POST', 'graphql', asked);
        // An answer without errors says so by an empty list; the wire leaves it out.
        return frozen({ data, errors: errors?.length ? errors : undefined });
    } catch (error) {
        return frozen({ data: undefined, errors: errorsOf(error as FetchResponse) });
    }
}

/** A refusal of the whole request, in the form of an answer. */
function errorsOf({ body, status, statusText }: FetchResponse): GraphQLError[] {
    const told = (Array.isArray(body) ? body : [body]) as ({ message?: string } | undefined)[];
    return told.map((one) => ({ message: one?.message ?? `${status} ${statusText}`.trim() }));
}

/** Queries do not notice: refresh them. */
export async function executeMutation({
    query,
    variables = {},
    operationName
}: {
    readonly query: ParsedQuery;
    readonly variables?: Readonly<Record<string, unknown>>;
    readonly operationName?: string;
}): Promise<Answer> {
    return answerTo({
        query: query as unknown as string,
        variables,
        ...(operationName && { operationName })
    });
}
