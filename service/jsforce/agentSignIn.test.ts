import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerLogin, openLogin, toldIn } from '../../local-org/http/testing/webServerFlow.ts';
import { startLocalOrg, type LocalOrg } from '../../local-org/index.ts';
import type { SignInSecrets } from '../softphone/ports.ts';
import { createAgentSignIn, type AgentSignInOptions } from './agentSignIn.ts';

const REDIRECT_URI = 'https://numbers.example/softphone/callback';
const USER = 'integration@callback-numbers.example';
const SECRETS = { state: 'the-state', verifier: 'v'.repeat(43) };

let org: LocalOrg;
beforeAll(async () => {
    org = await startLocalOrg({
        file: ':memory:',
        clients: [{ clientId: 'softphone', redirectUris: [REDIRECT_URI] }]
    });
});
afterAll(() => org.close());

const signIn = (more: Partial<AgentSignInOptions> = {}) =>
    createAgentSignIn({
        loginUrl: org.url,
        clientId: 'softphone',
        redirectUri: REDIRECT_URI,
        apiVersion: '66.0',
        organizationId: () => org.engine.organizationId,
        ...more
    });

async function newCode(secrets: SignInSecrets = SECRETS): Promise<string> {
    const { formToken, cookie } = await openLogin(signIn().authorizeUrl(secrets));
    const response = await answerLogin(org.url, {
        form: { form_token: formToken, username: USER, decision: 'allow' },
        headers: { cookie }
    });
    return toldIn(response)['code']!;
}

describe('redeeming a code', () => {
    it('tells who it is by an id of 18 characters, a name and a language', async () => {
        expect(await signIn().redeem(await newCode(), SECRETS)).toEqual({
            agentId: expect.stringMatching(/^005\w{15}$/),
            name: expect.stringMatching(/\S/),
            language: expect.stringMatching(/^[a-z]{2}/)
        });
    });

    it('needs the verifier that the sign-in began with', async () => {
        const code = await newCode();
        await expect(
            signIn().redeem(code, { ...SECRETS, verifier: 'w'.repeat(43) })
        ).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' });
    });

    it('refuses users of another organization, and gives their token back', async () => {
        const other = signIn({ organizationId: () => '00D000000000001EAA' });
        const code = await newCode();
        org.requests.reset();
        await expect(other.redeem(code, SECRETS)).rejects.toMatchObject({
            code: 'OTHER_ORGANIZATION'
        });
        expect(org.requests.snapshot().byKind).toMatchObject({ token: 1, revoke: 1 });
    });

    it('does not use the code up while the own organization is unknown', async () => {
        const code = await newCode();
        const unknown = signIn({
            organizationId: () => {
                throw new Error('not connected');
            }
        });
        await expect(unknown.redeem(code, SECRETS)).rejects.toMatchObject({
            code: 'SIGN_IN_UNAVAILABLE'
        });
        expect(await signIn().redeem(code, SECRETS)).toHaveProperty('agentId');
    });

    it('warns where the token could not be given back, and lets the agent in', async () => {
        const warnings: string[] = [];
        const code = await newCode();
        org.faults.set({ failNext: 1, match: { path: 'revoke' } });
        await signIn({ onWarning: (message) => warnings.push(message) }).redeem(code, SECRETS);
        org.faults.clear();
        expect(warnings).toEqual([expect.stringContaining('not revoked')]);
    });

    it('gives the token back also where the identity cannot be asked for', async () => {
        const code = await newCode();
        org.requests.reset();
        org.faults.set({ failNext: 1, status: 403, match: { path: '/id/' } });
        await expect(signIn().redeem(code, SECRETS)).rejects.toMatchObject({
            code: 'SIGN_IN_UNAVAILABLE'
        });
        org.faults.clear();
        expect(org.requests.snapshot().byKind).toMatchObject({ revoke: 1 });
    });

    it('does not wait for ever', async () => {
        const code = await newCode();
        org.faults.set({ latencyMs: 500, match: { path: 'token' } });
        await expect(signIn({ timeoutMs: 50 }).redeem(code, SECRETS)).rejects.toMatchObject({
            code: 'SIGN_IN_UNAVAILABLE'
        });
        org.faults.clear();
    });

    it.each([
        ['client', { clientId: 'nobody' }],
        ['callback address', { redirectUri: 'https://numbers.example/elsewhere' }]
    ])('says that the app is set up wrongly: its %s', async (_what, wrong) => {
        await expect(signIn(wrong).redeem(await newCode(), SECRETS)).rejects.toMatchObject({
            code: expect.stringMatching(/^(ORG_REFUSED|SIGN_IN_REFUSED)$/)
        });
    });
});
