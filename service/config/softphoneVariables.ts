import { str } from 'envalid';
import { list, secureOrigin } from './validators.ts';

/** Variables of the softphone page: all of them, or none (the secret may be left out). */
export const SOFTPHONE_SPECS = {
    SOFTPHONE_FOLDER: str({
        desc: 'Folder with the built softphone page; without it there is no /softphone',
        example: '/opt/callback-numbers/softphone',
        default: undefined
    }),
    SOFTPHONE_URL: secureOrigin({
        desc: 'Address of the service as browsers see it, without a path; /softphone/callback below it is the callback URL of the app agents sign in with',
        example: 'https://callback-numbers.acme.com',
        default: undefined
    }),
    SOFTPHONE_ORG_ORIGINS: list({
        desc: 'Origins of the org that may show the softphone, separated by commas; the first one serves the Open CTI script',
        example: 'https://acme.lightning.force.com,https://acme.my.salesforce.com',
        default: undefined
    }),
    SOFTPHONE_CLIENT_ID: str({
        desc: 'Consumer key of the external client app agents sign in with (web server flow with PKCE, scope id)',
        example: '3MVG9...',
        default: undefined
    }),
    SOFTPHONE_CLIENT_SECRET: str({
        desc: 'Consumer secret of that app, where it asks for one',
        example: 'a long secret',
        default: undefined
    }),
    SESSION_KEY: str({
        desc: 'Key that seals the sessions of signed-in agents: 32 random bytes in base64url; the same for every instance',
        example: 'the output of: openssl rand 32 | basenc --base64url',
        default: undefined
    })
};
