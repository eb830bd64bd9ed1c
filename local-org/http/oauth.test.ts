import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { Connection } from 'jsforce';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { selfSigned } from './testing/selfSigned.ts';
import { ADA, INACTIVE, INTEGRATION, startTestOrg, type TestOrg } from './testing/testOrg.ts';

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });

let org: TestOrg;
beforeAll(async () => {
    org = await startTestOrg({
        clients: [
            {
                clientId: 'with-key',
                publicKey: keys.publicKey.export({ type: 'spki', format: 'pem' }).toString()
            },
            { clientId: 'with-certificate', publicKey: selfSigned(keys) },
            { clientId: 'nobody', clientSecret: 'secret', runAs: 'nobody@x.example' }
        ]
    });
});
afterAll(() => org.close());

interface Claims {
    iss?: string;
    sub?: string;
    aud?: string;
    /** Seconds from now. */
    expiresIn?: number;
    key?: KeyObject;
}

function assertion(claims: Claims = {}): Promise<string> {
    const { iss = 'with-key', sub = ADA, aud = org.url, expiresIn = 180 } = claims;
    return new SignJWT()
        .setProtectedHeader({ alg: 'RS256' })
        .setIssuer(iss)
        .setSubject(sub)
        .setAudience(aud)
        .setExpirationTime(Math.floor(Date.now() / 1000) + expiresIn)
        .sign(claims.key ?? keys.privateKey);
}

async function askForToken(form: Record<string, string>) {
    const response = await fetch(`${org.url}/services/oauth2/token`, {
        method: 'POST',
        body: new URLSearchParams(form)
    });
    return { status: response.status, body: (await response.json()) as Record<string, string> };
}

describe('client credentials', () => {
    it('let jsforce in as the user of the client', async () => {
        const { client } = org;
        const connection = new Connection({
            loginUrl: org.url,
            oauth2: { ...client },
            version: '66.0'
        });
        const user = await connection.authorize({ grant_type: 'client_credentials' });
        expect(user.organizationId).toBe(org.engine.organizationId);
        expect(connection.instanceUrl).toBe(org.url);
        expect((await connection.identity()).username).toBe(INTEGRATION);
    });

    it("answer with everything that Salesforce's token answer has", async () => {
        const { clientId, clientSecret } = org.client;
        const { status, body } = await askForToken({
            grant_type: 'client_credentials',
            client_id: clientId,
            client_secret: clientSecret!
        });
        expect(status).toBe(200);
        expect(body).toEqual({
            access_token: expect.stringMatching(
                new RegExp(`^${org.engine.organizationId.slice(0, 15)}![\\w-]+$`)
            ),
            signature: expect.stringMatching(/^[\w+/]+=*$/),
            scope: 'api',
            instance_url: org.url,
            id: expect.stringMatching(`^${org.url}/id/${org.engine.organizationId}/005`),
            token_type: 'Bearer',
            issued_at: expect.stringMatching(/^\d{13}$/)
        });
    });

    it('may be sent in an Authorization header', async () => {
        const { clientId, clientSecret } = org.client;
        const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
        const response = await fetch(`${org.url}/services/oauth2/token`, {
            method: 'POST',
            headers: { authorization: `Basic ${basic}` },
            body: new URLSearchParams({ grant_type: 'client_credentials' })
        });
        expect(response.status).toBe(200);
    });

    it.each([
        ['no client', {}, 'invalid_client_id', 'client identifier invalid'],
        [
            'a wrong secret',
            { client_id: 'nobody', client_secret: 'x' },
            'invalid_client',
            'invalid client credentials'
        ],
        [
            'a client that acts as nobody',
            { client_id: 'nobody', client_secret: 'secret' },
            'invalid_grant',
            'no client credentials user enabled'
        ]
    ])('are refused with %s', async (_, form, error, description) => {
        expect(await askForToken({ grant_type: 'client_credentials', ...form })).toEqual({
            status: 400,
            body: { error, error_description: description }
        });
    });
});

describe('a JWT', () => {
    it('lets jsforce in as its subject', async () => {
        const connection = new Connection({ loginUrl: org.url, version: '66.0' });
        await connection.authorize({ grant_type: JWT_BEARER, assertion: await assertion() });
        expect((await connection.identity()).username).toBe(ADA);
    });

    it.each(['https://login.salesforce.com', 'https://test.salesforce.com'])(
        'may be meant for %s',
        async (aud) => {
            const answer = await askForToken({
                grant_type: JWT_BEARER,
                assertion: await assertion({ aud })
            });
            expect(answer.status).toBe(200);
        }
    );

    it('is checked with the key of a certificate too', async () => {
        const good = await assertion({ iss: 'with-certificate' });
        expect((await askForToken({ grant_type: JWT_BEARER, assertion: good })).status).toBe(200);
    });

    const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    it.each<[string, Claims, string]>([
        ['signed by somebody else', { key: stranger }, 'invalid assertion'],
        ['for another audience', { aud: 'https://example.com' }, 'audience is invalid'],
        ['that has expired', { expiresIn: -60 }, 'assertion expired'],
        ['good for an hour', { expiresIn: 3600 }, 'assertion expires more than 5 minutes from now'],
        ['for an unknown user', { sub: 'x@y.example' }, "user hasn't approved this consumer"],
        ['for an inactive user', { sub: INACTIVE }, 'inactive user'],
        ['of a client without a key', { iss: 'nobody' }, "user hasn't approved this consumer"]
    ])('is refused when it is %s', async (_, claims, description) => {
        const form = { grant_type: JWT_BEARER, assertion: await assertion(claims) };
        expect(await askForToken(form)).toEqual({
            status: 400,
            body: { error: 'invalid_grant', error_description: description }
        });
    });

    it.each(['', 'x', 'a.b.c', 'e30.e30.e30', 'e30.W10.'])(
        'is refused when it is none: %j',
        async (text) => {
            const { status, body } = await askForToken({ grant_type: JWT_BEARER, assertion: text });
            expect([status, body.error]).toEqual([400, 'invalid_grant']);
        }
    );

    it('is refused when its algorithm is none', async () => {
        const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
        const exp = Math.floor(Date.now() / 1000) + 60;
        const claims = encode({ iss: 'with-key', sub: ADA, aud: org.url, exp });
        const unsigned = `${encode({ alg: 'none' })}.${claims}.`;
        const { body } = await askForToken({ grant_type: JWT_BEARER, assertion: unsigned });
        expect(body).toEqual({ error: 'invalid_grant', error_description: 'invalid assertion' });
    });
});

