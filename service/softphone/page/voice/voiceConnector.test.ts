import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BlockedDecision, ErrorCode } from '#resolver';
import type { DialAnswer } from '../client/types.ts';
import { NOW, PRESENTED, startVoice, type VoiceWorld } from './testing/voiceWorld.ts';

const FIONA = { phoneNumber: '+441314960412', type: 'PhoneNumber' };
const RECORD = { recordId: '003000000000001AAA', name: 'Fiona Geddes' };
const GEORGE = { phoneNumber: '+442079460123', type: 'PhoneNumber' };
const CHOICE = {
    choiceId: 'c1',
    callbackNumber: '+442079460110',
    number: FIONA.phoneNumber,
    recordId: RECORD.recordId,
    chosenAt: String(NOW)
};
const blocked = (errorCode: ErrorCode): DialAnswer => ({
    ...(PRESENTED as Extract<DialAnswer, { kind: 'decided' }>),
    decision: { outcome: 'blocked', errorCode, trace: [] } as unknown as BlockedDecision
});
const shows = (labelName: string) => ({
    customError: { labelName, namespace: 'c', message: `Says ${labelName}` }
});

let world: VoiceWorld;
beforeEach(() => {
    // The SDK notes there whatever it tells Salesforce.
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    world = startVoice();
});
afterEach(() => {
    world.close();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
});

async function ready(): Promise<void> {
    world.setUp();
    await world.heard('CONNECTOR_READY');
}

async function inCall(): Promise<void> {
    await ready();
    world.ask('DIAL', { contact: { ...FIONA, ...RECORD } });
    await world.heard('CALL_STARTED');
}

async function inConsult(): Promise<void> {
    await inCall();
    world.ask('ADD_PARTICIPANT', { contact: GEORGE, call: { callId: 'key-1' } });
    await world.heard('PARTICIPANT_ADDED');
}

