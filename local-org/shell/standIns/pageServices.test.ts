import { beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Host from './platform/clickToDialHost/clickToDialHost';
import { publishByName, subscribeByName } from './platform/channels/channels';

describe('a message channel', () => {
    it('gives every listener a copy of its own', async () => {
        const seen: unknown[] = [];
        const ends = [1, 2].map(() => subscribeByName('Copies', (message) => seen.push(message)));
        const message = { number: '1', nothing: undefined };
        publishByName('Copies', message);
        await vi.waitFor(() => expect(seen).toEqual([{ number: '1' }, { number: '1' }]));
        expect(seen[0]).not.toBe(seen[1]);
        expect(seen[0]).not.toBe(message);
        ends.forEach((end) => end());
    });

    it('is silent for those who have ended, and for other channels', async () => {
        const [ended, elsewhere, listening] = [vi.fn(), vi.fn(), vi.fn()];
        subscribeByName('One', ended)();
        subscribeByName('Other', elsewhere);
        subscribeByName('One', listening);
        publishByName('One', {});
        await vi.waitFor(() => expect(listening).toHaveBeenCalledOnce());
        expect(ended).not.toHaveBeenCalled();
        expect(elsewhere).not.toHaveBeenCalled();
    });

    it('refuses what cannot be copied', () => {
        expect(() => publishByName('One', { act: () => undefined })).toThrow(/could not be cloned/);
    });
});

describe('a number that is clicked', () => {
    let host: typeof Host;
    beforeEach(async () => {
        vi.resetModules();
        host = await import('./platform/clickToDialHost/clickToDialHost');
    });

    it('is told to the softphone that has enabled clicks', () => {
        const dialled = vi.fn();
        host.dialWith(dialled);
        host.setClickToDial(true);
        host.dial({ number: '+442079460001', recordId: '003' });
        expect(dialled).toHaveBeenCalledWith({ number: '+442079460001', recordId: '003' });
    });

    it('is told to nobody while clicks are not enabled, or nobody listens', () => {
        const dialled = vi.fn();
        host.setClickToDial(true);
        expect(host.isClickToDialEnabled()).toBe(false);
        host.dialWith(dialled);
        host.setClickToDial(false);
        host.dial({ number: '1' });
        expect(dialled).not.toHaveBeenCalled();
    });

    it('becomes plain text or a link for those who watch', () => {
        const watch = vi.fn();
        const end = host.watchClickToDial(watch);
        host.setClickToDial(true);
        end();
        host.setClickToDial(false);
        expect(watch).toHaveBeenCalledOnce();
    });
});
