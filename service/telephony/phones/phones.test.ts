import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AgentId, E164 } from '#resolver';
import { EXPECTED_FOR_MS, type CallEvent, type CallToPlace } from '../port.ts';
import { createPhones, type Phones } from './phones.ts';

const CALL: CallToPlace = {
    agentId: '005000000000001AAA' as AgentId,
    number: '+442079460958',
    callbackNumber: '+442079460000' as E164,
    dialKey: 'dial-1'
};

let phones: Phones;
let heard: CallEvent[];

beforeEach(() => {
    vi.useFakeTimers();
    heard = [];
    phones = createPhones();
    phones.listen!((event) => heard.push(event));
});
afterEach(() => vi.useRealTimers());

describe('A call expected from the agent’s own telephone', () => {
    it('is taken once, and is under way then', async () => {
        const { status, callId } = await phones.telephony.placeCall(CALL);
        expect(status).toBe('expected');
        expect(phones.take(CALL.agentId, CALL.number)).toMatchObject({ dialKey: 'dial-1' });
        expect(phones.take(CALL.agentId, CALL.number)).toBeUndefined();
        vi.advanceTimersByTime(2 * EXPECTED_FOR_MS);
        expect(heard).toEqual([{ callId, status: 'started' }]);
    });

    it('that is not dialled in time is not made, and is said to be so', async () => {
        const { callId } = await phones.telephony.placeCall(CALL);
        vi.advanceTimersByTime(EXPECTED_FOR_MS);
        expect(heard).toEqual([
            {
                callId,
                status: 'failed',
                refusal: {
                    code: 'CALL_NOT_STARTED',
                    reason: 'It was not dialled within a minute.'
                }
            }
        ]);
        expect(phones.take(CALL.agentId, CALL.number)).toBeUndefined();
    });

    it('asked for anew takes the place of the one before, which is not made', async () => {
        const first = await phones.telephony.placeCall(CALL);
        await phones.telephony.placeCall({ ...CALL, dialKey: 'dial-2' });
        expect(phones.take(CALL.agentId, CALL.number)).toMatchObject({ dialKey: 'dial-2' });
        vi.advanceTimersByTime(EXPECTED_FOR_MS);
        expect(heard.filter(({ status }) => status === 'failed')).toMatchObject([
            { callId: first.callId }
        ]);
    });

    it('is transferred on that telephone, and not from here', async () => {
        const transfer = { ...CALL, joins: 'call', agentLeaves: true };
        await expect(phones.telephony.placeCall(transfer)).rejects.toMatchObject({
            reason: 'Transfer it on your telephone.'
        });
    });
});
