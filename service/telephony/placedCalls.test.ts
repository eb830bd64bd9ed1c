import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AgentId, E164 } from '#resolver';
import { createPlacedCalls, type PlacedCalls } from './placedCalls.ts';
import {
    CallRefused,
    type CallRefusal,
    type CallToPlace,
    type PlacedCall,
    type Telephony
} from './port.ts';

const ADA = '005000000000001AAA' as AgentId;
const CALL: CallToPlace = {
    agentId: ADA,
    number: '+442079460958',
    callbackNumber: '+442079460000' as E164,
    dialKey: 'dial-1'
};
const NOT_VERIFIED: CallRefusal = { code: 'CALLER_ID_REFUSED', reason: 'Not verified.' };

/** A telephony that answers when the test says so. */
class SlowTelephony implements Telephony {
    answer!: (placed: PlacedCall) => void;
    refuse!: (error: Error) => void;
    readonly ended: string[] = [];
    placeCall(): Promise<PlacedCall> {
        return new Promise((resolve, reject) => {
            this.answer = resolve;
            this.refuse = reject;
        });
    }
    async endCall(callId: string): Promise<void> {
        this.ended.push(callId);
    }
}

let telephony: SlowTelephony;
let calls: PlacedCalls;
let clock: number;
let refusals: CallRefusal[];

beforeEach(() => {
    vi.useFakeTimers();
    telephony = new SlowTelephony();
    clock = 1_000_000;
    refusals = [];
    calls = createPlacedCalls({ telephony, now: () => clock, answerWithinMs: 1_000 });
});
afterEach(() => vi.useRealTimers());

const place = () => calls.place(CALL, (refusal) => refusals.push(refusal));

async function placed(callId = 'leg-1'): Promise<void> {
    const answer = place();
    telephony.answer({ status: 'started', callId });
    await answer;
}

describe('A call that is placed', () => {
    it('is what the telephony says it is', async () => {
        const answer = place();
        telephony.answer({ status: 'expected' });
        expect(await answer).toEqual({ status: 'expected' });
        expect(calls.progress(ADA, 'dial-1')).toEqual({ status: 'expected' });
    });

    it('keeps no agent waiting for a slow telephony, and goes on when that answers', async () => {
        const answer = place();
        await vi.advanceTimersByTimeAsync(1_000);
        expect(await answer).toEqual({ status: 'started' });
        telephony.answer({ status: 'started', callId: 'leg-1' });
        await vi.advanceTimersByTimeAsync(0);
        calls.hear({ callId: 'leg-1', status: 'ringing' });
        expect(calls.progress(ADA, 'dial-1')).toEqual({ status: 'ringing' });
    });

    it('goes on only, whatever order its news comes in', async () => {
        await placed();
        for (const status of ['answered', 'ringing', 'ended', 'answered'] as const) {
            calls.hear({ callId: 'leg-1', status });
        }
        expect(calls.progress(ADA, 'dial-1')).toEqual({ status: 'ended' });
    });

    it('is told of even where the news is faster than the answer', async () => {
        const answer = place();
        calls.hear({ callId: 'leg-1', status: 'ringing' });
        telephony.answer({ status: 'started', callId: 'leg-1' });
        await answer;
        expect(calls.progress(ADA, 'dial-1')).toEqual({ status: 'ringing' });
    });

    it('is nobody else’s', async () => {
        await placed();
        const other = '005000000000002AAA' as AgentId;
        expect(calls.progress(other, 'dial-1')).toBeUndefined();
        await calls.end(other, 'dial-1');
        expect(telephony.ended).toEqual([]);
    });

    it('is ended once, by the name the telephony has for it', async () => {
        await placed();
        await calls.end(ADA, 'dial-1');
        calls.hear({ callId: 'leg-1', status: 'ended' });
        await calls.end(ADA, 'dial-1');
        expect(telephony.ended).toEqual(['leg-1']);
        expect(calls.callId(ADA, 'dial-1')).toBeUndefined();
    });
});

describe('A call that the telephony does not make', () => {
    it('is refused at once with its reason', async () => {
        const answer = place();
        telephony.refuse(new CallRefused('CALLER_ID_REFUSED', 'Not verified.'));
        await expect(answer).rejects.toMatchObject(NOT_VERIFIED);
        expect(refusals).toEqual([NOT_VERIFIED]);
        expect(calls.progress(ADA, 'dial-1')).toEqual({ status: 'failed', ...NOT_VERIFIED });
    });

    it('is refused later, and told once', async () => {
        await placed();
        for (let times = 0; times < 2; times++) {
            calls.hear({ callId: 'leg-1', status: 'failed', refusal: NOT_VERIFIED });
        }
        expect(refusals).toEqual([NOT_VERIFIED]);
        expect(calls.progress(ADA, 'dial-1')).toEqual({ status: 'failed', ...NOT_VERIFIED });
    });

    it('is refused after the agent was answered: the refusal is not lost', async () => {
        const answer = place();
        await vi.advanceTimersByTimeAsync(1_000);
        await answer;
        telephony.refuse(new CallRefused('CALLER_ID_REFUSED', 'Not verified.'));
        await vi.advanceTimersByTimeAsync(0);
        expect(refusals).toEqual([NOT_VERIFIED]);
    });

    it('for a reason nobody knows counts as not started, without its inner words', async () => {
        const answer = place();
        telephony.refuse(new Error('ECONNRESET with a secret'));
        await expect(answer).rejects.toMatchObject({ code: 'CALL_NOT_STARTED' });
        expect(JSON.stringify(refusals)).not.toContain('secret');
    });
});

it('News of calls that nobody placed here is forgotten', async () => {
    calls.hear({ callId: 'leg-1', status: 'ringing' });
    clock += 60_000;
    await placed();
    expect(calls.progress(ADA, 'dial-1')).toEqual({ status: 'started' });
});
