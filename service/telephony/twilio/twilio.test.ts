import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AgentId, E164 } from '#resolver';
import {
    CallRefused,
    WebhookForged,
    type CallToPlace,
    type ConnectedTelephony,
    type WebhookRequest
} from '../port.ts';
import { startTwilioApi, type TwilioApi } from '../testing/twilioApi.ts';
import { createTwilioTelephony, type TwilioConfig } from './twilio.ts';

const ACCOUNT = `AC${'0'.repeat(31)}1`;
const TOKEN = 'a token of this test';
const SERVICE = 'https://numbers.example';
const CALL: CallToPlace = {
    agentId: '005000000000001AAA' as AgentId,
    number: '+442079460958',
    callbackNumber: '+441314960120' as E164,
    dialKey: 'dial-1'
};

let api: TwilioApi;
let telephony: ConnectedTelephony;

const telephonyOf = (more: Partial<TwilioConfig> = {}, answersWithinMs?: number) =>
    createTwilioTelephony(
        {
            accountSid: ACCOUNT,
            authToken: TOKEN,
            apiUrl: api.url,
            agentDevice: 'client:{agentId}',
            webhookUrl: SERVICE,
            ...more
        },
        answersWithinMs
    );

beforeAll(async () => {
    api = await startTwilioApi({ accountSid: ACCOUNT, authToken: TOKEN });
    telephony = telephonyOf();
});
afterAll(() => api.close());

const refused = (one = telephony) =>
    one.telephony.placeCall(CALL).then(
        () => undefined,
        (error: unknown) => error as CallRefused
    );

describe('A call through Twilio', () => {
    it('is one request, for a call with the callback number and no other', async () => {
        const before = api.calls.length;
        const placed = await telephony.telephony.placeCall(CALL);
        expect(api.calls.slice(before)).toMatchObject([
            {
                from: '+441314960120',
                callbackNumber: '+441314960120',
                number: '+442079460958',
                device: 'client:005000000000001AAA',
                statusCallback: `${SERVICE}/telephony/twilio/events`
            }
        ]);
        expect(placed).toEqual({ status: 'started', callId: api.calls.at(-1)!.sid });
    });

    it('writes what was dialled as text, whatever it holds', async () => {
        await telephony.telephony.placeCall({ ...CALL, number: '*31#<Number>&' });
        expect(api.calls.at(-1)).toMatchObject({ number: '*31#<Number>&' });
    });

    it('is transferred with a number of its own: the person is connected, and the agent let go', async () => {
        const { callId } = await telephony.telephony.placeCall(CALL);
        const transfer = { ...CALL, number: '+4930901820', joins: callId!, agentLeaves: true };
        await expect(telephony.telephony.placeCall(transfer)).rejects.toMatchObject({
            code: 'CALL_NOT_STARTED'
        });
        const url = `${SERVICE}/telephony/twilio/events`;
        const fields = { CallSid: 'CA-person', ParentCallSid: callId!, CallStatus: 'in-progress' };
        await telephony.webhook!.read({ url, ...api.callback(fields, url) });
        expect(await telephony.telephony.placeCall(transfer)).toEqual({ status: 'started' });
        expect(api.transfers.at(-1)).toEqual({
            leg: 'CA-person',
            callbackNumber: '+441314960120',
            number: '+4930901820'
        });
    });

    it('is ended by its name', async () => {
        const { callId } = await telephony.telephony.placeCall(CALL);
        await telephony.telephony.endCall!(callId!);
        expect(api.ended.at(-1)).toBe(callId);
    });
});

