import { describe, expect, it, vi } from 'vitest';
import type { DialAnswer } from '../client/types.ts';
import { FIONA, shows, useVoice } from './testing/useVoice.ts';

const voice = useVoice();

describe('Signing in', () => {
    it('comes before calls, on the page of the connector', async () => {
        const world = voice.fresh();
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
        const world = voice.fresh();
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
        const world = voice.fresh();
        world.answers.dial.mockResolvedValueOnce(answer);
        await voice.ready();
        world.ask('DIAL', { contact: FIONA });
        expect(await world.heard('ERROR')).toEqual(shows('Callback_Softphone_Signed_Out_Message'));
        expect(await world.heard('LOGOUT_RESULT')).toMatchObject({ success: true });
        expect(world.states.at(-1)).toEqual({ kind: 'signedOut', ...(trouble && { trouble }) });
        expect(world.answers.signOut).toHaveBeenCalledTimes(signOuts);
        await world.session.signIn();
        await world.heard('CONNECTOR_READY', 2);
    });

    it('ends when Salesforce signs the agent out', async () => {
        const world = await voice.inCall();
        world.ask('LOGOUT');
        expect(await world.heard('LOGOUT_RESULT')).toEqual({
            success: true,
            loginFrameHeight: 350
        });
        expect(world.states.at(-1)).toEqual({ kind: 'signedOut' });
    });

    it('does not end where the service does not answer', async () => {
        const world = voice.fresh();
        world.answers.signOut.mockResolvedValueOnce({ kind: 'away' });
        await voice.ready();
        world.ask('LOGOUT');
        expect(await world.heard('ERROR')).toEqual(shows('Callback_Softphone_Away_Title'));
        expect(world.states.at(-1)).toMatchObject({ kind: 'ready' });
    });
});

describe('The connector', () => {
    it('offers nothing that it cannot do', async () => {
        const world = await voice.ready();
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
        const world = await voice.ready();
        world.ask(type);
        expect(await world.heard('ERROR')).toEqual(shows('Callback_Voice_Not_Offered'));
    });

    it('leaves presence and contacts to Salesforce', async () => {
        const world = await voice.ready();
        world.ask('SET_AGENT_STATUS', { agentStatus: 'Available' });
        expect(await world.heard('SET_AGENT_STATUS_RESULT')).toEqual({ success: true });
        world.ask('GET_PHONE_CONTACTS');
        expect(await world.heard('PHONE_CONTACTS')).toEqual({ contacts: [], contactTypes: [] });
    });

    it.each(['https://evil.example', 'https://other.lightning.force.com', 'null'])(
        'is not set up by %s, and still by the org',
        async (origin) => {
            const world = voice.fresh();
            world.setUp(origin);
            expect(world.answers.session).not.toHaveBeenCalled();
            await voice.ready();
            expect(world.answers.session).toHaveBeenCalledOnce();
        }
    );
});
