import { gql } from 'lightning/graphql';
import { readAllPages, type Ask } from 'c/callbackSetupData';
import type { DialEntry, TakenEntry, Work, Working, WorkList } from './types';

interface ListRow {
    readonly Id: string;
    readonly Name: string;
    readonly Agent_Group__c: string | null;
    readonly Time_Zone__c: string | null;
    readonly Call_From__c: string | null;
    readonly Call_Until__c: string | null;
}

interface EntryNode {
    readonly Id: string;
    readonly Dial_List__c: Value<string>;
    readonly Phone__c: Value<string>;
    readonly Record_Id__c: Value<string | null>;
    readonly Object__c: Value<string | null>;
    readonly Customer__c: Value<string | null>;
    readonly Attempts__c: Value<number | null>;
    readonly Not_Before__c: Value<string | null>;
}

interface Value<Of> {
    readonly value: Of;
}
interface Connection<Node> {
    readonly edges: readonly { readonly node: Node }[];
    readonly totalCount?: number;
}

const LISTS = gql`
    query ConnectLists($after: String) {
        uiapi {
            query {
                rows: Dial_List__c(
                    where: { Active__c: { eq: true } }
                    first: 2000
                    after: $after
                    orderBy: { Name: { order: ASC }, Id: { order: ASC } }
                ) {
                    edges {
                        node {
                            Id
                            Name {
                                value
                            }
                            Agent_Group__c {
                                value
                            }
                            Time_Zone__c {
                                value
                            }
                            Call_From__c {
                                value
                            }
                            Call_Until__c {
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

/** So many are looked at before reading anew. */
const LOOKED_AT = 20;
/** An agent has one entry in progress; more only where somebody edited entries by hand. */
const IN_PROGRESS = 20;

const ENTRY = `{ edges { node {
    Id
    Dial_List__c { value }
    Phone__c { value }
    Record_Id__c { value }
    Object__c { value }
    Customer__c { value }
    Attempts__c { value }
    Not_Before__c { value }
} } totalCount }`;

const WORK = gql`
    query ConnectWork($agentId: ID!, $listIds: [ID]!, $now: DateTime!) { uiapi { query {
        mine: Dial_Entry__c(
            where: { and: [{ Status__c: { eq: "In progress" } }, { Agent__c: { eq: $agentId } }] }
            first: 1
            orderBy: { Id: { order: ASC } }
        ) ${ENTRY}
        attempts: Dial_Attempt__c(
            where: { and: [{ Outcome__c: { eq: "In progress" } }, { Agent__c: { eq: $agentId } }] }
            first: ${IN_PROGRESS}
            orderBy: { Number__c: { order: DESC } }
        ) { edges { node { Id Dial_Entry__c { value } } } }
        waiting: Dial_Entry__c(
            where: { and: [
                { Status__c: { eq: "New" } }
                { Dial_List__c: { in: $listIds } }
                { or: [
                    { Not_Before__c: { eq: null } }
                    { Not_Before__c: { lte: { value: $now } } }
                ] }
            ] }
            first: ${LOOKED_AT}
            orderBy: {
                Not_Before__c: { order: ASC, nulls: LAST }
                Order__c: { order: ASC, nulls: LAST }
                Id: { order: ASC }
            }
        ) ${ENTRY}
        later: Dial_Entry__c(
            where: { and: [
                { Status__c: { eq: "New" } }
                { Dial_List__c: { in: $listIds } }
                { Not_Before__c: { gt: { value: $now } } }
            ] }
            first: 1
            orderBy: { Not_Before__c: { order: ASC } }
        ) ${ENTRY}
    } } }
`;

/**
 * The active lists that an agent of these groups works through, by name.
 * @throws the errors of the answer
 */
export async function readWorkLists(
    ask: Ask,
    groupIds: readonly string[]
): Promise<readonly WorkList[]> {
    const rows = await readAllPages<ListRow>(ask, { query: LISTS, variables: {} });
    return rows
        .filter(({ Agent_Group__c: group }) => group === null || groupIds.includes(group))
        .map((row) => ({
            id: row.Id,
            name: row.Name,
            hours: {
                timeZone: row.Time_Zone__c,
                from: row.Call_From__c,
                until: row.Call_Until__c
            }
        }));
}

/** @throws the errors of the answer */
export async function readWork(ask: Ask, { agentId, listIds, now }: Working): Promise<Work> {
    const answer = (await ask({
        query: WORK,
        variables: {
            agentId,
            // A list in a filter must not be empty; the id of a user is no list's.
            listIds: listIds.length > 0 ? listIds : [agentId],
            now: new Date(now).toISOString()
        }
    })) as WorkAnswer;
    const { mine, attempts, waiting, later } = answer.uiapi.query;
    const [own] = mine.edges;
    const nextAt = later.edges[0]?.node.Not_Before__c.value;
    return {
        ...(own && { mine: taken(entryOf(own.node), attempts) }),
        waiting: waiting.edges.map(({ node }) => entryOf(node)),
        waitingCount: waiting.totalCount ?? waiting.edges.length,
        ...(nextAt && { nextAt: Date.parse(nextAt) })
    };
}

interface WorkAnswer {
    readonly uiapi: {
        readonly query: Readonly<
            Record<'mine' | 'waiting' | 'later', Connection<EntryNode>> &
                Record<'attempts', AttemptConnection>
        >;
    };
}
type AttemptConnection = Connection<{
    readonly Id: string;
    readonly Dial_Entry__c: Value<string>;
}>;

function entryOf(node: EntryNode): DialEntry {
    return {
        id: node.Id,
        listId: node.Dial_List__c.value,
        phone: node.Phone__c.value,
        ...(node.Record_Id__c.value && { recordId: node.Record_Id__c.value }),
        ...(node.Object__c.value && { objectApiName: node.Object__c.value }),
        ...(node.Customer__c.value && { customer: node.Customer__c.value }),
        attempts: node.Attempts__c.value ?? 0
    };
}

function taken(entry: DialEntry, { edges }: AttemptConnection): TakenEntry {
    const attempt = edges.find(({ node }) => node.Dial_Entry__c.value === entry.id);
    return { ...entry, ...(attempt && { attemptId: attempt.node.Id }) };
}