describe('A dial of Salesforce Voice', () => {
    it('from a record becomes a call that presents the decided number', async () => {
        await inCall();
        expect(world.orders).toEqual([
            {
                dialKey: 'key-1',
                channel: 'clickToDial',
                number: FIONA.phoneNumber,
                recordId: RECORD.recordId,
                recordName: 'Fiona Geddes'
            }
        ]);
        expect(await world.heard('CALL_STARTED')).toMatchObject({
            callId: 'key-1',
            callType: 'Outbound',
            state: 'ringing',
            phoneNumber: FIONA.phoneNumber,
            contact: { recordId: RECORD.recordId },
            callAttributes: { participantType: 'Initial_Caller' },
            callInfo: { isOnHold: false, muteEnabled: false, isSoftphoneCall: false }
        });
        expect(world.decided()).toMatchObject([
            {
                dialKey: 'key-1',
                outcome: 'presented',
                callbackNumber: '+442079460000',
                call: 'started'
            }
        ]);
    });

    it('that was typed is one by hand, and may be expected on the agent’s own telephone', async () => {
        world.answers.dial.mockResolvedValue({ ...PRESENTED, call: 'expected' } as DialAnswer);
        await ready();
        world.ask('DIAL', { contact: FIONA });
        await world.heard('CALL_STARTED');
        expect(world.orders).toEqual([
            { dialKey: 'key-1', channel: 'manual', number: FIONA.phoneNumber }
        ]);
    });

    it('takes the number chosen for it on a page, once', async () => {
        await ready();
        world.bridge('Callback_Number_Chosen__c', CHOICE);
        world.answers.dial.mockResolvedValueOnce(blocked('NUMBER_NOT_AVAILABLE'));
        world.ask('DIAL', { contact: { ...FIONA, ...RECORD } });
        await world.heard('ERROR');
        world.ask('DIAL', { contact: { ...FIONA, ...RECORD } });
        await world.heard('CALL_STARTED');
        expect(world.orders).toMatchObject([
            { choice: { choiceId: 'c1', callbackNumber: CHOICE.callbackNumber, chosenAt: NOW } },
            {}
        ]);
        expect(world.orders[1]).not.toHaveProperty('choice');
    });

    it.each<[string, DialAnswer]>([
        [
            'the telephony refuses',
            { kind: 'telephonyRefused', code: 'TELEPHONY_BUSY', reason: 'Later.' }
        ],
        ['the service finds used', { kind: 'choiceRefused', code: 'CHOICE_USED' }]
    ])('that %s does not go on with another number than the page shows', async (_what, answer) => {
        world.answers.dial.mockResolvedValue(answer);
        await ready();
        world.bridge('Callback_Number_Chosen__c', CHOICE);
        world.ask('DIAL', { contact: { ...FIONA, ...RECORD } });
        await world.heard('ERROR');
        world.ask('DIAL', { contact: { ...FIONA, ...RECORD } });
        await world.heard('ERROR', 2);
        world.bridge('Callback_Number_Chosen__c', { ...CHOICE, callbackNumber: '' });
        world.ask('DIAL', { contact: { ...FIONA, ...RECORD } });
        await world.heard('ERROR', 3);
        expect(world.orders.map(({ choice }) => choice?.choiceId)).toEqual(['c1', 'c1', undefined]);
    });

    it.each([
        ['another record', { recordId: '003000000000002AAA' }, 0],
        ['another number', { number: GEORGE.phoneNumber }, 0],
        ['a minute ago', {}, 60_000]
    ])('leaves a number chosen for %s alone', async (_what, other, late) => {
        await ready();
        world.bridge('Callback_Number_Chosen__c', { ...CHOICE, ...other });
        await vi.waitFor(() => expect(world.told.at(-1)?.type).toBe('CONNECTOR_READY'));
        world.pass(late);
        world.ask('DIAL', { contact: { ...FIONA, ...RECORD } });
        await world.heard('CALL_STARTED');
        expect(world.orders[0]).not.toHaveProperty('choice');
    });

    it('asked for twice is one call', async () => {
        let decide: (answer: DialAnswer) => void = () => undefined;
        world.answers.dial.mockReturnValueOnce(new Promise((resolve) => (decide = resolve)));
        await ready();
        world.ask('DIAL', { contact: { ...FIONA, ...RECORD } });
        world.ask('DIAL', { contact: { ...FIONA, ...RECORD } });
        await vi.waitFor(() => expect(world.orders).toHaveLength(1));
        decide(PRESENTED);
        await world.heard('CALL_STARTED', 2);
        world.ask('DIAL', { contact: { ...FIONA, ...RECORD } });
        expect(await world.heard('CALL_STARTED', 3)).toMatchObject({ callId: 'key-1' });
        expect(world.orders).toHaveLength(1);
        expect(world.told.filter(({ type }) => type === 'ERROR')).toEqual([]);
    });

    it('of another number has to wait, and keeps the number chosen for it', async () => {
        await ready();
        world.ask('DIAL', { contact: GEORGE });
        await world.heard('CALL_STARTED');
        world.bridge('Callback_Number_Chosen__c', CHOICE);
        world.ask('DIAL', { contact: { ...FIONA, ...RECORD } });
        expect(await world.heard('ERROR')).toEqual(shows('Callback_Softphone_Busy_Message'));
        expect(world.orders).toHaveLength(1);
        expect(world.decided().at(-1)).toMatchObject({
            number: FIONA.phoneNumber,
            errorCode: 'SOFTPHONE_BUSY'
        });
        world.look('key-1', { status: 'ended' });
        await world.heard('HANGUP');
        world.ask('DIAL', { contact: { ...FIONA, ...RECORD } });
        await world.heard('CALL_STARTED', 2);
        expect(world.orders[1]).toMatchObject({ choice: { choiceId: 'c1' } });
    });

    it.each<[string, DialAnswer, string]>([
        ['is blocked', blocked('NO_PRINCIPAL_NUMBER'), 'Callback_No_Principal_Number'],
        ['a selector blocks', blocked('SELECTOR_ERROR'), 'Callback_Voice_Selector_Error'],
        [
            'is decided and nothing else',
            { ...PRESENTED, call: 'decisionOnly' } as DialAnswer,
            'Callback_Softphone_Decision_Only'
        ],
        [
            'the telephony refuses',
            { kind: 'telephonyRefused', code: 'CALLER_ID_REFUSED', reason: 'Not yours.' },
            'Callback_Voice_Caller_Id_Refused'
        ],
        [
            'comes too late for its choice',
            { kind: 'choiceRefused', code: 'CHOICE_EXPIRED' },
            'Callback_Softphone_Choice_Expired'
        ],
        [
            'is of an entry that is not theirs',
            { kind: 'entryRefused', code: 'ENTRY_NOT_TAKEN' },
            'Callback_Softphone_Entry_Not_Taken'
        ],
        [
            'the service finds wrong',
            { kind: 'refused', code: 'toString', words: 'Too long.' },
            'Callback_Voice_Refused'
        ],
        ['gets no answer', { kind: 'away' }, 'Callback_Softphone_Away_Title']
    ])('that %s is no call, and our label says why', async (_what, answer, label) => {
        world.answers.dial.mockResolvedValue(answer);
        await ready();
        world.ask('DIAL', { contact: FIONA });
        expect(await world.heard('ERROR')).toEqual(shows(label));
        expect(world.told.map(({ type }) => type)).toEqual([
            'CONNECTOR_READY',
            'MESSAGE',
            'CALL_FAILED',
            'ERROR'
        ]);
        expect(world.decided()).toMatchObject([{ dialKey: 'key-1', number: FIONA.phoneNumber }]);
    });

    it('tells the panel what the telephony says', async () => {
        const refusal = { kind: 'telephonyRefused', code: 'NUMBER_REFUSED', reason: 'Premium.' };
        world.answers.dial.mockResolvedValue(refusal as DialAnswer);
        await ready();
        world.ask('DIAL', { contact: FIONA });
        await world.heard('ERROR');
        expect(world.decided()).toMatchObject([
            { outcome: 'failed', errorCode: 'NUMBER_REFUSED', message: 'NUMBER_REFUSED: Premium.' }
        ]);
    });

    it('without answer keeps its key when asked again, so that nobody is called twice', async () => {
        world.answers.dial.mockResolvedValueOnce({ kind: 'away' });
        await ready();
        world.bridge('Callback_Number_Chosen__c', CHOICE);
        world.ask('DIAL', { contact: { ...FIONA, ...RECORD } });
        await world.heard('ERROR');
        world.ask('DIAL', { contact: { ...FIONA, ...RECORD } });
        await world.heard('CALL_STARTED');
        expect(world.orders[1]).toEqual(world.orders[0]);
        expect(world.orders[1]).toMatchObject({ dialKey: 'key-1', choice: { choiceId: 'c1' } });
    });

    it('without answer is another call a minute later', async () => {
        world.answers.dial.mockResolvedValueOnce({ kind: 'away' });
        await ready();
        world.ask('DIAL', { contact: FIONA });
        await world.heard('ERROR');
        world.pass(60_000);
        world.ask('DIAL', { contact: FIONA });
        await world.heard('CALL_STARTED');
        expect(world.orders.map(({ dialKey }) => dialKey)).toEqual(['key-1', 'key-2']);
    });

    it('of somebody without a number calls nobody', async () => {
        await ready();
        world.ask('DIAL', { contact: { type: 'Agent', id: '005000000000002AAA' } });
        expect(await world.heard('ERROR')).toEqual(shows('Callback_Voice_No_Number'));
        expect(world.orders).toEqual([]);
    });

    it('waits for a default that the agent has just changed', async () => {
        let read: () => void = () => undefined;
        world.answers.defaultChanged.mockReturnValueOnce(
            new Promise((resolve) => (read = resolve))
        );
        await ready();
        world.bridge('Callback_Default_Changed__c', { changedAt: '1' });
        world.ask('DIAL', { contact: FIONA });
        await vi.waitFor(() => expect(world.answers.defaultChanged).toHaveBeenCalledOnce());
        expect(world.orders).toEqual([]);
        read();
        await world.heard('CALL_STARTED');
    });
});

