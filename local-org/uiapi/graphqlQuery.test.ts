import type { Connection } from 'jsforce';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, INTEGRATION, startTestOrg, type TestOrg } from '../http/testing/testOrg.ts';
import { ask, type Answer } from './testing/ask.ts';

let org: TestOrg;
let connection: Connection;
let query: (text: string, variables?: Record<string, unknown>) => Promise<Answer>;
const ids: string[] = [];

beforeAll(async () => {
    org = await startTestOrg();
    connection = org.connect(INTEGRATION);
    query = (text, variables) => ask(org, INTEGRATION, text, variables);
    const made = await connection.sobject('Gadget__c').create([
        { Name: 'Lamp', Weight__c: 3, Code__c: 'A' },
        { Name: 'Chair', Weight__c: 12, Code__c: 'B' },
        { Name: "O'Hara \\ 100%", Weight__c: 7, Code__c: 'C' },
        { Name: 'Shelf', Code__c: 'D' }
    ]);
    ids.push(...made.map(({ id }) => id!));
    await connection.sobject('Gadget_Part__c').create([
        { Name: 'Bulb', Gadget__c: ids[0] },
        { Name: 'Shade', Gadget__c: ids[0] }
    ]);
});
afterAll(() => org.close());

const NAMES = '{ edges { node { Name { value } } } }';
const gadgets = async (args: string, variables?: Record<string, unknown>, head = '') => {
    const { data, errors } = await query(
        `query${head} { uiapi { query { Gadget__c(${args}) ${NAMES} } } }`,
        variables
    );
    expect(errors).toEqual([]);
    return data.uiapi.query.Gadget__c.edges.map(
        ({ node }: { node: { Name: { value: string } } }) => node.Name.value
    );
};

