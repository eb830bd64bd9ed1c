import { gql } from 'lightning/graphql';
import { readAllPages, readPage, type Ask, type Page, type RowChange } from 'c/callbackSetupData';
import { lookAt } from './attempts';
import { finish } from './finishing';
import type { DialEntry, Finished } from './types';

export type EntryStatus = 'waiting' | 'inProgress' | 'done' | 'skipped';

/** An entry as those who keep lists see it. */
export interface EntryRecord extends DialEntry {
    readonly status: EntryStatus;
    readonly agentId?: string;
    readonly agentName?: string;
    /** Milliseconds since 1970. */
    readonly notBefore?: number;
}

/** Somebody to be put on a list. */
export interface NewEntry {
    readonly phone: string;
    readonly recordId?: string;
    readonly objectApiName?: string;
    readonly customer?: string;
    readonly order: number;
    /** What makes it the same person on the list: the record; without one, the number. */
    readonly who: string;
}

/** Who is on a list already. */
export interface OnList {
    readonly whos: ReadonlySet<string>;
    /** The highest place; 0 for an empty list. */
    readonly lastOrder: number;
}

const ENTRY = 'Dial_Entry__c';
const STATUSES: Readonly<Record<EntryStatus, string>> = {
    waiting: 'New',
    inProgress: 'In progress',
    done: 'Done',
    skipped: 'Skipped'
};
const IN_A_PAGE = 50;

const ENTRIES = gql`
    query ConnectEntries($where: Dial_Entry__c_Filter, $after: String) { uiapi { query {
        rows: Dial_Entry__c(
            where: $where
            first: ${IN_A_PAGE}
            after: $after
            orderBy: { Order__c: { order: ASC, nulls: LAST }, Id: { order: ASC } }
        ) {
            edges { node {
                Id
                Dial_List__c { value }
                Phone__c { value }
                Record_Id__c { value }
                Object__c { value }
                Customer__c { value }
                Status__c { value }
                Agent__c { value }
                Agent__r { Name { value } }
                Attempts__c { value }
                Not_Before__c { value }
            } }
            pageInfo { hasNextPage endCursor }
            totalCount
        }
    } } }
`;

const COUNTS = gql`
    query ConnectCounts($listId: ID!) { uiapi { query {
        ${Object.entries(STATUSES)
            .map(
                ([name, value]) => `${name}: Dial_Entry__c(
            where: { and: [
                { Dial_List__c: { eq: $listId } }
                { Status__c: { eq: "${value}" } }
            ] }
            first: 1
        ) { edges { node { Id } } totalCount }`
            )
            .join('\n')}
    } } }
`;

const ON_LIST = gql`
    query ConnectOnList($listId: ID!, $after: String) {
        uiapi {
            query {
                rows: Dial_Entry__c(
                    where: { Dial_List__c: { eq: $listId } }
                    first: 2000
                    upperBound: 100000
                    after: $after
                    orderBy: { Id: { order: ASC } }
                ) {
                    edges {
                        node {
                            Id
                            Key__c {
                                value
                            }
                            Record_Id__c {
                                value
                            }
                            Phone__c {
                                value
                            }
                            Order__c {
                                value
                            }
                        }
                    }
                    pageInfo {
                        hasNextPage
                        endCursor
                    }
                }
            }
        }
    }
`;

/** One page of a list's entries, in their order; its `totalCount` is that of all of them. */
export async function readEntries(
    ask: Ask,
    listId: string,
    { status, after }: { readonly status?: EntryStatus; readonly after?: string } = {}
): Promise<Page<EntryRecord>> {
    const where = {
        and: [
            { Dial_List__c: { eq: listId } },
            ...(status ? [{ Status__c: { eq: STATUSES[status] } }] : [])
        ]
    };
    const variables = { where, after: after ?? null };
    const { rows, ...page } = await readPage<EntryRow>(ask, { query: ENTRIES, variables });
    return { ...page, rows: rows.map(entryOf) };
}

