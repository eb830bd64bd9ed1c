import { makeValidator, str } from 'envalid';
import { SOFTPHONE_SPECS } from './softphoneVariables.ts';
import { TELEPHONY_SPECS } from './telephonyVariables.ts';
import { apiVersion, flag, list, secureUrl, wholeNumber } from './validators.ts';

/**
 * Every environment variable the service reads, in one place: what it is for, its default, an
 * example. The table in the integrator's guide and `.env.example` are made from this list.
 */

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const logLevel = makeValidator<LogLevel>((input) => {
    const level = LOG_LEVELS.find((known) => known === input);
    if (level === undefined) {
        throw new Error(`must be one of ${LOG_LEVELS.join(', ')}`);
    }
    return level;
});

/** Algorithms a service credential may be signed with: signatures by key pair only. */
export const JWT_ALGORITHMS = ['EdDSA', 'RS256', 'ES256'] as const;
export type JwtAlgorithm = (typeof JWT_ALGORITHMS)[number];

export const SPECS = {
    SF_LOGIN_URL: secureUrl({
        desc: 'Where tokens come from: the My Domain address of the org, or https://login.salesforce.com with the JWT bearer flow',
        example: 'https://acme.my.salesforce.com'
    }),
    SF_INSTANCE_URL: secureUrl({
        desc: 'Address of the org itself, where it differs from what the token answer says',
        example: 'https://acme.my.salesforce.com',
        default: undefined
    }),
    SF_CLIENT_ID: str({
        desc: 'Consumer key of the external client app',
        example: '3MVG9...'
    }),
    SF_CLIENT_SECRET: str({
        desc: 'Consumer secret, for the client credentials flow',
        example: 'a long secret',
        default: undefined
    }),
    SF_USERNAME: str({
        desc: 'Integration user, for the JWT bearer flow',
        example: 'callback.integration@acme.com',
        default: undefined
    }),
    SF_PRIVATE_KEY: str({
        desc: 'Private key (PEM) that belongs to the certificate of the external client app, for the JWT bearer flow',
        example: '-----BEGIN PRIVATE KEY-----...',
        default: undefined
    }),
    SF_JWT_AUDIENCE: secureUrl({
        desc: 'Audience of the JWT bearer assertion: https://test.salesforce.com for a sandbox',
        example: 'https://test.salesforce.com',
        default: undefined
    }),
    SF_API_VERSION: apiVersion({
        desc: 'Salesforce API version',
        example: '66.0',
        default: '66.0'
    }),
    SF_TIMEOUT_MS: wholeNumber(
        100,
        600_000
    )({
        desc: 'Longest wait for one answer of Salesforce, in milliseconds',
        example: '20000',
        default: 20_000
    }),
    HOST: str({
        desc: 'Address to listen on; 0.0.0.0 for all, behind a proxy that ends TLS',
        example: '127.0.0.1',
        default: '127.0.0.1'
    }),
    PORT: wholeNumber(0, 65_535)({ desc: 'Port to listen on', example: '8080', default: 8080 }),
    TRUST_PROXY: list({
        desc: 'Addresses of reverse proxies whose X-Forwarded-For is believed, separated by commas',
        example: '10.0.0.0/8',
        default: undefined
    }),
    SERVICE_JWT_ISSUER: str({
        desc: 'Issuer (iss) of service credentials; without it only agents can sign in',
        example: 'https://telephony.acme.com',
        default: undefined
    }),
    SERVICE_JWT_AUDIENCE: str({
        desc: 'Audience (aud) that service credentials must name',
        example: 'callback-numbers',
        default: 'callback-numbers'
    }),
    SERVICE_JWT_PUBLIC_KEY: str({
        desc: 'Public key (PEM) service credentials are checked with',
        example: '-----BEGIN PUBLIC KEY-----...',
        default: undefined
    }),
    SERVICE_JWT_JWKS: str({
        desc: 'Public keys as a JWK set (JSON), instead of one PEM key',
        example: '{"keys":[...]}',
        default: undefined
    }),
    SERVICE_JWT_JWKS_URL: secureUrl({
        desc: 'Address of a JWK set, instead of a key of your own keeping',
        example: 'https://telephony.acme.com/.well-known/jwks.json',
        default: undefined
    }),
    SERVICE_JWT_ALGORITHMS: list({
        desc: 'Signature algorithms that are accepted, separated by commas',
        example: 'EdDSA',
        default: JWT_ALGORITHMS.join(',')
    }),
    RELOAD_SECONDS: wholeNumber(
        5,
        86_400
    )({
        desc: 'How often numbers, agents, rules and policies are read anew, in seconds',
        example: '300',
        default: 300
    }),
    CHANGES_SECONDS: wholeNumber(
        0,
        3_600
    )({
        desc: 'How often the service looks whether any of them changed, in seconds, with two requests; 0 for never',
        example: '15',
        default: 15
    }),
    SELECTOR_TIMEOUT_MS: wholeNumber(
        50,
        60_000
    )({
        desc: 'Longest wait for a custom selector, in milliseconds; after it the dial goes on without',
        example: '1500',
        default: 1_500
    }),
    SPOOL_FILE: str({
        desc: 'File that keeps decisions not yet written to Salesforce over a restart; none by default',
        example: '/var/lib/callback-numbers/spool.ndjson',
        default: undefined
    }),
    LOG_LEVEL: logLevel({
        desc: 'How much is logged',
        example: 'debug',
        default: 'info'
    }),
    LOG_FULL_NUMBERS: flag({
        desc: 'Log dialled numbers in full instead of country code and last two digits',
        example: 'true',
        default: false
    }),
    CORS_ORIGINS: list({
        desc: 'Origins whose pages may call the service from a browser, separated by commas; none by default',
        example: 'https://acme.lightning.force.com',
        default: undefined
    }),
    METRICS_PUBLIC: flag({
        desc: 'Serve /metrics to everyone; by default only to this machine and to service credentials',
        example: 'true',
        default: false
    }),
    DOCS: flag({
        desc: 'Serve the API page at /docs',
        example: 'false',
        default: true
    }),
    SHUTDOWN_SECONDS: wholeNumber(
        1,
        600
    )({
        desc: 'Longest time to finish requests and to flush the decision log when asked to stop',
        example: '25',
        default: 25
    }),
    ...SOFTPHONE_SPECS,
    ...TELEPHONY_SPECS
};