describe('A call', () => {
    it('is followed until it is over', async () => {
        await inCall();
        world.look('key-1', { status: 'ringing' });
        await vi.waitFor(() => expect(world.answers.callProgress).toHaveBeenCalledTimes(1));
        world.look('key-1', 'away');
        await vi.waitFor(() => expect(world.answers.callProgress).toHaveBeenCalledTimes(2));
        world.look('key-1', { status: 'answered' });
        expect(await world.heard('CALL_CONNECTED')).toMatchObject({
            callId: 'key-1',
            state: 'connected'
        });
        world.look('key-1', { status: 'ended' });
        expect(await world.heard('HANGUP')).toMatchObject([{ callId: 'key-1' }]);
        world.ask('DIAL', { contact: GEORGE });
        await world.heard('CALL_STARTED', 2);
    });

    it('that fails after all says why', async () => {
        await inCall();
        world.look('key-1', { status: 'failed', code: 'TELEPHONY_BUSY', reason: 'Later.' });
        expect(await world.heard('HANGUP')).toMatchObject([{ callId: 'key-1', reason: 'error' }]);
        expect(await world.heard('ERROR')).toEqual(shows('Callback_Voice_Telephony_Busy'));
        expect(world.decided().at(-1)).toMatchObject({
            dialKey: 'key-1',
            outcome: 'failed',
            message: 'TELEPHONY_BUSY: Later.'
        });
    });

    it('outlives the page, with whoever was added', async () => {
        await inConsult();
        world.look('key-1', { status: 'answered' });
        await world.heard('CALL_CONNECTED');
        world.look('key-2', { status: 'ringing' });
        const kept = world.kept();
        world.close();

        world = startVoice(kept);
        await ready();
        world.ask('AGENT_AVAILABLE', { isAvailable: true });
        expect(await world.heard('CALL_STARTED')).toMatchObject({
            callId: 'key-1',
            contact: { name: 'Fiona Geddes' }
        });
        expect(await world.heard('PARTICIPANT_ADDED')).toMatchObject({ callId: 'key-2' });
        world.look('key-2', { status: 'ended' });
        await world.heard('PARTICIPANT_REMOVED');
        world.look('key-1', { status: 'ended' });
        await world.heard('HANGUP');
        expect(world.kept()).toBeNull();
    });

    it.each(['{', '{}', '[null]', '[{"order":{},"contact":{"phoneNumber":7}}]'])(
        'is not made of what stands in the storage: %s',
        async (kept) => {
            world.close();
            world = startVoice(kept);
            await ready();
            expect(await world.heard('CONNECTOR_READY')).toMatchObject({ callInProgress: null });
        }
    );

    it('of an agent who is not signed in any more waits for nobody', async () => {
        await inCall();
        world.answers.session.mockResolvedValue({ kind: 'signedOut' });
        world.look('key-1', undefined);
        await world.heard('LOGOUT_RESULT');
        expect(world.told.map(({ type }) => type)).not.toContain('HANGUP');
    });

    it('that the service does not know any more is over', async () => {
        await inCall();
        world.look('key-1', undefined);
        await world.heard('HANGUP');
    });

    it('ends when the agent ends it', async () => {
        await inCall();
        world.ask('END_CALL', { call: await world.heard('CALL_STARTED') });
        expect(await world.heard('HANGUP')).toMatchObject([{ callId: 'key-1' }]);
        expect(world.answers.endCall.mock.calls).toEqual([['key-1']]);
    });

    it('goes on where the telephony could not be told', async () => {
        world.answers.endCall.mockResolvedValueOnce(false);
        await inCall();
        world.ask('END_CALL', { call: { callId: 'key-1' } });
        expect(await world.heard('ERROR')).toEqual({ message: 'CAN_NOT_END_THE_CALL' });
        world.ask('END_CALL', { call: { callId: 'key-1' } });
        await world.heard('HANGUP');
    });

    it('is told of again when Salesforce asks what is there', async () => {
        await inCall();
        world.look('key-1', { status: 'answered' });
        await world.heard('CALL_CONNECTED');
        world.ask('AGENT_AVAILABLE', { isAvailable: true });
        expect(await world.heard('CALL_CONNECTED', 2)).toMatchObject({ isReplayedCall: true });
    });
});

