import { Connection } from 'jsforce';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ADA, INTEGRATION, startTestOrg, type TestOrg } from './testing/testOrg.ts';

let org: TestOrg;
beforeAll(async () => {
    org = await startTestOrg();
});
afterEach(() => org.faults.clear());
afterAll(() => org.close());

const SOQL = 'SELECT Id FROM User LIMIT 1';

async function admin(method: string, path: string, body?: unknown, headers = {}) {
    const response = await fetch(`${org.url}/__local/${path}`, {
        method,
        headers: {
            'x-local-org': '1',
            ...(body !== undefined && { 'content-type': 'application/json' }),
            ...headers
        },
        ...(body !== undefined && { body: JSON.stringify(body) })
    });
    const text = await response.text();
    return {
        status: response.status,
        body: text && (JSON.parse(text) as unknown),
        cors: response.headers.get('access-control-allow-origin')
    };
}

describe('jsforce in trouble', () => {
    it('reads again when the org is not available for a moment', async () => {
        const connection = org.connect(INTEGRATION);
        org.requests.reset();
        org.faults.set({ failNext: 1 });
        expect((await connection.query(SOQL)).totalSize).toBe(1);
        expect(org.requests.of('query')).toBe(2);
    });

    it('reads again when the line is cut', async () => {
        const connection = org.connect(INTEGRATION);
        org.requests.reset();
        org.faults.set({ dropNext: 1 });
        expect((await connection.query(SOQL)).totalSize).toBe(1);
        expect(org.requests.of('query')).toBe(2);
    });

    it('never writes again by itself', async () => {
        const gadgets = org.connect(INTEGRATION).sobject('Gadget__c');
        org.faults.set({ failNext: 1 });
        await expect(gadgets.create({ Name: 'x' })).rejects.toMatchObject({
            errorCode: 'SERVER_UNAVAILABLE'
        });
        org.faults.set({ dropNext: 1 });
        await expect(gadgets.create({ Name: 'x' })).rejects.toThrow(/socket hang up|ECONNRESET/);
    });

    it('cannot know whether a write was done when the answer is lost', async () => {
        const connection = org.connect(INTEGRATION);
        org.faults.set({ dropAnswerNext: 1 });
        await expect(connection.sobject('Gadget__c').create({ Name: 'Lost' })).rejects.toThrow();
        const found = await connection.query("SELECT Id FROM Gadget__c WHERE Name = 'Lost'");
        expect(found.totalSize).toBe(1);
    });

    it('fetches a new token when its own has expired', async () => {
        const { client } = org;
        const connection = new Connection({
            loginUrl: org.url,
            version: '66.0',
            oauth2: { ...client },
            refreshFn: (own, done) => {
                own.authorize({ grant_type: 'client_credentials' }).then(
                    () => done(null, own.accessToken!),
                    (error: Error) => done(error)
                );
            }
        });
        await connection.authorize({ grant_type: 'client_credentials' });
        org.requests.reset();
        org.faults.set({ expireTokens: true });
        expect((await connection.query(SOQL)).totalSize).toBe(1);
        expect(org.requests.snapshot().byKind).toEqual({ query: 2, token: 1 });
    });

    it('waits as long as it is told', async () => {
        const connection = org.connect(INTEGRATION);
        org.faults.set({ latencyMs: 80, match: { path: '/limits$' } });
        const started = performance.now();
        await connection.limits();
        expect(performance.now() - started).toBeGreaterThanOrEqual(79);
    });
});

describe('the admin endpoint', () => {
    it('sets, shows and clears the fault switches', async () => {
        const settings = { failNext: 1, status: 500, match: { kind: 'limits' } };
        expect(await admin('PUT', 'faults', settings)).toMatchObject({ status: 200 });
        expect(await admin('GET', 'faults')).toMatchObject({ body: settings });
        await admin('DELETE', 'faults');
        expect(await admin('GET', 'faults')).toMatchObject({ body: { failNext: 0 } });
    });

    it('names a switch that it does not have', async () => {
        expect(await admin('PUT', 'faults', { failnext: 1 })).toMatchObject({
            status: 400,
            body: { error: expect.stringContaining('No fault switch failnext') }
        });
        expect(await admin('PUT', 'faults', { match: { path: '(' } })).toMatchObject({
            status: 400
        });
    });

    it('counts requests by kind and starts again when told', async () => {
        await admin('DELETE', 'counters');
        await org.connect(INTEGRATION).query(SOQL);
        expect(await admin('GET', 'counters')).toMatchObject({
            body: { total: 1, apiCalls: 1, byKind: { query: 1 } }
        });
    });

    it('signs a user in without a password', async () => {
        const { status, body } = await admin('POST', 'sessions', { username: ADA });
        expect(status).toBe(201);
        const { accessToken, instanceUrl } = body as { accessToken: string; instanceUrl: string };
        const connection = new Connection({ instanceUrl, accessToken, version: '66.0' });
        expect((await connection.identity()).username).toBe(ADA);
        expect(await admin('POST', 'sessions', { username: 'x@y.example' })).toMatchObject({
            status: 400,
            body: { error: 'The local org has no user x@y.example' }
        });
    });

    it('says that the org is up, to anybody on this machine', async () => {
        expect(await admin('GET', 'health', undefined, { 'x-local-org': '' })).toMatchObject({
            status: 200,
            body: { status: 'ok' }
        });
    });

    it.each([
        ['without the header of our own', { 'x-local-org': '' }],
        ['from a page in a browser', { origin: 'http://127.0.0.1' }]
    ])('refuses what comes %s', async (_, headers) => {
        const answer = await admin('DELETE', 'counters', undefined, headers);
        expect(answer).toMatchObject({ status: 403, cors: null });
    });

    it('refuses a name that was made to point at this machine', async () => {
        const { request } = await import('node:http');
        const { hostname, port } = new URL(org.url);
        const status = await new Promise((resolve, reject) => {
            const headers = { host: 'rebound.example', 'x-local-org': '1' };
            request({ hostname, port, path: '/__local/counters', headers }, (response) => {
                response.resume();
                resolve(response.statusCode);
            })
                .on('error', reject)
                .end();
        });
        expect(status).toBe(403);
    });

    it('takes nothing but JSON', async () => {
        const response = await fetch(`${org.url}/__local/sessions`, {
            method: 'POST',
            headers: { 'x-local-org': '1', 'content-type': 'text/plain' },
            body: JSON.stringify({ username: ADA })
        });
        expect(response.status).toBe(415);
    });
});
