import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSoftphoneWorld, type SoftphoneWorld } from '../softphone/testing/memoryWorld.ts';
import { SOFTPHONE_URL } from '../softphone/testing/testPage.ts';
import { WebhookForged, type CallEvent, type WebhookRequest } from './port.ts';

/** Believes what is signed `good`, and says what it was given. */
const webhook = {
    path: 'test/events',
    given: [] as WebhookRequest[],
    read(request: WebhookRequest): CallEvent | undefined {
        this.given.push(request);
        if (request.headers['x-signature'] !== 'good') {
            throw new WebhookForged('The signature is of somebody else.');
        }
        const event = JSON.parse(request.body) as Partial<CallEvent>;
        return event.callId === undefined ? undefined : (event as CallEvent);
    }
};

let world: SoftphoneWorld;
beforeAll(async () => {
    world = await startSoftphoneWorld({ telephony: true, webhook });
});
afterAll(() => world.close());
beforeEach(() => void (webhook.given.length = 0));

const send = (event: object, signature = 'good', type = 'application/json') =>
    world.server.inject({
        method: 'POST',
        url: '/telephony/test/events?dial=1',
        headers: { 'x-signature': signature, 'content-type': type },
        payload: JSON.stringify(event)
    });

/** A call of Ada's, and how far the softphone says it is. */
async function placed() {
    const ada = await world.signedIn();
    const dialKey = crypto.randomUUID();
    const dial = { dialKey, channel: 'manual', number: '020 7946 0958' };
    const { body } = await ada.ask('POST', '/softphone/dials', dial);
    const progress = async () => (await ada.ask('GET', `/softphone/calls/${dialKey}`)).body;
    return { callId: (body.call as { callId: string }).callId, progress };
}

describe('A webhook of the telephony', () => {
    it('is heard, byte for byte and under the address that the telephony sees', async () => {
        const { callId, progress } = await placed();
        const answer = await send({ callId, status: 'ringing' });
        expect(answer.statusCode).toBe(204);
        expect(webhook.given).toMatchObject([
            {
                url: `${SOFTPHONE_URL}/telephony/test/events?dial=1`,
                body: `{"callId":"${callId}","status":"ringing"}`
            }
        ]);
        expect(await progress()).toEqual({ status: 'ringing' });
    });

    it('with a wrong signature changes nothing, and is not told what would be right', async () => {
        const { callId, progress } = await placed();
        const answer = await send({ callId, status: 'ended' }, 'forged');
        expect(answer.statusCode).toBe(401);
        expect(answer.json()).toMatchObject({ code: 'WEBHOOK_FORGED' });
        expect(answer.body).not.toContain('good');
        expect(await progress()).toEqual({ status: 'started' });
    });

    it('may be of any kind of text', async () => {
        expect((await send({}, 'good', 'application/x-www-form-urlencoded')).statusCode).toBe(204);
    });

    it('tells that the telephony refuses the callback number: the softphone learns why', async () => {
        const { callId, progress } = await placed();
        const refusal = { code: 'CALLER_ID_REFUSED', reason: 'Not verified.' };
        await send({ callId, status: 'failed', refusal });
        expect(await progress()).toEqual({ status: 'failed', ...refusal });
    });

    it('about a call that nobody placed is taken, and means nothing', async () => {
        expect((await send({ callId: 'unknown', status: 'ended' })).statusCode).toBe(204);
    });
});
