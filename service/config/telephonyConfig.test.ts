import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Clean } from './readEnvironment.ts';
import type { VariableProblem } from './configError.ts';
import { telephonyOf } from './telephonyConfig.ts';

const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2_048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' }
});
const VONAGE = {
    TELEPHONY: 'vonage',
    SOFTPHONE_URL: 'https://numbers.example',
    AGENT_DEVICE: 'app:{agentId}',
    VONAGE_APPLICATION_ID: 'an application',
    VONAGE_PRIVATE_KEY: privateKey,
    VONAGE_SIGNATURE_SECRET: 'a secret',
    VONAGE_API_URL: 'https://api.nexmo.com'
};
const TWILIO = {
    TELEPHONY: 'twilio',
    SOFTPHONE_URL: 'https://numbers.example',
    AGENT_DEVICE: 'client:{agentId}',
    TWILIO_ACCOUNT_SID: 'AC1',
    TWILIO_AUTH_TOKEN: 'a token',
    TWILIO_API_URL: 'https://api.twilio.com'
};

function read(env: object) {
    const problems: VariableProblem[] = [];
    const telephony = telephonyOf(env as Clean, problems);
    return { telephony, problems: problems.map(({ name, problem }) => `${name} ${problem}`) };
}

describe('The telephony', () => {
    it('is none where nothing is configured: decisions only', () => {
        expect(read({})).toEqual({ telephony: undefined, problems: [] });
    });

    it('is Vonage, with webhooks to the address of the softphone unless told otherwise', () => {
        expect(read(VONAGE).telephony).toMatchObject({
            kind: 'vonage',
            apiUrl: 'https://api.nexmo.com',
            webhookUrl: 'https://numbers.example'
        });
        const other = { ...VONAGE, TELEPHONY_WEBHOOK_URL: 'https://hooks.example' };
        expect(read(other).telephony).toMatchObject({ webhookUrl: 'https://hooks.example' });
    });

    it('is Twilio, or the agents’ own telephones', () => {
        expect(read(TWILIO).telephony).toMatchObject({ kind: 'twilio', accountSid: 'AC1' });
        expect(
            read({ TELEPHONY: 'phones', SOFTPHONE_URL: 'https://numbers.example' }).telephony
        ).toEqual({ kind: 'phones' });
    });

    it.each([
        [VONAGE, 'VONAGE_SIGNATURE_SECRET'],
        [VONAGE, 'AGENT_DEVICE'],
        [VONAGE, 'SOFTPHONE_URL'],
        [TWILIO, 'TWILIO_AUTH_TOKEN']
    ])('names what is missing: %#', (whole, name) => {
        const { telephony, problems } = read({ ...whole, [name]: undefined });
        expect(telephony).toBeUndefined();
        expect(problems).toEqual([expect.stringMatching(new RegExp(`^${name} is missing, and`))]);
    });

    it('names a device that it does not know', () => {
        expect(read({ ...VONAGE, AGENT_DEVICE: 'client:{agentId}' }).problems).toEqual([
            'AGENT_DEVICE names no device of vonage: client:{agentId}'
        ]);
    });

    it.each([
        ['nonsense'],
        ['-----BEGIN PRIVATE KEY-----\nx\n-----END PRIVATE KEY-----'],
        [privateKey.slice(0, 400)]
    ])('names a key that signs nothing, without telling it: %#', (key) => {
        expect(read({ ...VONAGE, VONAGE_PRIVATE_KEY: key }).problems).toEqual([
            'VONAGE_PRIVATE_KEY is not a private key in PEM form'
        ]);
    });

    it('names an account that is none', () => {
        expect(read({ ...TWILIO, TWILIO_ACCOUNT_SID: 'SK1' }).problems).toEqual([
            'TWILIO_ACCOUNT_SID is not an account: those start with AC'
        ]);
    });
});
