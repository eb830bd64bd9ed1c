import type { GraphQLResult } from 'lightning/graphql';
import type { Asked } from './stubs/graphql';

/** An agent's data as the org answers it by GraphQL, from plain rows. */
export const AGENT = '005000000000001AAA';
export const HEAD_OFFICE = 'a00000000000001AAA';
export const BERLIN = 'a00000000000002AAA';
export const PROFILE = '00e000000000001AAA';
export const SALES = 'a01000000000001AAA';

export type Row = Readonly<Record<string, unknown>> & { readonly Id: string };
/** By the aliases of the queries. */
export type Rows = Readonly<Record<string, readonly Row[]>>;

export const numberRow = (Id: string, Name: string, Number__c: string, more: object = {}): Row => ({
    Id,
    Name,
    Number__c,
    Active__c: true,
    Country__c: null,
    Language__c: null,
    ...more
});

export const ruleRow = (Id: string, more: object): Row => ({
    Id,
    Name: `Rule ${Id}`,
    Priority__c: 10,
    Active__c: true,
    Channel__c: 'Any',
    Type__c: 'Number prefix',
    Prefix__c: null,
    Object__c: null,
    Field__c: null,
    Operator__c: null,
    Value__c: null,
    Dial_List__c: null,
    Selector__c: null,
    Agent_Group__c: null,
    Callback_Number__c: BERLIN,
    ...more
});

/** One agent in one group, two numbers, a policy that automates Click to dial. */
export const CONFIGURED: Rows = {
    agents: [{ Id: AGENT, Name: 'Anna', IsActive: true, ProfileId: PROFILE }],
    preferences: [],
    members: [{ Id: 'a02000000000001AAA', Agent__c: AGENT, Agent_Group__c: SALES }],
    numbers: [
        numberRow(HEAD_OFFICE, 'Head office', '+442079460000'),
        numberRow(BERLIN, 'Berlin', '+4930901820', { Country__c: 'DE' })
    ],
    rules: [],
    dialLists: [],
    assignments: [],
    policies: [
        {
            Id: 'a03000000000001AAA',
            Scope__c: 'Organization',
            Scope_Key__c: 'org',
            Principal_Number__c: HEAD_OFFICE,
            Default_Country__c: 'GB',
            Restrict_Numbers__c: 'Inherit',
            Automate_Click_To_Dial__c: 'Yes',
            Automate_Connect__c: null,
            Agent_May_Override__c: 'Inherit',
            When_Unavailable__c: 'Inherit'
        }
    ]
};

/** The org's answer to any of the queries, in pages of this size. */
export function answerOf(rows: Rows, { query, variables }: Asked, pageSize = 2_000): GraphQLResult {
    if (query.includes('CallbackTracesOfChanges')) {
        return { data: { uiapi: { query: traces(rows) } } };
    }
    const wanted = query.includes('CallbackAgentAndLists')
        ? ['agents', 'preferences', 'members', 'numbers', 'rules', 'dialLists']
        : ['assignments', 'policies'];
    const lists = wanted.map((name) => {
        const from = Number(variables[`${name}After`] ?? 0);
        const page = rows[name].slice(from, from + pageSize);
        const endCursor = page.length > 0 ? String(from + page.length) : null;
        const pageInfo = { hasNextPage: from + pageSize < rows[name].length, endCursor };
        return [name, { edges: page.map((row) => ({ node: nodeOf(row) })), pageInfo }];
    });
    return { data: { uiapi: { query: Object.fromEntries(lists) } } };
}

/** As a row touched would have a new moment, each has one of its own. */
function traces(rows: Rows): object {
    return Object.fromEntries(
        Object.entries(rows).map(([name, list]) => [name, { totalCount: list.length, list }])
    );
}

function nodeOf({ Id, ...fields }: Row): object {
    const values = Object.entries(fields).map(([name, value]) => [name, { value }]);
    return { Id, ...Object.fromEntries(values) };
}
