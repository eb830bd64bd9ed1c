import { describe, expect, it, vi } from 'vitest';
import { blocked, EXPECTED, FIONA, GEORGE, shows, useVoice } from './testing/useVoice.ts';

const voice = useVoice();

describe('A call', () => {
    it('is followed until it is over', async () => {
        const world = await voice.inCall();
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
        const world = await voice.inCall();
        world.look('key-1', { status: 'failed', code: 'TELEPHONY_BUSY', reason: 'Later.' });
        expect(await world.heard('HANGUP')).toMatchObject([{ callId: 'key-1', reason: 'error' }]);
        expect(await world.heard('ERROR')).toEqual(shows('Callback_Voice_Telephony_Busy'));
        expect(world.decided().at(-1)).toMatchObject({
            dialKey: 'key-1',
            outcome: 'failed',
            message: 'TELEPHONY_BUSY: Later.'
        });
    });

    it('expected on the agent’s own telephone is over where it is not dialled', async () => {
        const world = await voice.ready();
        world.answers.dial.mockResolvedValue(EXPECTED);
        world.ask('DIAL', { contact: FIONA });
        await world.heard('CALL_STARTED');
        const reason = 'It was not dialled within a minute.';
        world.look('key-1', { status: 'failed', code: 'CALL_NOT_STARTED', reason });
        await world.heard('HANGUP');
        expect(world.decided().at(-1)).toMatchObject({
            outcome: 'failed',
            message: `CALL_NOT_STARTED: ${reason}`
        });
    });

    it('on the agent’s own telephone stays until the agent ends it', async () => {
        const world = await voice.ready();
        world.answers.dial.mockResolvedValue(EXPECTED);
        world.ask('DIAL', { contact: FIONA });
        const call = await world.heard('CALL_STARTED');
        world.look('key-1', { status: 'started' });
        await vi.waitFor(() => expect(world.answers.callProgress).toHaveBeenCalled());
        world.ask('END_CALL', { call });
        expect(await world.heard('HANGUP')).toMatchObject([{ callId: 'key-1' }]);
    });

    it('outlives the page, with whoever was added', async () => {
        voice.anew((await voice.inConsult()).kept());
        const world = await voice.ready();
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
            voice.anew(kept);
            const world = await voice.ready();
            expect(await world.heard('CONNECTOR_READY')).toMatchObject({ callInProgress: null });
        }
    );

    it('of an agent who is not signed in any more waits for nobody', async () => {
        const world = await voice.inCall();
        world.answers.session.mockResolvedValue({ kind: 'signedOut' });
        world.look('key-1', undefined);
        await world.heard('LOGOUT_RESULT');
        expect(world.told.map(({ type }) => type)).not.toContain('HANGUP');
    });

    it('that the service does not know any more is over', async () => {
        const world = await voice.inCall();
        world.look('key-1', undefined);
        await world.heard('HANGUP');
    });

    it('ends when the agent ends it', async () => {
        const world = await voice.inCall();
        world.ask('END_CALL', { call: await world.heard('CALL_STARTED') });
        expect(await world.heard('HANGUP')).toMatchObject([{ callId: 'key-1' }]);
        expect(world.answers.endCall.mock.calls).toEqual([['key-1']]);
    });

    it('goes on where the telephony could not be told', async () => {
        const world = voice.fresh();
        world.answers.endCall.mockResolvedValueOnce(false);
        await voice.inCall();
        world.ask('END_CALL', { call: { callId: 'key-1' } });
        expect(await world.heard('ERROR')).toEqual({ message: 'CAN_NOT_END_THE_CALL' });
        world.ask('END_CALL', { call: { callId: 'key-1' } });
        await world.heard('HANGUP');
    });

    it('is told of again when Salesforce asks what is there', async () => {
        const world = await voice.inCall();
        world.look('key-1', { status: 'answered' });
        await world.heard('CALL_CONNECTED');
        world.ask('AGENT_AVAILABLE', { isAvailable: true });
        expect(await world.heard('CALL_CONNECTED', 2)).toMatchObject({ isReplayedCall: true });
    });
});

describe('Somebody else', () => {
    it('is called with a number decided for them, and joins', async () => {
        const world = await voice.inConsult();
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
        const world = await voice.inConsult();
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
        const world = await voice.inConsult();
        world.ask('END_CALL', {
            call: { callId: 'of-the-agent', callAttributes: { participantType: 'Agent' } }
        });
        expect(await world.heard('HANGUP')).toMatchObject([
            { callId: 'key-1' },
            { callId: 'key-2' }
        ]);
    });

    it('whose number is blocked leaves the call as it is', async () => {
        const world = await voice.inCall();
        world.answers.dial.mockResolvedValueOnce(blocked('NUMBER_NOT_CONFIGURED'));
        world.ask('ADD_PARTICIPANT', { contact: GEORGE, call: { callId: 'key-1' } });
        expect(await world.heard('ERROR')).toEqual(shows('Callback_Number_Not_Configured'));
        expect(await world.heard('PARTICIPANT_REMOVED')).toEqual({ reason: 'error' });
        world.ask('END_CALL', { call: { callId: 'key-1' } });
        await world.heard('HANGUP');
    });

    it('is handed the call by a blind transfer, with a number decided for them', async () => {
        const world = await voice.inCall();
        const call = { callId: 'key-1' };
        world.ask('ADD_PARTICIPANT', { contact: GEORGE, call, isBlindTransfer: true });
        expect(await world.heard('HANGUP')).toEqual(call);
        expect(world.orders[1]).toMatchObject({ joins: 'key-1', agentLeaves: true });
        expect(await world.heard('PARTICIPANT_ADDED')).toMatchObject({ callId: 'key-2' });
        world.ask('DIAL', { contact: FIONA });
        await world.heard('CALL_STARTED', 2);
    });

    it('who was asked first can be handed the call after all', async () => {
        const world = await voice.inConsult();
        world.ask('ADD_PARTICIPANT', {
            contact: GEORGE,
            call: { callId: 'key-1' },
            isBlindTransfer: true
        });
        await world.heard('HANGUP');
        expect(world.orders[2]).toMatchObject({ dialKey: 'key-3', agentLeaves: true });
    });

    it('is not handed a call that the service does not hand over', async () => {
        const world = await voice.inCall();
        world.answers.dial.mockResolvedValueOnce(blocked('NUMBER_NOT_CONFIGURED'));
        const call = { callId: 'key-1' };
        world.ask('ADD_PARTICIPANT', { contact: GEORGE, call, isBlindTransfer: true });
        expect(await world.heard('ERROR')).toEqual(shows('Callback_Number_Not_Configured'));
        world.look('key-1', { status: 'answered' });
        await world.heard('CALL_CONNECTED');
        expect(world.told.map(({ type }) => type)).not.toContain('HANGUP');
    });

    it('is brought into a call on the agent’s own telephone there', async () => {
        const world = voice.fresh();
        world.answers.dial.mockResolvedValue(EXPECTED);
        await voice.inCall();
        world.ask('ADD_PARTICIPANT', { contact: GEORGE, call: { callId: 'key-1' } });
        expect(await world.heard('ERROR')).toEqual(shows('Callback_Voice_Not_Offered'));
        expect(world.orders).toHaveLength(1);
    });

    it('is not called into a call that is over', async () => {
        const world = await voice.ready();
        world.ask('ADD_PARTICIPANT', { contact: GEORGE, call: { callId: 'key-9' } });
        expect(await world.heard('ERROR')).toEqual({ message: 'CAN_NOT_ADD_PARTICIPANT' });
        expect(world.orders).toEqual([]);
    });
});
