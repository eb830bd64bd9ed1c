import { beforeEach, describe, expect, it, vi } from 'vitest';
import { agentToParams, choiceToParams, type ThisCallChoice } from '#choice';
import type { BlockedDecision, PresentedDecision } from '#resolver';
import type { OpenCtiPort } from './openCti.ts';
import type { SoftphoneService } from './service.ts';
import { createSoftphone, type SoftphoneSurroundings } from './softphone.ts';
import type { CallDecided, CallProgress, DialAnswer, DialOrder, SoftphoneState } from './types.ts';

const AGENT = { id: '005000000000001AAA', name: 'Ada', language: 'en_US' };
const CONTACT = '003000000000001AAA';
const CLICK = {
    number: '+442079460123',
    recordId: CONTACT,
    recordName: 'Bo',
    objectType: 'Contact'
};
const REQUEST = { dialKey: 'key-of-page', number: '999', recordId: '', requestedAt: '1' };
const NOW = 1_700_000_000_000;

const presented: DialAnswer = {
    kind: 'decided',
    call: 'decisionOnly',
    names: { numbers: new Map(), rules: new Map() },
    decision: {
        outcome: 'presented',
        numberId: 'a00',
        number: '+442079460000',
        source: 'principal',
        trace: []
    } as unknown as PresentedDecision
};
const blocked: DialAnswer = {
    ...presented,
    decision: {
        outcome: 'blocked',
        errorCode: 'NO_PRINCIPAL_NUMBER',
        trace: []
    } as unknown as BlockedDecision
};

