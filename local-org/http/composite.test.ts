import type { Connection } from 'jsforce';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INTEGRATION, startTestOrg, type TestOrg } from './testing/testOrg.ts';

const ROOT = '/services/data/v66.0';

let org: TestOrg;
let connection: Connection;
beforeAll(async () => {
    org = await startTestOrg();
    connection = org.connect(INTEGRATION);
});
afterAll(() => org.close());

interface Part {
    readonly httpStatusCode: number;
    readonly referenceId: string;
    readonly body: unknown;
}

async function composite(body: object): Promise<readonly Part[]> {
    const answer = await connection.requestPost<{ compositeResponse: Part[] }>('/composite', body);
    return answer.compositeResponse;
}

const create = (referenceId: string, body: object) => ({
    method: 'POST',
    url: `${ROOT}/sobjects/Gadget__c`,
    referenceId,
    body
});

async function count(name: string): Promise<number> {
    return (await connection.query(`SELECT Id FROM Gadget__c WHERE Name = '${name}'`)).totalSize;
}

describe('a composite', () => {
    it('hands values from one part to the next', async () => {
        const [gadget, part, found] = await composite({
            allOrNone: true,
            compositeRequest: [
                create('gadget', { Name: 'Chain' }),
                {
                    method: 'POST',
                    url: `${ROOT}/sobjects/Gadget_Part__c`,
                    referenceId: 'part',
                    body: { Name: 'Link', Gadget__c: '@{gadget.id}' }
                },
                {
                    method: 'GET',
                    url: `${ROOT}/query?q=SELECT+Name+FROM+Gadget_Part__c+WHERE+Gadget__c='@{gadget.id}'`,
                    referenceId: 'found'
                }
            ]
        });
        expect([gadget, part, found].map((each) => each?.httpStatusCode)).toEqual([201, 201, 200]);
        expect(found?.body).toMatchObject({ totalSize: 1, records: [{ Name: 'Link' }] });
    });

    it('undoes everything when one part fails and all or none are wanted', async () => {
        const parts = await composite({
            allOrNone: true,
            compositeRequest: [
                create('first', { Name: 'Undone' }),
                create('second', { Name: 'Bad', Weight__c: -1 }),
                create('third', { Name: 'Never' })
            ]
        });
        expect(parts.map(({ httpStatusCode }) => httpStatusCode)).toEqual([400, 400, 400]);
        expect(parts.map(({ body }) => (body as { errorCode: string }[])[0]!.errorCode)).toEqual([
            'PROCESSING_HALTED',
            'FIELD_CUSTOM_VALIDATION_EXCEPTION',
            'PROCESSING_HALTED'
        ]);
        expect(await count('Undone')).toBe(0);
    });

    it('keeps what stands for itself otherwise, and halts what refers to a failed part', async () => {
        const parts = await composite({
            compositeRequest: [
                create('bad', { Name: 'Bad', Weight__c: -1 }),
                create('good', { Name: 'Stays' }),
                create('after', { Name: 'Needs', Code__c: '@{bad.id}' })
            ]
        });
        expect(parts.map(({ httpStatusCode }) => httpStatusCode)).toEqual([400, 201, 400]);
        expect(parts[2]!.body).toMatchObject([{ errorCode: 'PROCESSING_HALTED' }]);
        expect(await count('Stays')).toBe(1);
    });

    it('counts as one request', async () => {
        org.requests.reset();
        await composite({
            compositeRequest: [create('a', { Name: 'A' }), create('b', { Name: 'B' })]
        });
        expect(org.requests.snapshot().byKind).toEqual({ composite: 1 });
    });

    it.each([
        ['more than 25 parts', Array.from({ length: 26 }, (_, n) => create(`r${n}`, {}))],
        ['the same reference twice', [create('x', {}), create('x', {})]],
        ['a reference that is no name', [create('x y', {})]],
        ['a part without an address', [{ method: 'GET', referenceId: 'x' }]]
    ])('is refused with %s', async (_, compositeRequest) => {
        await expect(composite({ compositeRequest })).rejects.toMatchObject({
            errorCode: expect.stringMatching(/^(LIMIT_EXCEEDED|INVALID_INPUT)$/)
        });
    });

    it('does not go into itself', async () => {
        const [part] = await composite({
            compositeRequest: [
                { method: 'POST', url: `${ROOT}/composite`, referenceId: 'x', body: {} }
            ]
        });
        expect(part).toMatchObject({ httpStatusCode: 400, body: [{ errorCode: 'INVALID_INPUT' }] });
    });
});

