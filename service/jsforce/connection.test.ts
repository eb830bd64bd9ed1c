import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setDefaults } from 'jsforce/lib/request.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OrgConfig, OrgGrant } from '../config/config.ts';
import { startOwnOrg, type OwnOrg } from '../contract/localOrg.ts';
import { connectToOrg } from './connection.ts';

const USERNAME = 'integration@callback-numbers.example';
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;

let own: OwnOrg;
beforeAll(async () => {
    own = await startOwnOrg();
    own.org.clients.add({
        clientId: 'jwt-client',
        publicKey: publicKey.export({ type: 'spki', format: 'pem' }) as string
    });
});
afterAll(() => own.close());
beforeEach(() => own.org.requests.reset());
afterEach(() => {
    own.org.faults.clear();
    // What connecting sets is set for jsforce as a whole.
    setDefaults({});
});

const tokens = () => own.org.requests.snapshot().byKind.token ?? 0;
const secret = (): OrgGrant => ({
    kind: 'clientCredentials',
    clientSecret: own.org.client.clientSecret!
});
const config = (more: Partial<OrgConfig> = {}): OrgConfig => ({
    loginUrl: own.org.url,
    clientId: own.org.client.clientId,
    grant: secret(),
    apiVersion: '66.0',
    timeoutMs: 5_000,
    ...more
});
const jwt = (key = pem, username = USERNAME): Partial<OrgConfig> => ({
    clientId: 'jwt-client',
    grant: { kind: 'jwtBearer', username, privateKey: key, audience: own.org.url }
});

describe('Connecting to an org', () => {
    it('works with client credentials', async () => {
        const connection = await connectToOrg(config());
        expect(connection.version).toBe('66.0');
        expect((await connection.identity()).username).toBe(USERNAME);
    });

    it('works with a signed assertion, whatever form the key has', async () => {
        const pkcs1 = privateKey.export({ type: 'pkcs1', format: 'pem' }) as string;
        for (const key of [pem, pkcs1]) {
            const connection = await connectToOrg(config(jwt(key)));
            expect((await connection.identity()).username).toBe(USERNAME);
        }
    });

    it.each([
        [
            'a wrong secret',
            { grant: { kind: 'clientCredentials', clientSecret: 'wrong' } as OrgGrant }
        ],
        ['an unknown client', { clientId: 'nobody' }],
        ['a user who is not there', () => jwt(pem, 'nobody@example.com')],
        [
            'a key that does not belong to the client',
            () =>
                jwt(
                    generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
                        type: 'pkcs8',
                        format: 'pem'
                    }) as string
                )
        ],
        ['a key that is none', () => jwt('-----BEGIN PRIVATE KEY-----\nnonsense')]
    ])('is refused for good with %s', async (_, more) => {
        const wrong = typeof more === 'function' ? more() : more;
        await expect(connectToOrg(config(wrong))).rejects.toMatchObject({ code: 'ORG_REFUSED' });
    });

    it('says that the org cannot be reached where nobody listens', async () => {
        const loginUrl = 'http://127.0.0.1:1';
        await expect(connectToOrg(config({ loginUrl }))).rejects.toMatchObject({
            code: 'ORG_UNREACHABLE',
            message: expect.stringContaining(loginUrl)
        });
    });

    it('does not wait for ever for an org that does not answer', async () => {
        const silent = createServer(() => undefined);
        await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
        const loginUrl = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
        await expect(connectToOrg(config({ loginUrl, timeoutMs: 200 }))).rejects.toMatchObject({
            code: 'ORG_UNREACHABLE'
        });
        silent.closeAllConnections();
        silent.close();
    });
});

describe('A token that expires', () => {
    it('is renewed, once for all requests that meet it, even right after signing in', async () => {
        const connection = await connectToOrg(config());
        own.org.faults.set({ expireTokens: true });
        const answers = await Promise.all(
            Array.from({ length: 10 }, () => connection.query('SELECT Id FROM Callback_Number__c'))
        );
        expect(answers.every(({ done }) => done)).toBe(true);
        expect(tokens()).toBe(2);
    });

    it('is not renewed without end where every new one is refused too', async () => {
        const connection = await connectToOrg(config());
        own.org.faults.set({ failNext: 1_000_000, status: 401, match: { kind: 'query' } });
        await expect(connection.query('SELECT Id FROM Lead')).rejects.toThrow(
            'Salesforce refuses every token that it issues'
        );
        expect(tokens()).toBeLessThanOrEqual(5);
    });
});
