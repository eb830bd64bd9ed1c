import { Connection, OAuth2 } from 'jsforce';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, startTestOrg, type TestOrg } from './testing/testOrg.ts';
import { answerLogin, CALLBACK, newPkce, openLogin, toldIn } from './testing/webServerFlow.ts';

const OTHER_CALLBACK = 'https://app.example/other';
const CLIENTS = [
    { clientId: 'public', redirectUris: [CALLBACK, OTHER_CALLBACK] },
    { clientId: 'foreign', redirectUris: [CALLBACK] },
    { clientId: 'secret', clientSecret: 's3cret', redirectUris: [CALLBACK] }
];

let org: TestOrg;
beforeAll(async () => {
    org = await startTestOrg({ clients: CLIENTS });
});
afterAll(() => org.close());

/** Ada allows the client what it asks for: the code. */
async function codeFor(authorizationUrl: string): Promise<string> {
    const { formToken, cookie } = await openLogin(authorizationUrl);
    const response = await answerLogin(new URL(authorizationUrl).origin, {
        form: { form_token: formToken, username: ADA, decision: 'allow' },
        headers: { cookie }
    });
    return toldIn(response).code!;
}

const { verifier, challenge } = newPkce();

function publicUrl(at: TestOrg, parameters: Record<string, string> = {}): string {
    const query = new URLSearchParams({
        response_type: 'code',
        client_id: 'public',
        redirect_uri: CALLBACK,
        code_challenge: challenge,
        code_challenge_method: 'S256',
        ...parameters
    });
    return `${at.url}/services/oauth2/authorize?${query}`;
}

async function redeem(code: string, changes: Record<string, string | undefined> = {}, at = org) {
    const form = {
        grant_type: 'authorization_code',
        client_id: 'public',
        redirect_uri: CALLBACK,
        code_verifier: verifier,
        code,
        ...changes
    };
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(form)) {
        if (value !== undefined) body.set(name, value);
    }
    const response = await fetch(`${at.url}/services/oauth2/token`, { method: 'POST', body });
    return { status: response.status, body: (await response.json()) as Record<string, string> };
}

async function refresh(token: string) {
    const response = await fetch(`${org.url}/services/oauth2/token`, {
        method: 'POST',
        body: new URLSearchParams({
            grant_type: 'refresh_token',
            client_id: 'public',
            refresh_token: token
        })
    });
    return (await response.json()) as Record<string, string>;
}

async function isGood(accessToken: string): Promise<boolean> {
    const headers = { authorization: `Bearer ${accessToken}` };
    return (await fetch(`${org.url}/services/oauth2/userinfo`, { headers })).status === 200;
}

describe('jsforce signs a user in', () => {
    it('with a code verifier, and refreshes later', async () => {
        const oauth2 = new OAuth2({
            loginUrl: org.url,
            clientId: 'public',
            redirectUri: CALLBACK,
            useVerifier: true
        });
        const code = await codeFor(
            oauth2.getAuthorizationUrl({ scope: 'api refresh_token', state: 'x' })
        );
        const connection = new Connection({ oauth2, version: '66.0' });
        const user = await connection.authorize(code);
        expect(user.organizationId).toBe(org.engine.organizationId);
        expect((await connection.identity()).username).toBe(ADA);

        const before = connection.accessToken;
        org.faults.set({ expireTokens: true });
        await connection.query('SELECT Id FROM User LIMIT 1');
        expect(connection.accessToken).not.toBe(before);
        expect((await connection.identity()).username).toBe(ADA);
    });

    it('with a client secret and no verifier', async () => {
        const oauth2 = new OAuth2({
            loginUrl: org.url,
            clientId: 'secret',
            clientSecret: 's3cret',
            redirectUri: CALLBACK
        });
        const code = await codeFor(oauth2.getAuthorizationUrl());
        const connection = new Connection({ oauth2, version: '66.0' });
        await connection.authorize(code);
        expect((await connection.identity()).username).toBe(ADA);
        expect(connection.refreshToken).toBeFalsy();
    });
});