export async function countByStatus(
    ask: Ask,
    listId: string
): Promise<Readonly<Record<EntryStatus, number>>> {
    const answer = (await ask({ query: COUNTS, variables: { listId } })) as CountsAnswer;
    const counts = Object.entries(answer.uiapi.query);
    return Object.fromEntries(
        counts.map(([name, { totalCount }]) => [name, totalCount])
    ) as Readonly<Record<EntryStatus, number>>;
}

/** @param readNumber numbers that are written differently are one person's */
export async function readOnList(
    ask: Ask,
    listId: string,
    readNumber: (text: string) => string
): Promise<OnList> {
    const rows = await readAllPages<OnListRow>(ask, { query: ON_LIST, variables: { listId } });
    return {
        whos: new Set(
            rows.flatMap((row) => [
                row.Record_Id__c ?? readNumber(row.Phone__c),
                ...(row.Key__c ? [row.Key__c.slice(listId.length + 1)] : [])
            ])
        ),
        lastOrder: rows.reduce((last, { Order__c }) => Math.max(last, Order__c ?? 0), 0)
    };
}

/** The org holds the key to be the only one: repeating an import makes no doubles. */
export function entryChange(listId: string, entry: NewEntry): RowChange {
    const { phone, recordId, objectApiName, customer, order, who } = entry;
    return {
        kind: 'create',
        object: ENTRY,
        fields: {
            Dial_List__c: listId,
            Phone__c: phone,
            Order__c: order,
            Status__c: STATUSES.waiting,
            Key__c: `${listId}:${who}`,
            ...(recordId && { Record_Id__c: recordId }),
            ...(objectApiName && { Object__c: objectApiName }),
            ...(customer && { Customer__c: customer.slice(0, 255) })
        }
    };
}

/**
 * Gives an entry in progress to its list again. Whoever has it is told when they record an outcome.
 * @throws the errors of the answer
 */
export async function release(ask: Ask, entry: EntryRecord, now: number): Promise<Finished> {
    const { attempt } = await lookAt(ask, entry, entry.attempts);
    const attemptId = attempt?.outcome === STATUSES.inProgress ? attempt.id : undefined;
    return finish(
        ask,
        { ...entry, ...(attemptId && { attemptId }) },
        { kind: 'released' },
        { agentId: entry.agentId ?? null, now }
    );
}

interface EntryRow {
    readonly Id: string;
    readonly Dial_List__c: string;
    readonly Phone__c: string;
    readonly Record_Id__c: string | null;
    readonly Object__c: string | null;
    readonly Customer__c: string | null;
    readonly Status__c: string;
    readonly Agent__c: string | null;
    readonly 'Agent__r.Name'?: string | null;
    readonly Attempts__c: number | null;
    readonly Not_Before__c: string | null;
}
interface OnListRow {
    readonly Id: string;
    readonly Key__c: string | null;
    readonly Record_Id__c: string | null;
    readonly Phone__c: string;
    readonly Order__c: number | null;
}
interface CountsAnswer {
    readonly uiapi: { readonly query: Readonly<Record<string, { readonly totalCount: number }>> };
}

function entryOf(row: EntryRow): EntryRecord {
    const [status = 'waiting'] =
        Object.entries(STATUSES).find(([, value]) => value === row.Status__c) ?? [];
    return {
        id: row.Id,
        listId: row.Dial_List__c,
        phone: row.Phone__c,
        attempts: row.Attempts__c ?? 0,
        status: status as EntryStatus,
        ...(row.Record_Id__c && { recordId: row.Record_Id__c }),
        ...(row.Object__c && { objectApiName: row.Object__c }),
        ...(row.Customer__c && { customer: row.Customer__c }),
        ...(row.Agent__c && { agentId: row.Agent__c }),
        ...(row['Agent__r.Name'] && { agentName: row['Agent__r.Name'] }),
        ...(row.Not_Before__c && { notBefore: Date.parse(row.Not_Before__c) })
    };
}
