import { createHash, randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyReply } from 'fastify';
import { importSPKI, jwtVerify, SignJWT } from 'jose';
import type { Static } from 'typebox';
import { Value } from 'typebox/value';
import {
    CreateCall,
    ERRORS,
    REFUSALS,
    UpdateCall,
    type Connect,
    type VonageRefusal
} from './vonageShapes.ts';

/**
 * A stand-in of the vendor's Voice API on loopback, for tests, journeys and the benchmark. It holds
 * every request against the shapes that the vendor publishes (Voice API, OpenAPI document
 * `voice` 1.x: `POST /v1/calls`, `PUT /v1/calls/{uuid}`; errors as in "API errors"), checks the
 * signature of its token, and answers as documented. It calls nobody.
 */

/** A request for a call, as it arrived. */
export interface VonageCall {
    readonly uuid: string;
    readonly conversationUuid: string;
    /** The number presented to the person called, E.164. */
    readonly callbackNumber: string;
    /** The number presented on the leg to the agent's own device, E.164. */
    readonly from: string;
    /** The person called, E.164 or as dialled. */
    readonly number: string;
    /** Of the agent: `app:…`, `sip:…`. */
    readonly device: string;
    readonly eventUrl: string;
    /** Milliseconds since 1970, with fractions. */
    readonly at: number;
}

/** A leg that is connected anew. */
export interface VonageTransfer {
    readonly leg: string;
    /** E.164. */
    readonly callbackNumber: string;
    readonly number: string;
}

export interface VonageApi {
    readonly url: string;
    /** Every request for a call that had the right shape, refused ones too; the oldest first. */
    readonly calls: readonly VonageCall[];
    /** Legs that were hung up. */
    readonly ended: readonly string[];
    /** Legs that were connected anew, with what they were connected to. */
    readonly transfers: readonly VonageTransfer[];
    /** The next request for a call. */
    received(): Promise<VonageCall>;
    refuseNext(kind: VonageRefusal): void;
    /** Nothing is answered from now on, until told otherwise. */
    hang(hangs: boolean): void;
    /** A signed webhook about a call. @returns the status it was answered with */
    sendEvent(call: VonageCall, event: object, forge?: Forgery): Promise<number>;
    close(): Promise<void>;
}

/** What is wrong with a webhook. */
export interface Forgery {
    readonly secret?: string;
    /** Signed, but another body is sent. */
    readonly body?: string;
    readonly issuedAt?: number;
}

export interface VonageApiOptions {
    readonly applicationId: string;
    /** PEM, of the application. */
    readonly publicKey: string;
    readonly signatureSecret: string;
}

