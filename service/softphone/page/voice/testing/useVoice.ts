import { afterEach, beforeEach, vi } from 'vitest';
import type { BlockedDecision, ErrorCode } from '#resolver';
import type { DialAnswer } from '../../client/types.ts';
import { PRESENTED, startVoice, type VoiceWorld } from './voiceWorld.ts';

export const FIONA = { phoneNumber: '+441314960412', type: 'PhoneNumber' };
export const RECORD = { recordId: '003000000000001AAA', name: 'Fiona Geddes' };
export const GEORGE = { phoneNumber: '+442079460123', type: 'PhoneNumber' };
export const EXPECTED = { ...PRESENTED, call: 'expected' } as DialAnswer;

export function blocked(errorCode: ErrorCode): DialAnswer {
    const decision = { outcome: 'blocked', errorCode, trace: [] };
    return { ...PRESENTED, decision: decision as unknown as BlockedDecision } as DialAnswer;
}

/** What Salesforce is told where it is to show a label of ours. */
export function shows(labelName: string) {
    return { customError: { labelName, namespace: 'c', message: `Says ${labelName}` } };
}

/** For the tests of a file: a connector for each. */
export function useVoice() {
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

    async function ready(): Promise<VoiceWorld> {
        world.setUp();
        await world.heard('CONNECTOR_READY');
        return world;
    }
    async function inCall(): Promise<VoiceWorld> {
        await ready();
        world.ask('DIAL', { contact: { ...FIONA, ...RECORD } });
        await world.heard('CALL_STARTED');
        return world;
    }

    return {
        /** Not set up yet. */
        fresh: () => world,
        ready,
        /** With Fiona, under the key `key-1`. */
        inCall,
        /** With George as well, under the key `key-2`. */
        async inConsult(): Promise<VoiceWorld> {
            await inCall();
            world.ask('ADD_PARTICIPANT', { contact: GEORGE, call: { callId: 'key-1' } });
            await world.heard('PARTICIPANT_ADDED');
            return world;
        },
        /** The page is loaded anew, with these calls in its storage. */
        anew(kept: string | null): void {
            world.close();
            world = startVoice(kept);
        }
    };
}
