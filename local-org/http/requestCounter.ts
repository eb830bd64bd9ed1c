/** Requests that reached the org, by what they were for. */

/** One kind for each thing a client can ask; a composite counts as one request, as Salesforce counts it. */
export type RequestKind =
    | 'action'
    | 'actions:list'
    | 'authorize'
    | 'batch'
    | 'collection:create'
    | 'collection:delete'
    | 'collection:retrieve'
    | 'collection:update'
    | 'collection:upsert'
    | 'composite'
    | 'describe'
    | 'describeGlobal'
    | 'graphql'
    | 'identity'
    | 'introspect'
    | 'limits'
    | 'objectInfo'
    | 'picklistValues'
    | 'query'
    | 'queryMore'
    | 'record:create'
    | 'record:delete'
    | 'record:retrieve'
    | 'record:update'
    | 'resources'
    | 'revoke'
    | 'sobject:create'
    | 'sobject:delete'
    | 'sobject:info'
    | 'sobject:retrieve'
    | 'sobject:update'
    | 'sobject:upsert'
    | 'token'
    | 'tree'
    | 'unknown'
    | 'userinfo'
    | 'versions';

export interface RequestCounts {
    /** All requests, those for tokens and identities included. */
    readonly total: number;
    /** Requests below `/services/data`: what Salesforce's API limit counts. */
    readonly apiCalls: number;
    readonly byKind: Readonly<Partial<Record<RequestKind, number>>>;
}

export class RequestCounter {
    #byKind = new Map<RequestKind, number>();
    #sinceStart = 0;

    count(kind: RequestKind): void {
        this.#byKind.set(kind, this.of(kind) + 1);
        if (!OUTSIDE_THE_LIMIT.has(kind)) this.#sinceStart += 1;
    }

    of(kind: RequestKind): number {
        return this.#byKind.get(kind) ?? 0;
    }

    /** Requests below `/services/data` since the org was started; never reset. */
    get apiCallsSinceStart(): number {
        return this.#sinceStart;
    }

    snapshot(): RequestCounts {
        const entries = [...this.#byKind].sort(([a], [b]) => a.localeCompare(b));
        const sum = (kinds: typeof entries) => kinds.reduce((total, [, count]) => total + count, 0);
        return {
            total: sum(entries),
            apiCalls: sum(entries.filter(([kind]) => !OUTSIDE_THE_LIMIT.has(kind))),
            byKind: Object.fromEntries(entries)
        };
    }

    reset(): void {
        this.#byKind.clear();
    }
}

const OUTSIDE_THE_LIMIT: ReadonlySet<RequestKind> = new Set<RequestKind>([
    'authorize',
    'identity',
    'introspect',
    'revoke',
    'token',
    'unknown',
    'userinfo',
    'versions'
]);
