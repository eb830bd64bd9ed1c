import { describe, expect, it } from 'vitest';
import { CONNECTING, heard, type Phone } from './phone.ts';

const FIRST = {
    callId: 'c1',
    isThirdParty: false,
    number: '+441314960412',
    state: 'connected',
    given: { callId: 'c1' }
} as const;
const THIRD = { ...FIRST, callId: 'c2', isThirdParty: true, number: '112', given: {} } as const;
const inCall: Phone = { status: 'ready', calls: [FIRST] };
const inThree: Phone = { ...inCall, calls: [FIRST, THIRD] };

const after = (phone: Phone, type: string, payload?: unknown) => heard(phone, { type, payload });
const ids = ({ calls }: Phone) => calls.map(({ callId }) => callId);

describe('The telephone', () => {
    it('is over when all hang up, or nobody says who', () => {
        expect(after(inThree, 'HANGUP', [{ callId: 'c1' }, { callId: 'c2' }]).calls).toEqual([]);
        expect(after(inThree, 'HANGUP')).toMatchObject({
            calls: [],
            ended: { number: FIRST.number, isFailed: false }
        });
    });

    it('goes on when only who was added hangs up', () => {
        const phone = after(inThree, 'HANGUP', [{ callId: 'c2' }]);
        expect(ids(phone)).toEqual(['c1']);
        expect(phone).not.toHaveProperty('ended');
    });

    it('goes on when a call hangs up that is not there any more', () => {
        expect(after(inCall, 'HANGUP', [{ callId: 'c0' }])).toEqual(inCall);
    });

    it('takes a new call for the one it had', () => {
        expect(ids(after(inThree, 'CALL_STARTED', { callId: 'c9' }))).toEqual(['c9']);
    });

    it('keeps name and number of a call that is told of shortly', () => {
        const named = { ...inCall, calls: [{ ...FIRST, name: 'Fiona Geddes' }, THIRD] };
        expect(after(named, 'CALL_CONNECTED', { callId: 'c1' }).calls).toMatchObject([
            { callId: 'c1', number: FIRST.number, name: 'Fiona Geddes' },
            { callId: 'c2' }
        ]);
    });

    it('loses a call that failed while it was ringing, and no other', () => {
        const ringing: Phone = { ...inCall, calls: [{ ...FIRST, state: 'ringing' }] };
        expect(after(ringing, 'CALL_FAILED').calls).toEqual([]);
        expect(after(inCall, 'CALL_FAILED').calls).toEqual([FIRST]);
    });

    it('has one call left when the first one called has left', () => {
        const left = { initialCallHasEnded: true };
        expect(ids(after(inThree, 'PARTICIPANT_CONNECTED', left))).toEqual(['c2']);
        expect(after(inThree, 'PARTICIPANT_CONNECTED', left).calls).toMatchObject([
            { number: '112' }
        ]);
    });

    it('takes away who was added where nobody says who left', () => {
        expect(ids(after(inThree, 'PARTICIPANT_REMOVED', { reason: null }))).toEqual(['c1']);
    });

    it.each([[undefined], ['?'], [{ loginFrameHeight: -1 }], [{ loginFrameHeight: '9' }]])(
        'shows the connector in its usual height where it does not say which: %j',
        (payload) => {
            expect(after(CONNECTING, 'SHOW_LOGIN', payload)).toMatchObject({ loginHeight: 350 });
        }
    );

    it('stays as it is when signing out failed', () => {
        expect(after(inCall, 'LOGOUT_RESULT', { success: false })).toBe(inCall);
    });

    it('shows an error of which it is told nothing', () => {
        const problem = (payload?: unknown) => after(inCall, 'ERROR', payload).problem;
        expect(problem()).toEqual({ kind: 'code', code: '' });
        expect(problem({ customError: {} })).toEqual({
            kind: 'custom',
            labelName: '',
            namespace: '',
            message: ''
        });
    });
});
