import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ADA, BEN } from '../http/testing/testOrg.ts';
import { CallRefused } from '../telephony/port.ts';
import type { AgentBrowser, Answer } from './testing/agentBrowser.ts';
import { startSoftphoneWorld, type SoftphoneWorld } from './testing/memoryWorld.ts';

let world: SoftphoneWorld;
let ada: AgentBrowser;
beforeAll(async () => {
    world = await startSoftphoneWorld({ telephony: true });
    world.people.set('ben', { agentId: BEN, name: 'Ben Carr', language: 'en_US' });
    ada = await world.signedIn();
});
afterAll(() => world.close());
beforeEach(() => {
    world.telephony.calls.length = 0;
    world.telephony.ended.length = 0;
    world.telephony.refusal = undefined;
});

let dials = 0;
async function dial(more: object = {}): Promise<Answer & { dialKey: string }> {
    const dialKey = `call-${++dials}`;
    const body = { dialKey, number: '020 7946 0958', channel: 'manual', ...more };
    return { dialKey, ...(await ada.ask('POST', '/softphone/dials', body)) };
}
const outcome = ({ status, body }: Answer) => [status, body['code']];
async function lineOf(dialKey: string) {
    await world.service.flush();
    return world.org.log.get(`${ADA}:${dialKey}`);
}
async function refusalsCounted(code: string): Promise<number> {
    const { body } = await world.server.inject('/metrics');
    const name = 'callback_numbers_calls_refused_total';
    return Number(new RegExp(`${name}\\{code="${code}"\\} (\\d+)`).exec(body)?.[1] ?? 0);
}

describe('A call that the telephony refuses', () => {
    it('is told with its reason, and stands in the log once, as refused', async () => {
        const before = (await world.service.flush(), world.org.log.size);
        world.telephony.refusal = new CallRefused('CALLER_ID_REFUSED', 'Not verified.');
        const answer = await dial();
        expect(outcome(answer)).toEqual([502, 'CALLER_ID_REFUSED']);
        expect(answer.body['detail']).toBe('Not verified.');
        expect(await lineOf(answer.dialKey)).toMatchObject({
            dialedNumber: '+442079460958',
            decision: { outcome: 'presented' },
            refusal: { code: 'CALLER_ID_REFUSED', reason: 'Not verified.' }
        });
        expect(world.org.log.size).toBe(before + 1);
    });

    it.each([
        ['NUMBER_REFUSED', 422],
        ['TELEPHONY_BUSY', 503],
        ['CALL_NOT_STARTED', 502]
    ] as const)('has a code of its own: %s', async (code, status) => {
        world.telephony.refusal = new CallRefused(code, 'So it says.');
        const counted = await refusalsCounted(code);
        expect(outcome(await dial())).toEqual([status, code]);
        expect(await refusalsCounted(code)).toBe(counted + 1);
    });

    it('may be asked for again under its key: then it stands in the log as presented', async () => {
        world.telephony.refusal = new CallRefused('TELEPHONY_BUSY', 'Later.');
        const { dialKey } = await dial();
        world.telephony.refusal = undefined;
        expect((await dial({ dialKey })).body['call']).toMatchObject({ status: 'started' });
        expect((await lineOf(dialKey))?.refusal).toBeUndefined();
    });
});

describe('A consult call', () => {
    it('joins the call of the agent, and presents a number decided for it', async () => {
        const first = await dial();
        await dial({ number: '+4930901820', joins: first.dialKey });
        expect(world.telephony.calls[1]).toMatchObject({
            number: '+4930901820',
            callbackNumber: expect.stringMatching(/^\+/),
            joins: 'call-1'
        });
    });

    it('may take the place of the agent: a blind transfer', async () => {
        const first = await dial();
        await dial({ number: '+4930901820', joins: first.dialKey, agentLeaves: true });
        expect(world.telephony.calls[1]).toMatchObject({ joins: 'call-1', agentLeaves: true });
    });

    it.each([
        ['that is not there', async () => 'nobody-knows-it'],
        [
            'of another agent',
            async () => {
                const ben = await world.signedIn('ben');
                const dialKey = 'call-of-ben';
                await ben.ask('POST', '/softphone/dials', {
                    dialKey,
                    number: '020 7946 0958',
                    channel: 'manual'
                });
                world.telephony.calls.length = 0;
                return dialKey;
            }
        ]
    ])('to a call %s is refused, and nobody is called', async (_which, callOf) => {
        const joins = await callOf();
        expect(outcome(await dial({ joins }))).toEqual([409, 'CALL_OVER']);
        expect(world.telephony.calls).toEqual([]);
    });
});

describe('A call under way', () => {
    it('is hung up by the agent who placed it, and by nobody else', async () => {
        const { dialKey } = await dial();
        const ben = await world.signedIn('ben');
        expect((await ben.ask('POST', `/softphone/calls/${dialKey}/end`)).status).toBe(204);
        expect(world.telephony.ended).toEqual([]);
        expect((await ada.ask('POST', `/softphone/calls/${dialKey}/end`)).status).toBe(204);
        expect(world.telephony.ended).toEqual(['call-1']);
    });

    it('is measured: what it waited for is in the metrics', async () => {
        const count = async (part: string) => {
            const { body } = await world.server.inject('/metrics');
            const name = 'callback_numbers_softphone_dial_seconds_count';
            return Number(new RegExp(`${name}\\{part="${part}"\\} (\\d+)`).exec(body)?.[1]);
        };
        await dial();
        const before = [await count('decision'), await count('telephony')];
        await dial();
        expect([await count('decision'), await count('telephony')]).toEqual(
            before.map((times) => times + 1)
        );
    });

    it('says where the telephony does not hang up', async () => {
        const { dialKey } = await dial();
        world.telephony.refusal = new CallRefused('CALL_NOT_STARTED', 'The switch is away.');
        const answer = await ada.ask('POST', `/softphone/calls/${dialKey}/end`);
        expect(outcome(answer)).toEqual([502, 'CALL_NOT_ENDED']);
        expect(answer.body['detail']).toBe('The switch is away.');
    });

    it('is known to its agent alone, and only while signed in', async () => {
        const { dialKey } = await dial();
        const ask = (browser: AgentBrowser) => browser.ask('GET', `/softphone/calls/${dialKey}`);
        expect((await ask(ada)).body).toEqual({ status: 'started' });
        expect(outcome(await ask(await world.signedIn('ben')))).toEqual([409, 'CALL_OVER']);
        expect(outcome(await ask(world.browser()))).toEqual([401, 'NO_SESSION']);
    });
});
