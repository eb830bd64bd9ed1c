import { describe, expect, it } from 'vitest';
import { SessionStore } from './sessions.ts';

const HOUR = 3_600_000;
const grant = { userId: '005A', clientId: 'app', scope: 'api' };

function storeAt(start: number) {
    const clock = { now: start };
    const store = new SessionStore({
        organizationId: '00D000000000001AAA',
        lifetimeMs: HOUR,
        now: () => clock.now
    });
    return { clock, store };
}

describe('sessions', () => {
    it("look like Salesforce's: the short organization id, then something nobody can guess", () => {
        const { store } = storeAt(0);
        const first = store.open(grant).accessToken;
        expect(first).toMatch(/^00D000000000001![\w-]{80,}$/);
        expect(store.open(grant).accessToken).not.toBe(first);
    });

    it('end when they have not been used for their lifetime', () => {
        const { clock, store } = storeAt(0);
        const { accessToken } = store.open(grant);
        clock.now = HOUR - 1;
        expect(store.use(accessToken)?.userId).toBe('005A');
        clock.now += HOUR - 1;
        expect(store.use(accessToken)?.userId).toBe('005A');
        clock.now += HOUR;
        expect(store.use(accessToken)).toBeUndefined();
    });

    it('all end at once when told, while refresh tokens stay good', () => {
        const { store } = storeAt(0);
        const { accessToken } = store.open(grant);
        const refreshToken = store.issueRefreshToken(grant);
        expect(store.expireAll()).toBe(1);
        expect(store.use(accessToken)).toBeUndefined();
        expect(store.refreshGrant(refreshToken)).toEqual(grant);
    });

    it('end with the refresh token they belong to, and no others', () => {
        const { store } = storeAt(0);
        const mine = store.open(grant).accessToken;
        const others = store.open({ ...grant, userId: '005B' }).accessToken;
        expect(store.revoke(store.issueRefreshToken(grant))).toBe(true);
        expect(store.use(mine)).toBeUndefined();
        expect(store.use(others)?.userId).toBe('005B');
        expect(store.revoke('unheard of')).toBe(false);
    });
});