export type VariableName = keyof typeof SPECS;

/** May come from a file: `NAME_FILE` holds its path. Values are never shown in messages. */
export const FROM_FILE: readonly VariableName[] = [
    'SF_CLIENT_SECRET',
    'SF_PRIVATE_KEY',
    'SERVICE_JWT_PUBLIC_KEY',
    'SERVICE_JWT_JWKS',
    'SOFTPHONE_CLIENT_SECRET',
    'SESSION_KEY',
    'VONAGE_PRIVATE_KEY',
    'VONAGE_SIGNATURE_SECRET',
    'TWILIO_AUTH_TOKEN'
];

/** As the table and the example file show them. */
export const GROUPS: readonly { title: string; names: readonly VariableName[] }[] = [
    {
        title: 'Salesforce',
        names: [
            'SF_LOGIN_URL',
            'SF_INSTANCE_URL',
            'SF_CLIENT_ID',
            'SF_CLIENT_SECRET',
            'SF_USERNAME',
            'SF_PRIVATE_KEY',
            'SF_JWT_AUDIENCE',
            'SF_API_VERSION',
            'SF_TIMEOUT_MS'
        ]
    },
    {
        title: 'Callers',
        names: [
            'SERVICE_JWT_ISSUER',
            'SERVICE_JWT_AUDIENCE',
            'SERVICE_JWT_PUBLIC_KEY',
            'SERVICE_JWT_JWKS',
            'SERVICE_JWT_JWKS_URL',
            'SERVICE_JWT_ALGORITHMS',
            'CORS_ORIGINS'
        ]
    },
    {
        title: 'Server',
        names: ['HOST', 'PORT', 'TRUST_PROXY', 'DOCS', 'METRICS_PUBLIC', 'SHUTDOWN_SECONDS']
    },
    {
        title: 'Decisions and logs',
        names: [
            'RELOAD_SECONDS',
            'CHANGES_SECONDS',
            'SELECTOR_TIMEOUT_MS',
            'SPOOL_FILE',
            'LOG_LEVEL',
            'LOG_FULL_NUMBERS'
        ]
    },
    {
        title: 'Softphone page',
        names: [
            'SOFTPHONE_FOLDER',
            'SOFTPHONE_URL',
            'SOFTPHONE_ORG_ORIGINS',
            'SOFTPHONE_CLIENT_ID',
            'SOFTPHONE_CLIENT_SECRET',
            'SESSION_KEY'
        ]
    },
    {
        title: 'Telephony',
        names: [
            'TELEPHONY',
            'AGENT_DEVICE',
            'TELEPHONY_WEBHOOK_URL',
            'VONAGE_APPLICATION_ID',
            'VONAGE_PRIVATE_KEY',
            'VONAGE_SIGNATURE_SECRET',
            'VONAGE_API_URL',
            'TWILIO_ACCOUNT_SID',
            'TWILIO_AUTH_TOKEN',
            'TWILIO_API_URL'
        ]
    }
];