describe('A call that Twilio refuses', () => {
    it.each([
        ['callerIdNotVerified', 'CALLER_ID_REFUSED', 'not verified'],
        ['numberInvalid', 'NUMBER_REFUSED', 'not a valid phone number'],
        ['notPermitted', 'NUMBER_REFUSED', 'not authorized to call'],
        ['rateLimit', 'TELEPHONY_BUSY', 'Too Many Requests'],
        ['unauthorized', 'CALL_NOT_STARTED', 'Authenticate'],
        ['internal', 'CALL_NOT_STARTED', 'Internal Server Error']
    ] as const)('is told with its reason, and not asked twice: %s', async (kind, code, words) => {
        const before = api.calls.length;
        api.refuseNext(kind);
        const error = await refused();
        expect(error).toBeInstanceOf(CallRefused);
        expect(error).toMatchObject({ code, reason: expect.stringContaining(words) });
        expect(api.calls).toHaveLength(before + 1);
    });

    it('since the token is wrong, does not tell the token', async () => {
        const error = await refused(telephonyOf({ authToken: 'another token' }));
        expect(error).toMatchObject({ code: 'CALL_NOT_STARTED' });
        expect(JSON.stringify([error!.reason, error!.message])).not.toContain('another token');
    });

    it('since it cannot be reached is not started', async () => {
        const dead = await startTwilioApi({ accountSid: ACCOUNT, authToken: TOKEN });
        await dead.close();
        expect(await refused(telephonyOf({ apiUrl: dead.url }))).toMatchObject({
            code: 'CALL_NOT_STARTED',
            reason: 'It cannot be reached.'
        });
    });
});

it('A Twilio that does not answer is not waited for', async () => {
    api.hang(true);
    const error = await refused(telephonyOf({}, 200));
    api.hang(false);
    expect(error).toMatchObject({
        code: 'CALL_NOT_STARTED',
        reason: 'It gave no answer in time.'
    });
});

describe('A status callback of Twilio', () => {
    const url = `${SERVICE}/telephony/twilio/events`;
    const CHILD = { CallSid: 'CA2', ParentCallSid: 'CA1', To: '+442079460958' };
    const signed = (fields: Readonly<Record<string, string>>): WebhookRequest => ({
        url,
        ...api.callback(fields, url)
    });
    const read = (fields: Readonly<Record<string, string>>) =>
        telephony.webhook!.read(signed(fields));

    it.each([
        ['ringing', 'ringing'],
        ['in-progress', 'answered'],
        ['completed', 'ended'],
        ['busy', 'ended'],
        ['no-answer', 'ended']
    ])('%s of the person called is news of the call', (CallStatus, status) => {
        expect(read({ ...CHILD, CallStatus })).toEqual({ callId: 'CA1', status });
    });

    it('of the agent’s own device is news only where the call is over', () => {
        expect(read({ CallSid: 'CA1', CallStatus: 'ringing' })).toBeUndefined();
        expect(read({ CallSid: 'CA1', CallStatus: 'completed' })).toEqual({
            callId: 'CA1',
            status: 'ended'
        });
        // Then nobody was called at all.
        expect(read({ CallSid: 'CA1', CallStatus: 'no-answer' })).toMatchObject({
            status: 'failed',
            refusal: { code: 'CALL_NOT_STARTED', reason: expect.stringContaining('own device') }
        });
    });

    it('says why a call failed, without the number', () => {
        const failed = {
            CallStatus: 'failed',
            ErrorCode: '13214',
            ErrorMessage: 'Invalid callerId for +44 20 7946 0958'
        };
        expect(read({ ...CHILD, ...failed })).toEqual({
            callId: 'CA1',
            status: 'failed',
            refusal: {
                code: 'CALLER_ID_REFUSED',
                reason: 'Invalid callerId for (the number) (13214)'
            }
        });
    });

    it.each([
        ['another body', (good: WebhookRequest) => ({ ...good, body: 'CallSid=CA1' })],
        ['another address', (good: WebhookRequest) => ({ ...good, url: `${url}?x=1` })],
        ['no signature', (good: WebhookRequest) => ({ ...good, headers: {} })]
    ])('with %s is not believed', (_what, forged) => {
        const good = signed({ ...CHILD, CallStatus: 'completed' });
        expect(() => telephony.webhook!.read(forged(good))).toThrow(WebhookForged);
    });
});
