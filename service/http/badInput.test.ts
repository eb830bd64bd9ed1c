import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, ENTRY } from './testing/testOrg.ts';
import { AS, startTestServer, type TestServer } from './testing/testServer.ts';

let world: TestServer;
beforeAll(async () => {
    world = await startTestServer();
});
afterAll(() => world.close());

const GOOD = { agentId: ADA, channel: 'manual', number: '+15550100' };
const FIELDS = [
    'agentId',
    'channel',
    'number',
    'recordId',
    'objectApiName',
    'thisCallNumber',
    'dialEntryId',
    'dialListId',
    'dialKey'
] as const;

function send(payload: unknown, headers: object = {}, url = '/v1/decisions') {
    return world.server.inject({
        method: 'POST',
        url,
        payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
        headers: { 'content-type': 'application/json', ...AS.backEnd, ...headers }
    });
}

describe('a field that is wrong', () => {
    const control = 'must be one line of text without control characters';
    const id = 'must be a Salesforce id of 15 or 18 letters and digits';
    const rows: [string, unknown, string][] = [
        ['agentId', undefined, 'is required with a service credential'],
        ['agentId', 5, 'must be text'],
        ['agentId', null, 'must be text'],
        ['agentId', '', id],
        ['agentId', `${ADA}AAA`, 'must be at most 18 characters'],
        ['agentId', "005' OR Id != '", id],
        ['agentId', '００５000000000001', id],
        ['channel', undefined, 'is required'],
        ['channel', 'Manual', 'must be one of manual, clickToDial, connect'],
        ['channel', ['manual'], 'must be one of manual, clickToDial, connect'],
        ['number', undefined, 'is required'],
        ['number', 15550100, 'must be text'],
        ['number', { toString: 'x' }, 'must be text'],
        ['number', '', 'must not be empty'],
        ['number', '   ', control],
        ['number', '1'.repeat(65), 'must be at most 64 characters'],
        ['number', '1'.repeat(200), 'must be at most 64 characters'],
        ['number', '+1555\n0100', control],
        ['number', '+1555\u0000', control],
        ['number', '+1555\u007f', control],
        ['number', '+1555\u2028', control],
        ['number', '+1555\ud800', control],
        ['recordId', '003', id],
        ['recordId', '003000000000001AA\n', id],
        [
            'objectApiName',
            'Contact; DELETE',
            'must be an API name: letters, digits and underscores'
        ],
        ['objectApiName', 'A'.repeat(81), 'must be at most 80 characters'],
        ['thisCallNumber', '', 'must not be empty'],
        ['thisCallNumber', '\t', control],
        ['dialEntryId', 'x', id],
        ['dialListId', true, 'must be text'],
        ['dialKey', '', 'must not be empty'],
        ['dialKey', 'two words', 'must be visible ASCII without spaces'],
        ['dialKey', 'k'.repeat(65), 'must be at most 64 characters'],
        ['surprise', 1, 'is not a known field'],
        ['toString', 1, 'is not a known field']
    ];
    it.each(rows)('%s = %j: %s', async (field, value, message) => {
        const answer = await send({ ...GOOD, [field]: value });
        expect(answer.statusCode).toBe(400);
        expect(answer.json().errors).toContainEqual({ field, message });
        expect(answer.json().detail).toContain(field);
    });

    it('is named together with all the others, twenty at most', async () => {
        const many = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`field${i}`, i]));
        const { errors, detail } = (await send({ number: 5, ...many })).json();
        expect(errors).toHaveLength(20);
        expect(detail).toMatch(/19 more in errors/);
    });
});

