import type { OrgRequest } from 'c/callbackWire';

/**
 * Asks the org once.
 * @returns `data` of the answer
 * @throws the errors of the answer; `stateOfErrors` says what they mean
 */
export type Ask = (request: OrgRequest) => Promise<unknown>;

/** A record as a query gave it: fields by name, `Id` among them. */
export type Row = { readonly Id: string } & Readonly<Record<string, unknown>>;

export interface Page<Of> {
    readonly rows: readonly Of[];
    /** Where the next page begins; undefined for the last one. */
    readonly next?: string;
    /** Of all pages; where the query asks for it. */
    readonly totalCount?: number;
}

/** Told what has come so far, page by page. */
export type OnPage<Of> = (rows: readonly Of[], complete: boolean) => void;

/** As many as the org gives in one page. */
export const FULL_PAGE = 2000;
/** The least that may be asked for with an upper bound: enough for what stands on a screen. */
const FIRST_PAGE = 200;

/** What a query asks of each record, under the alias `rows`. `Agent__r.Name` follows a relationship. */
export function fieldsOfRows(...fields: readonly string[]): string {
    return `{ edges { node { Id ${fields.map(fieldText).join(' ')} } }
        pageInfo { hasNextPage endCursor } }`;
}

/** One page of the query's `rows`. */
export async function readPage<Of extends object>(
    ask: Ask,
    request: OrgRequest
): Promise<Page<Of>> {
    const { rows } = ((await ask(request)) as Answer).uiapi.query;
    const { hasNextPage, endCursor } = rows.pageInfo;
    return {
        rows: rows.edges.map(({ node }) => plain(node) as unknown as Of),
        ...(hasNextPage && endCursor !== null && { next: endCursor }),
        ...(rows.totalCount !== undefined && { totalCount: rows.totalCount })
    };
}

/**
 * All pages of a query that takes `$after`. Where its variables hold `first` and somebody waits to
 * see something, the first page is a short one.
 * @param onPage told everything that has come so far, and whether that is all
 */
export async function readAllPages<Of extends object>(
    ask: Ask,
    { query, variables }: OrgRequest,
    onPage?: OnPage<Of>
): Promise<readonly Of[]> {
    const rows: Of[] = [];
    let after: string | undefined;
    do {
        // eslint-disable-next-line no-await-in-loop -- a page says where the next one begins
        const page: Page<Of> = await readPage<Of>(ask, {
            query,
            variables: {
                ...variables,
                ...('first' in variables && onPage && !after && { first: FIRST_PAGE }),
                after: after ?? null
            }
        });
        rows.push(...page.rows);
        after = page.next;
        onPage?.(rows, after === undefined);
    } while (after !== undefined);
    return rows;
}

function fieldText(path: string): string {
    const [field, ...further] = path.split('.');
    return further.length > 0
        ? `${field} { ${fieldText(further.join('.'))} }`
        : `${field} { value }`;
}

/** `{ Agent__r: { Name: { value: 'Ann' } } }` → `{ 'Agent__r.Name': 'Ann' }` */
function plain(node: Node, before = ''): Row {
    return Object.fromEntries(
        Object.entries(node).flatMap(([name, field]): [string, unknown][] => {
            if (typeof field !== 'object' || field === null) {
                return [[before + name, field]];
            }
            return 'value' in field
                ? [[before + name, field.value]]
                : Object.entries(plain(field as Node, `${before}${name}.`));
        })
    ) as Row;
}

type Node = Readonly<Record<string, { readonly value: unknown } | string | null>>;

interface Answer {
    readonly uiapi: {
        readonly query: {
            readonly rows: {
                readonly edges: readonly { readonly node: Node }[];
                readonly pageInfo: {
                    readonly hasNextPage: boolean;
                    readonly endCursor: string | null;
                };
                readonly totalCount?: number;
            };
        };
    };
}