describe('Somebody else', () => {
    it('is called with a number decided for them, and joins', async () => {
        await inConsult();
        expect(world.orders[1]).toEqual({
            dialKey: 'key-2',
            channel: 'manual',
            number: GEORGE.phoneNumber,
            joins: 'key-1'
        });
        expect(await world.heard('PARTICIPANT_ADDED')).toMatchObject({
            callId: 'key-2',
            phoneNumber: GEORGE.phoneNumber,
            initialCallHasEnded: false
        });
        world.look('key-2', { status: 'answered' });
        expect(await world.heard('PARTICIPANT_CONNECTED')).toMatchObject({ callId: 'key-2' });
        world.look('key-2', { status: 'ended' });
        await world.heard('PARTICIPANT_REMOVED');
        expect(world.told.map(({ type }) => type)).not.toContain('HANGUP');
    });

    it('stays when the first one leaves', async () => {
        await inConsult();
        world.look('key-2', { status: 'answered' });
        await world.heard('PARTICIPANT_CONNECTED');
        world.look('key-1', { status: 'ended' });
        expect(await world.heard('PARTICIPANT_CONNECTED', 2)).toEqual({
            initialCallHasEnded: true
        });
        world.ask('END_CALL', { call: { callId: 'key-2' } });
        expect(await world.heard('HANGUP')).toMatchObject([{ callId: 'key-2' }]);
    });

    it('goes with everybody when the agent leaves', async () => {
        await inConsult();
        world.ask('END_CALL', {
            call: { callId: 'of-the-agent', callAttributes: { participantType: 'Agent' } }
        });
        expect(await world.heard('HANGUP')).toMatchObject([
            { callId: 'key-1' },
            { callId: 'key-2' }
        ]);
    });

    it('whose number is blocked leaves the call as it is', async () => {
        await inCall();
        world.answers.dial.mockResolvedValueOnce(blocked('NUMBER_NOT_CONFIGURED'));
        world.ask('ADD_PARTICIPANT', { contact: GEORGE, call: { callId: 'key-1' } });
        expect(await world.heard('ERROR')).toEqual(shows('Callback_Number_Not_Configured'));
        expect(await world.heard('PARTICIPANT_REMOVED')).toEqual({ reason: 'error' });
        world.ask('END_CALL', { call: { callId: 'key-1' } });
        await world.heard('HANGUP');
    });

    it('is handed the call by a blind transfer, with a number decided for them', async () => {
        await inCall();
        const call = { callId: 'key-1' };
        world.ask('ADD_PARTICIPANT', { contact: GEORGE, call, isBlindTransfer: true });
        expect(await world.heard('HANGUP')).toEqual(call);
        expect(world.orders[1]).toMatchObject({ joins: 'key-1', agentLeaves: true });
        expect(await world.heard('PARTICIPANT_ADDED')).toMatchObject({ callId: 'key-2' });
        world.ask('DIAL', { contact: FIONA });
        await world.heard('CALL_STARTED', 2);
    });

    it('is not handed a call that the service does not hand over', async () => {
        await inCall();
        world.answers.dial.mockResolvedValueOnce(blocked('NUMBER_NOT_CONFIGURED'));
        const call = { callId: 'key-1' };
        world.ask('ADD_PARTICIPANT', { contact: GEORGE, call, isBlindTransfer: true });
        expect(await world.heard('ERROR')).toEqual(shows('Callback_Number_Not_Configured'));
        world.look('key-1', { status: 'answered' });
        await world.heard('CALL_CONNECTED');
        expect(world.told.map(({ type }) => type)).not.toContain('HANGUP');
    });

    it('is brought into a call on the agent’s own telephone there', async () => {
        world.answers.dial.mockResolvedValue({ ...PRESENTED, call: 'expected' } as DialAnswer);
        await inCall();
        world.ask('ADD_PARTICIPANT', { contact: GEORGE, call: { callId: 'key-1' } });
        expect(await world.heard('ERROR')).toEqual(shows('Callback_Voice_Not_Offered'));
        expect(world.orders).toHaveLength(1);
    });

    it('is not called into a call that is over', async () => {
        await ready();
        world.ask('ADD_PARTICIPANT', { contact: GEORGE, call: { callId: 'key-9' } });
        expect(await world.heard('ERROR')).toEqual({ message: 'CAN_NOT_ADD_PARTICIPANT' });
        expect(world.orders).toEqual([]);
    });
});

