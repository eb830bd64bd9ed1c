import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
    fieldFile,
    objectFile,
    objectPermission,
    permissionSetFile
} from '../engine/testing/metadataFiles.ts';
import { createUser, openTestOrg, type TestOrg as Engine } from '../engine/testing/testOrg.ts';
import { startLocalOrg, type LocalOrg } from '../http/startLocalOrg.ts';
import { ask } from './testing/ask.ts';

const READ_AND_CREATE = objectPermission('Call__c', ['allowRead', 'allowCreate']);
const FIELDS = ['At__c', 'Day__c', 'Outcome__c', 'Seconds__c', 'Price__c', 'Line__c'];
const fields = (names: readonly string[]) =>
    names.map((name) => ({ field: `Call__c.${name}`, readable: true, editable: true }));

const PACKAGE = {
    ...objectFile('Line__c', {
        label: 'Line',
        pluralLabel: 'Lines',
        nameField: { label: 'Line Name', type: 'Text' },
        sharingModel: 'ReadWrite'
    }),
    ...objectFile('Call__c', {
        label: 'Call',
        pluralLabel: 'Calls',
        nameField: { label: 'Call Name', type: 'Text' },
        sharingModel: 'Private'
    }),
    ...fieldFile('Call__c', 'At__c', { type: 'DateTime' }),
    ...fieldFile('Call__c', 'Day__c', { type: 'Date' }),
    ...fieldFile('Call__c', 'Outcome__c', { type: 'Text', length: 40 }),
    ...fieldFile('Call__c', 'Seconds__c', { type: 'Number', precision: 8, scale: 0 }),
    ...fieldFile('Call__c', 'Price__c', { type: 'Currency', precision: 8, scale: 2 }),
    ...fieldFile('Call__c', 'Line__c', {
        type: 'Lookup',
        referenceTo: 'Line__c',
        relationshipName: 'Calls',
        deleteConstraint: 'SetNull'
    }),
    ...permissionSetFile('Caller', {
        objectPermissions: [READ_AND_CREATE, objectPermission('Line__c', ['allowRead'])],
        fieldPermissions: fields(FIELDS)
    }),
    ...permissionSetFile('Blind', {
        objectPermissions: [READ_AND_CREATE],
        fieldPermissions: fields(['At__c'])
    })
};

let engine: Engine;
let org: LocalOrg;
let caller: string;
let blind: string;
const names: Record<string, string> = {};

beforeAll(async () => {
    engine = openTestOrg(PACKAGE);
    org = await startLocalOrg({ file: ':memory:', engine: engine.org });
    const user = (set: string) => {
        const id = createUser(engine.system, 'Standard User', [set]);
        return { id, username: String(engine.system.retrieve('User', id).Username) };
    };
    const [callerUser, blindUser] = [user('Caller'), user('Blind')];
    [caller, blind] = [callerUser.username, blindUser.username];
    const create = (object: string, rows: readonly Record<string, string | number | null>[]) =>
        engine.system
            .save(
                rows.map((values) => ({ kind: 'create', object, values })),
                { allOrNone: true }
            )
            .map(({ id }) => id!);
    const [sales, help] = create('Line__c', [{ Name: 'Sales' }, { Name: 'Help' }]);
    Object.assign(names, { sales, help });
    const call = (day: string, outcome: string | null, seconds: number | null, line: string) => ({
        Name: 'Call',
        At__c: `2026-03-${day}T10:30:00.000Z`,
        Day__c: `2026-03-${day}`,
        Outcome__c: outcome,
        Seconds__c: seconds,
        Price__c: seconds === null ? null : seconds / 10,
        Line__c: line,
        OwnerId: callerUser.id
    });
    create('Call__c', [
        call('01', 'Resolved', 30, sales!),
        call('01', 'Resolved', 50, help!),
        call('02', 'Blocked', null, help!),
        call('02', null, 20, help!),
        { ...call('03', 'Resolved', 1, sales!), OwnerId: blindUser.id }
    ]);
});
afterAll(async () => {
    await org.close();
    engine.close();
});

