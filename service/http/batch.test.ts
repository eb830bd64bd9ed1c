import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServiceError } from '../errors.ts';
import { ADA, BEN, CAMPAIGN } from './testing/testOrg.ts';
import { AS, startTestServer, type TestServer } from './testing/testServer.ts';

let world: TestServer;
beforeAll(async () => {
    world = await startTestServer();
});
afterAll(() => world.close());

interface Line {
    readonly type: string;
    readonly index?: number;
    readonly [name: string]: unknown;
}

const GOOD = { agentId: ADA, channel: 'manual', number: '+15550100' };
const linesOf = (text: string): Line[] =>
    text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Line);

function sendJson(dials: unknown, headers: object = AS.backEnd, server = world.server) {
    return server.inject({
        method: 'POST',
        url: '/v1/decisions/batch',
        payload: { dials },
        headers: { ...headers }
    });
}

function sendLines(text: string | Buffer, headers: object = AS.backEnd) {
    return world.server.inject({
        method: 'POST',
        url: '/v1/decisions/batch',
        payload: Readable.from([text].flat()),
        headers: { 'content-type': 'application/x-ndjson', ...headers }
    });
}

describe('POST /v1/decisions/batch', () => {
    it('answers a line a dial in the same order, a problem in its place, and a summary', async () => {
        const answer = await sendJson([
            { ...GOOD, dialKey: 'b-1' },
            { ...GOOD, number: '' },
            { ...GOOD, agentId: '005000000000009AAA' },
            { channel: 'manual', number: '1' },
            { ...GOOD, dialKey: 'b-5' }
        ]);
        expect(answer.statusCode).toBe(200);
        expect(answer.headers['content-type']).toBe('application/x-ndjson');
        const lines = linesOf(answer.body);
        expect(lines.map(({ type, index }) => [type, index])).toEqual([
            ['decision', 0],
            ['problem', 1],
            ['decision', 2],
            ['problem', 3],
            ['decision', 4],
            ['progress', undefined],
            ['summary', undefined]
        ]);
        expect(lines[0].decision).toMatchObject({ outcome: 'presented', dialKey: 'b-1' });
        expect(lines[1].problem).toMatchObject({
            code: 'INVALID_REQUEST',
            errors: [{ field: 'number', message: 'must not be empty' }]
        });
        expect(lines[2].decision).toMatchObject({ outcome: 'blocked', errorCode: 'UNKNOWN_AGENT' });
        expect(lines[3].problem).toMatchObject({ errors: [{ field: 'agentId' }] });
        expect(lines[5]).toEqual({ type: 'progress', done: 5, total: 5 });
        expect(lines[6]).toEqual({
            type: 'summary',
            complete: true,
            dials: 5,
            presented: 2,
            blocked: 1,
            problems: 2
        });
    });

    it('takes one dial a line as a stream; a bad line is a problem of its own', async () => {
        const long = JSON.stringify({ ...GOOD, number: 'x'.repeat(70_000) });
        const text = [
            JSON.stringify(GOOD),
            '',
            '{"channel":',
            '{"number":"1","number":"2"}',
            long,
            `${JSON.stringify(GOOD)}\r`,
            '   ',
            JSON.stringify(GOOD)
        ].join('\n');
        const lines = linesOf((await sendLines(text)).body);
        expect(lines.map(({ type, problem }) => [type, (problem as Line)?.code])).toEqual([
            ['decision', undefined],
            ['problem', 'MALFORMED_JSON'],
            ['problem', 'MALFORMED_JSON'],
            ['problem', 'BODY_TOO_LARGE'],
            ['decision', undefined],
            ['decision', undefined],
            ['progress', undefined],
            ['summary', undefined]
        ]);
    });

    it('refuses bytes that are no UTF-8 in their line alone', async () => {
        const line = Buffer.from(`${JSON.stringify(GOOD)}\n`);
        const bad = Buffer.concat([Buffer.from([0x22, 0xff, 0x22, 0x0a]), line]);
        const [first, second] = linesOf((await sendLines(bad)).body);
        expect(first.problem).toMatchObject({ detail: 'The line is not UTF-8.' });
        expect(second.type).toBe('decision');
    });

    it('reads lines that are cut anywhere by the network', async () => {
        const text = `${JSON.stringify({ ...GOOD, number: '+4930 – ü' })}\n`.repeat(3);
        const bytes = Buffer.from(text);
        const pieces = Array.from(bytes, (_, at) => bytes.subarray(at, at + 1));
        const answer = await world.server.inject({
            method: 'POST',
            url: '/v1/decisions/batch',
            payload: Readable.from(pieces),
            headers: { 'content-type': 'application/x-ndjson', ...AS.backEnd }
        });
        expect(linesOf(answer.body).at(-1)).toMatchObject({ dials: 3, presented: 3 });
    });

    it('keeps the order and tells the progress over thousands of dials', async () => {
        const dials = Array.from({ length: 2_500 }, (_, at) =>
            at % 7 === 3 ? { bad: true } : { ...GOOD, dialKey: `k-${at}` }
        );
        const lines = linesOf((await sendJson(dials)).body);
        const answered = lines.filter(({ index }) => index !== undefined);
        expect(answered.map(({ index }) => index)).toEqual(dials.map((_, at) => at));
        for (const { index, type, decision } of answered) {
            expect(type).toBe(index! % 7 === 3 ? 'problem' : 'decision');
            if (type === 'decision') {
                expect((decision as Line).dialKey).toBe(`k-${index}`);
            }
        }
        expect(lines.filter(({ type }) => type === 'progress')).toEqual([
            { type: 'progress', done: 1_000, total: 2_500 },
            { type: 'progress', done: 2_000, total: 2_500 },
            { type: 'progress', done: 2_500, total: 2_500 }
        ]);
        expect(lines.at(-1)).toMatchObject({ complete: true, dials: 2_500 });
    });

    it("decides an agent's dials for that agent only", async () => {
        const lines = linesOf(
            (
                await sendJson(
                    [
                        { channel: 'manual', number: '1' },
                        { ...GOOD, agentId: BEN },
                        { channel: 'connect', number: '1', dialListId: CAMPAIGN }
                    ],
                    AS.ada
                )
            ).body
        );
        expect(lines[0].decision).toMatchObject({ agentId: ADA });
        expect(lines[1].problem).toMatchObject({ code: 'OTHER_AGENT', status: 403 });
        expect(lines[2].problem).toMatchObject({ errors: [{ field: 'dialListId' }] });
    });

    it.each([
        ['no dials', [], 400, 'dials'],
        ['no list', {}, 400, 'dials'],
        ['too many', Array.from({ length: 10_001 }, () => 1), 400, 'dials']
    ])('refuses %s', async (_, dials, status, field) => {
        const answer = await sendJson(dials);
        expect(answer.statusCode).toBe(status);
        expect(answer.json().errors[0].field).toBe(field);
    });

    it('refuses more than 5 MB at once, and unknown fields beside the dials', async () => {
        const large = await sendJson(['x'.repeat(5 * 1024 * 1024)]);
        expect(large.statusCode).toBe(413);
        const unknown = await world.server.inject({
            method: 'POST',
            url: '/v1/decisions/batch',
            payload: { dials: [GOOD], more: 1 },
            headers: AS.backEnd
        });
        expect(unknown.json().errors).toEqual([{ field: 'more', message: 'is not a known field' }]);
    });

    it('answers an empty stream with a summary of nothing', async () => {
        expect(linesOf((await sendLines('')).body)).toEqual([
            {
                type: 'summary',
                complete: true,
                dials: 0,
                presented: 0,
                blocked: 0,
                problems: 0
            }
        ]);
    });

    it('says in the summary that it broke off', async () => {
        const broken = await startTestServer({
            service: {
                ...world.service,
                // eslint-disable-next-line require-yield -- it breaks before the first answer
                async *decideAll() {
                    throw new ServiceError('ORG_UNREACHABLE');
                }
            }
        });
        const lines = linesOf((await sendJson([GOOD], AS.backEnd, broken.server)).body);
        expect(lines).toEqual([
            expect.objectContaining({
                type: 'summary',
                complete: false,
                dials: 0,
                problem: expect.objectContaining({ code: 'ORG_UNREACHABLE' })
            })
        ]);
        await broken.close();
    });

    it('takes a few batches at once and refuses more with 429', async () => {
        let release = () => {};
        const gate = new Promise<void>((resolve) => (release = resolve));
        const held = await startTestServer({
            batchesAtOnce: 1,
            service: {
                ...world.service,
                async *decideAll(dials) {
                    await gate;
                    yield* world.service.decideAll(dials);
                }
            }
        });
        const first = sendJson([GOOD], AS.backEnd, held.server).then((answer) => answer);
        const second = await sendJson([GOOD], AS.backEnd, held.server);
        expect(second.statusCode).toBe(429);
        expect(second.headers['retry-after']).toBe('5');
        release();
        expect(linesOf((await first).body).at(-1)).toMatchObject({ complete: true });
        const third = await sendJson([GOOD], AS.backEnd, held.server);
        expect(third.statusCode).toBe(200);
        await held.close();
    });
});