describe('A dial asked for in the panel', () => {
    const REQUEST = { dialKey: 'panel-1', number: '0131 496 0412', requestedAt: '1' };

    it('becomes a call on the telephone', async () => {
        await ready();
        world.bridge('Callback_Dial_Requested__c', REQUEST);
        expect(await world.heard('CALL_STARTED')).toMatchObject({
            callId: 'panel-1',
            phoneNumber: REQUEST.number
        });
        world.bridge('Callback_Dial_Requested__c', REQUEST);
        world.bridge('Callback_Dial_Requested__c', { ...REQUEST, dialKey: 'panel-2' });
        await vi.waitFor(() => expect(world.decided()).toHaveLength(2));
        expect(world.orders).toHaveLength(1);
        expect(world.decided()).toMatchObject([
            { dialKey: 'panel-1', outcome: 'presented' },
            { dialKey: 'panel-2', errorCode: 'SOFTPHONE_BUSY' }
        ]);
    });

    it('that is blocked is no call, and the panel hears why', async () => {
        world.answers.dial.mockResolvedValueOnce(blocked('UNKNOWN_AGENT'));
        await ready();
        world.bridge('Callback_Dial_Requested__c', REQUEST);
        await vi.waitFor(() =>
            expect(world.decided()).toMatchObject([
                { dialKey: 'panel-1', outcome: 'blocked', message: 'blocked UNKNOWN_AGENT' }
            ])
        );
        expect(world.told.map(({ type }) => type)).toEqual(['CONNECTOR_READY', 'MESSAGE']);
    });

    it.each([
        ['without a number', 'Callback_Dial_Requested__c', { dialKey: 'panel-1' }],
        ['of no form', 'Callback_Dial_Requested__c', null],
        ['of no form', 'Callback_Number_Chosen__c', 'x'],
        ['on another channel', 'Callback_Call_Decided__c', REQUEST]
    ])('%s is nothing', async (_what, channel, payload) => {
        await ready();
        world.bridge(channel, payload);
        world.ask('MESSAGE', { message: 'x' });
        world.ask('MESSAGE', { message: { source: 'CONNECTOR', channel, payload: REQUEST } });
        world.ask('DIAL', { contact: FIONA });
        await world.heard('CALL_STARTED');
        expect(world.orders).toMatchObject([{ number: FIONA.phoneNumber }]);
    });
});