export async function startVonageApi(options: VonageApiOptions): Promise<VonageApi> {
    const server = Fastify();
    const publicKey = await importSPKI(options.publicKey, 'RS256');
    const calls: VonageCall[] = [];
    const ended: string[] = [];
    const transfers: VonageTransfer[] = [];
    const arrivals = new EventEmitter<{ call: [VonageCall] }>();
    let refusal: VonageRefusal | undefined;
    let hangs = false;
    let lastProgress = Promise.resolve(0);

    const refuse = (reply: FastifyReply, kind: VonageRefusal) => {
        const [status, body] = REFUSALS[kind];
        return reply.code(status).type('application/problem+json').send(body);
    };

    server.addHook('onRequest', async (request, reply) => {
        if (!request.url.startsWith('/v1/')) {
            return;
        }
        const token = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
        try {
            const { payload } = await jwtVerify(token, publicKey, { algorithms: ['RS256'] });
            if (payload['application_id'] !== options.applicationId || !payload.jti) {
                throw new Error('Of another application.');
            }
        } catch {
            return refuse(reply, 'unauthorized');
        }
    });

    server.post('/v1/calls', async (request, reply) => {
        if (hangs) {
            return new Promise<never>(() => undefined);
        }
        const [wrong] = Value.Errors(CreateCall, request.body);
        if (wrong) {
            return reply.code(400).send({
                type: `${ERRORS}#invalid-params`,
                title: 'Bad Request',
                detail: `${wrong.instancePath} ${wrong.message}`
            });
        }
        const call = callOf(request.body as CreateCall);
        calls.push(call);
        arrivals.emit('call', call);
        if (refusal !== undefined) {
            const kind = refusal;
            refusal = undefined;
            return refuse(reply, kind);
        }
        return reply.code(201).send({
            uuid: call.uuid,
            status: 'started',
            direction: 'outbound',
            conversation_uuid: call.conversationUuid
        });
    });

    server.put<{ Params: { uuid: string } }>('/v1/calls/:uuid', async (request, reply) => {
        const { body, params } = request;
        if (!Value.Check(UpdateCall, body)) {
            return reply.code(400).send({ type: `${ERRORS}#invalid-params`, title: 'Bad Request' });
        }
        if (body.action === 'hangup') {
            ended.push(params.uuid);
        } else {
            const [connect] = body.destination.ncco;
            transfers.push({ leg: params.uuid, ...numbersOf(connect) });
        }
        return reply.code(204).send();
    });

    /** For journeys, which are in another process. */
    server.get('/_received', async () => calls);
    server.post('/_forget', async (_request, reply) => {
        calls.length = 0;
        return reply.code(204).send();
    });
    server.post<{ Body: { kind: VonageRefusal } }>('/_refuse', async (request, reply) => {
        refusal = request.body.kind;
        return reply.code(204).send();
    });
    server.post<{ Body: object }>('/_event', async (request, reply) => {
        const call = calls.at(-1)!;
        lastProgress = lastProgress.then(() => sendEvent(call, request.body as object));
        return reply.code((await lastProgress) < 300 ? 204 : 502).send();
    });

    async function sendEvent(
        call: VonageCall,
        event: object,
        { secret, body, issuedAt }: Forgery = {}
    ): Promise<number> {
        const text = JSON.stringify({
            uuid: randomUUID(),
            conversation_uuid: call.conversationUuid,
            from: call.callbackNumber.slice(1),
            to: call.number.replace(/^\+/, ''),
            direction: 'outbound',
            timestamp: new Date().toISOString(),
            ...event
        });
        const token = await new SignJWT({
            payload_hash: createHash('sha256').update(text).digest('hex'),
            application_id: options.applicationId
        })
            .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
            .setIssuer('Vonage')
            .setJti(randomUUID())
            .setIssuedAt(issuedAt)
            .sign(new TextEncoder().encode(secret ?? options.signatureSecret));
        const answer = await fetch(call.eventUrl, {
            method: 'POST',
            headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
            body: body ?? text
        });
        return answer.status;
    }

    await server.listen({ host: '127.0.0.1', port: 0 });
    const { port } = server.server.address() as AddressInfo;
    return {
        url: `http://127.0.0.1:${port}`,
        calls,
        ended,
        transfers,
        received: async () => (await once(arrivals, 'call'))[0] as VonageCall,
        refuseNext: (kind) => (refusal = kind),
        hang: (now) => void (hangs = now),
        sendEvent,
        async close() {
            server.server.closeAllConnections();
            await server.close();
        }
    };
}

function callOf({
    to: [device],
    from,
    ncco: [connect],
    event_url: [eventUrl]
}: CreateCall): VonageCall {
    return {
        uuid: randomUUID(),
        conversationUuid: `CON-${randomUUID()}`,
        ...numbersOf(connect),
        from: `+${from.number}`,
        device: device.type === 'app' ? `app:${device.user}` : 'uri' in device ? device.uri : '',
        eventUrl,
        at: performance.timeOrigin + performance.now()
    };
}

function numbersOf({ from, endpoint: [called] }: Static<typeof Connect>) {
    return {
        callbackNumber: `+${from}`,
        number: called.type === 'phone' ? e164(called.number) : ''
    };
}

/** Short numbers have no country. */
function e164(digits: string): string {
    return digits.length > 6 ? `+${digits}` : digits;
}
