import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ADA, BEN, CONTACT, GONE, NOBODY } from '../../http/testing/testOrg.ts';
import { AS } from '../../http/testing/testServer.ts';
import type { AgentBrowser } from '../../softphone/testing/agentBrowser.ts';
import { startSoftphoneWorld, type SoftphoneWorld } from '../../softphone/testing/memoryWorld.ts';
import { createPhones } from './phones.ts';

const LONDON = '+442079460100';
const BERLIN = '+4930901820';

let world: SoftphoneWorld;
let ada: AgentBrowser;
let clock: number;

beforeAll(async () => {
    clock = Date.now();
    world = await startSoftphoneWorld({ phones: createPhones(() => clock) });
    ada = await world.signedIn();
});
afterAll(() => world.close());
beforeEach(async () => {
    await world.service.flush();
    world.org.log.clear();
});

let asked = 0;
const ask = async (
    body: object,
    headers: Readonly<Record<string, string>> = AS.deciderOnly,
    callId = `call-${++asked}`
) => {
    const answer = await world.server.inject({
        method: 'POST',
        url: '/v1/decisions/phone',
        headers,
        payload: { agentId: ADA, number: '020 7946 0958', callId, ...body }
    });
    return { status: answer.statusCode, body: answer.json() as Record<string, unknown> };
};
/** The agent asks for the call in Salesforce. */
const click = (dialKey: string, more: object = {}) =>
    ada.ask('POST', '/softphone/dials', {
        dialKey,
        channel: 'clickToDial',
        number: '+49 30 123456',
        recordId: CONTACT,
        ...more
    });
async function log() {
    await world.service.flush();
    return [...world.org.log.values()];
}

describe('A call of an agent’s own telephone', () => {
    it('that nobody asked for is decided as dialled by hand, and logged', async () => {
        const { status, body } = await ask({ number: '+49 30 123456' });
        expect(status).toBe(200);
        expect(body).toEqual({
            outcome: 'presented',
            // Rules are for clicks and lists.
            callbackNumber: LONDON,
            dialKey: expect.stringMatching(/^call-[\w-]{43}$/),
            reason: expect.stringContaining('principal')
        });
        expect(await log()).toMatchObject([
            { dialKey: `${ADA}:${body['dialKey']}`, channel: 'manual' }
        ]);
    });

    it('that was asked for in Salesforce presents what was decided then, and is logged once', async () => {
        await click('asked-1');
        const { body } = await ask({ number: '0049 30 123456' });
        expect(body).toMatchObject({ callbackNumber: BERLIN, dialKey: 'asked-1' });
        expect(await log()).toMatchObject([{ channel: 'clickToDial', recordId: CONTACT }]);
    });

    it('presents it on one call only, and on no other number', async () => {
        await click('asked-2');
        expect((await ask({})).body).toMatchObject({ callbackNumber: LONDON });
        expect((await ask({ number: '+4930123456' })).body).toMatchObject({ dialKey: 'asked-2' });
        expect((await ask({ number: '+4930123456' })).body).toMatchObject({
            callbackNumber: LONDON
        });
    });

    it('presents it for a minute', async () => {
        await click('asked-3');
        clock += 61_000;
        expect((await ask({ number: '+4930123456' })).body).toMatchObject({
            callbackNumber: LONDON
        });
    });

    it('is followed: the softphone says that it is under way', async () => {
        await click('asked-9');
        const progress = async () => (await ada.ask('GET', '/softphone/calls/asked-9')).body;
        expect(await progress()).toEqual({ status: 'expected' });
        await ask({ number: '+4930123456' });
        expect(await progress()).toEqual({ status: 'started' });
    });

    it('is not another agent’s', async () => {
        await click('asked-4');
        expect((await ask({ agentId: BEN, number: '+4930123456' })).body).toMatchObject({
            callbackNumber: LONDON
        });
    });

    it('asked about again gets the same answer, and is logged once', async () => {
        await click('asked-5');
        const [one, two] = await Promise.all([
            ask({ number: '+4930123456' }, AS.backEnd, 'same'),
            ask({ number: '+4930123456' }, AS.backEnd, 'same')
        ]);
        expect(one.body).toMatchObject({ dialKey: 'asked-5' });
        expect(two.body).toEqual(one.body);
        expect(await log()).toHaveLength(1);
    });

    it('to another number is another call, whatever the telephone names it', async () => {
        await click('asked-6');
        const asked = await ask({ number: '+4930123456' }, AS.backEnd, 'again');
        const other = await ask({ number: '+442079460931' }, AS.backEnd, 'again');
        const third = await ask({ number: '+442079460932' }, AS.backEnd, 'again');
        expect(asked.body).toMatchObject({ callbackNumber: BERLIN });
        expect([other, third].map(({ body }) => body['callbackNumber'])).toEqual([LONDON, LONDON]);
        expect((await log()).map(({ dialedNumber }) => dialedNumber).sort()).toEqual([
            '+442079460931',
            '+442079460932',
            '+4930123456'
        ]);
    });

    it.each([
        [GONE, 'UNKNOWN_AGENT'],
        [NOBODY, 'UNKNOWN_AGENT']
    ])('of an agent who is gone is blocked: %s', async (agentId, errorCode) => {
        expect((await ask({ agentId })).body).toMatchObject({ outcome: 'blocked', errorCode });
    });

    it.each([
        ['an agent', AS.ada, 403, 'SERVICE_CREDENTIAL_ONLY'],
        ['a credential without the scope', AS.adminOnly, 403, 'MISSING_SCOPE'],
        ['nobody', AS.nobody, 401, 'NO_CREDENTIAL']
    ])('is not for %s to ask about', async (_who, headers, status, code) => {
        const answer = await ask({}, headers);
        expect([answer.status, answer.body['code']]).toEqual([status, code]);
        expect(await log()).toEqual([]);
    });

    it.each([
        [{ callId: '' }, 'callId'],
        [{ callId: 'x'.repeat(256) }, 'callId'],
        [{ number: '' }, 'number'],
        [{ agentId: 'ada' }, 'agentId'],
        [{ thisCallNumber: BERLIN }, 'thisCallNumber']
    ])('stated wrongly is refused by the field: %j', async (body, field) => {
        const answer = await ask(body);
        expect(answer.status).toBe(400);
        expect(answer.body['errors']).toMatchObject([{ field }]);
    });
});
