import { describe, expect, it } from 'vitest';
import { Faults } from './faults.ts';
import { readFaultSettings } from './faultSettings.ts';

const faultsOf = () => new Faults(() => undefined);

describe('fault switches', () => {
    it('fail so many requests and no more', () => {
        const faults = faultsOf();
        faults.set({ failNext: 2 });
        const verdicts = [1, 2, 3].map(() => faults.meet('query', '/services/data/v66.0/query'));
        expect(verdicts).toEqual([
            { kind: 'fail', status: 503 },
            { kind: 'fail', status: 503 },
            { kind: 'none' }
        ]);
        expect(faults.current).toMatchObject({ failNext: 0 });
    });

    it('touch only the kind and the path they were set for', () => {
        const faults = faultsOf();
        faults.set({ dropNext: 1, match: { kind: 'sobject:create', path: '/Contact$' } });
        expect(faults.meet('query', '/x/Contact')).toEqual({ kind: 'none' });
        expect(faults.meet('sobject:create', '/x/Account')).toEqual({ kind: 'none' });
        expect(faults.meet('sobject:create', '/x/Contact')).toEqual({ kind: 'drop' });
    });

    it('let go of requests they hold when the org closes', async () => {
        const faults = faultsOf();
        faults.set({ latencyMs: 600_000, failNext: 1, status: 500 });
        const held = faults.meet('query', '/');
        faults.release();
        await expect(held).resolves.toEqual({ kind: 'fail', status: 500 });
    });

    it('end all sessions once, when they are set', () => {
        let ended = 0;
        const faults = new Faults(() => (ended += 1));
        faults.set({ expireTokens: true });
        faults.set({ latencyMs: 0 });
        expect(ended).toBe(1);
        expect(faults.current).not.toHaveProperty('expireTokens');
    });

    it.each([
        ['a switch that does not exist', { failnext: 1 }, /No fault switch failnext/],
        ['a negative count', { dropNext: -1 }, /dropNext is a whole number/],
        ['a wait of hours', { latencyMs: 1e9 }, /latencyMs is a whole number from 0 to 600000/],
        ['a status that is no error', { status: 200 }, /from 400 to 599/],
        ['a condition nobody knows', { match: { verb: 'GET' } }, /not verb/],
        ['no object at all', [], /JSON object/]
    ])('refuse %s', (_, settings, message) => {
        expect(() => readFaultSettings(settings)).toThrow(message);
    });
});