describe('a GraphQL query', () => {
    it('gives records as edges with values, pages and counts', async () => {
        const { data, errors } = await query(`{ uiapi { query {
            Gadget__c(first: 2, orderBy: { Weight__c: { order: DESC, nulls: LAST } }) {
                edges { node { Id Name { value displayValue } Weight__c { value displayValue } } cursor }
                totalCount pageResultCount
                pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
            } } } }`);
        expect(errors).toEqual([]);
        expect(data.uiapi.query.Gadget__c).toEqual({
            edges: [
                {
                    node: {
                        Id: ids[1],
                        Name: { value: 'Chair', displayValue: null },
                        Weight__c: { value: 12, displayValue: '12' }
                    },
                    cursor: 'djE6MA=='
                },
                {
                    node: {
                        Id: ids[2],
                        Name: { value: "O'Hara \\ 100%", displayValue: null },
                        Weight__c: { value: 7, displayValue: '7' }
                    },
                    cursor: 'djE6MQ=='
                }
            ],
            totalCount: 4,
            pageResultCount: 2,
            pageInfo: {
                hasNextPage: true,
                hasPreviousPage: false,
                startCursor: 'djE6MA==',
                endCursor: 'djE6MQ=='
            }
        });
        const next = await query(`{ uiapi { query {
            Gadget__c(first: 2, after: "djE6MQ==", orderBy: { Weight__c: { order: DESC, nulls: LAST } }) {
                edges { node { Name { value } } } pageInfo { hasNextPage hasPreviousPage endCursor }
            } } } }`);
        expect(next.data.uiapi.query.Gadget__c).toEqual({
            edges: [{ node: { Name: { value: 'Lamp' } } }, { node: { Name: { value: 'Shelf' } } }],
            pageInfo: { hasNextPage: false, hasPreviousPage: true, endCursor: 'djE6Mw==' }
        });
    });

    it.each([
        ['where: { Name: { eq: "lamp" } }', ['Lamp']],
        ['where: { Name: { eq: "O\'Hara \\\\ 100%" } }', ["O'Hara \\ 100%"]],
        ['where: { Name: { like: "%a%r%" } }', ['Chair', "O'Hara \\ 100%"]],
        ['where: { Weight__c: { gte: 7, lt: 12 } }', ["O'Hara \\ 100%"]],
        ['where: { Weight__c: { eq: null } }', ['Shelf']],
        ['where: { Code__c: { in: ["A", "D"] } }', ['Lamp', 'Shelf']],
        ['where: { Code__c: { nin: ["A", "D"] } }', ['Chair', "O'Hara \\ 100%"]],
        ['where: { Code__c: { in: [] } }', []],
        ['where: { or: [{ Code__c: { eq: "A" } }, { Weight__c: { gt: 10 } }] }', ['Chair', 'Lamp']],
        ['where: { not: { Code__c: { in: ["A", "B", "C"] } } }', ['Shelf']],
        [
            'where: { and: [{ Weight__c: { gt: 1 } }, { not: { or: [{ Code__c: { eq: "A" } }, { Code__c: { eq: "B" } }] } }] }',
            ["O'Hara \\ 100%"]
        ],
        ['where: { CreatedDate: { gte: { literal: TODAY } }, Code__c: { eq: "A" } }', ['Lamp']],
        ['where: { CreatedDate: { lt: { value: "2020-01-01T00:00:00Z" } } }', []],
        ['where: { CreatedBy: { Username: { ne: "nobody" } }, Code__c: { eq: "B" } }', ['Chair']],
        ['where: { Name: { like: "%100\\\\%" } }', ["O'Hara \\ 100%"]],
        ['where: { Name: { like: "%100\\\\_" } }', []],
        ['where: { Name: { like: "%\\\\\\\\%" } }', ["O'Hara \\ 100%"]],
        ['where: { Name: { like: "l_mp" } }', ['Lamp']],
        ['where: { Code__c: { nin: ["A", "B"] }, Weight__c: { ne: null } }', ["O'Hara \\ 100%"]],
        ['where: { Weight__c: { ne: 3 } }', ['Chair', "O'Hara \\ 100%", 'Shelf']],
        ['where: { Name: { gte: "L", lt: "M" } }', ['Lamp']],
        ['where: { and: [{ Name: {} }, {}] , Code__c: { eq: "A" } }', ['Lamp']],
        ['where: { Id: { inq: { Gadget_Part__c: {}, ApiName: "Gadget__c" } } }', ['Lamp']],
        [
            'where: { Id: { inq: { Gadget_Part__c: { Name: { eq: "Nut" } }, ApiName: "Gadget__c" } } }',
            []
        ],
        [
            'where: { Id: { ninq: { Gadget_Part__c: { Name: { like: "b%" } }, ApiName: "Gadget__c" } } }',
            ['Chair', "O'Hara \\ 100%", 'Shelf']
        ],
        ['scope: MINE, where: { Code__c: { eq: "B" } }', ['Chair']]
    ])('answers %s', async (args, names) => {
        expect(await gadgets(`orderBy: { Name: { order: ASC } }, ${args}`)).toEqual(names);
    });

    it('filters and orders by what parents say', async () => {
        const { data, errors } = await query(`{ uiapi { query { Gadget_Part__c(
            where: { Gadget__r: { Name: { like: "la%" }, Weight__c: { lt: 5 } }, Gadget__c: { ne: null } },
            orderBy: { Gadget__r: { Name: { order: ASC, nulls: LAST } }, Name: { order: DESC } }
        ) { edges { node { Name { value } } } totalCount } } } }`);
        expect(errors).toEqual([]);
        expect(data.uiapi.query.Gadget_Part__c).toEqual({
            totalCount: 2,
            edges: [{ node: { Name: { value: 'Shade' } } }, { node: { Name: { value: 'Bulb' } } }]
        });
    });

    it('narrows by moments, from one to before another', async () => {
        const moment = async (where: string) => gadgets(`where: { CreatedDate: { ${where} } }`);
        const past = '{ value: "2020-01-01T00:00:00Z" }';
        const future = '{ value: "2999-01-01T01:00:00+01:00" }';
        expect(await moment(`gte: ${past}, lt: ${future}`)).toHaveLength(4);
        expect(await moment(`gte: ${future}`)).toEqual([]);
        expect(await moment('eq: { literal: YESTERDAY }')).toEqual([]);
    });

    it('takes variables for values, conditions and orders, and keeps the order of the keys', async () => {
        const where = { Weight__c: { lte: 12 } };
        const orderBy = { Weight__c: { order: 'DESC' }, Name: { order: 'ASC' } };
        expect(
            await gadgets(
                'where: $where, orderBy: $orderBy, first: $first',
                { where, orderBy, first: 2 },
                '($where: Gadget__c_Filter, $orderBy: Gadget__c_OrderBy, $first: Int)'
            )
        ).toEqual(['Chair', "O'Hara \\ 100%"]);
    });

    it('follows parents and children, with aliases and fragments', async () => {
        const { data, errors } = await query(
            `query ($id: ID) { uiapi { query {
                parts: Gadget_Part__c(where: { Gadget__c: { eq: $id } }, orderBy: { Name: { order: ASC } }) {
                    edges { node { ...part Gadget__r { Id Name { value } Owner { ... on User { Username { value } } } } } }
                }
                whole: Gadget__c(where: { Id: { eq: $id } }) {
                    edges { node { ApiName inside: Parts__r(first: 1, orderBy: { Name: { order: DESC } }) {
                        totalCount edges { node { title: Name { value } } } } } }
                } } } }
            fragment part on Gadget_Part__c { Name { value } CreatedBy { Name { value } } }`,
            { id: ids[0] }
        );
        expect(errors).toEqual([]);
        expect(data.uiapi.query.parts.edges[0].node).toEqual({
            Name: { value: 'Bulb' },
            CreatedBy: { Name: { value: expect.any(String) } },
            Gadget__r: {
                Id: ids[0],
                Name: { value: 'Lamp' },
                Owner: { Username: { value: INTEGRATION } }
            }
        });
        expect(data.uiapi.query.whole.edges[0].node).toEqual({
            ApiName: 'Gadget__c',
            inside: { totalCount: 2, edges: [{ node: { title: { value: 'Shade' } } }] }
        });
    });

    it('gives 10 records unless told otherwise, and any number page by page', async () => {
        const more = Array.from({ length: 2_100 }, (_, n) => ({ Name: `Many ${n}` }));
        for (let at = 0; at < more.length; at += 200) {
            await connection.sobject('Gadget__c').create(more.slice(at, at + 200));
        }
        const condition = 'where: { Name: { like: "Many %" } }';
        expect(await gadgets(condition)).toHaveLength(10);
        const page = async (after: string) => {
            const { data } =
                await query(`{ uiapi { query { Gadget__c(first: 1050, ${condition} ${after}) {
                edges { node { Id } } totalCount pageInfo { hasNextPage endCursor } } } } }`);
            return data.uiapi.query.Gadget__c;
        };
        const first = await page('');
        const second = await page(`after: "${first.pageInfo.endCursor}"`);
        expect(first).toMatchObject({ totalCount: 2_100, pageInfo: { hasNextPage: true } });
        expect(second.pageInfo.hasNextPage).toBe(false);
        const seen = [...first.edges, ...second.edges].map(({ node }) => node.Id);
        expect(new Set(seen).size).toBe(2_100);
    });
});

