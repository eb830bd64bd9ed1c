import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AgentId, E164 } from '#resolver';
import {
    CallRefused,
    WebhookForged,
    type CallToPlace,
    type ConnectedTelephony,
    type WebhookRequest
} from '../port.ts';
import { startVonageApi, type Forgery, type VonageApi } from '../testing/vonageApi.ts';
import { createVonageTelephony } from './vonage.ts';

const APPLICATION = 'c2e7a6a0-3d5b-4a8e-9b60-0c6f2d3f7a11';
const SECRET = 'a signature secret of this test';
const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2_048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' }
});
const CALL: CallToPlace = {
    agentId: '005000000000001AAA' as AgentId,
    number: '+442079460958',
    callbackNumber: '+441314960120' as E164,
    dialKey: 'dial-1'
};

let api: VonageApi;
let heard: Listener;
let vonage: ConnectedTelephony;

/** What a webhook sends, and where. */
interface Listener {
    readonly url: string;
    readonly requests: WebhookRequest[];
    close(): Promise<void>;
}

async function listen(): Promise<Listener> {
    const { default: Fastify } = await import('fastify');
    const server = Fastify();
    server.removeAllContentTypeParsers();
    server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) =>
        done(null, body)
    );
    const requests: WebhookRequest[] = [];
    server.post('/telephony/vonage/events', async (request, reply) => {
        requests.push({
            url: request.url,
            headers: request.headers as WebhookRequest['headers'],
            body: request.body as string
        });
        return reply.code(204).send();
    });
    return {
        url: await server.listen({ host: '127.0.0.1', port: 0 }),
        requests,
        close: () => server.close()
    };
}

const telephonyOf = (apiUrl: string, key = privateKey, answersWithinMs?: number) =>
    createVonageTelephony(
        {
            applicationId: APPLICATION,
            privateKey: key,
            signatureSecret: SECRET,
            apiUrl,
            agentDevice: 'app:{agentId}',
            webhookUrl: heard.url
        },
        answersWithinMs
    );

beforeAll(async () => {
    api = await startVonageApi({ applicationId: APPLICATION, publicKey, signatureSecret: SECRET });
    heard = await listen();
    vonage = telephonyOf(api.url);
});
afterAll(async () => {
    await api.close();
    await heard.close();
});
beforeEach(() => void (heard.requests.length = 0));

const refused = (telephony = vonage, call = CALL) =>
    telephony.telephony.placeCall(call).then(
        () => undefined,
        (error: unknown) => error as CallRefused
    );

describe('A call through Vonage', () => {
    it('is one request, for a call with the callback number and no other', async () => {
        const before = api.calls.length;
        const placed = await vonage.telephony.placeCall(CALL);
        expect(api.calls.slice(before)).toMatchObject([
            {
                from: '+441314960120',
                callbackNumber: '+441314960120',
                number: '+442079460958',
                device: 'app:005000000000001AAA'
            }
        ]);
        expect(placed).toEqual({ status: 'started', callId: api.calls.at(-1)!.conversationUuid });
    });

    it('reaches a SIP device, and a short number', async () => {
        const sip = createVonageTelephony({
            applicationId: APPLICATION,
            privateKey,
            signatureSecret: SECRET,
            apiUrl: api.url,
            agentDevice: 'sip:{agentId}@pbx.example.com',
            webhookUrl: heard.url
        });
        await sip.telephony.placeCall({ ...CALL, number: '999' });
        expect(api.calls.at(-1)).toMatchObject({
            device: 'sip:005000000000001AAA@pbx.example.com',
            number: '999'
        });
    });

    it('is transferred with a number of its own: the person is connected, and the agent let go', async () => {
        const { callId } = await vonage.telephony.placeCall(CALL);
        const transfer = { ...CALL, number: '+4930901820', joins: callId!, agentLeaves: true };
        // Nothing is known of the person's leg before an event has named it.
        await expect(vonage.telephony.placeCall(transfer)).rejects.toMatchObject({
            code: 'CALL_NOT_STARTED'
        });
        await api.sendEvent(api.calls.at(-1)!, { status: 'answered', uuid: 'leg-of-the-person' });
        await vonage.webhook!.read(heard.requests.at(-1)!);
        const before = api.calls.length;
        expect(await vonage.telephony.placeCall(transfer)).toEqual({ status: 'started' });
        expect(api.transfers.at(-1)).toEqual({
            leg: 'leg-of-the-person',
            callbackNumber: '+441314960120',
            number: '+4930901820'
        });
        expect(api.calls).toHaveLength(before);
    });

    it('is ended on the leg of the agent', async () => {
        const { callId } = await vonage.telephony.placeCall(CALL);
        await vonage.telephony.endCall!(callId!);
        expect(api.ended.at(-1)).toBe(api.calls.at(-1)!.uuid);
    });
});