/** The groups of calls as the user sees them, without what wraps them. */
async function groups(args: string, node: string, user = caller, variables = {}, head = '') {
    const { data, errors } = await ask(
        org,
        user,
        `query${head} { uiapi { aggregate { Call__c(${args}) {
            edges { node { aggregate { ${node} } } } totalCount } } } }`,
        variables
    );
    expect(errors).toEqual([]);
    const { edges, totalCount } = data.uiapi.aggregate.Call__c;
    return {
        totalCount,
        nodes: edges.map((edge: { node: { aggregate: unknown } }) => edge.node.aggregate)
    };
}

describe('aggregate', () => {
    it('counts the records of each group, the group without a value first', async () => {
        expect(
            await groups(
                'groupBy: { Outcome__c: { group: true } }',
                'Outcome__c { value } Id { count { value displayValue } }'
            )
        ).toEqual({
            totalCount: 3,
            nodes: [
                { Outcome__c: { value: null }, Id: { count: { value: 1, displayValue: '1' } } },
                {
                    Outcome__c: { value: 'Blocked' },
                    Id: { count: { value: 1, displayValue: '1' } }
                },
                {
                    Outcome__c: { value: 'Resolved' },
                    Id: { count: { value: 2, displayValue: '2' } }
                }
            ]
        });
    });

    it('groups moments by day, hour and month, and several fields at once', async () => {
        const { nodes } = await groups(
            'groupBy: { At__c: { function: DAY_ONLY }, Outcome__c: { group: true } }, orderBy: { At__c: { function: MAX, order: DESC }, Outcome__c: { nulls: LAST } }',
            'At__c { dayOnly { value } max { value } } Outcome__c { value } Id { count { value } }'
        );
        const max = { value: '2026-03-02T10:30:00.000Z' };
        expect(nodes).toEqual([
            {
                At__c: { dayOnly: { value: '2026-03-02' }, max },
                Outcome__c: { value: 'Blocked' },
                Id: { count: { value: 1 } }
            },
            {
                At__c: { dayOnly: { value: '2026-03-02' }, max },
                Outcome__c: { value: null },
                Id: { count: { value: 1 } }
            },
            {
                At__c: {
                    dayOnly: { value: '2026-03-01' },
                    max: { value: '2026-03-01T10:30:00.000Z' }
                },
                Outcome__c: { value: 'Resolved' },
                Id: { count: { value: 2 } }
            }
        ]);
        const parts = await groups(
            'groupBy: { At__c: { function: HOUR_IN_DAY }, Day__c: { function: CALENDAR_MONTH } }',
            'At__c { hourInDay { value } } Day__c { calendarMonth { value } }'
        );
        expect(parts.nodes).toEqual([
            { At__c: { hourInDay: { value: 10 } }, Day__c: { calendarMonth: { value: 3 } } }
        ]);
    });

    it('sums, averages and takes extremes, leaving out what is empty', async () => {
        const { nodes, totalCount } = await groups(
            'where: { Seconds__c: { ne: null } }',
            `Seconds__c { sum { value } avg { value } min { value } max { value } count { value } }
             Price__c { sum { displayValue } } Outcome__c { countDistinct { value } }`
        );
        expect([nodes, totalCount]).toEqual([
            [
                {
                    Seconds__c: {
                        sum: { value: 100 },
                        avg: { value: 100 / 3 },
                        min: { value: 20 },
                        max: { value: 50 },
                        count: { value: 3 }
                    },
                    Price__c: { sum: { displayValue: '$10.00' } },
                    Outcome__c: { countDistinct: { value: 1 } }
                }
            ],
            1
        ]);
    });

    it('groups and orders by a reference and by what its parent says', async () => {
        const { nodes } = await groups(
            'groupBy: { Line__c: { group: true }, Line__r: { Name: { group: true } } }, orderBy: { Id: { function: COUNT, order: DESC } }',
            'Line__c { value } Line__r { Name { value } } calls: Id { count { value } }'
        );
        expect(nodes).toEqual([
            {
                Line__c: { value: names.help },
                Line__r: { Name: { value: 'Help' } },
                calls: { count: { value: 3 } }
            },
            {
                Line__c: { value: names.sales },
                Line__r: { Name: { value: 'Sales' } },
                calls: { count: { value: 1 } }
            }
        ]);
    });

    it('gives groups page by page, and takes groups, order and filter in variables', async () => {
        const page = (after: string | null) =>
            ask(
                org,
                caller,
                `query ($by: Call__c_GroupBy, $where: Call__c_Filter, $after: String) { uiapi { aggregate {
                    Call__c(first: 1, after: $after, groupBy: $by, where: $where) {
                        edges { node { aggregate { Outcome__c { value } } } } totalCount
                        pageInfo { hasNextPage hasPreviousPage endCursor } } } } }`,
                {
                    by: { Outcome__c: { group: true } },
                    where: { Outcome__c: { ne: null } },
                    after
                }
            );
        const first = (await page(null)).data.uiapi.aggregate.Call__c;
        expect(first).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
        const second = (await page(first.pageInfo.endCursor)).data.uiapi.aggregate.Call__c;
        expect(second.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
        expect(second.edges[0].node.aggregate.Outcome__c.value).toBe('Resolved');
    });

    it('counts records where neither groups nor functions are asked for', async () => {
        const { data } = await ask(
            org,
            caller,
            '{ uiapi { aggregate { Call__c { totalCount } Line__c { totalCount } } } }'
        );
        expect(data.uiapi.aggregate).toEqual({
            Call__c: { totalCount: 4 },
            Line__c: { totalCount: 2 }
        });
    });

    it('is about the records that the user sees, and the fields', async () => {
        const count = 'Id { count { value } }';
        expect((await groups('first: 1', count, blind)).nodes).toEqual([
            { Id: { count: { value: 1 } } }
        ]);
        for (const text of [
            'Call__c { edges { node { aggregate { Seconds__c { sum { value } } } } } }',
            `Call__c(groupBy: { Outcome__c: { group: true } }) { edges { node { aggregate { ${count} } } } }`,
            `Call__c(groupBy: { Line__r: { Name: { group: true } } }) { edges { node { aggregate { ${count} } } } }`,
            'Line__c { totalCount }'
        ]) {
            const { data, errors } = await ask(org, blind, `{ uiapi { aggregate { ${text} } } }`);
            expect([data, errors[0]!.extensions.ErrorType]).toEqual([null, 'ValidationError']);
        }
        const hidden = await ask(
            org,
            blind,
            `query ($by: Call__c_GroupBy) { uiapi { aggregate { Call__c(groupBy: $by) { edges { node { aggregate { ${count} } } } } } } }`,
            { by: { Outcome__c: { group: true } } }
        );
        expect(hidden.data.uiapi.aggregate.Call__c).toBeNull();
        expect(hidden.errors[0]!.message).toContain('Outcome__c');
    });

    it.each([
        [
            'a value that is not grouped',
            '(groupBy: { Line__c: { group: true } })',
            'Outcome__c { value }'
        ],
        [
            'an order of what is not grouped',
            '(groupBy: { Line__c: { group: true } }, orderBy: { Outcome__c: { order: ASC } })',
            'Line__c { value }'
        ],
        [
            'an order without groups',
            '(orderBy: { Id: { function: COUNT } })',
            'Id { count { value } }'
        ]
    ])('refuses %s where it stands', async (_what, args, node) => {
        const { data, errors } = await ask(
            org,
            caller,
            `{ uiapi { aggregate { Call__c${args} { edges { node { aggregate { ${node} } } } } } } }`
        );
        expect(data.uiapi.aggregate.Call__c).toBeNull();
        expect(errors[0]!.extensions.ErrorType).toBe('DataFetchingException');
    });

    it.each([
        ['(groupBy: { At__c: { group: true } })', 'Id { count { value } }'],
        ['(orderBy: { Outcome__c: { function: SUM } })', 'Id { count { value } }'],
        ['', 'Outcome__c { sum { value } }'],
        ['', 'At__c { avg { value } }']
    ])('does not know %s { %s }', async (args, node) => {
        const { errors } = await ask(
            org,
            caller,
            `{ uiapi { aggregate { Call__c${args} { edges { node { aggregate { ${node} } } } } } } }`
        );
        expect(errors[0]!.extensions.ErrorType).toBe('ValidationError');
    });
});
