import { describe, expect, it } from 'vitest';
import { AuthorizationCodes, MAX_CODE_LIFETIME_MS } from './authorizationCodes.ts';

const approval = {
    userId: '005',
    clientId: 'app',
    redirectUri: 'https://x.example/',
    scope: 'api'
};
const claim = { clientId: 'app', redirectUri: approval.redirectUri, codeVerifier: undefined };

function codesAt(start: number, lifetimeMs?: number) {
    const clock = { now: start };
    const revoked: string[] = [];
    const codes = new AuthorizationCodes({
        lifetimeMs,
        revoke: (token) => revoked.push(token),
        now: () => clock.now
    });
    return { codes, clock, revoked };
}

describe('a code', () => {
    it.each([
        ['by itself', undefined],
        ['when somebody wants more', 24 * 60 * 60 * 1000]
    ])('is good for 15 minutes and no longer %s', (_, lifetimeMs) => {
        const { codes, clock } = codesAt(1_000, lifetimeMs);
        const [first, second] = [codes.issue(approval), codes.issue(approval)];
        clock.now += MAX_CODE_LIFETIME_MS - 1;
        expect(codes.redeem(first, claim)).toEqual({ status: 'good', approval });
        clock.now += 1;
        expect(codes.redeem(second, claim)).toMatchObject({
            status: 'refused',
            description: 'expired authorization code'
        });
    });

    it('that is replayed after its end still ends the tokens it gave', () => {
        const { codes, clock, revoked } = codesAt(0);
        const code = codes.issue(approval);
        codes.redeem(code, claim);
        codes.gave(code, ['access', 'refresh']);
        clock.now = MAX_CODE_LIFETIME_MS + 1;
        codes.issue(approval);
        codes.redeem(code, claim);
        expect(revoked).toEqual(['access', 'refresh']);
    });

    it('that is replayed before its tokens are given ends them as they are given', () => {
        const { codes, revoked } = codesAt(0);
        const code = codes.issue(approval);
        codes.redeem(code, claim);
        codes.redeem(code, claim);
        codes.gave(code, ['access']);
        expect(revoked).toEqual(['access']);
    });

    it('is forgotten in the end', () => {
        const { codes, clock } = codesAt(0);
        const code = codes.issue(approval);
        clock.now = 2 * MAX_CODE_LIFETIME_MS;
        codes.issue(approval);
        expect(codes.redeem(code, claim)).toMatchObject({
            description: 'invalid authorization code'
        });
    });
});
