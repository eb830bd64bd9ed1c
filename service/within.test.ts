import { describe, expect, it, vi } from 'vitest';
import { rest } from './rest.ts';
import { TookTooLong, within } from './within.ts';

describe('An answer within a time', () => {
    it('is the answer', async () => {
        expect(await within(1_000, Promise.resolve('here'))).toBe('here');
        await expect(within(1_000, Promise.reject(new Error('no')))).rejects.toThrow('no');
    });

    it('is not waited for any longer', async () => {
        const never = new Promise(() => undefined);
        await expect(within(10, never)).rejects.toEqual(new TookTooLong(10));
    });

    it('leaves no timer behind', async () => {
        vi.useFakeTimers();
        await within(60_000, Promise.resolve());
        expect(vi.getTimerCount()).toBe(0);
        vi.useRealTimers();
    });
});

describe('A rest', () => {
    it('ends when it is over, or when it is broken off', async () => {
        vi.useFakeTimers();
        const stop = new AbortController();
        let ended = 0;
        void rest(1_000).then(() => ended++);
        void rest(5_000, stop.signal).then(() => ended++);
        await vi.advanceTimersByTimeAsync(1_000);
        expect(ended).toBe(1);
        stop.abort();
        await vi.advanceTimersByTimeAsync(0);
        expect(ended).toBe(2);
        await rest(5_000, stop.signal);
        expect(vi.getTimerCount()).toBe(0);
        vi.useRealTimers();
    });
});