describe('a batch', () => {
    const good = { method: 'GET', url: 'v66.0/limits' };
    const bad = { method: 'GET', url: 'v66.0/sobjects/Nothing/describe' };
    const batch = (body: object) => connection.requestPost('/composite/batch', body);

    it('runs its parts by themselves', async () => {
        expect(await batch({ batchRequests: [bad, good] })).toMatchObject({
            hasErrors: true,
            results: [
                { statusCode: 404, result: [{ errorCode: 'NOT_FOUND' }] },
                { statusCode: 200, result: { DailyApiRequests: {} } }
            ]
        });
    });

    it('halts at the first error when told to', async () => {
        expect(await batch({ haltOnError: true, batchRequests: [bad, good] })).toMatchObject({
            results: [
                { statusCode: 404 },
                { statusCode: 412, result: [{ errorCode: 'BATCH_PROCESSING_HALTED' }] }
            ]
        });
    });
});

describe('a tree', () => {
    const tree = (records: object[]) =>
        connection.requestPost('/composite/tree/Gadget__c', { records });
    const gadget = (referenceId: string, values: object) => ({
        attributes: { type: 'Gadget__c', referenceId },
        ...values
    });
    const parts = (referenceId: string, values: object) => ({
        records: [{ attributes: { type: 'Gadget_Part__c', referenceId }, ...values }]
    });

    it('creates records with their children', async () => {
        const answer = await tree([
            gadget('g1', { Name: 'Tree', Parts__r: parts('p1', { Name: 'Leaf' }) }),
            gadget('g2', { Name: 'Bush' })
        ]);
        expect(answer).toEqual({
            hasErrors: false,
            results: ['g1', 'g2', 'p1'].map((referenceId) => ({
                referenceId,
                id: expect.stringMatching(/^a\w{17}$/)
            }))
        });
        const found = await connection.query(
            "SELECT Gadget__r.Name FROM Gadget_Part__c WHERE Name = 'Leaf'"
        );
        expect(found.records).toMatchObject([{ Gadget__r: { Name: 'Tree' } }]);
    });

    it('creates nothing when a child is refused, and names the culprit', async () => {
        const response = await fetch(`${org.url}${ROOT}/composite/tree/Gadget__c`, {
            method: 'POST',
            headers: {
                authorization: `Bearer ${connection.accessToken}`,
                'content-type': 'application/json'
            },
            body: JSON.stringify({
                records: [
                    gadget('g1', {
                        Name: 'Felled',
                        Parts__r: parts('p1', { Name: 'x'.repeat(300) })
                    })
                ]
            })
        });
        expect(response.status).toBe(400);
        expect(await response.json()).toMatchObject({
            hasErrors: true,
            results: [{ referenceId: 'p1', errors: [{ statusCode: 'STRING_TOO_LONG' }] }]
        });
        expect(await count('Felled')).toBe(0);
    });

    it.each([
        ['a record without a reference', [{ attributes: { type: 'Gadget__c' }, Name: 'x' }]],
        ['the same reference twice', [gadget('r', { Name: 'x' }), gadget('r', { Name: 'y' })]],
        [
            'children the object does not have',
            [gadget('r', { Name: 'x', Wheels__r: parts('p', { Name: 'y' }) })]
        ]
    ])('is refused with %s', async (_, records) => {
        await expect(tree(records)).rejects.toMatchObject({ errorCode: 'INVALID_INPUT' });
    });
});
