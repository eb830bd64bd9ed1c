import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CHOICE_LIVES_MS } from '#choice';
import type { CallHours } from '#hours';
import { ADA, BEN, CAMPAIGN, CONTACT, ENTRY, GONE, OTHER_LIST } from '../http/testing/testOrg.ts';
import { createWaitingService } from '../startUp/waitingService.ts';
import type { AgentBrowser, Answer } from './testing/agentBrowser.ts';
import { startSoftphoneWorld, type SoftphoneWorld } from './testing/memoryWorld.ts';

let world: SoftphoneWorld;
let ada: AgentBrowser;
beforeAll(async () => {
    world = await startSoftphoneWorld({ telephony: true });
    world.people.set('ben', { agentId: BEN, name: 'Ben Carr', language: 'en_US' });
    world.people.set('gone', { agentId: GONE, name: 'Carl Doe', language: 'en_US' });
    ada = await world.signedIn();
});
afterAll(() => world.close());
beforeEach(() => {
    world.telephony.calls.length = 0;
    world.telephony.failing = false;
});

const LONDON = '+442079460100';
const BERLIN = '+4930901820';
const CUSTOMER = '+442079460958';

let dials = 0;
const dialled = (more: object = {}) => ({
    dialKey: `dial-${++dials}`,
    number: '020 7946 0958',
    channel: 'manual',
    ...more
});
let choices = 0;
const choice = (more: object = {}) => ({
    choiceId: `choice-${++choices}`,
    callbackNumber: BERLIN,
    number: CUSTOMER,
    chosenAt: world.clock,
    ...more
});
const dial = (body: unknown, browser = ada): Promise<Answer> =>
    browser.ask('POST', '/softphone/dials', body);
const outcome = ({ status, body }: Answer) => [status, body['code']];
const logged = async () => {
    await world.service.flush();
    return world.org.log.size;
};

describe('a dial from the softphone', () => {
    it('is decided for the agent of the session, and the call is started', async () => {
        const body = dialled({
            recordId: CONTACT,
            objectApiName: 'Contact',
            channel: 'clickToDial'
        });
        const answer = await dial(body);
        expect(answer.body).toMatchObject({
            outcome: 'presented',
            agentId: ADA,
            dialKey: body.dialKey,
            dialedNumber: CUSTOMER,
            callbackNumber: { number: LONDON },
            source: 'principal',
            reason: expect.stringMatching(/\S/),
            names: { numbers: [{ number: LONDON }] },
            call: { status: 'started', callId: 'call-1' }
        });
        expect(world.telephony.calls).toEqual([
            { agentId: ADA, number: CUSTOMER, callbackNumber: LONDON, dialKey: body.dialKey }
        ]);
    });

    it('cannot be made in the name of another agent', async () => {
        const answer = await dial(dialled({ agentId: BEN }));
        expect(outcome(answer)).toEqual([403, 'OTHER_AGENT']);
        expect(world.telephony.calls).toEqual([]);
    });

    it('knows a default that the agent set in Salesforce, once it was read anew', async () => {
        const { agents } = world.org.rows;
        const place = agents.findIndex(({ id }) => id === ADA);
        const before = agents[place];
        const berlin = world.org.rows.numbers.find(({ number }) => number === BERLIN)!;
        agents[place] = { ...before, defaultNumberId: berlin.id };
        expect((await ada.ask('POST', '/softphone/default', {})).status).toBe(204);
        expect((await dial(dialled())).body).toMatchObject({ source: 'agentDefault' });
        agents[place] = before;
        expect((await ada.ask('POST', '/softphone/default', {})).status).toBe(204);
    });

    it('may say whose it is', async () => {
        const answer = await dial(dialled({ agentId: ADA.slice(0, 15) }));
        expect(answer.body).toMatchObject({ agentId: ADA, outcome: 'presented' });
    });

    it('that is blocked starts nothing', async () => {
        const answer = await dial(dialled(), await world.signedIn('gone'));
        expect(answer.body).toMatchObject({
            outcome: 'blocked',
            errorCode: 'UNKNOWN_AGENT',
            call: { status: 'decisionOnly' }
        });
        expect(world.telephony.calls).toEqual([]);
    });

    it('that is sent again is the same dial: one decision, one line, one call', async () => {
        const body = dialled();
        const before = await logged();
        const [one, two] = await Promise.all([dial(body), dial(body)]);
        const three = await dial(body);
        expect(two.body).toEqual(one.body);
        expect(three.body).toEqual(one.body);
        expect(world.telephony.calls).toHaveLength(1);
        expect(await logged()).toBe(before + 1);
    });

    it('is not mistaken for the dial of another agent with the same key', async () => {
        const body = dialled();
        await dial(body);
        const bens = await dial(body, await world.signedIn('ben'));
        expect(bens.body['agentId']).toBe(BEN);
        expect(world.telephony.calls).toHaveLength(2);
    });

    it('with a used key and another content is refused', async () => {
        const body = dialled();
        await dial(body);
        const other = await dial({ ...body, number: '020 7946 0111' });
        expect(outcome(other)).toEqual([409, 'DIAL_KEY_USED']);
        expect(world.telephony.calls).toHaveLength(1);
    });

    it('may be tried again where the telephony did not start it', async () => {
        const body = dialled();
        world.telephony.failing = true;
        expect(outcome(await dial(body))).toEqual([502, 'CALL_NOT_STARTED']);
        world.telephony.failing = false;
        expect((await dial(body)).body['call']).toEqual({ status: 'started', callId: 'call-1' });
    });

    it.each([
        ['without a number', { number: undefined }],
        ['without a key', { dialKey: undefined }],
        ['of a channel that there is not', { channel: 'fax' }],
        ['with half a choice', { choice: { choiceId: 'x', callbackNumber: BERLIN } }],
        ['with a number chosen by hand', { thisCallNumber: BERLIN }]
    ])('%s is refused', async (_what, wrong) => {
        expect(outcome(await dial(dialled(wrong)))).toEqual([400, 'INVALID_REQUEST']);
    });

    it('needs somebody who is signed in', async () => {
        expect(outcome(await dial(dialled(), world.browser()))).toEqual([401, 'NO_SESSION']);
    });
});

