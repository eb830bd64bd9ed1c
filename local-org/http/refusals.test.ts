import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ADA, INTEGRATION, startTestOrg, type TestOrg } from './testing/testOrg.ts';

const ROOT = '/services/data/v66.0';

let org: TestOrg;
let token: string;
beforeAll(async () => {
    org = await startTestOrg();
    token = org.signIn(INTEGRATION).accessToken;
});
afterAll(() => org.close());

interface Sent {
    readonly body?: string;
    readonly headers?: Record<string, string>;
    readonly as?: string;
}

async function ask(method: string, path: string, { body, headers, as = token }: Sent = {}) {
    const response = await fetch(`${org.url}${path}`, {
        method,
        body,
        headers: {
            authorization: `Bearer ${as}`,
            ...(body !== undefined && { 'content-type': 'application/json' }),
            ...headers
        }
    });
    const text = await response.text();
    const json = response.headers.get('content-type')?.startsWith('application/json');
    return {
        status: response.status,
        body: (json ? JSON.parse(text) : text) as unknown,
        headers: response.headers
    };
}

const NOT_FOUND = { errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' };

describe('the REST API refuses', () => {
    it.each([
        ['a resource that does not exist', 'GET', `${ROOT}/nowhere`],
        ['a version that does not exist', 'GET', '/services/data/v12.0/query?q=x'],
        ['an object that does not exist', 'GET', `${ROOT}/sobjects/Nothing__c/describe`],
        ['a record that does not exist', 'GET', `${ROOT}/sobjects/Account/001000000000000AAA`],
        ['a record under the wrong object', 'GET', `${ROOT}/sobjects/Account/003000000000000AAA`],
        ['an action that does not exist', 'GET', `${ROOT}/actions/custom/flow/Nothing`],
        ['any address outside its services', 'GET', '/elsewhere']
    ])('%s', async (_, method, path) => {
        const { status, body } = await ask(method, path);
        expect([status, body]).toEqual([404, [NOT_FOUND]]);
    });

    it('an id that is none, taking it for the name of an external id', async () => {
        const { status, body } = await ask('GET', `${ROOT}/sobjects/Account/not-an-id`);
        expect([status, body]).toEqual([
            404,
            [
                {
                    errorCode: 'NOT_FOUND',
                    message:
                        'Provided external ID field does not exist or is not accessible: not-an-id'
                }
            ]
        ]);
    });

    it('a method, and says which there are', async () => {
        const { status, body, headers } = await ask('PUT', `${ROOT}/sobjects/Account`, {
            body: '{}'
        });
        expect([status, body]).toEqual([
            405,
            [
                {
                    errorCode: 'METHOD_NOT_ALLOWED',
                    message: "HTTP Method 'PUT' not allowed. Allowed are HEAD,GET,POST"
                }
            ]
        ]);
        expect(headers.get('allow')).toBe('HEAD,GET,POST');
    });

    it.each([
        ['no token', undefined],
        ['a token it does not know', 'Bearer 00D!x'],
        ['a token that is none', 'Basic eDp5']
    ])('%s', async (_, authorization) => {
        const response = await fetch(`${org.url}${ROOT}/limits`, {
            headers: authorization ? { authorization } : {}
        });
        expect(response.status).toBe(401);
        expect(await response.json()).toEqual([
            { errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }
        ]);
    });

    it('the token of a user who has since become inactive', async () => {
        const { accessToken, userId } = org.signIn(ADA);
        org.deactivate(userId);
        expect(await ask('GET', `${ROOT}/limits`, { as: accessToken })).toMatchObject({
            status: 401,
            body: [{ errorCode: 'INVALID_SESSION_ID' }]
        });
    });

    it.each([
        ['cut short', '{"Name":'],
        ['no object', '[1]'],
        ['empty', '']
    ])('a body that is %s', async (_, body) => {
        const answer = await ask('POST', `${ROOT}/sobjects/Gadget__c`, { body });
        expect(answer).toMatchObject({ status: 400, body: [{ errorCode: 'JSON_PARSER_ERROR' }] });
    });

    it('a body that is no JSON by its own account', async () => {
        const headers = { 'content-type': 'text/plain' };
        const answer = await ask('POST', `${ROOT}/sobjects/Gadget__c`, { body: 'x', headers });
        expect(answer).toMatchObject({
            status: 415,
            body: [{ errorCode: 'UNSUPPORTED_MEDIA_TYPE' }]
        });
    });

    it('a query that is none, or that is missing', async () => {
        const query = (q: string) => ask('GET', `${ROOT}/query${q}`);
        expect(await query('?q=SELEKT')).toMatchObject({
            status: 400,
            body: [{ errorCode: 'MALFORMED_QUERY' }]
        });
        expect(await query('')).toMatchObject({
            status: 400,
            body: [{ errorCode: 'MALFORMED_QUERY' }]
        });
        expect(await query('?q=SELECT+Nothing__c+FROM+Gadget__c')).toMatchObject({
            status: 400,
            body: [{ errorCode: 'INVALID_FIELD' }]
        });
        expect(await query('/01g000000000000AAA-2000')).toMatchObject({
            status: 400,
            body: [{ errorCode: 'INVALID_QUERY_LOCATOR' }]
        });
    });

    it('a field that does not exist, by the name of the field', async () => {
        const body = JSON.stringify({ Name: 'x', Nothing__c: 1 });
        expect(await ask('POST', `${ROOT}/sobjects/Gadget__c`, { body })).toMatchObject({
            status: 400,
            body: [{ errorCode: 'INVALID_FIELD', message: expect.stringContaining('Nothing__c') }]
        });
    });

    it('an id in the body of what has its id in the address', async () => {
        const id = '001000000000000AAA';
        const body = JSON.stringify({ Id: id, Name: 'x' });
        expect(await ask('PATCH', `${ROOT}/sobjects/Account/${id}`, { body })).toMatchObject({
            status: 400,
            body: [{ errorCode: 'INVALID_FIELD' }]
        });
    });

    it('an external id that is none', async () => {
        const path = `${ROOT}/sobjects/Gadget__c/Weight__c/3`;
        expect(await ask('PATCH', path, { body: '{}' })).toMatchObject({
            status: 404,
            body: [{ errorCode: 'NOT_FOUND', message: expect.stringContaining('Weight__c') }]
        });
    });

    it('more than 200 records in one request', async () => {
        const records = Array.from({ length: 201 }, () => ({
            attributes: { type: 'Gadget__c' },
            Name: 'x'
        }));
        const body = JSON.stringify({ records });
        expect(await ask('POST', `${ROOT}/composite/sobjects`, { body })).toMatchObject({
            status: 400,
            body: [
                {
                    errorCode: 'EXCEEDED_ID_LIMIT',
                    message:
                        'record limit reached. cannot submit more than 200 records into this call'
                }
            ]
        });
    });

    it('ids and fields that would not be safe in a query', async () => {
        const retrieve = (ids: string[], fields: string[]) =>
            ask('POST', `${ROOT}/composite/sobjects/Gadget__c`, {
                body: JSON.stringify({ ids, fields })
            });
        expect(await retrieve(["') OR (Name != '"], ['Name'])).toMatchObject({
            status: 400,
            body: [{ errorCode: 'MALFORMED_ID' }]
        });
        expect(await retrieve([], ['Name FROM User'])).toMatchObject({
            status: 400,
            body: [{ errorCode: 'INVALID_FIELD' }]
        });
    });

    it('an address, or an address with its headers, of more than 16,384 bytes', async () => {
        const long = await ask('GET', `${ROOT}/query?q=${'x'.repeat(16_384)}`);
        expect([long.status, long.body]).toEqual([414, expect.stringContaining('URI Too Long')]);
        const headers = { 'x-much': 'y'.repeat(8_000) };
        const both = await ask('GET', `${ROOT}/query?q=${'x'.repeat(8_400)}`, { headers });
        expect([both.status, both.body]).toEqual([431, expect.stringContaining('Header Fields')]);
    });
});

describe('a defect of the org itself', () => {
    it('is answered with an id that finds it in the log, and no word about the inside', async () => {
        const failing = await startTestOrg({}, (engine) => ({
            ...engine,
            session: () => {
                throw new Error('secret path /home/ada');
            }
        }));
        const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
        const { accessToken } = failing.signIn(INTEGRATION);
        const response = await fetch(`${failing.url}${ROOT}/limits`, {
            headers: { authorization: `Bearer ${accessToken}` }
        });
        const text = await response.text();
        await failing.close();
        const log = stderr.mock.calls.map(([line]) => String(line)).join('');
        stderr.mockRestore();
        expect(response.status).toBe(500);
        expect(JSON.parse(text)).toMatchObject([
            {
                errorCode: 'UNKNOWN_EXCEPTION',
                message: expect.stringMatching(/ErrorId.*\d{13}-\w{8}/)
            }
        ]);
        expect(text).not.toContain('secret path');
        expect(log).toContain('secret path');
        expect(log).toContain(/\d{13}-\w{8}/.exec(text)![0]);
        expect(log).not.toContain(accessToken);
    });
});
