import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ConfigError } from './configError.ts';
import { envExample, variablesAsMarkdown } from './documentation.ts';
import { loadConfig, loadOrgConfig, type Environment } from './loadConfig.ts';
import { GROUPS, SPECS } from './variables.ts';

const folder = mkdtempSync(join(tmpdir(), 'callback-config-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const CLIENT_CREDENTIALS = {
    SF_LOGIN_URL: 'https://acme.my.salesforce.com',
    SF_CLIENT_ID: 'the-key',
    SF_CLIENT_SECRET: 'the-secret'
};
const PEM = '-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----';

function problemsOf(environment: Environment): readonly string[] {
    const error = catching(environment);
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).problems.map(({ name, problem }) => `${name} ${problem}`);
}

describe('configuration by environment variables', () => {
    it('needs only the org for client credentials; everything else has a default', () => {
        const config = loadConfig(CLIENT_CREDENTIALS);
        expect(config.org.grant).toEqual({ kind: 'clientCredentials', clientSecret: 'the-secret' });
        expect(config.http).toMatchObject({ host: '127.0.0.1', port: 8080, metricsPublic: false });
        expect(config.http.corsOrigins).toEqual([]);
        expect(config.serviceCredential).toBeUndefined();
        expect(config.log).toEqual({ level: 'info', fullNumbers: false });
    });

    it('takes a user name and a private key for the JWT bearer flow', () => {
        const { org } = loadConfig({
            SF_LOGIN_URL: 'https://test.salesforce.com/',
            SF_CLIENT_ID: 'the-key',
            SF_USERNAME: 'integration@acme.com',
            SF_PRIVATE_KEY: PEM
        });
        expect(org.grant).toEqual({
            kind: 'jwtBearer',
            username: 'integration@acme.com',
            privateKey: PEM,
            audience: 'https://test.salesforce.com'
        });
    });

    it('reads secrets from files, without the line end', () => {
        const path = join(folder, 'secret');
        writeFileSync(path, 'from-a-file\n');
        const { SF_CLIENT_SECRET: _, ...rest } = CLIENT_CREDENTIALS;
        const { org } = loadConfig({ ...rest, SF_CLIENT_SECRET_FILE: path });
        expect(org.grant).toEqual({ kind: 'clientCredentials', clientSecret: 'from-a-file' });
    });

    it('names every variable that is missing or wrong at once', () => {
        const problems = problemsOf({
            PORT: '80x',
            LOG_LEVEL: 'loud',
            METRICS_PUBLIC: 'perhaps',
            SF_LOGIN_URL: 'http://acme.my.salesforce.com',
            CORS_ORIGINS: 'https://a.example/path',
            SERVICE_JWT_ALGORITHMS: 'HS256',
            SERVICE_JWT_ISSUER: 'https://telephony.acme.com',
            SERVICE_JWT_JWKS: '{}',
            SERVICE_JWT_JWKS_URL: 'https://telephony.acme.com/jwks.json'
        });
        expect([...problems].sort()).toEqual([
            'CORS_ORIGINS must hold origins only, without a path, but has "https://a.example/path"',
            'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent, but is "loud"',
            'METRICS_PUBLIC must be true or false, but is "perhaps"',
            'PORT must be a whole number from 0 to 65535, but is "80x"',
            'SERVICE_JWT_ALGORITHMS must name some of EdDSA, RS256, ES256',
            'SERVICE_JWT_JWKS_URL and SERVICE_JWT_JWKS are both set; keep one',
            'SF_CLIENT_ID is missing',
            'SF_CLIENT_SECRET is missing, and so is SF_PRIVATE_KEY: set one of the two',
            'SF_LOGIN_URL must start with https:// (http:// only for this machine itself), but is "http://acme.my.salesforce.com"'
        ]);
    });

    it.each([
        [{ SF_PRIVATE_KEY: PEM }, 'SF_PRIVATE_KEY and SF_CLIENT_SECRET are both set; keep one'],
        [
            { SERVICE_JWT_PUBLIC_KEY: 'x' },
            'SERVICE_JWT_ISSUER is missing, and SERVICE_JWT_PUBLIC_KEY needs it'
        ],
        [
            { SERVICE_JWT_ISSUER: 'x' },
            'SERVICE_JWT_PUBLIC_KEY is missing, and SERVICE_JWT_ISSUER needs a key'
        ],
        [
            { SF_CLIENT_SECRET_FILE: '/x' },
            'SF_CLIENT_SECRET and SF_CLIENT_SECRET_FILE are both set; keep one'
        ],
        [
            { SF_API_VERSION: '66' },
            'SF_API_VERSION must look like 66.0 and be at least 60.0, but is "66"'
        ]
    ])('%o: says %s', (extra, message) => {
        expect(problemsOf({ ...CLIENT_CREDENTIALS, ...extra })).toEqual([message]);
    });

    it('names the file that cannot be read', () => {
        const { SF_CLIENT_SECRET: _, ...rest } = CLIENT_CREDENTIALS;
        expect(problemsOf({ ...rest, SF_CLIENT_SECRET_FILE: join(folder, 'none') })).toEqual([
            `SF_CLIENT_SECRET_FILE names a file that cannot be read (ENOENT): ${join(folder, 'none')}`
        ]);
    });

    it('shows what is expected and an example, and never a secret', () => {
        const { message } = catching({ ...CLIENT_CREDENTIALS, SF_PRIVATE_KEY: PEM, PORT: '-1' });
        expect(message).toContain('2 environment variables need attention');
        expect(message).toContain('Example: PORT=8080');
        expect(message).not.toContain('the-secret');
        expect(message).not.toContain('abc');
    });

    it('treats a blank variable as not set', () => {
        expect(loadConfig({ ...CLIENT_CREDENTIALS, PORT: ' ', SPOOL_FILE: '' }).http.port).toBe(
            8080
        );
    });

    it('asks the command line for the org alone', () => {
        expect(loadOrgConfig({ ...CLIENT_CREDENTIALS, PORT: 'x' }).clientId).toBe('the-key');
        expect(() => loadOrgConfig({ PORT: 'x' })).toThrow(/SF_LOGIN_URL is missing/);
    });
});

describe('documentation of the variables', () => {
    it('puts every variable into exactly one group', () => {
        const grouped = GROUPS.flatMap(({ names }) => names);
        expect([...grouped].sort()).toEqual(Object.keys(SPECS).sort());
    });

    it('is the text of .env.example', () => {
        const path = new URL('../../.env.example', import.meta.url);
        expect(readFileSync(path, 'utf8')).toBe(envExample());
    });

    it('has a row a variable in the table', () => {
        const table = variablesAsMarkdown();
        for (const name of Object.keys(SPECS)) {
            expect(table).toContain(`\`${name}\``);
        }
    });
});

function catching(environment: Environment): Error {
    try {
        loadConfig(environment);
    } catch (error) {
        return error as Error;
    }
    throw new Error('the configuration was accepted');
}