describe('A call that Vonage refuses', () => {
    it.each([
        ['callerIdNotVerified', 'CALLER_ID_REFUSED', 'not verified for this account'],
        ['numberInvalid', 'NUMBER_REFUSED', 'cannot be called'],
        ['rateLimit', 'TELEPHONY_BUSY', 'Rate Limit Hit'],
        ['unauthorized', 'CALL_NOT_STARTED', 'Unauthorized'],
        ['internal', 'CALL_NOT_STARTED', '500']
    ] as const)('is told with its reason: %s', async (kind, code, words) => {
        const before = api.calls.length;
        api.refuseNext(kind);
        const error = await refused();
        expect(error).toBeInstanceOf(CallRefused);
        expect(error).toMatchObject({ code, reason: expect.stringContaining(words) });
        // Never asked twice: a person may be ringing already.
        expect(api.calls).toHaveLength(before + 1);
    });

    it('because the key is of another application, does not tell the key', async () => {
        const { privateKey: other } = generateKeyPairSync('rsa', {
            modulusLength: 2_048,
            publicKeyEncoding: { type: 'spki', format: 'pem' },
            privateKeyEncoding: { type: 'pkcs8', format: 'pem' }
        });
        const error = await refused(telephonyOf(api.url, other));
        expect(error).toMatchObject({ code: 'CALL_NOT_STARTED' });
        expect(error!.reason).not.toContain('PRIVATE');
    });

    it('since it cannot be reached is not started', async () => {
        const dead = await startVonageApi({
            applicationId: APPLICATION,
            publicKey,
            signatureSecret: SECRET
        });
        await dead.close();
        expect(await refused(telephonyOf(dead.url))).toMatchObject({
            code: 'CALL_NOT_STARTED',
            reason: 'It cannot be reached.'
        });
    });
});

it('A Vonage that does not answer is not waited for, and not asked again', async () => {
    const before = api.calls.length;
    api.hang(true);
    const error = await refused(telephonyOf(api.url, privateKey, 200));
    api.hang(false);
    expect(error).toMatchObject({
        code: 'CALL_NOT_STARTED',
        reason: 'It gave no answer in time.'
    });
    expect(api.calls).toHaveLength(before);
});

it('A refusal of Vonage that stops half-way is not waited for', async () => {
    const stopsHalfWay = createServer((_request, response) => {
        response.writeHead(400, { 'content-type': 'application/problem+json' });
        response.write('{"title":');
    });
    await once(stopsHalfWay.listen(0, '127.0.0.1'), 'listening');
    const { port } = stopsHalfWay.address() as AddressInfo;
    const error = await refused(telephonyOf(`http://127.0.0.1:${port}`, privateKey, 200));
    stopsHalfWay.closeAllConnections();
    stopsHalfWay.close();
    expect(error).toMatchObject({ code: 'CALL_NOT_STARTED', reason: 'It answered 400.' });
});

describe('A webhook of Vonage', () => {
    /** As it arrived; the test reads it. */
    async function sent(event: object, forgery?: Forgery): Promise<WebhookRequest> {
        await vonage.telephony.placeCall(CALL);
        expect(await api.sendEvent(api.calls.at(-1)!, event, forgery)).toBe(204);
        return heard.requests.at(-1)!;
    }
    const read = async (event: object, forgery?: Forgery) =>
        vonage.webhook!.read(await sent(event, forgery));

    it.each([
        [{ status: 'ringing' }, 'ringing'],
        [{ status: 'answered' }, 'answered'],
        [{ status: 'completed' }, 'ended'],
        [{ status: 'busy' }, 'ended'],
        [{ status: 'unanswered' }, 'ended']
    ])('%j is news of the call', async (event, status) => {
        expect(await read(event)).toEqual({
            callId: api.calls.at(-1)!.conversationUuid,
            status
        });
    });

    it.each([
        ['restricted', 'CALLER_ID_REFUSED'],
        ['invalid_number', 'NUMBER_REFUSED'],
        ['internal_error', 'CALL_NOT_STARTED']
    ])('says why a call failed: %s', async (detail, code) => {
        expect(await read({ status: 'rejected', detail })).toMatchObject({
            status: 'failed',
            refusal: { code, reason: detail }
        });
    });

    it('of a person who declines tells of a call that was made; of an agent who does, of one that was not', async () => {
        const declined = { status: 'rejected', detail: 'declined' };
        expect(await read(declined)).toMatchObject({ status: 'ended' });
        expect(await read({ ...declined, to: '005000000000001AAA' })).toMatchObject({
            status: 'failed',
            refusal: { code: 'CALL_NOT_STARTED' }
        });
    });

    it('that the device of the agent does not answer means that nobody was called', async () => {
        expect(await read({ status: 'unanswered', to: '005000000000001AAA' })).toMatchObject({
            status: 'failed',
            refusal: { code: 'CALL_NOT_STARTED', reason: expect.stringContaining('own device') }
        });
    });

    it('that the device of the agent rings is no news, nor is a status nobody knows', async () => {
        expect(await read({ status: 'ringing', to: '005000000000001AAA' })).toBeUndefined();
        expect(await read({ status: 'machine' })).toBeUndefined();
    });

    it.each([
        ['signed with another secret', { secret: 'another secret' }],
        ['with another body than was signed', { body: '{"status":"completed"}' }],
        ['that is an hour old', { issuedAt: Math.floor(Date.now() / 1_000) - 3_600 }]
    ])('%s is not believed', async (_what, forgery) => {
        const request = await sent({ status: 'completed' }, forgery);
        await expect(vonage.webhook!.read(request)).rejects.toBeInstanceOf(WebhookForged);
    });

    it('without a signature is not believed', async () => {
        const request = { ...(await sent({ status: 'completed' })), headers: {} };
        await expect(vonage.webhook!.read(request)).rejects.toBeInstanceOf(WebhookForged);
    });
});