describe('a number chosen for one call', () => {
    it('is presented in that call', async () => {
        const answer = await dial(dialled({ choice: choice() }));
        expect(answer.body).toMatchObject({
            outcome: 'presented',
            source: 'thisCall',
            callbackNumber: { number: BERLIN }
        });
        expect(world.telephony.calls[0]?.callbackNumber).toBe(BERLIN);
    });

    it('is compared with the call in E.164, and by record whatever the length of its id', async () => {
        const answer = await dial(
            dialled({
                recordId: CONTACT.slice(0, 15),
                choice: choice({ number: '+44 20 7946 0958', recordId: CONTACT })
            })
        );
        expect(answer.body['source']).toBe('thisCall');
    });

    it('that is not configured blocks the call, as the service decides', async () => {
        const answer = await dial(dialled({ choice: choice({ callbackNumber: '+493000000' }) }));
        expect(answer.body).toMatchObject({
            outcome: 'blocked',
            errorCode: 'NUMBER_NOT_CONFIGURED',
            call: { status: 'decisionOnly' }
        });
    });

    it.each([
        ['too long ago', () => ({ chosenAt: world.clock - CHOICE_LIVES_MS }), 'CHOICE_EXPIRED'],
        ['in the future', () => ({ chosenAt: world.clock + 60_000 }), 'CHOICE_EXPIRED'],
        ['for another number', () => ({ number: '+442079460111' }), 'CHOICE_FOR_ANOTHER_CALL'],
        ['on a record', () => ({ recordId: CONTACT }), 'CHOICE_FOR_ANOTHER_CALL']
    ])('%s is refused, and nothing is decided, logged or called', async (_what, wrong, code) => {
        const before = await logged();
        const answer = await dial(dialled({ choice: choice(wrong()) }));
        expect(outcome(answer)).toEqual([409, code]);
        expect(answer.body['detail']).toMatch(/[Cc]hoose the number again/);
        expect(await logged()).toBe(before);
        expect(world.telephony.calls).toEqual([]);
    });

    it('is good for one call', async () => {
        const mine = choice();
        const first = dialled({ choice: mine });
        expect((await dial(first)).status).toBe(200);
        const before = await logged();
        expect(outcome(await dial(dialled({ choice: mine })))).toEqual([409, 'CHOICE_USED']);
        expect((await dial(first)).body['source']).toBe('thisCall');
        expect(await logged()).toBe(before);
        expect(world.telephony.calls).toHaveLength(1);
    });

    it('is good for one call also where two arrive at once', async () => {
        const mine = choice();
        const answers = await Promise.all([
            dial(dialled({ choice: mine })),
            dial(dialled({ choice: mine }))
        ]);
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    });

    it('stays used for as long as it would be good, also from a page whose clock is ahead', async () => {
        const began = world.clock;
        const mine = choice({ chosenAt: began + 29_000 });
        await dial(dialled({ choice: mine }));
        world.clock = began + 29_000 + CHOICE_LIVES_MS - 1;
        const late = await dial(dialled({ choice: mine }));
        world.clock = began;
        expect(outcome(late)).toEqual([409, 'CHOICE_USED']);
    });

    it('stays good for its dial where the call could not be started', async () => {
        const body = dialled({ choice: choice() });
        world.telephony.failing = true;
        await dial(body);
        world.telephony.failing = false;
        expect((await dial(body)).body).toMatchObject({
            source: 'thisCall',
            call: { status: 'started' }
        });
    });

    it('of a user who is gone leads to the same blocked call', async () => {
        const answer = await dial(dialled({ choice: choice() }), await world.signedIn('gone'));
        expect(answer.body).toMatchObject({ outcome: 'blocked', errorCode: 'UNKNOWN_AGENT' });
    });
});

describe('without telephony', () => {
    it('the answer says that it is a decision only', async () => {
        const quiet = await startSoftphoneWorld();
        const answer = await dial(dialled(), await quiet.signedIn());
        await quiet.close();
        expect(answer.body).toMatchObject({
            outcome: 'presented',
            call: { status: 'decisionOnly' }
        });
    });
});

