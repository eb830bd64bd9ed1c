import { importPKCS8, SignJWT } from 'jose';
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
/** A token that is refused sooner than this after it was issued will not get better by another one. */
const REFRESH_AT_MOST_EVERY_MS = 5_000;

/**
 * A connection that signs in by itself, again whenever its token has expired.
 * @throws ServiceError ORG_UNREACHABLE, ORG_REFUSED (with what the org said)
 */
export async function connectToOrg(config: OrgConfig): Promise<Connection> {
    // jsforce waits for half an hour by default, and offers no other way to set it.
    setDefaults({ timeout: config.timeoutMs, followRedirect: true, httpProxy: proxy() });
    const { accessToken, instanceUrl } = await signIn(config);
    let issuedAt = Date.now();
    const connection = new Connection({
        version: config.apiVersion,
        accessToken,
        instanceUrl: config.instanceUrl ?? instanceUrl,
        refreshFn: (_, done) => {
            // A fresh token that is refused again would make jsforce refresh without end.
            if (Date.now() - issuedAt < REFRESH_AT_MOST_EVERY_MS) {
                done(
                    new ServiceError('ORG_REFUSED', {
                        message: 'Salesforce refuses a token that it has just issued.'
                    })
                );
                return;
            }
            signIn(config).then((token) => {
                issuedAt = Date.now();
                done(null, token.accessToken);
            }, done);
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
    const key = await importPKCS8(grant.privateKey, 'RS256');
    return new SignJWT()
        .setProtectedHeader({ alg: 'RS256' })
        .setIssuer(clientId)
        .setSubject(grant.username)
        .setAudience(grant.audience)
        .setExpirationTime(ASSERTION_LIFETIME)
        .sign(key);
}

/** As jsforce finds it by itself; setting the timeout would lose it. */
function proxy(): string | undefined {
    const { env } = process;
    return env['https_proxy'] ?? env['http_proxy'] ?? env['HTTPS_PROXY'] ?? env['HTTP_PROXY'];
}
