import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ConfigError } from './configError.ts';
import { loadConfig, type Environment } from './loadConfig.ts';

const folder = mkdtempSync(join(tmpdir(), 'callback-softphone-'));
writeFileSync(join(folder, 'index.html'), '<!doctype html>');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ORG = {
    SF_LOGIN_URL: 'https://acme.my.salesforce.com',
    SF_CLIENT_ID: 'the-key',
    SF_CLIENT_SECRET: 'the-secret'
};
const KEY = Buffer.alloc(32, 7).toString('base64url');
const SOFTPHONE = {
    SOFTPHONE_FOLDER: folder,
    SOFTPHONE_URL: 'https://numbers.acme.com/',
    SOFTPHONE_ORG_ORIGINS: 'https://acme.lightning.force.com, https://acme.my.salesforce.com',
    SOFTPHONE_CLIENT_ID: 'agents',
    SESSION_KEY: KEY
};

function problemsOf(environment: Environment): readonly string[] {
    try {
        loadConfig({ ...ORG, ...environment });
    } catch (error) {
        expect(error).toBeInstanceOf(ConfigError);
        return (error as ConfigError).problems.map(({ name, problem }) => `${name} ${problem}`);
    }
    return [];
}

describe('configuration of the softphone', () => {
    it('is left out where nothing of it is set', () => {
        expect(loadConfig(ORG)).not.toHaveProperty('softphone');
    });

    it('takes the page, its address, the origins that may show it, the app and the key', () => {
        expect(loadConfig({ ...ORG, ...SOFTPHONE }).softphone).toEqual({
            folder,
            url: 'https://numbers.acme.com',
            orgOrigins: ['https://acme.lightning.force.com', 'https://acme.my.salesforce.com'],
            clientId: 'agents',
            sessionKey: new Uint8Array(32).fill(7)
        });
    });

    it('reads key and secret from files', () => {
        const [keyFile, secretFile] = [join(folder, 'key'), join(folder, 'secret')];
        writeFileSync(keyFile, `${KEY}\n`);
        writeFileSync(secretFile, 'from-a-file\n');
        const { SESSION_KEY: _, ...rest } = SOFTPHONE;
        const { softphone } = loadConfig({
            ...ORG,
            ...rest,
            SESSION_KEY_FILE: keyFile,
            SOFTPHONE_CLIENT_SECRET_FILE: secretFile
        });
        expect(softphone).toMatchObject({
            clientSecret: 'from-a-file',
            sessionKey: new Uint8Array(32).fill(7)
        });
    });

    it('names everything that is missing as soon as one part is there', () => {
        expect(problemsOf({ SOFTPHONE_FOLDER: folder })).toEqual([
            'SOFTPHONE_URL is missing, and SOFTPHONE_FOLDER needs it',
            'SOFTPHONE_ORG_ORIGINS is missing, and SOFTPHONE_FOLDER needs it',
            'SOFTPHONE_CLIENT_ID is missing, and SOFTPHONE_FOLDER needs it',
            'SESSION_KEY is missing, and SOFTPHONE_FOLDER needs it'
        ]);
    });

    it.each([
        ['SOFTPHONE_URL', 'https://numbers.acme.com/path', 'must be an origin'],
        ['SOFTPHONE_URL', 'http://numbers.acme.com', 'must start with https://'],
        ['SOFTPHONE_FOLDER', join(folder, 'none'), 'names a folder without index.html'],
        ['SOFTPHONE_ORG_ORIGINS', 'https://acme.lightning.force.com/lightning', 'origins only'],
        ['SOFTPHONE_ORG_ORIGINS', 'http://acme.lightning.force.com', 'start with https://'],
        ['SOFTPHONE_ORG_ORIGINS', 'https://*.force.com', 'hold no *'],
        [
            'SOFTPHONE_ORG_ORIGINS',
            "https://acme.com;script-src'unsafe-inline'",
            'must name origins'
        ],
        ['SOFTPHONE_ORG_ORIGINS', ',', 'must name origins'],
        ['SESSION_KEY', Buffer.alloc(31).toString('base64url'), 'must be 32 bytes'],
        ['SESSION_KEY', `${KEY}!`, 'must be 32 bytes']
    ])('%s=%s: %s', (name, value, words) => {
        const problems = problemsOf({ ...SOFTPHONE, [name]: value });
        expect(problems).toHaveLength(1);
        expect(problems[0]).toContain(name);
        expect(problems[0]).toContain(words);
        if (name === 'SESSION_KEY') {
            expect(problems[0]).not.toContain(value);
        }
    });
});
