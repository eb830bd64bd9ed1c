import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { Connection } from 'jsforce';
import { loadOrgConfig, type Environment } from '../config/loadConfig.ts';
import { connectToOrg } from '../index.ts';
import { CommandError, type CommandIo } from './io.ts';

const API_VERSION = '66.0';

/** The variables, and where they come from. */
export interface Surroundings {
    readonly env: Environment;
    /** `environment`, or the file of the local set-up. */
    readonly source: string;
}

/**
 * The environment variables; where none names an org, those of the local set-up that is running
 * (`npm start` leaves them in `.local/env`).
 */
export function surroundings({ env, folder }: CommandIo): Surroundings {
    const file = resolve(folder, env['LOCAL_DIR'] ?? '.local', 'env');
    const named = env['SF_LOGIN_URL'] ?? env['SF_INSTANCE_URL'];
    if (named || !existsSync(file)) {
        return { env, source: 'environment' };
    }
    // The file is about the local org as a whole: parts of another org must not mix in.
    return { env: { ...env, ...parseEnv(readFileSync(file, 'utf8')) }, source: file };
}

/**
 * A connection by the variables of the service, or with a token of one's own.
 * @throws ConfigError, ServiceError, CommandError
 */
export async function connect(io: CommandIo): Promise<Connection> {
    const { env } = surroundings(io);
    const accessToken = env['SF_ACCESS_TOKEN'];
    if (accessToken) {
        const instanceUrl = env['SF_INSTANCE_URL'];
        if (!instanceUrl) {
            throw new CommandError(
                'SF_ACCESS_TOKEN is set, but SF_INSTANCE_URL is not.',
                'Set both; `sf org display --target-org NAME` shows them.'
            );
        }
        const version = env['SF_API_VERSION'] || API_VERSION;
        return new Connection({ accessToken, instanceUrl, version });
    }
    if (!env['SF_LOGIN_URL'] && !env['SF_CLIENT_ID']) {
        throw new CommandError(
            'No org is named.',
            'Start the local set-up with `npm start`, or set SF_LOGIN_URL and the variables beside it (.env.example).'
        );
    }
    return connectToOrg(loadOrgConfig(env));
}