describe('a GraphQL request that is not right', () => {
    it.each([
        ['{ uiapi { query {', 'InvalidSyntax'],
        ['{ uiapi { query { Nothing__c { edges { node { Id } } } } } }', 'ValidationError'],
        [
            '{ uiapi { query { Gadget__c { edges { node { Nope__c { value } } } } } } }',
            'ValidationError'
        ],
        [
            '{ uiapi { query { Gadget__c(where: { Nope__c: { eq: 1 } }) { totalCount } } } }',
            'ValidationError'
        ],
        [
            '{ uiapi { query { Gadget__c(where: { Name: { eq: 1 } }) { totalCount } } } }',
            'ValidationError'
        ],
        [
            'query ($x: Int!) { uiapi { query { Gadget__c(first: $x) { totalCount } } } }',
            'ValidationError'
        ]
    ])('%s is answered with 200 and the error %s', async (text, errorType) => {
        const { status, data, errors } = await query(text);
        expect([status, data]).toEqual([200, null]);
        expect(errors[0].extensions.ErrorType).toBe(errorType);
    });

    it.each([
        'first: 0',
        'first: 2001',
        'after: "x"',
        'where: { Id: { eq: "no id" } }',
        'where: { Id: { inq: { Gadget_Part__c: {}, ApiName: "Nope__c" } } }',
        'where: { Id: { inq: { ApiName: "Gadget__c" } } }'
    ])('%s fails where it stands', async (args) => {
        const { data, errors } = await query(
            `{ uiapi { query { Gadget__c(${args}) { edges { node { Id } } } } } }`
        );
        expect(data.uiapi.query.Gadget__c).toBeNull();
        expect(errors).toMatchObject([
            {
                paths: ['uiapi', 'query', 'Gadget__c'],
                extensions: { ErrorType: 'DataFetchingException' }
            }
        ]);
    });

    it('is counted as what it is, also from jsforce', async () => {
        org.requests.reset();
        const answer = await org.connect(ADA).request<Answer>({
            method: 'POST',
            url: '/services/data/v66.0/graphql',
            body: JSON.stringify({
                query: '{ uiapi { query { Gadget__c(first: 1) { totalCount } } } }'
            }),
            headers: { 'content-type': 'application/json' }
        });
        expect(answer.errors).toEqual([]);
        expect(org.requests.snapshot().byKind).toEqual({ graphql: 1 });
    });
});
