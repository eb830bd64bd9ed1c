import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { XMLParser } from 'fast-xml-parser';
import Fastify, { type FastifyReply } from 'fastify';
import twilio from 'twilio';
import { Type, type Static } from 'typebox';
import { Value } from 'typebox/value';

/**
 * A stand-in of the vendor's API on loopback, for tests. It holds every request against the shapes
 * that the vendor publishes (OpenAPI document `twilio_api_v2010`: `CreateCall`, `UpdateCall`; TwiML
 * of `<Dial>` and `<Number>`; its list of error codes), checks who asks, and answers as documented.
 * It calls nobody.
 */

/** Why the next request for a call is refused: code, status and words as the vendor documents them. */
export const TWILIO_REFUSALS = {
    callerIdNotVerified: [
        21210,
        400,
        "'From' phone number not verified. The source phone number is not yet verified for your account."
    ],
    numberInvalid: [21211, 400, "The 'To' number is not a valid phone number."],
    notPermitted: [21215, 400, 'Account not authorized to call this number.'],
    rateLimit: [20429, 429, 'Too Many Requests'],
    unauthorized: [20003, 401, 'Authenticate'],
    internal: [20500, 500, 'Internal Server Error']
} as const satisfies Record<string, readonly [code: number, status: number, message: string]>;
export type TwilioRefusal = keyof typeof TWILIO_REFUSALS;

/** A request for a call, as it arrived. */
export interface TwilioCall {
    readonly sid: string;
    /** The number presented on the leg to the agent's own device, E.164. */
    readonly from: string;
    /** The number presented to the person called, E.164. */
    readonly callbackNumber: string;
    /** The person called. */
    readonly number: string;
    /** Of the agent: `client:…`, `sip:…`. */
    readonly device: string;
    readonly statusCallback: string;
}

/** A leg that is connected anew. */
export interface TwilioTransfer {
    readonly leg: string;
    readonly callbackNumber: string;
    readonly number: string;
}

export interface TwilioApi {
    readonly url: string;
    readonly calls: readonly TwilioCall[];
    /** Calls that were hung up. */
    readonly ended: readonly string[];
    /** Legs that were connected anew. */
    readonly transfers: readonly TwilioTransfer[];
    refuseNext(kind: TwilioRefusal): void;
    /** Nothing is answered from now on, until told otherwise. */
    hang(hangs: boolean): void;
    /** A signed status callback, as the vendor would send it. */
    callback(
        fields: Readonly<Record<string, string>>,
        url: string
    ): { readonly headers: Readonly<Record<string, string>>; readonly body: string };
    close(): Promise<void>;
}

export interface TwilioApiOptions {
    readonly accountSid: string;
    readonly authToken: string;
}

const CreateCall = Type.Object(
    {
        To: Type.String({ pattern: '^(client:|sips?:|\\+)' }),
        From: Type.String({ pattern: '^\\+[1-9]\\d{6,14}$' }),
        Twiml: Type.String({ maxLength: 4_000 }),
        StatusCallback: Type.String({ pattern: '^https?://' }),
        StatusCallbackEvent: Type.Optional(Type.String())
    },
    { additionalProperties: false }
);
const Hangup = Type.Object({ Status: Type.Literal('completed') }, { additionalProperties: false });
const Redirect = Type.Object({ Twiml: Type.String() }, { additionalProperties: false });
const Twiml = Type.Object({
    Response: Type.Object(
        {
            Dial: Type.Object(
                {
                    '@callerId': Type.String({ pattern: '^\\+[1-9]\\d{6,14}$' }),
                    Number: Type.Object({
                        '#text': Type.String({ minLength: 1 }),
                        '@statusCallback': Type.String({ pattern: '^https?://' }),
                        '@statusCallbackEvent': Type.String()
                    })
                },
                { additionalProperties: false }
            )
        },
        { additionalProperties: false }
    )
});

