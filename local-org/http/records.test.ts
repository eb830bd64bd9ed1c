import type { Connection } from 'jsforce';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { INTEGRATION, startTestOrg, type TestOrg } from './testing/testOrg.ts';

let org: TestOrg;
let connection: Connection;
beforeAll(async () => {
    org = await startTestOrg();
});
beforeEach(() => {
    connection = org.connect(INTEGRATION);
});
afterAll(() => org.close());

const gadgets = () => connection.sobject('Gadget__c');

describe('jsforce with one record', () => {
    it('creates, reads, changes and deletes it', async () => {
        const created = await gadgets().create({ Name: 'Lamp', Weight__c: 3 });
        expect(created).toEqual({
            id: expect.stringMatching(/^a\w{17}$/),
            success: true,
            errors: []
        });
        const id = created.id!;
        await gadgets().update({ Id: id, Weight__c: 4 });
        expect(await gadgets().retrieve(id)).toMatchObject({
            attributes: { type: 'Gadget__c', url: `/services/data/v66.0/sobjects/Gadget__c/${id}` },
            Id: id,
            Name: 'Lamp',
            Weight__c: 4
        });
        expect(await gadgets().destroy(id)).toEqual({ id, success: true, errors: [] });
        await expect(gadgets().retrieve(id)).rejects.toMatchObject({
            errorCode: 'ENTITY_IS_DELETED'
        });
    });

    it('reads only the fields that are asked for', async () => {
        const { id } = await gadgets().create({ Name: 'Chair', Weight__c: 3 });
        const record = await gadgets().retrieve(id!, { fields: ['Weight__c'] });
        expect(record).not.toHaveProperty('Name');
        expect(record).toMatchObject({ Weight__c: 3 });
    });

    it('upserts it by an external id, and says whether it is new', async () => {
        const first = await gadgets().upsert({ Code__c: 'U-1', Name: 'Old' }, 'Code__c');
        expect(first).toMatchObject({ success: true, created: true });
        const second = await gadgets().upsert({ Code__c: 'U-1', Name: 'New' }, 'Code__c');
        expect(second).toMatchObject({ id: first.id, success: true, created: false });
    });

    it('reads and deletes it by an external id', async () => {
        const { id } = await gadgets().create({ Name: 'Keyed', Code__c: '+44 20/7946' });
        const path = `/sobjects/Gadget__c/Code__c/${encodeURIComponent('+44 20/7946')}`;
        expect(await connection.requestGet(path)).toMatchObject({ Id: id, Name: 'Keyed' });
        const narrow = await connection.requestGet<Record<string, unknown>>(
            `${path}?fields=Code__c`
        );
        expect(narrow).toMatchObject({ Code__c: '+44 20/7946' });
        expect(narrow).not.toHaveProperty('Name');
        await connection.requestDelete(path);
        await expect(connection.requestGet(path)).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
    });

    it('learns why a validation rule refused it', async () => {
        await expect(gadgets().create({ Name: 'Feather', Weight__c: -1 })).rejects.toMatchObject({
            errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
            message: 'A gadget weighs something.',
            data: { fields: ['Weight__c'] }
        });
    });
});