describe('a dial of a dial list entry', () => {
    const connect = (more: object = {}) =>
        dialled({ channel: 'connect', dialEntryId: ENTRY, ...more });
    const entry = (agentId?: typeof ADA, hours?: CallHours) =>
        world.org.dialEntries.set(ENTRY, {
            dialListId: CAMPAIGN,
            phone: '(020) 7946-0958',
            recordId: CONTACT,
            ...(agentId && { agentId }),
            ...(hours && { hours })
        });
    afterEach(() => entry());

    it('is decided for its list and its record, whatever the page says of them', async () => {
        entry(ADA);
        const answer = await dial(connect({ recordId: ADA, objectApiName: 'Opportunity' }));
        expect(answer.body).toMatchObject({
            outcome: 'presented',
            channel: 'connect',
            call: { status: 'started' }
        });
        await world.service.flush();
        expect(world.org.log.get(`${ADA}:${String(answer.body['dialKey'])}`)).toMatchObject({
            channel: 'connect',
            recordId: CONTACT
        });
    });

    it.each([
        ['another agent has it', BEN],
        ['nobody has it in progress', undefined]
    ])('is refused while %s, and nothing is logged', async (_, agentId) => {
        entry(agentId);
        const before = await logged();
        expect(outcome(await dial(connect()))).toEqual([409, 'ENTRY_NOT_TAKEN']);
        expect(outcome(await dial(connect({ dialEntryId: OTHER_LIST })))).toEqual([
            409,
            'ENTRY_NOT_TAKEN'
        ]);
        expect(await logged()).toBe(before);
        expect(world.telephony.calls).toEqual([]);
    });

    it('is refused for any other number', async () => {
        entry(ADA);
        expect(outcome(await dial(connect({ number: '020 7946 0959' })))).toEqual([
            409,
            'ENTRY_FOR_ANOTHER_CALL'
        ]);
    });

    it.each([
        ['refused an hour before its list opens', 1, 409],
        ['decided while its list is open', -1, 200]
    ])('is %s', async (_, opensInHours, status) => {
        const hour = (hours: number) =>
            `${new Date(world.clock + hours * 3_600_000).toISOString().slice(11, 16)}:00.000Z`;
        entry(ADA, { timeZone: 'UTC', from: hour(opensInHours), until: hour(opensInHours + 4) });
        const answer = await dial(connect());
        expect(answer.status).toBe(status);
        expect(answer.body['code']).toBe(status === 409 ? 'ENTRY_OUTSIDE_HOURS' : undefined);
    });

    it('takes a choice for this call where it was made for this entry’s record', async () => {
        entry(ADA);
        const body = connect({ choice: choice({ recordId: CONTACT }) });
        expect((await dial(body)).body).toMatchObject({ callbackNumber: { number: BERLIN } });
        const other = connect({ choice: choice({ recordId: BEN }) });
        expect(outcome(await dial(other))).toEqual([409, 'CHOICE_FOR_ANOTHER_CALL']);
    });

    it.each([
        ['connect without an entry', { channel: 'connect' }],
        ['an entry on another channel', { channel: 'manual', dialEntryId: ENTRY }]
    ])('is not %s', async (_, body) => {
        expect(outcome(await dial(dialled(body)))).toEqual([422, 'INVALID_DIAL']);
    });

    it('waits for Salesforce: without it nobody knows whose the entry is', async () => {
        world.org.outage = 'No route to host.';
        const answer = await dial(connect());
        world.org.outage = undefined;
        expect(outcome(answer)).toEqual([503, 'ORG_UNREACHABLE']);
    });
});

describe('before the service has read the org', () => {
    it.each([
        ['a dial', () => dialled()],
        ['a dial with a choice', () => dialled({ choice: choice() })]
    ])('%s is to be tried again, and then decided', async (_what, body) => {
        const waiting = createWaitingService();
        const starting = await startSoftphoneWorld({ service: waiting.service });
        const mine = await starting.signedIn();
        const same = body();
        const early = await dial(same, mine);
        expect(outcome(early)).toEqual([503, 'NOT_READY']);
        expect(early.headers['retry-after']).toMatch(/^\d+$/);
        waiting.use(starting.service);
        expect((await dial(same, mine)).body['outcome']).toBe('presented');
        await starting.close();
    });
});

describe('the log of the service', () => {
    it('knows who dialled and what came of it, and neither number, code nor cookie', async () => {
        const code = 'aPrxsecretcode.0123';
        world.people.set(code, { agentId: BEN, name: 'Ben Carr', language: 'en_US' });
        const mine = await world.signedIn(code);
        const body = dialled();
        await dial(body, mine);
        await world.browser().ask('GET', `/softphone/callback?code=${code}&state=secretstate`);
        await world.logged('/softphone/callback');
        const text = world.logText();
        expect(text).toContain(`"caller":"agent ${BEN}"`);
        expect(text).toContain(`"dialKey":"${body.dialKey}"`);
        for (const secret of ['7946', 'secretcode', 'secretstate', ...mine.cookies.values()]) {
            expect(text).not.toContain(secret);
        }
    });
});
