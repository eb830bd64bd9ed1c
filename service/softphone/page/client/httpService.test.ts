import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createHttpService } from './httpService.ts';
import type { DialOrder } from './types.ts';

const SESSION = {
    agent: { id: '005', name: 'Ada' },
    language: 'de',
    until: '2026-11-23T00:00:00Z'
};
const AGENT = { id: '005', name: 'Ada', language: 'de' };
const NUMBER = { id: 'a01', label: 'London', number: '+442079460000', country: 'GB', active: true };
const ORDER: DialOrder = {
    dialKey: 'd1',
    channel: 'clickToDial',
    number: '020 7946 0123',
    recordId: '003000000000001AAA',
    recordName: 'Bo',
    objectApiName: 'Contact'
};
const TRACE = [{ code: 'PRINCIPAL_USED', numberId: 'a01' }];
const PRESENTED = {
    outcome: 'presented',
    callbackNumber: NUMBER,
    source: 'rule',
    rule: { id: 'r1', name: 'UK' },
    trace: TRACE,
    call: { status: 'decisionOnly' }
};

describe('The service by HTTP', () => {
    const fetch = vi.fn<typeof globalThis.fetch>();
    const service = createHttpService(fetch);
    const reply = (status: number, body?: object) =>
        fetch.mockResolvedValueOnce(
            new Response(body === undefined ? null : JSON.stringify(body), { status })
        );
    const asked = () => {
        const [address, { method, body } = {}] = fetch.mock.lastCall!;
        return [method, address, ...(body ? [JSON.parse(body as string)] : [])];
    };

    beforeEach(() => fetch.mockReset());

    it('tells who is signed in', async () => {
        reply(200, SESSION);
        expect(await service.session()).toEqual({ kind: 'signedIn', agent: AGENT });
        expect(asked()).toEqual(['GET', '/softphone/session']);
    });

    it('tells that nobody is', async () => {
        reply(204);
        expect(await service.session()).toEqual({ kind: 'signedOut' });
    });

    it('begins to sign in, and finishes with what Salesforce gave', async () => {
        reply(200, { authorizeUrl: 'https://acme.example/authorize' });
        expect(await service.beginSignIn()).toBe('https://acme.example/authorize');
        expect(asked()).toEqual(['POST', '/softphone/sign-in', {}]);
        reply(200, SESSION);
        const handover = { code: 'c1', state: 's1' };
        expect(await service.finishSignIn(handover)).toEqual({ kind: 'signedIn', agent: AGENT });
        expect(asked()).toEqual(['POST', '/softphone/session', handover]);
    });

    it.each([
        [400, 'SIGN_IN_EXPIRED', { kind: 'trouble', trouble: 'expired' }],
        [400, 'SIGN_IN_MISMATCH', { kind: 'trouble', trouble: 'expired' }],
        [403, 'SIGN_IN_REFUSED', { kind: 'trouble', trouble: 'refused' }],
        [403, 'OTHER_ORGANIZATION', { kind: 'trouble', trouble: 'otherOrganization' }],
        [502, 'ORG_REFUSED', { kind: 'trouble', trouble: 'notSetUp' }],
        [503, 'SIGN_IN_UNAVAILABLE', { kind: 'away' }],
        [401, 'NO_SESSION', { kind: 'signedOut' }]
    ])('%i %s while signing in', async (status, code, answer) => {
        reply(status, { code, detail: '…' });
        expect(await service.finishSignIn({ code: 'c1', state: 's1' })).toEqual(answer);
    });

    it('signs out, and says where it could not', async () => {
        reply(204);
        expect(await service.signOut()).toEqual({ kind: 'signedOut' });
        expect(asked()).toEqual(['DELETE', '/softphone/session']);
        fetch.mockRejectedValueOnce(new TypeError('fetch failed'));
        expect(await service.signOut()).toEqual({ kind: 'away' });
    });

    it('sends a dial without the name of the person', async () => {
        reply(200, PRESENTED);
        const choice = { choiceId: 'c1', callbackNumber: '+49', number: '+44', chosenAt: 1 };
        await service.dial({ ...ORDER, choice });
        const { recordName: _name, ...rest } = ORDER;
        expect(asked()).toEqual(['POST', '/softphone/dials', { ...rest, choice }]);
    });

    it('reads a number that is presented, with what its ids are called', async () => {
        reply(200, { ...PRESENTED, names: { rules: [{ id: 'r2', name: 'VIP' }], numbers: [] } });
        const answer = await service.dial(ORDER);
        expect(answer).toEqual({
            kind: 'decided',
            decision: {
                outcome: 'presented',
                numberId: 'a01',
                number: '+442079460000',
                source: 'rule',
                ruleId: 'r1',
                trace: TRACE
            },
            names: {
                numbers: new Map([['a01', NUMBER]]),
                rules: new Map([
                    ['r2', { id: 'r2', name: 'VIP' }],
                    ['r1', { id: 'r1', name: 'UK' }]
                ])
            },
            call: 'decisionOnly'
        });
    });

    it('says that a call was started', async () => {
        reply(200, { ...PRESENTED, call: { status: 'started', callId: '1' } });
        expect(await service.dial(ORDER)).toMatchObject({ call: 'started' });
    });

    it('reads a blocked call', async () => {
        reply(200, { outcome: 'blocked', errorCode: 'SELECTOR_ERROR', message: 'No.', trace: [] });
        expect(await service.dial(ORDER)).toMatchObject({
            kind: 'decided',
            decision: {
                outcome: 'blocked',
                errorCode: 'SELECTOR_ERROR',
                message: 'No.',
                trace: []
            },
            call: 'decisionOnly'
        });
    });

    it.each(['CHOICE_EXPIRED', 'CHOICE_FOR_ANOTHER_CALL', 'CHOICE_USED'])(
        'says that a choice was refused: %s',
        async (code) => {
            reply(409, { code, detail: '…' });
            expect(await service.dial(ORDER)).toEqual({ kind: 'choiceRefused', code });
        }
    );

    it.each(['ENTRY_NOT_TAKEN', 'ENTRY_FOR_ANOTHER_CALL', 'ENTRY_OUTSIDE_HOURS'])(
        'says that the entry of a dial list was refused: %s',
        async (code) => {
            reply(409, { code, detail: '…' });
            expect(await service.dial(ORDER)).toEqual({ kind: 'entryRefused', code });
        }
    );

    it.each([
        [409, 'DIAL_KEY_USED'],
        [409, 'CALL_OVER'],
        [422, 'INVALID_DIAL']
    ])('%i %s is about this dial, in the words of the service', async (status, code) => {
        reply(status, { code, detail: 'The words.' });
        expect(await service.dial(ORDER)).toEqual({ kind: 'refused', code, words: 'The words.' });
    });

    it.each([
        [502, 'CALLER_ID_REFUSED'],
        [422, 'NUMBER_REFUSED'],
        [503, 'TELEPHONY_BUSY'],
        [502, 'CALL_NOT_STARTED']
    ])("%i %s is the telephony's, with its reason", async (status, code) => {
        reply(status, { code, detail: 'Not verified.' });
        expect(await service.dial(ORDER)).toEqual({
            kind: 'telephonyRefused',
            code,
            reason: 'Not verified.'
        });
    });

    it('asks how far a call is, and ends it', async () => {
        reply(200, { status: 'ringing' });
        expect(await service.callProgress('a/b')).toEqual({ status: 'ringing' });
        expect(asked()).toEqual(['GET', '/softphone/calls/a%2Fb']);
        reply(409, { code: 'CALL_OVER' });
        expect(await service.callProgress('gone')).toBeUndefined();
        reply(503, { code: 'NOT_READY' });
        expect(await service.callProgress('busy')).toBe('away');
        reply(204);
        expect(await service.endCall('key-1')).toBe(true);
        expect(asked()).toEqual(['POST', '/softphone/calls/key-1/end']);
        reply(502, { code: 'CALL_NOT_ENDED' });
        expect(await service.endCall('key-1')).toBe(false);
    });

    it('says that the session has ended', async () => {
        reply(401, { code: 'NO_SESSION' });
        expect(await service.dial(ORDER)).toEqual({ kind: 'signedOut' });
    });

    describe('is away', () => {
        it.each([
            [503, 'ORG_UNREACHABLE'],
            [503, 'TOOK_TOO_LONG'],
            [500, 'INTERNAL_ERROR']
        ])('with %i %s', async (status, code) => {
            reply(status, { code });
            expect(await service.dial(ORDER)).toEqual({ kind: 'away' });
        });

        it('where there is no network', async () => {
            fetch.mockRejectedValueOnce(new TypeError('fetch failed'));
            expect(await service.dial(ORDER)).toEqual({ kind: 'away' });
        });

        it('where something else answers in its place', async () => {
            fetch.mockResolvedValueOnce(new Response('<html>Bad gateway</html>', { status: 200 }));
            expect(await service.dial(ORDER)).toEqual({ kind: 'away' });
        });

        it.each([
            ['a number', { outcome: 'presented', source: 'rule', trace: [] }],
            ['a decision', {}],
            ['an agent', {}]
        ])('where its answer lacks %s', async (_what, body) => {
            reply(200, body);
            expect(await service.dial(ORDER)).toEqual({ kind: 'away' });
            reply(200, body);
            expect(await service.session()).toEqual({ kind: 'away' });
        });

        it('where it does not answer in time: the request is given up', async () => {
            fetch.mockImplementationOnce(
                (_address, { signal } = {}) =>
                    new Promise((_resolve, reject) => {
                        signal!.addEventListener('abort', () => reject(signal!.reason as Error));
                    })
            );
            expect(await service.dial(ORDER)).toEqual({ kind: 'away' });
        });
    });
});
