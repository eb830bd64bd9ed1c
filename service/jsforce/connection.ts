import { createPrivateKey, type KeyObject } from 'node:crypto';
import { SignJWT } from 'jose';
import { Connection } from 'jsforce';
import { setDefaults } from 'jsforce/lib/request.js';
import { ServiceError } from '../errors.ts';
import type { OrgConfig } from '../config/config.ts';
import { toServiceError } from './orgErrors.ts';

interface Token {
    readonly accessToken: string;
    readonly instanceUrl: string;
}

/** Salesforce accepts an assertion for at most this long ahead. */
const ASSERTION_LIFETIME = '3m';
/** Beyond so many, the next token will be refused like those before it. */
const REFRESHES = { most: 3, withinMs: 10_000 };
/** The service repeats what matters by itself, and with more patience. */
const RETRY = { maxRetries: 2, minTimeout: 250 };

/**
 * A connection that signs in by itself, again whenever its token has expired.
 * @throws ServiceError ORG_UNREACHABLE, ORG_REFUSED (with what the org said)
 */
export async function connectToOrg(config: OrgConfig): Promise<Connection> {
    // jsforce waits for half an hour by default, and offers no other way to set it.
    setDefaults({
        timeout: config.timeoutMs,
        retry: RETRY,
        followRedirect: true,
        httpProxy: proxy()
    });
    const { accessToken, instanceUrl } = await signIn(config);
    let refreshes: number[] = [];
    const connection = new Connection({
        version: config.apiVersion,
        accessToken,
        instanceUrl: config.instanceUrl ?? instanceUrl,
        refreshFn: (_, done) => {
            const now = Date.now();
            refreshes = [...refreshes.filter((at) => now - at < REFRESHES.withinMs), now];
            // A new token that is refused again would make jsforce refresh without end.
            if (refreshes.length > REFRESHES.most) {
                const message = 'Salesforce refuses every token that it issues.';
                done(new ServiceError('ORG_REFUSED', { message }));
                return;
            }
            signIn(config).then((token) => done(null, token.accessToken), done);
        }
    });
    return connection;
}

async function signIn(config: OrgConfig): Promise<Token> {
    const { grant, loginUrl, clientId, apiVersion } = config;
    const connection = new Connection({
        version: apiVersion,
        oauth2: {
            loginUrl,
            clientId,
            ...(grant.kind === 'clientCredentials' && { clientSecret: grant.clientSecret })
        }
    });
    try {
        await connection.authorize(
            grant.kind === 'clientCredentials'
                ? { grant_type: 'client_credentials' }
                : {
                      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
                      assertion: await assertion(grant, clientId)
                  }
        );
    } catch (error) {
        throw toServiceError(error, `Signing in to ${loginUrl}`);
    }
    return { accessToken: connection.accessToken!, instanceUrl: connection.instanceUrl };
}

async function assertion(
    grant: Extract<OrgConfig['grant'], { kind: 'jwtBearer' }>,
    clientId: string
): Promise<string> {
    return new SignJWT()
        .setProtectedHeader({ alg: 'RS256' })
        .setIssuer(clientId)
        .setSubject(grant.username)
        .setAudience(grant.audience)
        .setExpirationTime(ASSERTION_LIFETIME)
        .sign(readKey(grant.privateKey));
}

/** @throws ServiceError ORG_REFUSED: no other try will make the key readable */
function readKey(pem: string): KeyObject {
    try {
        return createPrivateKey(pem);
    } catch (cause) {
        throw new ServiceError('ORG_REFUSED', {
            message:
                'The private key for the JWT bearer flow cannot be read; it must be RSA, in PEM.',
            cause
        });
    }
}

/** As jsforce finds it by itself; setting the timeout would lose it. */
function proxy(): string | undefined {
    const { env } = process;
    return env['https_proxy'] ?? env['http_proxy'] ?? env['HTTPS_PROXY'] ?? env['HTTP_PROXY'];
}
