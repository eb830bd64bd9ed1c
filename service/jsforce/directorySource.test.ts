import type { Connection } from 'jsforce';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startOwnOrg, type OwnOrg } from '../contract/localOrg.ts';
import { createDirectorySource } from './directorySource.ts';
import { readAll } from './readAll.ts';

describe('Loading a directory of more rows than one answer holds', () => {
    const ASSIGNMENTS = 4_100;
    let own: OwnOrg;

    beforeAll(async () => {
        own = await startOwnOrg();
        const numbers = own.create(
            'Callback_Number__c',
            Array.from({ length: ASSIGNMENTS }, (_, n) => ({
                Name: `Number ${n}`,
                Number__c: `+4420${String(n).padStart(8, '0')}`,
                Active__c: true
            }))
        );
        own.create(
            'Callback_Number_Assignment__c',
            numbers.map((id) => ({
                Callback_Number__c: id,
                Agent__c: own.agentId,
                Key__c: `${id}:${own.agentId}`
            }))
        );
    });
    afterAll(() => own.close());

    it('brings every row, in as few requests as there are pages', async () => {
        const before = own.org.requests.apiCallsSinceStart;
        const progress: string[] = [];
        const rows = await createDirectorySource(own.connection).load(({ object, rows, total }) =>
            progress.push(`${object} ${rows}/${total}`)
        );
        expect(rows.numbers).toHaveLength(ASSIGNMENTS);
        expect(new Set(rows.assignments.map(({ numberId }) => numberId)).size).toBe(ASSIGNMENTS);
        expect(progress).toEqual(
            expect.arrayContaining([
                'assignments 2000/4100',
                'assignments 4000/4100',
                'assignments 4100/4100'
            ])
        );
        const queries = 8;
        const furtherPages = 4;
        expect(own.org.requests.apiCallsSinceStart - before).toBe(queries + furtherPages);
    });
});

/** A connection that answers every query with these rows, by object. */
function answering(rows: Record<string, readonly unknown[]>): Connection {
    return {
        query: async (query: string) => {
            const records = rows[/FROM (\w+)/.exec(query)![1]] ?? [];
            return { totalSize: records.length, done: true, records };
        }
    } as unknown as Connection;
}

const RULE = {
    Id: 'a07000000000001AAA',
    Name: 'Germany',
    Priority__c: 10,
    Active__c: true,
    Channel__c: 'Any',
    Type__c: 'Number prefix',
    Prefix__c: '+49',
    Object__c: null,
    Field__c: null,
    Operator__c: null,
    Value__c: null,
    Dial_List__c: null,
    Selector__c: null,
    Agent_Group__c: null,
    Callback_Number__c: 'a01000000000001AAA'
};
const FIELD_RULE = {
    ...RULE,
    Type__c: 'Record field',
    Prefix__c: null,
    Object__c: 'Contact',
    Field__c: 'Account.Industry',
    Operator__c: 'equals',
    Value__c: 'Banking'
};

describe('Rows that break the model', () => {
    async function load(rows: Record<string, readonly unknown[]>) {
        const warnings: string[] = [];
        const source = createDirectorySource(answering(rows), (message) => warnings.push(message));
        return { loaded: await source.load(), warnings };
    }

    it.each([
        ['a prefix rule without a number', { ...RULE, Callback_Number__c: null }],
        ['a prefix rule without a prefix', { ...RULE, Prefix__c: null }],
        ['a prefix rule whose prefix is none', { ...RULE, Prefix__c: '0049' }],
        ['a record field rule without an operator', { ...FIELD_RULE, Operator__c: null }],
        ['a selector rule without a selector', { ...RULE, Type__c: 'Custom selector' }],
        ['a rule of a type that is not known', { ...RULE, Type__c: 'Phase of the moon' }],
        ['a rule for a channel that is not known', { ...RULE, Channel__c: 'Fax' }]
    ])('%s is left out and reported', async (_, row) => {
        const { loaded, warnings } = await load({ Callback_Rule__c: [row, RULE, FIELD_RULE] });
        expect(loaded.rules.map(({ name, type }) => `${name} ${type}`)).toEqual([
            'Germany numberPrefix',
            'Germany recordField'
        ]);
        expect(warnings).toHaveLength(1);
        expect(warnings[0]).toContain(RULE.Id);
    });

    it('a rule that names what the org does not have is kept: the trace of a dial tells of it', async () => {
        const stranger = { ...FIELD_RULE, Field__c: "x' OR 'y" };
        const { loaded, warnings } = await load({ Callback_Rule__c: [stranger] });
        expect(loaded.rules).toMatchObject([{ field: "x' OR 'y" }]);
        expect(warnings).toEqual([]);
    });

    it('are reported once, not at every reload', async () => {
        const warnings: string[] = [];
        const rows = { Callback_Rule__c: [{ ...RULE, Prefix__c: null }] };
        const source = createDirectorySource(answering(rows), (message) => warnings.push(message));
        await source.load();
        await source.load();
        expect(warnings).toHaveLength(1);
    });

    it('a number that is not E.164 is left out and reported', async () => {
        const row = {
            Id: 'a01000000000001AAA',
            Name: 'Bad',
            Number__c: '020 7946',
            Active__c: true
        };
        const { loaded, warnings } = await load({ Callback_Number__c: [row] });
        expect(loaded.numbers).toEqual([]);
        expect(warnings[0]).toContain('a01000000000001AAA');
    });

    it('a policy for a scope that is not known is left out and reported', async () => {
        const row = { Id: 'a08000000000001AAA', Scope__c: 'Galaxy', Scope_Key__c: 'milky way' };
        const { loaded, warnings } = await load({ Callback_Policy__c: [row] });
        expect(loaded.policies).toEqual([]);
        expect(warnings[0]).toContain('a08000000000001AAA');
    });

    it('an assignment to nobody is left out', async () => {
        const row = {
            Callback_Number__c: 'a01000000000001AAA',
            Agent__c: null,
            Agent_Group__c: null
        };
        const { loaded } = await load({ Callback_Number_Assignment__c: [row] });
        expect(loaded.assignments).toEqual([]);
    });
});

describe('Reading a query to its end', () => {
    const page = (count: number, done: boolean, next?: string) => ({
        totalSize: 3,
        done,
        records: Array.from({ length: count }, () => ({})),
        ...(next && { nextRecordsUrl: next })
    });

    it.each([
        ['ends early although it says it is done', [page(2, true)]],
        ['says there is more and not where', [page(2, false)]]
    ])('is an error where the org %s', async (_, [first]) => {
        const connection = { query: async () => first } as unknown as Connection;
        await expect(readAll(connection, 'SELECT Id FROM Lead', () => undefined)).rejects.toThrow(
            'Salesforce announced 3 rows and sent 2'
        );
    });
});
