import { gql } from 'lightning/graphql';
import { fieldsOfRows, FULL_PAGE, readAllPages, type Ask } from './asking';
import { readAssignments } from './lists';
import { ITEM_FIELDS, type Pair, type PairKind } from './pairs';

/** Which pairs of some assignees there are now. */

/** Ids in one filter: with as many again, a query stays far below the 100,000 characters it may have. */
const IDS_IN_A_FILTER = 500;
const ITEMS_IN_A_FILTER = 2000;

const ALL = `first: ${FULL_PAGE}, upperBound: 100000, after: $after, orderBy: { Id: { order: ASC } }`;
/** The id of an agent is no group's, and the other way round: one list will do. */
const GIVEN_TO = `or: [{ Agent__c: { in: $assignees } }, { Agent_Group__c: { in: $assignees } }]`;
const NUMBER_FIELDS = fieldsOfRows('Callback_Number__c', 'Agent__c', 'Agent_Group__c');
const MEMBER_FIELDS = fieldsOfRows('Agent_Group__c', 'Agent__c');

const ALL_OF_ASSIGNEES = {
    number: gql`
        query AssignmentsOf($assignees: [ID]!, $after: String) { uiapi { query {
            rows: Callback_Number_Assignment__c(where: { ${GIVEN_TO} }, ${ALL}) ${NUMBER_FIELDS}
        } } }
    `,
    membership: gql`
        query MembershipsOf($assignees: [ID]!, $after: String) { uiapi { query {
            rows: Agent_Group_Member__c(where: { Agent__c: { in: $assignees } }, ${ALL})
                ${MEMBER_FIELDS}
        } } }
    `
};
const SOME_OF_ASSIGNEES = {
    number: gql`
        query SomeAssignmentsOf($assignees: [ID]!, $items: [ID]!, $after: String) {
            uiapi { query {
                rows: Callback_Number_Assignment__c(
                    where: { Callback_Number__c: { in: $items }, ${GIVEN_TO} }, ${ALL}
                ) ${NUMBER_FIELDS}
            } }
        }
    `,
    membership: gql`
        query SomeMembershipsOf($assignees: [ID]!, $items: [ID]!, $after: String) {
            uiapi { query {
                rows: Agent_Group_Member__c(
                    where: { Agent_Group__c: { in: $items }, Agent__c: { in: $assignees } }, ${ALL}
                ) ${MEMBER_FIELDS}
            } }
        }
    `
};
const COUNTS = {
    number: gql`
        query AssignmentCounts($assignees: [ID]!, $after: String) { uiapi { aggregate {
            rows: Callback_Number_Assignment__c(
                where: { ${GIVEN_TO} }
                groupBy: { Callback_Number__c: { group: true } }
                first: ${FULL_PAGE}, after: $after
            ) { edges { node { aggregate { Callback_Number__c { value } Id { count { value } } } } }
                pageInfo { hasNextPage endCursor } }
        } } }
    `,
    membership: gql`
        query MembershipCounts($assignees: [ID]!, $after: String) { uiapi { aggregate {
            rows: Agent_Group_Member__c(
                where: { Agent__c: { in: $assignees } }
                groupBy: { Agent_Group__c: { group: true } }
                first: ${FULL_PAGE}, after: $after
            ) { edges { node { aggregate { Agent_Group__c { value } Id { count { value } } } } }
                pageInfo { hasNextPage endCursor } }
        } } }
    `
};

/** @param itemIds only pairs with these; all where it is left out */
export async function readPairs(
    ask: Ask,
    kind: PairKind,
    assigneeIds: readonly string[],
    itemIds?: readonly string[]
): Promise<readonly Pair[]> {
    const pairs: Pair[] = [];
    for (const assignees of chunks(assigneeIds, IDS_IN_A_FILTER)) {
        for (const items of itemIds ? chunks(itemIds, ITEMS_IN_A_FILTER) : [undefined]) {
            // eslint-disable-next-line no-await-in-loop -- one question at a time
            const rows = await readAllPages<PairRow>(ask, {
                query: (items ? SOME_OF_ASSIGNEES : ALL_OF_ASSIGNEES)[kind],
                variables: { assignees, ...(items && { items }) }
            });
            pairs.push(...rows.map((row) => pairOf(kind, row)));
        }
    }
    return pairs;
}

/** Every assignment there is. */
export async function readAllPairs(ask: Ask): Promise<readonly Pair[]> {
    return (await readAssignments(ask)).map((row) => pairOf('number', row));
}

/** How many of these assignees have each item; those that nobody has are not named. */
export async function countPairs(
    ask: Ask,
    kind: PairKind,
    assigneeIds: readonly string[]
): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    for (const assignees of chunks(assigneeIds, IDS_IN_A_FILTER)) {
        let after: string | null = null;
        do {
            // eslint-disable-next-line no-await-in-loop -- one question at a time
            const answer = await ask({ query: COUNTS[kind], variables: { assignees, after } });
            const { edges, pageInfo }: CountedGroups = (answer as Counted).uiapi.aggregate.rows;
            for (const { node } of edges) {
                const itemId = node.aggregate[ITEM_FIELDS[kind]]!.value;
                const { value } = node.aggregate.Id.count;
                counts.set(itemId, (counts.get(itemId) ?? 0) + value);
            }
            after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
        } while (after !== null);
    }
    return counts;
}

function pairOf(kind: PairKind, row: PairRow): Pair {
    return {
        itemId: row[ITEM_FIELDS[kind]]!,
        assigneeId: (row.Agent__c ?? row.Agent_Group__c)!,
        recordId: row.Id
    };
}

function chunks(ids: readonly string[], size: number): string[][] {
    return Array.from({ length: Math.ceil(ids.length / size) }, (_, at) =>
        ids.slice(at * size, (at + 1) * size)
    );
}

interface PairRow {
    readonly Id: string;
    readonly Callback_Number__c?: string;
    readonly Agent__c: string | null;
    readonly Agent_Group__c: string | null;
}

type CountedNode = {
    readonly Id: { readonly count: { readonly value: number } };
} & Readonly<
    Partial<Record<(typeof ITEM_FIELDS)[PairKind], { readonly value: string } | undefined>>
>;
interface CountedGroups {
    readonly edges: readonly { readonly node: { readonly aggregate: CountedNode } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
interface Counted {
    readonly uiapi: { readonly aggregate: { readonly rows: CountedGroups } };
}
