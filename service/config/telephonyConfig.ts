import { createPrivateKey } from 'node:crypto';
import type { TelephonyConfig } from './config.ts';
import type { VariableProblem } from './configError.ts';
import { problemOf, type Clean } from './readEnvironment.ts';
import type { VariableName } from './variables.ts';

const NEEDED = {
    vonage: [
        'AGENT_DEVICE',
        'VONAGE_APPLICATION_ID',
        'VONAGE_PRIVATE_KEY',
        'VONAGE_SIGNATURE_SECRET'
    ],
    twilio: ['AGENT_DEVICE', 'TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN'],
    phones: []
} as const satisfies Record<TelephonyConfig['kind'], readonly VariableName[]>;

/** Schemes of `AGENT_DEVICE` that each telephony knows. */
const DEVICES: Readonly<Record<'vonage' | 'twilio', RegExp>> = {
    vonage: /^(?:app|sips?):/,
    twilio: /^(?:client|sips?):/
};

/** @returns undefined where the softphone only decides, or where something is wrong: `problems` says what */
export function telephonyOf(env: Clean, problems: VariableProblem[]): TelephonyConfig | undefined {
    const kind = env.TELEPHONY;
    if (kind === undefined) {
        return undefined;
    }
    const before = problems.length;
    const wrong = new Set(problems.map(({ name }) => name.replace(/_FILE$/, '')));
    const needs = (name: VariableName, why: string) => {
        if (env[name] === undefined && !wrong.has(name)) {
            problems.push(problemOf(name, `is missing, and ${why} needs it`));
        }
    };
    // Calls are placed from the softphone: without its page nobody could ask for one.
    needs('SOFTPHONE_URL', 'TELEPHONY');
    NEEDED[kind].forEach((name) => needs(name, `TELEPHONY ${kind}`));
    if (kind === 'phones') {
        return { kind };
    }
    const { AGENT_DEVICE: agentDevice = '', VONAGE_PRIVATE_KEY: privateKey = '' } = env;
    if (agentDevice && !DEVICES[kind].test(agentDevice)) {
        problems.push(problemOf('AGENT_DEVICE', `names no device of ${kind}: ${agentDevice}`));
    }
    if (kind === 'vonage' && privateKey && !isPrivateKey(privateKey)) {
        problems.push(problemOf('VONAGE_PRIVATE_KEY', 'is not a private key in PEM form'));
    }
    const { TWILIO_ACCOUNT_SID: accountSid = '' } = env;
    if (kind === 'twilio' && accountSid && !accountSid.startsWith('AC')) {
        problems.push(problemOf('TWILIO_ACCOUNT_SID', 'is not an account: those start with AC'));
    }
    if (problems.length > before) {
        return undefined;
    }
    const common = {
        agentDevice,
        webhookUrl: env.TELEPHONY_WEBHOOK_URL ?? env.SOFTPHONE_URL ?? ''
    };
    return kind === 'vonage'
        ? {
              kind,
              ...common,
              applicationId: env.VONAGE_APPLICATION_ID ?? '',
              privateKey,
              signatureSecret: env.VONAGE_SIGNATURE_SECRET ?? '',
              apiUrl: env.VONAGE_API_URL
          }
        : {
              kind,
              ...common,
              accountSid,
              authToken: env.TWILIO_AUTH_TOKEN ?? '',
              apiUrl: env.TWILIO_API_URL
          };
}

/** One that signs without a passphrase. */
function isPrivateKey(pem: string): boolean {
    try {
        return createPrivateKey(pem).asymmetricKeyType === 'rsa';
    } catch {
        return false;
    }
}