describe('a body that is wrong', () => {
    const rows: [string, string, number, string][] = [
        ['nothing', '', 400, 'MALFORMED_JSON'],
        ['half an object', '{"channel":', 400, 'MALFORMED_JSON'],
        ['two values', '{} {}', 400, 'MALFORMED_JSON'],
        ['a list', '[]', 400, 'INVALID_REQUEST'],
        ['null', 'null', 400, 'INVALID_REQUEST'],
        ['a text', '"x"', 400, 'INVALID_REQUEST'],
        ['a number', '1e999', 400, 'INVALID_REQUEST'],
        ['a field twice', '{"number":"1","number":"2"}', 400, 'MALFORMED_JSON'],
        ['a field twice, once escaped', '{"number":"1","n\\u0075mber":"2"}', 400, 'MALFORMED_JSON'],
        ['__proto__', '{"__proto__":{"agentId":"x"}}', 400, 'MALFORMED_JSON'],
        ['constructor.prototype', '{"constructor":{"prototype":{}}}', 400, 'MALFORMED_JSON'],
        ['deep nesting', '['.repeat(30_000) + ']'.repeat(30_000), 400, 'INVALID_REQUEST'],
        ['65 KB', JSON.stringify({ number: 'x'.repeat(65_536) }), 413, 'BODY_TOO_LARGE']
    ];
    it.each(rows)('%s', async (_, payload, status, code) => {
        const answer = await send(payload);
        expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
    });

    it.each([
        ['text/plain', {}],
        ['application/xml', {}],
        ['application/x-www-form-urlencoded', {}],
        ['multipart/form-data; boundary=x', {}],
        ['application/x-ndjson', {}],
        ['application/json', { 'content-encoding': 'gzip' }]
    ])('of type %s %o is refused with 415', async (type, more) => {
        const answer = await send(JSON.stringify(GOOD), { 'content-type': type, ...more });
        expect([answer.statusCode, answer.json().code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    });

    it('is taken with a charset, and with colons and quotes inside texts', async () => {
        const answer = await send(
            { ...GOOD, number: 'a:"b":\\"c' },
            { 'content-type': 'application/json; charset=utf-8' }
        );
        expect(answer.statusCode).toBe(200);
        expect(answer.json().dialedNumber).toBe('a:"b":\\"c');
    });
});

describe('an address that is wrong', () => {
    const rows: ['GET' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS', string, number, string?][] = [
        ['GET', '/v1/nothing', 404],
        ['GET', '/v1/decisions/', 404],
        ['GET', '/', 404],
        ['GET', '/v1/decisions', 405, 'POST'],
        ['DELETE', '/v1/decisions?x=1', 405, 'POST'],
        ['POST', `/v1/agents/${ADA}/callback-numbers`, 405, 'GET, HEAD'],
        ['DELETE', `/v1/agents/${ADA}/default-callback-number`, 405, 'PUT'],
        ['POST', '/healthz', 405, 'GET, HEAD'],
        ['GET', '/v1/agents/%E0%A4%A/callback-numbers', 400],
        ['GET', '/v1/agents/%00/callback-numbers', 400],
        ['GET', `/v1/agents/${'a'.repeat(101)}/callback-numbers`, 414],
        ['GET', "/v1/agents/005'%20OR%201=1/callback-numbers", 400]
    ];
    it.each(rows)('%s %s: %i %s', async (method, url, status, allow) => {
        const answer = await world.server.inject({ method, url, headers: AS.backEnd });
        expect(answer.statusCode).toBe(status);
        expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
        expect(answer.json()).toMatchObject({ status, instance: answer.headers['x-request-id'] });
        expect(answer.headers.allow).toBe(allow);
    });
});

/** What a query language, a log or a terminal could trip over. */
const nasty = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 90 }),
    fc.constantFrom(
        "' OR Id != '",
        "\\' OR 1=1 --",
        "%' LIMIT 1",
        '{0}',
        '${x}',
        '+44\u202d2079\u202c',
        '__proto__',
        'Account.Name)',
        '\u0000',
        '0'.repeat(64),
        '+',
        '+0',
        '++++',
        ADA,
        ENTRY
    )
);

describe('whatever is sent', () => {
    it('is never answered with 5xx: any JSON in any field', async () => {
        await fc.assert(
            fc.asyncProperty(
                fc.constantFrom(...FIELDS),
                fc.oneof(nasty, fc.jsonValue({ maxDepth: 3 })),
                fc.constantFrom('manual', 'clickToDial', 'connect'),
                fc.constantFrom(AS.backEnd, AS.ada),
                fc.constantFrom('/v1/decisions', '/v1/decisions/explain'),
                async (field, value, channel, who, url) => {
                    const answer = await send({ ...GOOD, channel, [field]: value }, who, url);
                    expect(answer.statusCode).toBeLessThan(500);
                    if (answer.statusCode !== 200) {
                        const { status, errors } = answer.json();
                        expect(status).toBe(answer.statusCode);
                        expect(errors.length).toBeGreaterThan(0);
                    }
                }
            ),
            { numRuns: 500 }
        );
    });

    it('is never answered with 5xx: any bytes as the body', async () => {
        await fc.assert(
            fc.asyncProperty(
                fc.oneof(fc.json(), fc.string({ unit: 'binary' })),
                fc.constantFrom('/v1/decisions', '/v1/decisions/batch'),
                async (payload, url) => {
                    const { statusCode } = await send(payload, {}, url);
                    expect(statusCode === 200 || (statusCode >= 400 && statusCode < 500)).toBe(
                        true
                    );
                }
            ),
            { numRuns: 300 }
        );
    });

    it('is never answered with 5xx: anything in the path', async () => {
        await fc.assert(
            fc.asyncProperty(nasty, async (id) => {
                const answer = await world.server.inject({
                    url: `/v1/agents/${encodeURIComponent(id)}/callback-numbers`,
                    headers: AS.backEnd
                });
                expect(answer.statusCode).toBeLessThan(500);
            }),
            { numRuns: 200 }
        );
    });

    it('reaches the log with the dial as it was: nothing is cut or changed silently', async () => {
        const number = "020 7946 0958' OR Id != '";
        await send({ ...GOOD, number, dialKey: 'nasty-1' });
        await world.service.flush();
        const logged = world.org.log.get(`${ADA}:nasty-1`);
        expect(logged?.dialedNumber).toBe(number);
    });
});