const xml = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseTagValue: false,
    ignoreDeclaration: true
});

export async function startTwilioApi({
    accountSid,
    authToken
}: TwilioApiOptions): Promise<TwilioApi> {
    const server = Fastify();
    const calls: TwilioCall[] = [];
    const ended: string[] = [];
    const transfers: TwilioTransfer[] = [];
    let refusal: TwilioRefusal | undefined;
    let hangs = false;
    const credential = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;

    const refuse = (reply: FastifyReply, kind: TwilioRefusal) => {
        const [code, status, message] = TWILIO_REFUSALS[kind];
        return reply.code(status).send({
            code,
            message,
            more_info: `https://www.twilio.com/docs/errors/${code}`,
            status
        });
    };
    const malformed = (reply: FastifyReply, message: string) =>
        reply.code(400).send({ code: 20001, message, status: 400 });

    server.addContentTypeParser(
        'application/x-www-form-urlencoded',
        { parseAs: 'string' },
        (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body))))
    );
    server.addHook('onRequest', async (request, reply) =>
        request.headers.authorization === credential ? undefined : refuse(reply, 'unauthorized')
    );

    const path = `/2010-04-01/Accounts/${accountSid}/Calls`;
    server.post(`${path}.json`, async (request, reply) => {
        if (hangs) {
            return new Promise<never>(() => undefined);
        }
        const body = request.body as Static<typeof CreateCall>;
        if (!Value.Check(CreateCall, body)) {
            return malformed(reply, JSON.stringify([...Value.Errors(CreateCall, body)]));
        }
        const twiml: unknown = xml.parse(body.Twiml);
        if (!Value.Check(Twiml, twiml)) {
            return malformed(reply, JSON.stringify([...Value.Errors(Twiml, twiml)]));
        }
        const { '@callerId': callbackNumber, Number: called } = twiml.Response.Dial;
        const call: TwilioCall = {
            sid: `CA${randomBytes(16).toString('hex')}`,
            from: body.From,
            callbackNumber,
            number: called['#text'],
            device: body.To,
            statusCallback: called['@statusCallback']
        };
        calls.push(call);
        if (refusal !== undefined) {
            const kind = refusal;
            refusal = undefined;
            return refuse(reply, kind);
        }
        return reply.code(201).send({
            sid: call.sid,
            account_sid: accountSid,
            status: 'queued',
            direction: 'outbound-api',
            from: call.from,
            to: call.device
        });
    });

    server.post<{ Params: { sid: string } }>(`${path}/:sid.json`, async (request, reply) => {
        const { body, params } = request;
        if (Value.Check(Hangup, body)) {
            ended.push(params.sid);
            return { sid: params.sid, account_sid: accountSid, status: 'completed' };
        }
        const twiml: unknown = Value.Check(Redirect, body) ? xml.parse(body.Twiml) : undefined;
        if (!Value.Check(Twiml, twiml)) {
            return malformed(reply, 'Neither Status nor Twiml as documented.');
        }
        const { '@callerId': callbackNumber, Number: called } = twiml.Response.Dial;
        transfers.push({ leg: params.sid, callbackNumber, number: called['#text'] });
        return { sid: params.sid, account_sid: accountSid, status: 'in-progress' };
    });

    await server.listen({ host: '127.0.0.1', port: 0 });
    const { port } = server.server.address() as AddressInfo;
    return {
        url: `http://127.0.0.1:${port}`,
        calls,
        ended,
        transfers,
        refuseNext: (kind) => void (refusal = kind),
        hang: (now) => void (hangs = now),
        callback: (fields, url) => ({
            headers: {
                'content-type': 'application/x-www-form-urlencoded',
                'x-twilio-signature': twilio.getExpectedTwilioSignature(authToken, url, fields)
            },
            body: new URLSearchParams(fields).toString()
        }),
        async close() {
            server.server.closeAllConnections();
            await server.close();
        }
    };
}
