import type { GraphQLResult, ParsedQuery } from 'lightning/graphql';
import { AGENT_AND_LISTS, ASSIGNMENTS_AND_POLICIES } from './documents';
import type * as rows from './rows';

type Keyed<Row> = Row & { readonly Id: string };

/** Everything read so far, as rows. */
export interface AgentRows {
    readonly agents: readonly rows.UserRow[];
    readonly preferences: readonly Keyed<rows.PreferenceRow & { Favorites__c: string | null }>[];
    readonly members: readonly Keyed<rows.MemberRow>[];
    readonly numbers: readonly rows.NumberRow[];
    readonly rules: readonly rows.RuleRow[];
    readonly dialLists: readonly rows.DialListRow[];
    readonly assignments: readonly Keyed<rows.AssignmentRow>[];
    readonly policies: readonly rows.PolicyRow[];
}

export interface DirectoryRequest {
    /** The agent with all lists; what needs the agent's groups and profile; what tells of changes. */
    readonly step: 'lists' | 'assignments' | 'changes';
    readonly query: ParsedQuery;
    readonly variables: Readonly<Record<string, unknown>>;
}

/** A reading under way, or its end. */
type Reading =
    | { readonly kind: 'asking'; readonly request: DirectoryRequest; readonly rows: AgentRows }
    | { readonly kind: 'read'; readonly rows: AgentRows };

const NOTHING: AgentRows = {
    agents: [],
    preferences: [],
    members: [],
    numbers: [],
    rules: [],
    dialLists: [],
    assignments: [],
    policies: []
};

/** @param agentId 18 characters */
function startReading(agentId: string): Reading {
    const variables = { agentId, agentKey: agentId };
    return {
        kind: 'asking',
        request: { step: 'lists', query: AGENT_AND_LISTS, variables },
        rows: NOTHING
    };
}

/**
 * Takes what the org answered to the request of `reading`. The same answer may be taken twice:
 * rows are kept by their ids, and the next request is the same.
 */
function continueReading(
    reading: Extract<Reading, { kind: 'asking' }>,
    data: NonNullable<GraphQLResult['data']>
): Reading {
    const { request } = reading;
    const lists = (data as DirectoryData).uiapi.query;
    const read = merge(reading.rows, lists);
    const further = furtherPages(request, lists);
    if (further) {
        return { kind: 'asking', request: further, rows: read };
    }
    return request.step === 'lists'
        ? { kind: 'asking', request: assignmentsAndPolicies(request, read), rows: read }
        : { kind: 'read', rows: read };
}

/**
 * Reads to the end, whoever asks the org.
 * @throws what `ask` throws, or the errors of its answer
 */
export function readAgent(
    agentId: string,
    ask: (request: DirectoryRequest) => Promise<GraphQLResult>
): Promise<AgentRows> {
    const goOn = async (reading: Reading): Promise<AgentRows> => {
        if (reading.kind === 'read') {
            return reading.rows;
        }
        const { data, errors } = await ask(reading.request);
        if (!data || (errors && errors.length > 0)) {
            throw errors;
        }
        return goOn(continueReading(reading, data));
    };
    return goOn(startReading(agentId));
}

interface DirectoryData {
    readonly uiapi: { readonly query: Readonly<Partial<Record<keyof AgentRows, Connection>>> };
}

interface Connection {
    readonly edges: readonly { readonly node: Node }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

type Node = { readonly Id: string } & Readonly<
    Record<string, { readonly value: unknown } | string>
>;

function merge(known: AgentRows, lists: DirectoryData['uiapi']['query']): AgentRows {
    const merged: Record<string, readonly { readonly Id: string }[]> = { ...known };
    for (const [name, { edges }] of Object.entries(lists)) {
        const byId = new Map(merged[name].map((row) => [row.Id, row]));
        for (const { node } of edges) {
            byId.set(node.Id, plain(node));
        }
        merged[name] = [...byId.values()];
    }
    return merged as unknown as AgentRows;
}

/** `{ Name: { value: 'London' } }` → `{ Name: 'London' }` */
function plain(node: Node): { readonly Id: string } {
    return Object.fromEntries(
        Object.entries(node).map(([name, field]) => [
            name,
            typeof field === 'object' ? field.value : field
        ])
    ) as { readonly Id: string };
}

/** A handful of records at most, held to it by unique keys. */
const WHOLE: ReadonlySet<string> = new Set(['agents', 'preferences', 'policies']);

/** All lists go on at once; one that has come to its end then gives nothing new. */
function furtherPages(
    { step, query, variables }: DirectoryRequest,
    lists: DirectoryData['uiapi']['query']
): DirectoryRequest | undefined {
    const pages = Object.entries(lists).filter(([name]) => !WHOLE.has(name));
    if (!pages.some(([, { pageInfo }]) => pageInfo.hasNextPage)) {
        return undefined;
    }
    const places = pages
        .filter(([, { pageInfo }]) => pageInfo.endCursor !== null)
        .map(([name, { pageInfo }]) => [`${name}After`, pageInfo.endCursor]);
    return { step, query, variables: { ...variables, ...Object.fromEntries(places) } };
}

function assignmentsAndPolicies(
    { variables }: DirectoryRequest,
    { agents, members }: AgentRows
): DirectoryRequest {
    const agentId = variables.agentId as string;
    const groupIds = members.map(({ Agent_Group__c }) => Agent_Group__c);
    return {
        step: 'assignments',
        query: ASSIGNMENTS_AND_POLICIES,
        variables: {
            agentId,
            // A list in a filter must not be empty; the id of a user is no group's.
            groupIds: groupIds.length > 0 ? groupIds : [agentId],
            policyKeys: ['org', agentId, ...agents.map(({ ProfileId }) => ProfileId)]
        }
    };
}