describe('The softphone', () => {
    let answers: DialAnswer[];
    let orders: DialOrder[];
    let states: SoftphoneState[];
    let told: CallDecided[];
    let clicksTaken: boolean;
    let comeBack: () => void;
    /** What the service says of the call, look by look. */
    let looks: (CallProgress | 'away' | undefined)[];
    let lookNow: () => void;
    const endCall = vi.fn<SoftphoneService['endCall']>();
    const heard: Partial<
        Record<'click' | 'chosen' | 'requested' | 'default', (message: unknown) => void>
    > = {};
    const showPanel = vi.fn();
    const session = vi.fn<SoftphoneService['session']>();
    const signOut = vi.fn<SoftphoneService['signOut']>();
    const signIn = vi.fn<SoftphoneSurroundings['signIn']>();
    let hold: Promise<void> | undefined;
    let reading: Promise<void> | undefined;

    const openCti: OpenCtiPort = {
        onClick: (listener) => (heard.click = listener),
        onNumberChosen: (listener) => (heard.chosen = listener),
        onDialRequested: (listener) => (heard.requested = listener),
        onDefaultChanged: (listener) => (heard.default = listener),
        publishDecided: (message) => told.push(message),
        setClickToDial: (enabled) => (clicksTaken = enabled),
        showPanel
    };

    beforeEach(() => {
        [answers, orders, states, told, clicksTaken] = [[], [], [], [], false];
        hold = reading = undefined;
        looks = [];
        endCall.mockReset().mockResolvedValue(true);
        showPanel.mockClear();
        session.mockReset().mockResolvedValue({ kind: 'signedIn', agent: AGENT });
        signOut.mockReset().mockResolvedValue({ kind: 'signedOut' });
        signIn.mockReset().mockResolvedValue({ kind: 'signedIn', agent: AGENT });
    });

    function softphone(overrides: Partial<SoftphoneSurroundings> = {}) {
        let keys = 0;
        return createSoftphone({
            service: {
                session,
                signOut,
                beginSignIn: vi.fn(),
                finishSignIn: vi.fn(),
                defaultChanged: async () => {
                    told.push('default' as never);
                    await reading;
                },
                dial: async (order) => {
                    orders.push(order);
                    await hold;
                    return answers.shift() ?? presented;
                },
                callProgress: async () => looks.shift(),
                endCall
            },
            openCti,
            signIn,
            words: {
                blocked: ({ errorCode }) => `blocked ${errorCode}`,
                failed: (code) => `failed ${code}`,
                refused: (words) => `refused ${words}`,
                telephonyRefused: ({ code, reason }) => `${code}: ${reason}`
            },
            pause: () => new Promise((resolve) => (comeBack = resolve)),
            moment: () => new Promise((resolve) => (lookNow = resolve)),
            now: () => NOW,
            newKey: () => `key-${++keys}`,
            show: (state) => states.push(state),
            ...overrides
        });
    }

    const state = () => states.at(-1)!;
    /** Lets everything run that waits for nothing but its turn. */
    const settled = () => new Promise((resolve) => setImmediate(resolve));

    async function ready() {
        const phone = softphone();
        await phone.start();
        return phone;
    }
    async function click(payload: object = CLICK) {
        heard.click!(payload);
        await settled();
    }

    it('starts, finds the session, and only then takes clicks', async () => {
        const phone = softphone();
        const starting = phone.start();
        expect(state().kind).toBe('starting');
        expect(clicksTaken).toBe(false);
        await starting;
        expect(state()).toEqual({ kind: 'ready', agent: AGENT });
        expect(clicksTaken).toBe(true);
    });

    it('says so where Salesforce did not open it', async () => {
        await softphone({ openCti: undefined }).start();
        expect(states).toEqual([{ kind: 'outside' }]);
        expect(session).not.toHaveBeenCalled();
    });

    it('asks the service for a click, shows the decision, and tells it', async () => {
        await ready();
        await click();
        expect(orders).toEqual([
            {
                dialKey: 'key-1',
                channel: 'clickToDial',
                number: '+442079460123',
                recordId: CONTACT,
                recordName: 'Bo',
                objectApiName: 'Contact'
            }
        ]);
        expect(state()).toMatchObject({ kind: 'answered', order: orders[0], answer: presented });
        expect(told).toEqual([
            {
                dialKey: 'key-1',
                number: '+442079460123',
                recordId: CONTACT,
                outcome: 'presented',
                callbackNumber: '+442079460000',
                source: 'principal',
                errorCode: '',
                message: '',
                call: 'decisionOnly',
                decidedAt: String(NOW)
            }
        ]);
    });

    it('takes a clicked number that comes as a number for the text it is', async () => {
        await ready();
        await click({ number: 2079460123 });
        expect(orders[0]).toEqual({
            dialKey: 'key-1',
            channel: 'clickToDial',
            number: '2079460123'
        });
    });

    it('lets the service read a default that was just set, before the next call', async () => {
        let read = () => undefined as void;
        reading = new Promise((resolve) => (read = resolve));
        await ready();
        heard.default!({});
        await click();
        expect(orders).toEqual([]);
        read();
        await settled();
        expect(orders).toHaveLength(1);
        expect(told[0]).toBe('default');
    });

    it('asks nothing for a click without number', async () => {
        await ready();
        await click({ recordId: CONTACT });
        await click({});
        expect(orders).toEqual([]);
        expect(told).toEqual([]);
    });

    it('tells a blocked call with its words', async () => {
        answers = [blocked];
        await ready();
        await click();
        expect(state()).toMatchObject({ kind: 'answered', answer: blocked });
        expect(told[0]).toMatchObject({
            outcome: 'blocked',
            callbackNumber: '',
            errorCode: 'NO_PRINCIPAL_NUMBER',
            message: 'blocked NO_PRINCIPAL_NUMBER',
            call: ''
        });
    });

    it('tells what the service finds wrong with a dial', async () => {
        answers = [{ kind: 'refused', code: 'INVALID_DIAL', words: 'The number is too long.' }];
        await ready();
        await click();
        expect(told[0]).toMatchObject({
            outcome: 'failed',
            errorCode: 'INVALID_DIAL',
            message: 'refused The number is too long.'
        });
    });

    it('asks for the entry of a dial list on its own channel, and tells why it was refused', async () => {
        answers = [{ kind: 'entryRefused', code: 'ENTRY_NOT_TAKEN' }];
        await ready();
        heard.requested!({ ...REQUEST, dialEntryId: 'entry-1', dialListId: 'list-1' });
        await settled();
        expect(orders).toEqual([
            { dialKey: 'key-of-page', channel: 'connect', number: '999', dialEntryId: 'entry-1' }
        ]);
        expect(state()).toMatchObject({ kind: 'answered' });
        expect(told[0]).toMatchObject({ outcome: 'failed', errorCode: 'ENTRY_NOT_TAKEN' });
    });

    it('asks for a request of a page under its own key, as typed by hand', async () => {
        await ready();
        heard.requested!(REQUEST);
        await settled();
        expect(orders).toEqual([{ dialKey: 'key-of-page', channel: 'manual', number: '999' }]);
        expect(told[0]).toMatchObject({
            dialKey: 'key-of-page',
            recordId: '',
            outcome: 'presented'
        });
        expect(showPanel).not.toHaveBeenCalled();
    });

    it('asks nothing for a request without key', async () => {
        await ready();
        heard.requested!({ number: '999' });
        heard.requested!(null);
        await settled();
        expect(orders).toEqual([]);
    });

    describe('with a telephony that makes the call', () => {
        const started: DialAnswer = { ...presented, call: 'started' };
        const progress = () => {
            const now = state();
            return now.kind === 'answered' ? now.progress?.status : undefined;
        };
        async function look(next: CallProgress | 'away' | undefined) {
            looks.push(next);
            lookNow();
            await settled();
        }

        it('follows it until it is over, and looks no more', async () => {
            answers = [started];
            await ready();
            await click();
            expect(told[0]).toMatchObject({ outcome: 'presented', call: 'started' });
            for (const status of ['ringing', 'answered', 'ended'] as const) {
                await look({ status });
                expect(progress()).toBe(status);
            }
            await look({ status: 'ringing' });
            expect(progress()).toBe('ended');
        });

        it('goes on looking where the service gave no answer', async () => {
            answers = [started];
            await ready();
            await click();
            await look('away');
            expect(progress()).toBeUndefined();
            await look({ status: 'ringing' });
            expect(progress()).toBe('ringing');
        });

        it('stops looking at a call that the service knows no more', async () => {
            answers = [started];
            await ready();
            await click();
            await look(undefined);
            await look({ status: 'ringing' });
            expect(progress()).toBeUndefined();
        });

        it('does not show the news of one call at the next', async () => {
            answers = [started, { ...presented, call: 'decisionOnly' }];
            await ready();
            await click();
            await click({ ...CLICK, number: '+442079460199' });
            await look({ status: 'ringing' });
            expect(progress()).toBeUndefined();
        });

        it('tells at once why the telephony made no call', async () => {
            const reason = 'Caller ID not verified.';
            answers = [{ kind: 'telephonyRefused', code: 'CALLER_ID_REFUSED', reason }];
            await ready();
            await click();
            expect(state()).toMatchObject({ answer: { kind: 'telephonyRefused', reason } });
            expect(told).toEqual([
                expect.objectContaining({
                    outcome: 'failed',
                    errorCode: 'CALLER_ID_REFUSED',
                    message: `CALLER_ID_REFUSED: ${reason}`,
                    callbackNumber: ''
                })
            ]);
        });

        it('tells it later, where the telephony says so later', async () => {
            answers = [started];
            await ready();
            await click();
            await look({ status: 'failed', code: 'CALLER_ID_REFUSED', reason: 'Not verified.' });
            expect(state()).toMatchObject({ answer: { kind: 'telephonyRefused' } });
            expect(told.map(({ dialKey, outcome }) => [dialKey, outcome])).toEqual([
                ['key-1', 'presented'],
                ['key-1', 'failed']
            ]);
        });

        it('hangs up the call that is shown', async () => {
            answers = [started];
            const phone = await ready();
            await click();
            await phone.hangUp();
            expect(endCall.mock.calls).toEqual([['key-1']]);
        });

        it('says that a call is expected from the agent’s own telephone', async () => {
            answers = [{ ...presented, call: 'expected' }];
            await ready();
            await click();
            expect(told[0]).toMatchObject({ outcome: 'presented', call: 'expected' });
            await look({ status: 'expected' });
            await look({ status: 'started' });
            expect(progress()).toBe('started');
            await look({ status: 'ended' });
            expect(progress()).toBe('started');
        });
    });

    describe('with a number chosen for one call', () => {
        const choice: ThisCallChoice = {
            choiceId: 'c1',
            callbackNumber: '+4930123456',
            number: CLICK.number,
            recordId: CONTACT,
            chosenAt: NOW - 1000
        };
        const chosen = { ...choice, chosenAt: String(choice.chosenAt) };

        it('takes it from the click', async () => {
            await ready();
            await click({ ...CLICK, params: `other=1,${choiceToParams(choice)}` });
            expect(orders[0].choice).toEqual(choice);
        });

        it('takes it from the message channel, once', async () => {
            await ready();
            heard.chosen!(chosen);
            await click();
            await click();
            expect(orders.map((order) => order.choice)).toEqual([choice, undefined]);
        });

        it('does not take it from the channel after it came with a click', async () => {
            await ready();
            heard.chosen!(chosen);
            await click({ ...CLICK, params: choiceToParams(choice) });
            await click();
            expect(orders.map((order) => order.choice)).toEqual([choice, undefined]);
        });

        it('takes it from a request', async () => {
            await ready();
            heard.requested!({ ...REQUEST, ...chosen, number: '999' });
            await settled();
            expect(orders[0].choice).toEqual({ ...choice, number: '999' });
        });

        it('says that the service refused it, and dials without it under the same key', async () => {
            answers = [{ kind: 'choiceRefused', code: 'CHOICE_EXPIRED' }];
            const phone = await ready();
            await click({ ...CLICK, params: choiceToParams(choice) });
            expect(state()).toMatchObject({
                kind: 'answered',
                answer: { kind: 'choiceRefused', code: 'CHOICE_EXPIRED' }
            });
            expect(told[0]).toMatchObject({ outcome: 'failed', errorCode: 'CHOICE_EXPIRED' });
            expect(showPanel).toHaveBeenCalled();

            await phone.dialWithoutChoice();
            expect(orders[1]).toEqual({ ...orders[0], choice: undefined });
            expect('choice' in orders[1]).toBe(false);
            expect(told[1]).toMatchObject({ dialKey: 'key-1', outcome: 'presented' });
        });

        it('lets go of a refused call, to choose again', async () => {
            answers = [{ kind: 'choiceRefused', code: 'CHOICE_EXPIRED' }];
            const phone = await ready();
            await click({ ...CLICK, params: choiceToParams(choice) });
            phone.dismiss();
            expect(state()).toEqual({ kind: 'ready', agent: AGENT });
        });
    });

    describe('while a dial is being decided', () => {
        let decide: () => void;

        beforeEach(async () => {
            hold = new Promise((resolve) => (decide = resolve));
            await ready();
            await click();
        });

        it('refuses a second one with words, and decides the first', async () => {
            await click({ ...CLICK, number: '+491' });
            expect(orders).toHaveLength(1);
            expect(state()).toMatchObject({ kind: 'deciding', refusedNumber: '+491' });
            expect(told[0]).toMatchObject({
                dialKey: 'key-2',
                outcome: 'failed',
                errorCode: 'SOFTPHONE_BUSY',
                message: 'failed SOFTPHONE_BUSY'
            });
            decide();
            await settled();
            expect(told[1]).toMatchObject({ dialKey: 'key-1', outcome: 'presented' });
        });

        it('takes the same request twice for one', async () => {
            decide();
            await settled();
            hold = new Promise((resolve) => (decide = resolve));
            heard.requested!(REQUEST);
            heard.requested!(REQUEST);
            await settled();
            decide();
            await settled();
            expect(orders.map(({ dialKey }) => dialKey)).toEqual(['key-1', 'key-of-page']);
            expect(told.map(({ outcome }) => outcome)).toEqual(['presented', 'presented']);
        });
    });

    describe('without the service', () => {
        it('says so, takes no clicks, and asks again under the same key', async () => {
            answers = [{ kind: 'away' }];
            const phone = await ready();
            await click();
            expect(state()).toMatchObject({ kind: 'away', order: orders[0] });
            expect(clicksTaken).toBe(false);
            expect(told[0]).toMatchObject({ outcome: 'failed', errorCode: 'SERVICE_AWAY' });

            await phone.retry();
            expect(orders[1]).toEqual(orders[0]);
            expect(told[1]).toMatchObject({ dialKey: 'key-1', outcome: 'presented' });
            expect(clicksTaken).toBe(true);
        });

        it('notices that it is back, and leaves it to the agent to dial', async () => {
            answers = [{ kind: 'away' }];
            await ready();
            await click();
            comeBack();
            await settled();
            expect(state()).toMatchObject({ kind: 'ready', order: orders[0] });
            expect(clicksTaken).toBe(true);
            expect(orders).toHaveLength(1);
        });

        it('stays away as long as it is away', async () => {
            session.mockResolvedValue({ kind: 'away' });
            const phone = await ready();
            expect(state()).toEqual({ kind: 'away' });
            comeBack();
            await settled();
            expect(state()).toEqual({ kind: 'away' });
            session.mockResolvedValue({ kind: 'signedIn', agent: AGENT });
            await phone.retry();
            expect(state()).toEqual({ kind: 'ready', agent: AGENT });
        });

        it('learns who is signed in when a dial finds it back', async () => {
            session.mockResolvedValueOnce({ kind: 'away' });
            await ready();
            heard.requested!(REQUEST);
            await settled();
            expect(state()).toMatchObject({ kind: 'answered', agent: AGENT });
        });
    });

    describe('without a session', () => {
        it('asks to sign in, and takes no clicks', async () => {
            session.mockResolvedValue({ kind: 'signedOut' });
            await ready();
            expect(state()).toEqual({ kind: 'signedOut' });
            expect(clicksTaken).toBe(false);
        });

        it('tells a request that nobody is signed in, and keeps it', async () => {
            session.mockResolvedValue({ kind: 'signedOut' });
            const phone = await ready();
            heard.requested!(REQUEST);
            await settled();
            expect(orders).toEqual([]);
            expect(told[0]).toMatchObject({ dialKey: 'key-of-page', errorCode: 'SIGNED_OUT' });
            expect(showPanel).toHaveBeenCalled();

            await phone.signIn();
            expect(state()).toMatchObject({ kind: 'ready', order: { dialKey: 'key-of-page' } });
            await phone.retry();
            expect(orders.map(({ dialKey }) => dialKey)).toEqual(['key-of-page']);
        });

        it('signs out whoever was signed in before, and keeps the dial of who asks now', async () => {
            const params = agentToParams('005000000000002AAA');
            answers = [{ kind: 'otherAgent' }];
            await ready();
            await click({ ...CLICK, params });
            expect(orders).toMatchObject([{ agentId: '005000000000002AAA' }]);
            expect(signOut).toHaveBeenCalledTimes(1);
            expect(told).toMatchObject([{ outcome: 'failed', errorCode: 'SIGNED_OUT' }]);
            expect(state()).toMatchObject({
                kind: 'signedOut',
                trouble: 'otherAgent',
                order: { number: CLICK.number }
            });
            expect(state().agent).toBeUndefined();
            expect(clicksTaken).toBe(false);
        });

        it('keeps the dial that found the session ended', async () => {
            answers = [{ kind: 'signedOut' }];
            const phone = await ready();
            await click();
            expect(state()).toEqual({ kind: 'signedOut', order: orders[0] });
            expect(told[0]).toMatchObject({ errorCode: 'SIGNED_OUT' });
            await phone.signIn();
            await phone.retry();
            expect(orders[1]).toEqual(orders[0]);
        });

        it.each(['popupBlocked', 'popupClosed', 'refused'] as const)(
            'says why signing in did not work: %s',
            async (trouble) => {
                session.mockResolvedValue({ kind: 'signedOut' });
                signIn.mockResolvedValue({ kind: 'trouble', trouble });
                const phone = await ready();
                await phone.signIn();
                expect(state()).toEqual({ kind: 'signedOut', trouble });
            }
        );

        it('counts the last attempt to sign in only', async () => {
            session.mockResolvedValue({ kind: 'signedOut' });
            let closeFirst: (answer: { kind: 'trouble'; trouble: 'popupClosed' }) => void;
            signIn.mockReturnValueOnce(new Promise((resolve) => (closeFirst = resolve)));
            const phone = await ready();
            const first = phone.signIn();
            expect(state()).toEqual({ kind: 'signingIn' });
            await phone.signIn();
            closeFirst!({ kind: 'trouble', trouble: 'popupClosed' });
            await first;
            expect(state()).toEqual({ kind: 'ready', agent: AGENT });
        });

        it('signs out', async () => {
            const phone = await ready();
            await phone.signOut();
            expect(state()).toEqual({ kind: 'signedOut' });
            expect(clicksTaken).toBe(false);
        });

        it('does not say signed out while the service could not be told', async () => {
            signOut.mockResolvedValue({ kind: 'away' });
            const phone = await ready();
            await phone.signOut();
            expect(state().kind).toBe('away');
        });
    });
});