describe('Signing in', () => {
    it('comes before calls, on the page of the connector', async () => {
        world.answers.session.mockResolvedValueOnce({ kind: 'signedOut' });
        world.setUp();
        expect(await world.heard('SHOW_LOGIN')).toEqual({ loginFrameHeight: 350 });
        expect(world.states.at(-1)).toEqual({ kind: 'signedOut' });
        world.signIn.mockResolvedValueOnce({ kind: 'trouble', trouble: 'popupClosed' });
        await world.session.signIn();
        expect(world.states.at(-1)).toMatchObject({ trouble: 'popupClosed' });
        expect(world.told).toHaveLength(1);
        await world.session.signIn();
        expect(await world.heard('LOGIN_RESULT')).toEqual({ success: true });
        await world.heard('CONNECTOR_READY');
        expect(world.states.at(-1)).toMatchObject({ kind: 'ready', agent: { name: 'Ada' } });
    });

    it('waits for the service to come back', async () => {
        world.answers.session
            .mockResolvedValueOnce({ kind: 'away' })
            .mockResolvedValueOnce({ kind: 'away' });
        world.setUp();
        await world.heard('SHOW_LOGIN');
        expect(world.states.at(-1)).toEqual({ kind: 'away' });
        world.lookAgain();
        await vi.waitFor(() => expect(world.answers.session).toHaveBeenCalledTimes(2));
        await world.session.retry();
        await world.heard('CONNECTOR_READY');
    });

    it.each<[string, DialAnswer, string | undefined, number]>([
        ['has run out', { kind: 'signedOut' }, undefined, 0],
        ['is another agent’s', { kind: 'otherAgent' }, 'otherAgent', 1]
    ])('is asked for again where the session %s', async (_what, answer, trouble, signOuts) => {
        world.answers.dial.mockResolvedValueOnce(answer);
        await ready();
        world.ask('DIAL', { contact: FIONA });
        expect(await world.heard('ERROR')).toEqual(shows('Callback_Softphone_Signed_Out_Message'));
        expect(await world.heard('LOGOUT_RESULT')).toMatchObject({ success: true });
        expect(world.states.at(-1)).toEqual({ kind: 'signedOut', ...(trouble && { trouble }) });
        expect(world.answers.signOut).toHaveBeenCalledTimes(signOuts);
        await world.session.signIn();
        await world.heard('CONNECTOR_READY', 2);
    });

    it('ends when Salesforce signs the agent out', async () => {
        await inCall();
        world.ask('LOGOUT');
        expect(await world.heard('LOGOUT_RESULT')).toEqual({
            success: true,
            loginFrameHeight: 350
        });
        expect(world.states.at(-1)).toEqual({ kind: 'signedOut' });
    });

    it('does not end where the service does not answer', async () => {
        world.answers.signOut.mockResolvedValueOnce({ kind: 'away' });
        await ready();
        world.ask('LOGOUT');
        expect(await world.heard('ERROR')).toEqual(shows('Callback_Softphone_Away_Title'));
        expect(world.states.at(-1)).toMatchObject({ kind: 'ready' });
    });
});

