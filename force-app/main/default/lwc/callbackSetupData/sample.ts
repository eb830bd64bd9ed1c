import { gql, type ParsedQuery } from 'lightning/graphql';
import type { RecordRepresentation } from 'lightning/uiRecordApi';
import { factsOfRecord, fieldsToRead } from 'c/callbackData';
import type { Facts } from 'c/callbackResolver';
import { readPage, type Ask } from './asking';

/** A record as rules see it. */
export interface SampleRecord {
    readonly id: string;
    readonly name: string;
    /** As written there. */
    readonly phones: readonly string[];
    readonly facts: Facts;
}

export interface SampleRequest {
    readonly objectApiName: string;
    /** The field that says what a record is called. */
    readonly nameField: string;
    readonly phoneFields: readonly string[];
    /**
     * What rules compare, as they spell it, and as the org does; may follow a relationship.
     * Undefined for what the user may not see.
     */
    readonly fields: ReadonlyMap<string, string | undefined>;
    /** At most so many records. */
    readonly limit: number;
    readonly signal?: AbortSignal;
    /** Told how many records have come so far. */
    onProgress?(read: number): void;
}

const RECORDS_IN_A_PAGE = 500;

/** Some records of an object that the user may see, by their ids. */
export async function readSample(
    ask: Ask,
    { objectApiName, nameField, phoneFields, fields, limit, signal, onProgress }: SampleRequest
): Promise<readonly SampleRecord[]> {
    const wanted = fieldsToRead(
        objectApiName,
        [...fields.values()].filter((field) => field !== undefined)
    ).map((field) => pathOf(field).join('.'));
    const query = sampleOf(objectApiName, [nameField, ...phoneFields, ...wanted]);
    const records: SampleRecord[] = [];
    let after: string | undefined;
    do {
        // eslint-disable-next-line no-await-in-loop -- a page says where the next one begins
        const nodes: Page = await readNodes(ask, query, after);
        records.push(
            ...nodes.records.map((node) => ({
                id: node.Id,
                name: String(valueOf(node[nameField]) ?? node.Id),
                phones: phoneFields.flatMap((field) => String(valueOf(node[field]) ?? '') || []),
                facts: factsOfRecord(
                    objectApiName,
                    [...fields.keys()].map((field) => `${objectApiName}.${field}`),
                    representation(objectApiName, node)
                )
            }))
        );
        after = nodes.next;
        onProgress?.(records.length);
    } while (after !== undefined && records.length < limit && !signal?.aborted);
    return records.slice(0, limit);
}

const ENTRIES = gql`
    query SampleEntries($where: Dial_Entry__c_Filter) {
        uiapi {
            query {
                rows: Dial_Entry__c(where: $where, first: 1) {
                    edges {
                        node {
                            Id
                        }
                    }
                    pageInfo {
                        hasNextPage
                        endCursor
                    }
                    totalCount
                }
            }
        }
    }
`;

/** How many entries a dial list has, or all of them. */
export async function countEntries(ask: Ask, dialListId?: string): Promise<number> {
    const { totalCount } = await readPage(ask, {
        query: ENTRIES,
        variables: { where: dialListId ? { Dial_List__c: { eq: dialListId } } : {} }
    });
    return totalCount ?? 0;
}

type Node = { readonly Id: string } & Readonly<Record<string, unknown>>;
interface Page {
    readonly records: readonly Node[];
    readonly next?: string;
}

/** The platform knows a query by being the same. */
const queries = new Map<string, ParsedQuery>();

function sampleOf(object: string, fields: readonly string[]): ParsedQuery {
    const key = [object, ...fields].join();
    const query =
        queries.get(key) ??
        gql`query Sample($after: String) { uiapi { query {
            rows: ${object}(
                first: ${RECORDS_IN_A_PAGE}, after: $after, orderBy: { Id: { order: ASC } }
            ) {
                edges { node { Id ${selectionOf(fields)} } } pageInfo { hasNextPage endCursor }
            }
        } } }`;
    queries.set(key, query);
    return query;
}

/** `['Phone', 'Account.Type', 'Account.Name']` → `Phone { value } Account { Type { value } Name { value } }` */
function selectionOf(fields: readonly string[]): string {
    const own = new Set<string>();
    const related = new Map<string, Set<string>>();
    for (const [first, last] of fields.map((field) => field.split('.'))) {
        if (last === undefined) {
            own.add(first);
        } else {
            related.set(first, (related.get(first) ?? new Set()).add(last));
        }
    }
    return [
        ...leaves(own),
        ...[...related].map(([name, lasts]) => `${name} { ${leaves(lasts).join(' ')} }`)
    ].join(' ');
}

/** `Id` is a plain one, and is asked for anyway. */
function leaves(fields: ReadonlySet<string>): readonly string[] {
    return [...fields].map((field) => (field === 'Id' ? field : `${field} { value displayValue }`));
}

async function readNodes(ask: Ask, query: ParsedQuery, after?: string): Promise<Page> {
    const answer = (await ask({ query, variables: { after: after ?? null } })) as {
        readonly uiapi: {
            readonly query: {
                readonly rows: {
                    readonly edges: readonly { readonly node: Node }[];
                    readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
                };
            };
        };
    };
    const { edges, pageInfo } = answer.uiapi.query.rows;
    return {
        records: edges.map(({ node }) => node),
        ...(pageInfo.hasNextPage && { next: pageInfo.endCursor! })
    };
}

/** In the form of getRecord, where the value of a relationship is a record. */
function representation(apiName: string, node: Node): RecordRepresentation {
    const fields = Object.entries(node).map(([name, field]) => {
        if (name === 'Id' || field === null) {
            return [name, { value: field }];
        }
        return [
            name,
            'value' in (field as object)
                ? field
                : { value: representation(name, { Id: '', ...(field as object) }) }
        ];
    });
    return { id: node.Id, apiName, fields: Object.fromEntries(fields) };
}

function valueOf(field: unknown): unknown {
    return (field as { readonly value?: unknown } | null)?.value;
}

/** Without the object: `Contact.Account.Industry` → `['Account', 'Industry']`. */
function pathOf(field: string): readonly string[] {
    return field.split('.').slice(1);
}
