import type {
    Config,
    CredentialKeys,
    OrgConfig,
    OrgGrant,
    ServiceCredentialConfig,
    SoftphoneConfig
} from './config.ts';
import { ConfigError, type VariableProblem } from './configError.ts';
import { listOf, originsOf } from './lists.ts';
import { problemOf, readEnvironment, type Clean, type Environment } from './readEnvironment.ts';
import { softphoneOf } from './softphoneConfig.ts';
import { telephonyOf } from './telephonyConfig.ts';
import { JWT_ALGORITHMS, type JwtAlgorithm } from './variables.ts';

export type { Environment };

/**
 * Reads the whole configuration from environment variables.
 * @throws ConfigError listing every variable that is missing or wrong
 */
export function loadConfig(environment: Environment): Config {
    const problems: VariableProblem[] = [];
    const env = readEnvironment(environment, problems);
    const org = orgOf(env, problems);
    const serviceCredential = serviceCredentialOf(env, problems);
    const softphone = softphoneOf(env, problems);
    const telephony = telephonyOf(env, problems);
    const http = {
        host: env.HOST,
        port: env.PORT,
        trustProxy: listOf(env.TRUST_PROXY),
        corsOrigins: originsOf('CORS_ORIGINS', env.CORS_ORIGINS, problems),
        metricsPublic: env.METRICS_PUBLIC,
        docs: env.DOCS,
        shutdownSeconds: env.SHUTDOWN_SECONDS
    };
    if (problems.length > 0) {
        throw new ConfigError(problems);
    }
    return {
        org,
        http,
        serviceCredential,
        ...(softphone && { softphone }),
        ...(telephony && { telephony }),
        reloadSeconds: env.RELOAD_SECONDS,
        changesSeconds: env.CHANGES_SECONDS,
        selectorTimeoutMs: env.SELECTOR_TIMEOUT_MS,
        spoolFile: env.SPOOL_FILE,
        log: { level: env.LOG_LEVEL, fullNumbers: env.LOG_FULL_NUMBERS }
    };
}

/**
 * Only what is needed to reach the org: for the command line.
 * @throws ConfigError
 */
export function loadOrgConfig(environment: Environment): OrgConfig {
    const problems: VariableProblem[] = [];
    const org = orgOf(readEnvironment(environment, problems), problems);
    const ours = problems.filter(({ name }) => name.startsWith('SF_'));
    if (ours.length > 0) {
        throw new ConfigError(ours);
    }
    return org;
}

/**
 * Only what the softphone needs: for the command line.
 * @returns undefined where there is to be none
 * @throws ConfigError
 */
export function loadSoftphoneConfig(environment: Environment): SoftphoneConfig | undefined {
    const problems: VariableProblem[] = [];
    const softphone = softphoneOf(readEnvironment(environment, problems), problems);
    const ours = problems.filter(({ name }) => /^(?:SOFTPHONE_|SESSION_KEY)/.test(name));
    if (ours.length > 0) {
        throw new ConfigError(ours);
    }
    return softphone;
}

function orgOf(env: Clean, problems: VariableProblem[]): OrgConfig {
    return {
        loginUrl: env.SF_LOGIN_URL,
        instanceUrl: env.SF_INSTANCE_URL,
        clientId: env.SF_CLIENT_ID,
        grant: grantOf(env, problems),
        apiVersion: env.SF_API_VERSION,
        timeoutMs: env.SF_TIMEOUT_MS
    };
}

function grantOf(env: Clean, problems: VariableProblem[]): OrgGrant {
    const fileFailed = problems.some(({ name }) => /^SF_.*_FILE$/.test(name));
    if (env.SF_CLIENT_SECRET !== undefined) {
        if (env.SF_PRIVATE_KEY !== undefined) {
            problems.push(
                problemOf('SF_PRIVATE_KEY', 'and SF_CLIENT_SECRET are both set; keep one')
            );
        }
        return { kind: 'clientCredentials', clientSecret: env.SF_CLIENT_SECRET };
    }
    if (env.SF_PRIVATE_KEY === undefined && !fileFailed) {
        problems.push(
            problemOf(
                'SF_CLIENT_SECRET',
                'is missing, and so is SF_PRIVATE_KEY: set one of the two'
            )
        );
    } else if (env.SF_USERNAME === undefined && env.SF_PRIVATE_KEY !== undefined) {
        problems.push(problemOf('SF_USERNAME', 'is missing, and SF_PRIVATE_KEY needs it'));
    }
    if (env.SF_PRIVATE_KEY !== undefined && !env.SF_PRIVATE_KEY.includes('PRIVATE KEY-----')) {
        problems.push(problemOf('SF_PRIVATE_KEY', 'is not a private key in PEM form'));
    }
    return {
        kind: 'jwtBearer',
        username: env.SF_USERNAME ?? '',
        privateKey: env.SF_PRIVATE_KEY ?? '',
        audience: env.SF_JWT_AUDIENCE ?? env.SF_LOGIN_URL
    };
}

const KEY_VARIABLES = [
    'SERVICE_JWT_PUBLIC_KEY',
    'SERVICE_JWT_JWKS',
    'SERVICE_JWT_JWKS_URL'
] as const;

function serviceCredentialOf(
    env: Clean,
    problems: VariableProblem[]
): ServiceCredentialConfig | undefined {
    const given = KEY_VARIABLES.filter((name) => env[name] !== undefined);
    const fileFailed = problems.some(({ name }) => /^SERVICE_JWT_.*_FILE$/.test(name));
    if (env.SERVICE_JWT_ISSUER === undefined) {
        if (given.length > 0) {
            problems.push(problemOf('SERVICE_JWT_ISSUER', `is missing, and ${given[0]} needs it`));
        }
        return undefined;
    }
    if (given.length === 0 && !fileFailed) {
        problems.push(
            problemOf('SERVICE_JWT_PUBLIC_KEY', 'is missing, and SERVICE_JWT_ISSUER needs a key')
        );
    } else if (given.length > 1) {
        problems.push(problemOf(given[1], `and ${given[0]} are both set; keep one`));
    }
    return {
        issuer: env.SERVICE_JWT_ISSUER,
        audience: env.SERVICE_JWT_AUDIENCE,
        algorithms: algorithmsOf(env.SERVICE_JWT_ALGORITHMS, problems),
        keys: keysOf(env)
    };
}

function keysOf(env: Clean): CredentialKeys {
    if (env.SERVICE_JWT_JWKS_URL !== undefined) {
        return { kind: 'jwksUrl', url: env.SERVICE_JWT_JWKS_URL };
    }
    if (env.SERVICE_JWT_JWKS !== undefined) {
        return { kind: 'jwks', json: env.SERVICE_JWT_JWKS };
    }
    return { kind: 'pem', pem: env.SERVICE_JWT_PUBLIC_KEY ?? '' };
}

function algorithmsOf(value: string, problems: VariableProblem[]): JwtAlgorithm[] {
    const names = listOf(value);
    const known = names.filter((name): name is JwtAlgorithm =>
        (JWT_ALGORITHMS as readonly string[]).includes(name)
    );
    if (known.length === 0 || known.length < names.length) {
        problems.push(
            problemOf('SERVICE_JWT_ALGORITHMS', `must name some of ${JWT_ALGORITHMS.join(', ')}`)
        );
    }
    return known;
}
