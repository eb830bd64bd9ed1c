import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAgentTokenCheck } from './agentToken.ts';
import { createAuthenticator } from './authenticator.ts';
import type { Authenticator } from './caller.ts';
import { createServiceCredentials } from './serviceCredential.ts';
import { SignInError } from './signInError.ts';
import { AUDIENCE, ISSUER, testKeys, type TestKeys } from './testKeys.ts';

const ORG = '00D000000000001AAA';
const AGENT = '005000000000001AAA';

/** The userinfo endpoint as Salesforce answers it; each test says what it answers next. */
const userinfo = {
    status: 200,
    body: {} as unknown,
    asked: [] as string[],
    held: undefined as Promise<void> | undefined
};
let org: Server;
let orgUrl: string;
let keys: TestKeys;
let clock: number;

beforeAll(async () => {
    keys = await testKeys();
    org = createServer((request, response) => {
        userinfo.asked.push(String(request.headers.authorization));
        void (userinfo.held ?? Promise.resolve()).then(() => {
            response.writeHead(userinfo.status, { location: 'http://127.0.0.1:1/elsewhere' });
            response.end(JSON.stringify(userinfo.body));
        });
    });
    await new Promise<void>((resolve) => org.listen(0, '127.0.0.1', resolve));
    orgUrl = `http://127.0.0.1:${(org.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => org.close(resolve)));

beforeEach(() => {
    clock = Date.now();
    Object.assign(userinfo, {
        status: 200,
        body: { user_id: AGENT, organization_id: ORG, active: true },
        asked: [],
        held: undefined
    });
});

function authenticator(extra: { maxUnderWay?: number; url?: string } = {}): Authenticator {
    const now = () => clock;
    return createAuthenticator({
        serviceCredentials: createServiceCredentials(
            {
                issuer: ISSUER,
                audience: AUDIENCE,
                algorithms: ['EdDSA'],
                keys: { kind: 'pem', pem: keys.publicPem }
            },
            now
        ),
        agentToken: createAgentTokenCheck({
            instanceUrl: () => extra.url ?? orgUrl,
            organizationId: () => ORG.slice(0, 15),
            timeoutMs: 2_000,
            maxUnderWay: extra.maxUnderWay,
            now
        }),
        now
    });
}

async function refusal(auth: Authenticator, header: string | undefined): Promise<SignInError> {
    try {
        await auth.authenticate(header);
    } catch (error) {
        expect(error).toBeInstanceOf(SignInError);
        return error as SignInError;
    }
    throw new Error('the credential was accepted');
}

describe('a service credential', () => {
    it('lets a back end in with the scopes it names', async () => {
        const token = await keys.sign({ scope: 'decide something admin' });
        expect(await authenticator().authenticate(`Bearer ${token}`)).toEqual({
            kind: 'service',
            subject: 'pbx',
            scopes: new Set(['decide', 'admin'])
        });
        expect(userinfo.asked).toEqual([]);
    });

    it.each([
        ['of another audience', { aud: 'other' }, undefined, /aud claim/],
        ['without a subject', { sub: undefined }, undefined, /sub claim/],
        ['without a known scope', { scope: 'decision' }, undefined, /scope claim/],
        ['with a scope that is no text', { scope: ['decide'] }, undefined, /scope claim/],
        ['that ended', {}, { expiresAt: 1 }, /expired/],
        ['that never ends', {}, { expiresAt: null }, /exp claim/],
        ['that is not valid yet', { nbf: 4_000_000_000 }, undefined, /nbf claim/]
    ])('%s is refused and never sent to the org', async (_, claims, options, message) => {
        const token = await keys.sign(claims, options);
        const error = await refusal(authenticator(), `Bearer ${token}`);
        expect(error).toMatchObject({ code: 'INVALID_CREDENTIAL' });
        expect(error.message).toMatch(message);
        expect(error.message).not.toContain(token);
        expect(userinfo.asked).toEqual([]);
    });

    it('signed with another key is refused', async () => {
        const token = await (await testKeys()).sign({});
        const error = await refusal(authenticator(), `Bearer ${token}`);
        expect(error).toMatchObject({ code: 'INVALID_CREDENTIAL' });
    });

    it('without a signature, or with a key type that does not fit, is refused', async () => {
        const claims = { iss: ISSUER, aud: AUDIENCE, sub: 'pbx', scope: 'admin' };
        const unsigned = new UnsecuredJWT(claims).setExpirationTime('1h').encode();
        const rsa = await (await testKeys('RS256')).sign({});
        const signed = await keys.sign({});
        const [head, , signature] = signed.split('.');
        const forged = `${head}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${signature}`;
        for (const token of [unsigned, rsa, forged]) {
            const error = await refusal(authenticator(), `Bearer ${token}`);
            expect(error.code).toBe('INVALID_CREDENTIAL');
        }
    });

    it('is remembered for a minute, but never beyond its end', async () => {
        const auth = authenticator();
        const token = await keys.sign({}, { expiresAt: Math.floor(clock / 1000) + 30 });
        await auth.authenticate(`Bearer ${token}`);
        expect(auth.authenticate(`Bearer ${token}`)).not.toBeInstanceOf(Promise);
        clock += 61_000;
        expect((await refusal(auth, `Bearer ${token}`)).message).toMatch(/expired/);
    });

    it('is checked with a key set too, by key id', async () => {
        const other = await testKeys('ES256', 'two');
        const auth = createAuthenticator({
            serviceCredentials: createServiceCredentials({
                issuer: ISSUER,
                audience: AUDIENCE,
                algorithms: ['EdDSA', 'ES256'],
                keys: {
                    kind: 'jwks',
                    json: JSON.stringify({ keys: [keys.publicJwk, other.publicJwk] })
                }
            })
        });
        for (const signer of [keys, other]) {
            const caller = await auth.authenticate(`Bearer ${await signer.sign({})}`);
            expect(caller.kind).toBe('service');
        }
        const unknown = await (await testKeys('ES256', 'three')).sign({});
        expect((await refusal(auth, `Bearer ${unknown}`)).code).toBe('INVALID_CREDENTIAL');
        const opaque = await refusal(auth, 'Bearer 00D!abc');
        expect(opaque.message).toMatch(/unknown kind/);
    });

    it('cannot be checked while the key set is out of reach: that is not its fault', async () => {
        userinfo.status = 500;
        const auth = createAuthenticator({
            serviceCredentials: createServiceCredentials({
                issuer: ISSUER,
                audience: AUDIENCE,
                algorithms: ['EdDSA'],
                keys: { kind: 'jwksUrl', url: `${orgUrl}/jwks.json` }
            })
        });
        const token = await keys.sign({});
        expect((await refusal(auth, `Bearer ${token}`)).code).toBe('SIGN_IN_UNAVAILABLE');
        userinfo.status = 200;
        userinfo.body = { keys: [keys.publicJwk] };
        expect((await auth.authenticate(`Bearer ${token}`)).kind).toBe('service');
    });

    it.each([
        [{ kind: 'pem', pem: 'nothing' } as const, /SERVICE_JWT_PUBLIC_KEY is not a public key/],
        [{ kind: 'pem', pem: '-----BEGIN PRIVATE KEY-----' } as const, /SERVICE_JWT_PUBLIC_KEY/],
        [{ kind: 'jwks', json: '{' } as const, /SERVICE_JWT_JWKS is not a JWK set/]
    ])('is not offered with unusable keys %o', (given, message) => {
        expect(() =>
            createServiceCredentials({
                issuer: ISSUER,
                audience: AUDIENCE,
                algorithms: ['EdDSA'],
                keys: given
            })
        ).toThrow(message);
    });
});

describe("an agent's Salesforce access token", () => {
    it('is the agent that the org says it is', async () => {
        expect(await authenticator().authenticate('Bearer 00D!token')).toEqual({
            kind: 'agent',
            agentId: AGENT
        });
        expect(userinfo.asked).toEqual(['Bearer 00D!token']);
    });

    it('is asked about once a minute, also when requests arrive together', async () => {
        const auth = authenticator();
        await Promise.all([1, 2, 3].map(() => auth.authenticate('Bearer 00D!token')));
        await auth.authenticate('Bearer 00D!token');
        expect(userinfo.asked).toHaveLength(1);
        clock += 60_001;
        await auth.authenticate('Bearer 00D!token');
        expect(userinfo.asked).toHaveLength(2);
    });

    it.each([
        [401, {}, 'INVALID_CREDENTIAL'],
        [403, 'Bad_OAuth_Token', 'INVALID_CREDENTIAL'],
        [200, { user_id: AGENT, organization_id: '00D000000000002AAA' }, 'INVALID_CREDENTIAL'],
        [200, { user_id: AGENT, organization_id: ORG, active: false }, 'INVALID_CREDENTIAL'],
        [200, {}, 'SIGN_IN_UNAVAILABLE'],
        [200, null, 'SIGN_IN_UNAVAILABLE'],
        [302, {}, 'SIGN_IN_UNAVAILABLE'],
        [404, {}, 'SIGN_IN_UNAVAILABLE'],
        [500, {}, 'SIGN_IN_UNAVAILABLE'],
        [503, {}, 'SIGN_IN_UNAVAILABLE']
    ])('userinfo answers %s %o: %s', async (status, body, code) => {
        Object.assign(userinfo, { status, body });
        const error = await refusal(authenticator(), 'Bearer 00D!token');
        expect(error.code).toBe(code);
        expect(`${error.message} ${error.cause}`).not.toContain('00D!token');
    });

    it('that is refused is not asked about again for five seconds', async () => {
        const auth = authenticator();
        userinfo.status = 403;
        await refusal(auth, 'Bearer 00D!token');
        await refusal(auth, 'Bearer 00D!token');
        expect(userinfo.asked).toHaveLength(1);
        userinfo.status = 200;
        clock += 5_001;
        expect(await auth.authenticate('Bearer 00D!token')).toMatchObject({ agentId: AGENT });
    });

    it('is asked about again at once after the org was away', async () => {
        const auth = authenticator();
        userinfo.status = 503;
        expect((await refusal(auth, 'Bearer 00D!token')).code).toBe('SIGN_IN_UNAVAILABLE');
        userinfo.status = 200;
        expect(await auth.authenticate('Bearer 00D!token')).toMatchObject({ agentId: AGENT });
    });

    it('says that the org is away when nothing listens there', async () => {
        const error = await refusal(authenticator({ url: 'http://127.0.0.1:1' }), 'Bearer t');
        expect(error.code).toBe('SIGN_IN_UNAVAILABLE');
    });

    it('is refused while too many others are being checked', async () => {
        const auth = authenticator({ maxUnderWay: 2 });
        let release = () => {};
        userinfo.held = new Promise((resolve) => (release = resolve));
        const first = [1, 2].map((n) => auth.authenticate(`Bearer token-${n}`));
        const third = await refusal(auth, 'Bearer token-3');
        expect(third.code).toBe('SIGN_IN_BUSY');
        release();
        await expect(Promise.all(first)).resolves.toHaveLength(2);
    });
});

describe('no credential', () => {
    it.each([
        undefined,
        '',
        'Bearer',
        'Bearer ',
        'Basic YTpi',
        'Bearer a b',
        `Bearer ${'x'.repeat(9000)}`
    ])('is what %s is', async (header) => {
        expect((await refusal(authenticator(), header)).code).toBe('NO_CREDENTIAL');
    });
});