describe('a refresh token', () => {
    it('brings jsforce a new access token when the old one has expired', async () => {
        const { client } = org;
        const { accessToken, refreshToken } = org.signIn(ADA, client.clientId);
        const connection = new Connection({
            loginUrl: org.url,
            instanceUrl: org.url,
            version: '66.0',
            oauth2: { ...client },
            accessToken,
            refreshToken
        });
        org.faults.set({ expireTokens: true });
        await connection.query('SELECT Id FROM User LIMIT 1');
        expect(connection.accessToken).not.toBe(accessToken);
        expect((await connection.identity()).username).toBe(ADA);
    });

    it('is refused once it is revoked, or for another client', async () => {
        const { clientId, clientSecret } = org.client;
        const { refreshToken } = org.signIn(ADA, clientId);
        const form = { grant_type: 'refresh_token', refresh_token: refreshToken! };
        const other = await askForToken({ ...form, client_id: 'with-key' });
        expect(other.body.error_description).toBe('expired access/refresh token');
        await fetch(`${org.url}/services/oauth2/revoke`, {
            method: 'POST',
            body: new URLSearchParams({ token: refreshToken! })
        });
        const revoked = await askForToken({
            ...form,
            client_id: clientId,
            client_secret: clientSecret!
        });
        expect(revoked.body).toEqual({
            error: 'invalid_grant',
            error_description: 'expired access/refresh token'
        });
    });
});

it('jsforce does not refresh when the identity service refuses, which says 403', async () => {
    const { client } = org;
    const connection = new Connection({
        loginUrl: org.url,
        oauth2: { ...client },
        version: '66.0'
    });
    await connection.authorize({ grant_type: 'client_credentials' });
    org.faults.set({ expireTokens: true });
    await expect(connection.identity()).rejects.toThrow('Bad_OAuth_Token');
});

describe('whose token it is', () => {
    const get = (path: string, token?: string) =>
        fetch(org.url + path, token ? { headers: { authorization: `Bearer ${token}` } } : {});

    it('is told by userinfo', async () => {
        const { accessToken, userId } = org.signIn(ADA);
        const response = await get('/services/oauth2/userinfo', accessToken);
        expect(await response.json()).toMatchObject({
            user_id: userId,
            organization_id: org.engine.organizationId,
            preferred_username: ADA,
            active: true
        });
    });

    it.each([
        ['Missing_OAuth_Token', undefined],
        ['Bad_OAuth_Token', 'unheard-of']
    ])('is refused with 403 and the one word %s', async (word, token) => {
        const response = await get('/services/oauth2/userinfo', token);
        expect([response.status, await response.text()]).toEqual([403, word]);
    });

    it('is told of nobody else, and by no other org', async () => {
        const { accessToken } = org.signIn(ADA);
        const another = org.signIn(INTEGRATION).userId;
        const { organizationId } = org.engine;
        const other = await get(`/id/${organizationId}/${another}`, accessToken);
        expect([other.status, await other.text()]).toEqual([403, 'No_Access']);
        const wrong = await get(`/id/00D000000000000ZZZ/${another}`, accessToken);
        expect([wrong.status, await wrong.text()]).toEqual([403, 'Wrong_Org']);
    });

    it('is told to a client by introspection, until the token is revoked by logout', async () => {
        const { clientId, clientSecret } = org.client;
        const { accessToken } = org.signIn(ADA);
        const introspect = async () => {
            const response = await fetch(`${org.url}/services/oauth2/introspect`, {
                method: 'POST',
                body: new URLSearchParams({
                    token: accessToken,
                    client_id: clientId,
                    client_secret: clientSecret!
                })
            });
            return (await response.json()) as unknown;
        };
        expect(await introspect()).toMatchObject({ active: true, username: ADA });
        await new Connection({ loginUrl: org.url, instanceUrl: org.url, accessToken }).logout();
        expect(await introspect()).toEqual({ active: false });
    });
});

it('a grant that is not offered is refused by name', async () => {
    expect(await askForToken({ grant_type: 'password' })).toEqual({
        status: 400,
        body: {
            error: 'unsupported_grant_type',
            error_description: 'grant type not supported'
        }
    });
    expect((await askForToken({ grant_type: 'constructor' })).status).toBe(400);
});
