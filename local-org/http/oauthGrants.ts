import { errors, importSPKI, importX509, jwtVerify } from 'jose';
import type { OrgEngine } from '../engine/types.ts';
import type { AuthorizationCodes } from './authorizationCodes.ts';
import { isOffline } from './authorizeRequest.ts';
import { secretMatches, type ClientRegistry, type OAuthClient } from './clients.ts';
import type { OrgPlace } from './identity.ts';
import type { RefreshGrant, SessionStore } from './sessions.ts';
import { userById, userByUsername, type OrgUser } from './users.ts';

/**
 * The ways to a token. Each takes the form that was posted and says who is signed in, or throws
 * an OAuthError.
 */

/** Salesforce's OAuth error: `{error, error_description}` with status 400. */
export class OAuthError extends Error {
    readonly error: string;

    constructor(error: string, description: string) {
        super(description);
        this.name = 'OAuthError';
        this.error = error;
    }
}

export type Form = Readonly<Record<string, string | undefined>>;

export interface GrantContext {
    readonly engine: OrgEngine;
    readonly clients: ClientRegistry;
    readonly sessions: SessionStore;
    readonly codes: AuthorizationCodes;
    readonly place: OrgPlace;
}

export interface Granted {
    readonly client: OAuthClient;
    readonly grant: RefreshGrant;
    /** Whether a refresh token is given with the access token. */
    readonly offline?: boolean;
    /** Is told which tokens were given. */
    readonly gave?: (tokens: readonly string[]) => void;
}

type Grant = (form: Form, context: GrantContext) => Granted | Promise<Granted>;

export const GRANTS: Readonly<Record<string, Grant>> = {
    authorization_code: authorizationCode,
    client_credentials: clientCredentials,
    refresh_token: refreshToken,
    'urn:ietf:params:oauth:grant-type:jwt-bearer': jwtBearer
};

const SCOPE = 'api';

function clientCredentials(form: Form, { engine, clients }: GrantContext): Granted {
    const client = clientNamed(form.client_id, clients);
    if (!secretMatches(client, form.client_secret)) {
        throw new OAuthError('invalid_client', 'invalid client credentials');
    }
    const user = client.runAs === undefined ? undefined : userByUsername(engine, client.runAs);
    if (!user?.active) {
        throw new OAuthError('invalid_grant', 'no client credentials user enabled');
    }
    return granted(client, user, SCOPE);
}

/** The last step of the web-server flow: the client shows that the code is its own. */
function authorizationCode(form: Form, { clients, codes, engine }: GrantContext): Granted {
    const client = clientNamed(form.client_id, clients);
    if (client.clientSecret !== undefined && !secretMatches(client, form.client_secret)) {
        throw new OAuthError('invalid_client', 'invalid client credentials');
    }
    const code = form.code ?? '';
    const redemption = codes.redeem(code, {
        clientId: client.clientId,
        redirectUri: form.redirect_uri,
        codeVerifier: form.code_verifier
    });
    if (redemption.status === 'refused') {
        throw new OAuthError(redemption.error, redemption.description);
    }
    const { userId, scope } = redemption.approval;
    if (!userById(engine, userId)?.active)
        throw new OAuthError('inactive_user', 'user is inactive');
    return {
        client,
        grant: { userId, clientId: client.clientId, scope },
        offline: isOffline(scope),
        gave: (tokens) => codes.gave(code, tokens)
    };
}

function refreshToken(form: Form, { clients, sessions, engine }: GrantContext): Granted {
    const client = clientNamed(form.client_id, clients);
    if (client.clientSecret !== undefined && !secretMatches(client, form.client_secret)) {
        throw new OAuthError('invalid_client', 'invalid client credentials');
    }
    const grant = sessions.refreshGrant(form.refresh_token ?? '');
    if (!grant || grant.clientId !== client.clientId) {
        throw new OAuthError('invalid_grant', 'expired access/refresh token');
    }
    if (!userById(engine, grant.userId)?.active) {
        throw new OAuthError('invalid_grant', 'inactive user');
    }
    return { client, grant };
}

/** Salesforce takes an assertion for at most this long, so that a stolen one is soon worthless. */
const MAX_ASSERTION_SECONDS = 300;
const CLOCK_TOLERANCE_SECONDS = 30;

async function jwtBearer(form: Form, { engine, clients, place }: GrantContext): Promise<Granted> {
    const assertion = form.assertion ?? '';
    const client = clientNamed(issuerOf(assertion), clients);
    if (client.publicKey === undefined) {
        throw new OAuthError('invalid_grant', "user hasn't approved this consumer");
    }
    const { sub, exp } = await verified(assertion, client, client.publicKey, place.url);
    if (exp > Date.now() / 1000 + MAX_ASSERTION_SECONDS + CLOCK_TOLERANCE_SECONDS) {
        throw new OAuthError('invalid_grant', 'assertion expires more than 5 minutes from now');
    }
    const user = userByUsername(engine, sub);
    if (!user) throw new OAuthError('invalid_grant', "user hasn't approved this consumer");
    if (!user.active) throw new OAuthError('invalid_grant', 'inactive user');
    return granted(client, user, SCOPE);
}

async function verified(
    assertion: string,
    client: OAuthClient,
    pem: string,
    url: string
): Promise<{ sub: string; exp: number }> {
    try {
        const key = pem.includes('BEGIN CERTIFICATE')
            ? await importX509(pem, 'RS256')
            : await importSPKI(pem, 'RS256');
        const { payload } = await jwtVerify(assertion, key, {
            algorithms: ['RS256'],
            issuer: client.clientId,
            audience: audiencesOf(url),
            clockTolerance: CLOCK_TOLERANCE_SECONDS,
            requiredClaims: ['sub', 'exp']
        });
        return { sub: payload.sub!, exp: payload.exp! };
    } catch (cause) {
        throw new OAuthError('invalid_grant', reasonOf(cause));
    }
}

function audiencesOf(url: string): string[] {
    const roots = [url, 'https://login.salesforce.com', 'https://test.salesforce.com'];
    return roots.flatMap((root) => [root, `${root}/`, `${root}/services/oauth2/token`]);
}

function reasonOf(cause: unknown): string {
    if (cause instanceof errors.JWTExpired) return 'assertion expired';
    if (cause instanceof errors.JWTClaimValidationFailed) {
        return cause.claim === 'aud' ? 'audience is invalid' : `invalid assertion: ${cause.claim}`;
    }
    return 'invalid assertion';
}

/** Read before the signature is checked, only to learn whose key to check it with. */
function issuerOf(assertion: string): string | undefined {
    try {
        const payload = Buffer.from(assertion.split('.')[1] ?? '', 'base64url').toString('utf8');
        const { iss } = JSON.parse(payload) as { iss?: unknown };
        if (typeof iss === 'string') return iss;
    } catch {
        // Falls through to the same answer as an assertion without an issuer.
    }
    throw new OAuthError('invalid_grant', 'invalid assertion');
}

function clientNamed(clientId: string | undefined, clients: ClientRegistry): OAuthClient {
    const client = clients.find(clientId ?? '');
    if (!client) throw new OAuthError('invalid_client_id', 'client identifier invalid');
    return client;
}

function granted(client: OAuthClient, user: OrgUser, scope: string): Granted {
    return { client, grant: { userId: user.id, clientId: client.clientId, scope } };
}
