import { makeValidator, str } from 'envalid';
import { DEVICE_TEMPLATE } from '../telephony/agentDevice.ts';
import { secureOrigin, secureUrl } from './validators.ts';

export const TELEPHONIES = ['vonage', 'twilio', 'phones'] as const;
export type TelephonyName = (typeof TELEPHONIES)[number];

const telephony = makeValidator<TelephonyName>((input) => {
    const name = TELEPHONIES.find((known) => known === input);
    if (name === undefined) {
        throw new Error(`must be one of ${TELEPHONIES.join(', ')}`);
    }
    return name;
});

const deviceTemplate = makeValidator<string>((input) => {
    if (!DEVICE_TEMPLATE.test(input)) {
        throw new Error(
            'must look like app:{agentId}, client:{agentId} or sip:{agentId}@pbx.acme.com'
        );
    }
    return input;
});

/** Variables of what makes the softphone's calls; without TELEPHONY it only decides. */
export const TELEPHONY_SPECS = {
    TELEPHONY: telephony({
        desc: "What makes the softphone's calls: vonage, twilio, or phones for the agents' own telephones behind the SIP edge; without it the softphone only decides",
        example: 'vonage',
        default: undefined
    }),
    AGENT_DEVICE: deviceTemplate({
        desc: "Where an agent's own device is called, with {agentId} for the Salesforce user: with vonage app:{agentId} or a SIP address, with twilio client:{agentId} or a SIP address",
        example: 'app:{agentId}',
        default: undefined
    }),
    TELEPHONY_WEBHOOK_URL: secureOrigin({
        desc: 'Address of the service as the telephony reaches it, without a path; SOFTPHONE_URL by default',
        example: 'https://callback-numbers.acme.com',
        default: undefined
    }),
    VONAGE_APPLICATION_ID: str({
        desc: 'Application of the Voice API, with signed webhooks',
        example: 'c2e7a6a0-3d5b-4a8e-9b60-0c6f2d3f7a11',
        default: undefined
    }),
    VONAGE_PRIVATE_KEY: str({
        desc: 'Private key (PEM) of that application',
        example: '-----BEGIN PRIVATE KEY-----...',
        default: undefined
    }),
    VONAGE_SIGNATURE_SECRET: str({
        desc: 'Signature secret of the account, which its webhooks are signed with',
        example: 'a long secret',
        default: undefined
    }),
    VONAGE_API_URL: secureUrl({
        desc: 'Address of the Voice API',
        example: 'https://api-eu.vonage.com',
        default: 'https://api.nexmo.com'
    }),
    TWILIO_ACCOUNT_SID: str({
        desc: 'Account that calls are made with',
        example: 'AC00000000000000000000000000000000',
        default: undefined
    }),
    TWILIO_AUTH_TOKEN: str({
        desc: 'Auth token of that account; its webhooks are signed with it too',
        example: 'a long secret',
        default: undefined
    }),
    TWILIO_API_URL: secureUrl({
        desc: 'Address of the API',
        example: 'https://api.dublin.ie1.twilio.com',
        default: 'https://api.twilio.com'
    })
};
