import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEdge, type Edge } from './testing/edge.ts';
import { findSipPrograms } from './testing/sipp.ts';
import { telephonesCall } from './testing/telephones.ts';
import { startTrunk, type Trunk } from './testing/trunk.ts';

const NUMBER = '+442079460110';
const LINE = { line: '70411', password: 'a-word', agentId: '005000000000001AAA' };

const here = findSipPrograms();

describe.skipIf(!here)('What gets past the SIP edge (needs kamailio and sipp)', () => {
    let asked: unknown[] = [];
    let trunk: Trunk;
    let edge: Edge;
    const service = createServer(async (request, response) => {
        const chunks = await request.toArray();
        asked.push(JSON.parse(String(Buffer.concat(chunks))));
        response
            .writeHead(200, { 'content-type': 'application/json' })
            .end(JSON.stringify({ outcome: 'presented', callbackNumber: NUMBER }));
    });

    beforeAll(async () => {
        service.listen(0, '127.0.0.1');
        await once(service, 'listening');
        trunk = await startTrunk('trunkHangsUp');
        edge = await startEdge({
            serviceUrl: `http://127.0.0.1:${(service.address() as AddressInfo).port}`,
            token: 'back-end',
            trunkPort: trunk.port,
            lines: [LINE]
        });
    });
    afterAll(async () => {
        await edge?.close();
        await trunk?.close();
        service.closeAllConnections();
        service.close();
    });

    /** The answer to one request that nobody proved anything for. */
    async function answerTo(method: string, headers: readonly string[]): Promise<string> {
        const socket = createSocket('udp4');
        socket.bind(0, '127.0.0.1');
        await once(socket, 'listening');
        const message = [
            `${method} sip:02079460921@127.0.0.1:${trunk.port} SIP/2.0`,
            `Via: SIP/2.0/UDP 127.0.0.1:${socket.address().port};branch=z9hG4bK${method}`,
            'From: <sip:+442071234567@edge.example>;tag=forged',
            `Call-ID: forged-${method}`,
            `CSeq: 1 ${method}`,
            'Max-Forwards: 70',
            'P-Asserted-Identity: <sip:+442071234567@edge.example>',
            ...headers,
            'Content-Length: 0'
        ];
        socket.send(`${message.join('\r\n')}\r\n\r\n`, edge.port, '127.0.0.1');
        const [answer] = (await once(socket, 'message')) as [Buffer];
        socket.close();
        return /^SIP\/2\.0 (.*)/.exec(String(answer))?.[1] ?? '';
    }

    it.each(['INVITE', 'REFER', 'BYE', 'UPDATE'])(
        'is no %s that only claims to belong to a call',
        async (method) => {
            const forged = [
                'To: <sip:02079460921@edge.example>;tag=forged',
                `Route: <sip:127.0.0.1:${edge.port};lr>`
            ];
            expect(await answerTo(method, forged)).toBe('481 Call Does Not Exist');
            expect(trunk.received()).toEqual([]);
            expect(asked).toEqual([]);
        }
    );

    it('is no request that wears the mark of the masking itself', async () => {
        const headers = ['To: <sip:02079460921@edge.example>', 'TH: ucv'];
        expect(await answerTo('INVITE', headers)).toBe('400 Not a Header of Yours');
    });

    it('is no registration', async () => {
        const to = 'To: <sip:70411@edge.example>';
        expect(await answerTo('REGISTER', [to])).toBe('405 Method Not Allowed');
    });

    it('is a call, put on hold and hung up on by the other side, without a word of who the telephone is', async () => {
        const before = trunk.received().length;
        const { ok } = await telephonesCall(
            edge,
            [{ ...LINE, number: '02079460922', claims: '442071234567' }],
            { scenario: 'talkative' }
        );
        const received = trunk.received().slice(before);
        expect(ok).toBe(true);
        const methods = new Set(received.map((message) => message.split(' ', 1)[0]));
        expect([...methods]).toEqual(['INVITE', 'ACK', 'INFO', 'SIP/2.0']);
        expect(asked).toHaveLength(1);
        for (const message of received) {
            expect(message).not.toMatch(/70411|442071234567|Refer|^User-Agent: Tele|^X-/m);
        }
        const callers = received.map(
            (message) => /^(?:From|To): .*<sip:(\+\d+)@edge\.example>/m.exec(message)?.[1]
        );
        expect(new Set(callers)).toEqual(new Set([NUMBER]));
        // On hold means: there were two.
        const contents = received.filter((message) => /^o=/m.test(message));
        expect(contents.length).toBeGreaterThanOrEqual(2);
        contents.forEach((message) => expect(message).toMatch(/^o=- /m));
    });

    it('is nothing that is no telephone number', async () => {
        asked = [];
        const { ok } = await telephonesCall(edge, [{ ...LINE, number: '0207%39460' }], {
            refusedWith: 484
        });
        expect(ok).toBe(true);
        expect(asked).toEqual([]);
    });
});