describe('a code', () => {
    it('brings an access token with the scope that was allowed', async () => {
        const { status, body } = await redeem(await codeFor(publicUrl(org, { scope: 'id api' })));
        expect([status, body.scope, body.instance_url]).toEqual([200, 'id api', org.url]);
        expect(body).not.toHaveProperty('refresh_token');
        expect(await isGood(body.access_token!)).toBe(true);
    });

    it.each(['refresh_token', 'api offline_access'])(
        'brings a refresh token for the scope %j',
        async (scope) => {
            const { body } = await redeem(await codeFor(publicUrl(org, { scope })));
            expect(await refresh(body.refresh_token!)).toHaveProperty('access_token');
        }
    );

    it('is good once: a second use is refused and ends the tokens of the first', async () => {
        const code = await codeFor(publicUrl(org, { scope: 'api refresh_token' }));
        const { body } = await redeem(code);
        const refreshed = await refresh(body.refresh_token!);
        expect(await redeem(code)).toEqual({
            status: 400,
            body: { error: 'invalid_grant', error_description: 'invalid authorization code' }
        });
        expect(await isGood(body.access_token!)).toBe(false);
        expect(await isGood(refreshed.access_token!)).toBe(false);
        expect(await refresh(body.refresh_token!)).toMatchObject({ error: 'invalid_grant' });
    });

    it('of two uses at the same time lets at most one in, whose tokens end', async () => {
        const code = await codeFor(publicUrl(org));
        const answers = await Promise.all([redeem(code), redeem(code), redeem(code)]);
        const good = answers.filter(({ status }) => status === 200);
        expect(good).toHaveLength(1);
        expect(await isGood(good[0]!.body.access_token!)).toBe(false);
    });

    it.each<[string, Record<string, string | undefined>, string, string]>([
        [
            'a wrong verifier',
            { code_verifier: newPkce().verifier },
            'invalid_grant',
            'invalid code verifier'
        ],
        [
            'the challenge as verifier',
            { code_verifier: challenge },
            'invalid_grant',
            'invalid code verifier'
        ],
        [
            'no verifier',
            { code_verifier: undefined },
            'invalid_grant',
            'missing required code verifier'
        ],
        [
            'another redirect URI of the same client',
            { redirect_uri: OTHER_CALLBACK },
            'redirect_uri_mismatch',
            'redirect_uri must match configuration'
        ],
        [
            'no redirect URI',
            { redirect_uri: undefined },
            'redirect_uri_missing',
            'redirect_uri not provided'
        ]
    ])('is refused with %s, and used up', async (_, changes, error, description) => {
        const code = await codeFor(publicUrl(org));
        expect(await redeem(code, changes)).toEqual({
            status: 400,
            body: { error, error_description: description }
        });
        expect((await redeem(code)).body.error_description).toBe('invalid authorization code');
    });

    it.each<[string, Record<string, string | undefined>, string]>([
        ['a foreign client', { client_id: 'foreign' }, 'invalid authorization code'],
        [
            'a foreign client with a secret',
            { client_id: 'secret', client_secret: 's3cret' },
            'invalid authorization code'
        ],
        ['no client', { client_id: undefined }, 'client identifier invalid']
    ])('is refused to %s, and stays good for its own', async (_, changes, description) => {
        const code = await codeFor(publicUrl(org));
        expect((await redeem(code, changes)).body.error_description).toBe(description);
        expect((await redeem(code)).status).toBe(200);
    });

    it('is refused without the secret of its client, and stays good', async () => {
        const code = await codeFor(publicUrl(org, { client_id: 'secret' }));
        for (const secret of [undefined, 'wrong']) {
            const { body } = await redeem(code, { client_id: 'secret', client_secret: secret });
            expect(body.error).toBe('invalid_client');
        }
        const form = { client_id: 'secret', client_secret: 's3cret' };
        expect((await redeem(code, form)).status).toBe(200);
    });

    it('that was given without a challenge is refused with a verifier', async () => {
        const code = await codeFor(publicUrl(org, { client_id: 'secret', code_challenge: '' }));
        const form = { client_id: 'secret', client_secret: 's3cret' };
        expect((await redeem(code, form)).body.error_description).toBe('unexpected code verifier');
    });

    it.each(['', 'forged', `aPrx${'x'.repeat(64)}`])(
        'that is forged is refused: %j',
        async (code) => {
            expect((await redeem(code)).body).toEqual({
                error: 'invalid_grant',
                error_description: 'invalid authorization code'
            });
        }
    );
});

it('a code that is too old is refused', async () => {
    const hasty = await startTestOrg({ clients: CLIENTS, codeLifetimeMs: 0 });
    try {
        const code = await codeFor(publicUrl(hasty));
        expect((await redeem(code, {}, hasty)).body).toEqual({
            error: 'invalid_grant',
            error_description: 'expired authorization code'
        });
    } finally {
        await hasty.close();
    }
});

it('a code of a user who was made inactive since is refused', async () => {
    const other = await startTestOrg({ clients: CLIENTS });
    try {
        const code = await codeFor(publicUrl(other));
        other.deactivate(other.signIn(ADA).userId);
        expect((await redeem(code, {}, other)).body.error).toBe('inactive_user');
    } finally {
        await other.close();
    }
});