describe('jsforce with many records', () => {
    it('creates, changes, reads and deletes them, each with an outcome of its own', async () => {
        const created = await gadgets().create([
            { Name: 'One' },
            { Name: 'Bad', Weight__c: -1 },
            { Name: 'Two' }
        ]);
        expect(created.map(({ success }) => success)).toEqual([true, false, true]);
        expect(created[1]).toEqual({
            success: false,
            errors: [
                {
                    statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
                    message: 'A gadget weighs something.',
                    fields: ['Weight__c']
                }
            ]
        });
        const ids = [created[0]!.id!, created[2]!.id!];
        const updated = await gadgets().update(ids.map((Id) => ({ Id, Weight__c: 7 })));
        expect(updated).toEqual(ids.map((id) => ({ id, success: true, errors: [] })));

        const missing = ids[0]!.slice(0, 3) + '000000000000AAA';
        const read = await gadgets().retrieve([ids[1]!, missing, ids[0]!.slice(0, 15)], {
            fields: ['Name', 'Weight__c']
        });
        expect(read.map((record) => record && [record.Name, record.Weight__c])).toEqual([
            ['Two', 7],
            null,
            ['One', 7]
        ]);
        expect(await gadgets().destroy(ids)).toMatchObject([{ success: true }, { success: true }]);
    });

    it('keeps none of them when all or none are wanted and one is refused', async () => {
        const results = await gadgets().create(
            [{ Name: 'Kept?' }, { Name: 'Bad', Weight__c: -1 }],
            {
                allOrNone: true
            }
        );
        expect(results.map(({ success }) => success)).toEqual([false, false]);
        expect(results[0]).toMatchObject({
            errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK' }]
        });
        expect(
            (await connection.query("SELECT Id FROM Gadget__c WHERE Name = 'Kept?'")).totalSize
        ).toBe(0);
    });

    it('upserts them by an external id', async () => {
        await gadgets().create({ Name: 'Here', Code__c: 'C-1' });
        const results = await gadgets().upsert(
            [
                { Code__c: 'C-1', Name: 'Changed' },
                { Code__c: 'C-2', Name: 'Added' }
            ],
            'Code__c'
        );
        expect(results).toMatchObject([
            { success: true, created: false },
            { success: true, created: true }
        ]);
    });

    it('reads more than 2,000 of them page by page', async () => {
        const rows = Array.from({ length: 2_100 }, (_, index) => ({ Name: `Page ${index}` }));
        await gadgets().create(rows, { allowRecursive: true });
        org.requests.reset();
        const soql = "SELECT Id, Name FROM Gadget__c WHERE Name LIKE 'Page %'";
        const first = await connection.query(soql);
        expect([first.records.length, first.totalSize, first.done]).toEqual([2_000, 2_100, false]);
        const rest = await connection.queryMore(first.nextRecordsUrl!);
        expect([rest.records.length, rest.done]).toEqual([100, true]);
        const all = await connection.query(soql, { autoFetch: true, maxFetch: 5_000 });
        expect(new Set(all.records.map(({ Id }) => Id)).size).toBe(2_100);
        expect(org.requests.snapshot().byKind).toEqual({ query: 2, queryMore: 2 });
    });

    it('takes as many records a page as it asks for, from 200 on', async () => {
        const page = await connection.query("SELECT Id FROM Gadget__c WHERE Name LIKE 'Page %'", {
            headers: { 'Sforce-Query-Options': 'batchSize=250' }
        });
        expect(page.records).toHaveLength(250);
    });
});

describe('what jsforce can learn about the org', () => {
    it('is the describe of an object, once and then from its cache', async () => {
        org.requests.reset();
        const { name, fields } = await connection.describe$('gadget__c');
        await connection.describe$('gadget__c');
        expect(name).toBe('Gadget__c');
        expect(fields.find((field) => field.name === 'Code__c')).toMatchObject({
            type: 'string',
            externalId: true,
            unique: true,
            length: 40
        });
        expect(org.requests.of('describe')).toBe(1);
    });

    it('is the list of objects', async () => {
        const { sobjects } = await connection.describeGlobal();
        expect(sobjects.map(({ name }) => name)).toContain('Gadget__c');
        expect(await connection.requestGet('/sobjects/Gadget__c')).toMatchObject({
            objectDescribe: { name: 'Gadget__c' },
            recentItems: []
        });
    });

    it('is how many requests are left, in an answer and in a header', async () => {
        const { DailyApiRequests } = await connection.limits();
        expect(DailyApiRequests.Max - DailyApiRequests.Remaining).toBeGreaterThan(0);
        const { used, limit } = connection.limitInfo.apiUsage!;
        expect(used).toBe(DailyApiRequests.Max - DailyApiRequests.Remaining);
        expect(limit).toBe(DailyApiRequests.Max);
    });

    it('is which versions there are', async () => {
        const versions = (await (await fetch(`${org.url}/services/data`)).json()) as unknown[];
        expect(versions).toHaveLength(17);
        expect(versions.at(-1)).toEqual({
            label: "Spring '26",
            url: '/services/data/v66.0',
            version: '66.0'
        });
    });
});
