import { once } from 'node:events';
import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Server } from './server.ts';
import { ADA, selecting } from './testing/testOrg.ts';
import { AS, startTestServer, type TestServer } from './testing/testServer.ts';

/** What only shows on a real connection. */
let world: TestServer;
let port: number;
let closing: Promise<void>;
let started: Promise<TestServer>;
const open: Socket[] = [];

beforeEach(async () => {
    closing = new Promise((resolve) => {
        const prepare = (server: Server) => void server.addHook('preClose', async () => resolve());
        started = startTestServer({ answerWithinMs: 300, prepare });
    });
    world = await started;
    await world.server.listen({ host: '127.0.0.1', port: 0 });
    port = (world.server.server.address() as AddressInfo).port;
});
afterEach(async () => {
    open.splice(0).forEach((socket) => socket.destroy());
    await world.close();
});

const DIAL = JSON.stringify({ agentId: ADA, channel: 'manual', number: '+15550100' });

/** Writes bytes as they are, and reads until the server ends the connection. */
async function raw(...parts: string[]): Promise<string> {
    const socket = connect(port, '127.0.0.1');
    open.push(socket);
    socket.write(parts.join('\r\n'));
    return text(socket);
}

function start(path: string, headers: object): ClientRequest {
    return httpRequest({
        port,
        host: '127.0.0.1',
        method: 'POST',
        path,
        headers: { ...AS.backEnd, ...headers }
    });
}

async function answerOf(request: ClientRequest): Promise<{ status?: number; body: string }> {
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    return { status: response.statusCode, body: await text(response) };
}

describe('a body of 10 MB', () => {
    it('is refused with 413 before it is read', async () => {
        const request = start('/v1/decisions', {
            'content-type': 'application/json',
            'content-length': 10 * 1024 * 1024
        });
        request.write(Buffer.alloc(65_536, 0x20));
        const { status, body } = await answerOf(request);
        expect(status).toBe(413);
        expect(JSON.parse(body)).toMatchObject({ code: 'BODY_TOO_LARGE' });
        request.on('error', () => undefined);
        request.destroy();
    });

    it('is refused with 413 when its length is not told', async () => {
        const request = start('/v1/decisions', {
            'content-type': 'application/json',
            'transfer-encoding': 'chunked'
        });
        request.on('error', () => undefined);
        request.write(Buffer.alloc(70_000, 0x20));
        expect((await answerOf(request)).status).toBe(413);
        request.destroy();
    });
});

describe('a client that sends slowly', () => {
    it('is answered 408 and let go of', async () => {
        const answer = await raw(
            'POST /v1/decisions HTTP/1.1',
            'host: x',
            'content-type: application/json',
            `authorization: ${AS.backEnd.authorization}`,
            'content-length: 1000',
            '',
            '{"channel":'
        );
        expect(answer).toMatch(/^HTTP\/1\.1 408 /);
        expect(answer).toContain('"code":"REQUEST_TIMEOUT"');
        expect(answer.toLowerCase()).toContain('connection: close');
    });

    it('has ten seconds for its headers and five minutes for everything', () => {
        const { headersTimeout, requestTimeout, timeout } = world.server.server;
        expect([headersTimeout, requestTimeout, timeout]).toEqual([10_000, 300_000, 60_000]);
    });
});

describe('what is not HTTP', () => {
    it.each([
        [['GET / HTP/1.1', '', ''], 400, 'BAD_REQUEST'],
        [
            ['GET /v1/x HTTP/1.1', 'host: x', `x-long: ${'x'.repeat(20_000)}`, '', ''],
            431,
            'HEADERS_TOO_LARGE'
        ],
        [
            [
                'POST / HTTP/1.1',
                'host: x',
                'content-length: 1',
                'transfer-encoding: chunked',
                '',
                ''
            ],
            400,
            'BAD_REQUEST'
        ]
    ])('is answered with a problem (%#)', async (parts, status, code) => {
        const answer = await raw(...parts);
        expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
        const body = JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')));
        expect(body).toMatchObject({ status, code });
    });
});

describe('a batch over a connection', () => {
    it('is answered line by line while it is still being sent', async () => {
        const request = start('/v1/decisions/batch', { 'content-type': 'application/x-ndjson' });
        request.write(`${DIAL}\n`.repeat(1_500));
        const [response] = (await once(request, 'response')) as [IncomingMessage];
        let received = '';
        for await (const chunk of response) {
            received += String(chunk);
            if (!request.writableEnded && received.includes('"type":"progress","done":1000')) {
                request.end(`${DIAL}\n`);
            }
        }
        const lines = received.trimEnd().split('\n');
        expect(JSON.parse(lines.at(-1)!)).toMatchObject({ complete: true, dials: 1_501 });
    });

    it('stops when the client goes away in the middle of the answer', async () => {
        const request = start('/v1/decisions/batch', { 'content-type': 'application/json' });
        request.on('error', () => undefined);
        request.end(`{"dials":[${Array(10_000).fill(DIAL).join(',')}]}`);
        const [response] = (await once(request, 'response')) as [IncomingMessage];
        await once(response, 'data');
        request.destroy();
        await world.logged('client went away');
        const { dials, complete } = world.logLines().at(-1)!;
        expect(dials).toBeLessThan(10_000);
        expect(complete).toBe(false);
    });

    it('stops when the client goes away, and makes room for others', async () => {
        const endless = start('/v1/decisions/batch', { 'content-type': 'application/x-ndjson' });
        endless.on('error', () => undefined);
        endless.write(`${DIAL}\n`.repeat(1_000));
        const [response] = (await once(endless, 'response')) as [IncomingMessage];
        await once(response, 'data');
        endless.destroy();
        await world.logged('"route":"/v1/decisions/batch"');
        expect(world.logLines().at(-1)).toMatchObject({ status: 499, msg: 'client went away' });
    });
});

describe('a service that is asked to stop', () => {
    it('finishes what is under way and takes no more', async () => {
        let release = () => {};
        const asked = new Promise<void>((under) => {
            selecting(world.org, () => {
                under();
                return new Promise((resolve) => {
                    release = () => resolve({ status: 'answered', number: null });
                });
            });
        });
        const body = DIAL.replace('manual', 'clickToDial');
        const socket = connect(port, '127.0.0.1');
        open.push(socket);
        socket.write(
            [
                'POST /v1/decisions HTTP/1.1',
                'host: x',
                'content-type: application/json',
                `authorization: ${AS.backEnd.authorization}`,
                `content-length: ${body.length}`,
                '',
                body
            ].join('\r\n')
        );
        await asked;
        const closed = world.server.close();
        await closing;
        const second = once(world.server.server, 'request');
        socket.write('GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n');
        await second;
        release();
        const answers = await text(socket);
        expect(answers).toMatch(/^HTTP\/1\.1 200 /);
        expect(answers).toContain('"outcome":"presented"');
        expect(answers).toContain('HTTP/1.1 503 ');
        expect(answers).toContain('"code":"SHUTTING_DOWN"');
        await closed;
        await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
    });
});
