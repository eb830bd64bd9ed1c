import { existsSync } from 'node:fs';
import path from 'node:path';
import type { SoftphoneConfig } from './config.ts';
import type { VariableProblem } from './configError.ts';
import { originsOf } from './lists.ts';
import { problemOf, type Clean } from './readEnvironment.ts';
import type { VariableName } from './variables.ts';

const KEY_BYTES = 32;
const NEEDED = [
    'SOFTPHONE_FOLDER',
    'SOFTPHONE_URL',
    'SOFTPHONE_ORG_ORIGINS',
    'SOFTPHONE_CLIENT_ID',
    'SESSION_KEY'
] as const satisfies readonly VariableName[];

/** @returns undefined where there is to be no softphone, or where it cannot be: `problems` says why */
export function softphoneOf(env: Clean, problems: VariableProblem[]): SoftphoneConfig | undefined {
    const given = NEEDED.find((name) => env[name] !== undefined);
    if (given === undefined) {
        return undefined;
    }
    const wrong = new Set(problems.map(({ name }) => name.replace(/_FILE$/, '')));
    for (const name of NEEDED) {
        if (env[name] === undefined && !wrong.has(name)) {
            problems.push(problemOf(name, `is missing, and ${given} needs it`));
        }
    }
    const { SOFTPHONE_FOLDER: folder, SOFTPHONE_CLIENT_SECRET: clientSecret } = env;
    if (folder !== undefined && !existsSync(path.join(folder, 'index.html'))) {
        problems.push(
            problemOf('SOFTPHONE_FOLDER', `names a folder without index.html: ${folder}`)
        );
    }
    return {
        folder: path.resolve(folder ?? ''),
        url: env.SOFTPHONE_URL ?? '',
        orgOrigins: orgOriginsOf(env.SOFTPHONE_ORG_ORIGINS, problems),
        clientId: env.SOFTPHONE_CLIENT_ID ?? '',
        ...(clientSecret !== undefined && { clientSecret }),
        sessionKey: sessionKeyOf(env.SESSION_KEY, problems)
    };
}

/** Plain names only: these stand in the content security policy, letter by letter. */
const SECURE_ORIGIN =
    /^(?:https:\/\/[\w.-]+|http:\/\/(?:localhost|127\.0\.0\.1|\[::1\]))(?::\d+)?$/;

function orgOriginsOf(value: string | undefined, problems: VariableProblem[]): readonly string[] {
    const before = problems.length;
    const origins = originsOf('SOFTPHONE_ORG_ORIGINS', value, problems);
    const wrong = origins.find((origin) => !SECURE_ORIGIN.test(origin));
    if (problems.length === before && value !== undefined) {
        if (wrong !== undefined || origins.length === 0) {
            problems.push(
                problemOf(
                    'SOFTPHONE_ORG_ORIGINS',
                    `must name origins that start with https:// (http:// only for this machine itself) and hold no *, but is "${value}"`
                )
            );
        }
    }
    return origins;
}

function sessionKeyOf(text: string | undefined, problems: VariableProblem[]): Uint8Array {
    const key = new Uint8Array(Buffer.from(text ?? '', 'base64url'));
    if (text !== undefined && (!/^[\w-]+=*$/.test(text) || key.length !== KEY_BYTES)) {
        problems.push(problemOf('SESSION_KEY', `must be ${KEY_BYTES} bytes in base64url`));
    }
    return key;
}