describe('The connector', () => {
    it('offers nothing that it cannot do', async () => {
        await ready();
        const { capabilities } = (await world.heard('CONNECTOR_READY')) as {
            capabilities: Record<string, boolean>;
        };
        const offered = Object.entries(capabilities).filter(([, offers]) => offers);
        expect(offered.map(([name]) => name)).toEqual(['BLIND_TRANSFER']);
    });

    it.each([
        'MUTE',
        'UNMUTE',
        'HOLD',
        'RESUME',
        'SWAP_PARTICIPANTS',
        'CONFERENCE',
        'PAUSE_RECORDING',
        'RESUME_RECORDING',
        'SUPERVISE_CALL',
        'SUPERVISOR_BARGE_IN',
        'SET_AGENT_CONFIG',
        'GET_AGENT_STATUS',
        'DECLINE_CALL'
    ])('refuses %s in words', async (type) => {
        await ready();
        world.ask(type);
        expect(await world.heard('ERROR')).toEqual(shows('Callback_Voice_Not_Offered'));
    });

    it('leaves presence and contacts to Salesforce', async () => {
        await ready();
        world.ask('SET_AGENT_STATUS', { agentStatus: 'Available' });
        expect(await world.heard('SET_AGENT_STATUS_RESULT')).toEqual({ success: true });
        world.ask('GET_PHONE_CONTACTS');
        expect(await world.heard('PHONE_CONTACTS')).toEqual({ contacts: [], contactTypes: [] });
    });

    it.each(['https://evil.example', 'https://other.lightning.force.com', 'null'])(
        'is not set up by %s, and still by the org',
        async (origin) => {
            world.setUp(origin);
            expect(world.answers.session).not.toHaveBeenCalled();
            await ready();
            expect(world.answers.session).toHaveBeenCalledOnce();
        }
    );
});
