import type { ClientRegistry, OAuthClient } from './clients.ts';

/** Reads the query of `GET /services/oauth2/authorize`: the first step of the web-server flow. */

export interface AuthorizeRequest {
    readonly client: OAuthClient;
    readonly redirectUri: string;
    readonly scope: string;
    readonly state?: string;
    readonly codeChallenge?: string;
    readonly loginHint?: string;
}

export interface AuthorizeError {
    readonly error: string;
    readonly description: string;
}

export type ReadAuthorizeRequest =
    | { readonly status: 'good'; readonly request: AuthorizeRequest }
    /** The client is told, at an address that is known to be its own. */
    | { readonly status: 'redirect'; readonly location: string }
    /** Nobody but the user can be told: the address is not known to be anybody's. */
    | { readonly status: 'page'; readonly error: AuthorizeError };

export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

export function readAuthorizeRequest(query: Query, clients: ClientRegistry): ReadAuthorizeRequest {
    const { client_id: clientId, redirect_uri: redirectUri } = query;
    const client = typeof clientId === 'string' ? clients.find(clientId) : undefined;
    if (!client) return page('invalid_client_id', 'client identifier invalid');
    if (redirectUri === undefined) return page('redirect_uri_missing', 'redirect_uri not provided');
    // Letter by letter: prefixes and patterns are how codes end up with strangers.
    if (typeof redirectUri !== 'string' || !client.redirectUris?.includes(redirectUri)) {
        return page('redirect_uri_mismatch', 'redirect_uri must match configuration');
    }
    const state = typeof query.state === 'string' ? query.state : undefined;
    const problem = problemOf(query, client);
    if (problem) {
        const location = addressWith(redirectUri, {
            error: problem.error,
            error_description: problem.description,
            state
        });
        return { status: 'redirect', location };
    }
    const text = (name: string) => (query[name] === '' ? undefined : (query[name] as string));
    const request: AuthorizeRequest = {
        client,
        redirectUri,
        scope: scopesOf(text('scope')).join(' ') || DEFAULT_SCOPE,
        state,
        codeChallenge: text('code_challenge'),
        loginHint: text('login_hint')
    };
    return { status: 'good', request };
}

/** A registered address with more parameters; those without a value are left out. */
export function addressWith(
    redirectUri: string,
    parameters: Readonly<Record<string, string | undefined>>
): string {
    const added = new URLSearchParams();
    for (const [name, value] of Object.entries(parameters)) {
        if (value !== undefined) added.set(name, value);
    }
    return `${redirectUri}${redirectUri.includes('?') ? '&' : '?'}${added}`;
}

/** Whether a granted scope brings a refresh token. */
export function isOffline(scope: string): boolean {
    return scopesOf(scope).some((one) => one === 'refresh_token' || one === 'offline_access');
}

const DEFAULT_SCOPE = 'api';

const SCOPES: ReadonlySet<string> = new Set([
    'address',
    'api',
    'chatter_api',
    'custom_permissions',
    'email',
    'full',
    'id',
    'lightning',
    'offline_access',
    'openid',
    'phone',
    'profile',
    'refresh_token',
    'visualforce',
    'web'
]);

const PROMPTS: ReadonlySet<string> = new Set(['login', 'consent', 'select_account']);

/** SHA-256 in base64url, without the filling at its end. */
const CODE_CHALLENGE = /^[\w-]{43}$/;

function problemOf(query: Query, client: OAuthClient): AuthorizeError | undefined {
    const repeated = Object.keys(query).find((name) => Array.isArray(query[name]));
    if (repeated !== undefined) return invalidRequest('a parameter is given more than once');
    const {
        response_type: responseType,
        scope,
        prompt = '',
        immediate,
        code_challenge: challenge,
        code_challenge_method: method = 'S256'
    } = query as Readonly<Record<string, string | undefined>>;

    if (responseType !== 'code') {
        return { error: 'unsupported_response_type', description: 'response type not supported' };
    }
    if (!scopesOf(scope).every((one) => SCOPES.has(one))) {
        return {
            error: 'invalid_scope',
            description: 'requested scope is invalid, unknown, or malformed'
        };
    }
    if (challenge === undefined || challenge === '') {
        const required = client.requirePkce === true || client.clientSecret === undefined;
        if (required) return invalidRequest('missing required code challenge');
    } else if (method !== 'S256' || !CODE_CHALLENGE.test(challenge)) {
        return invalidRequest('invalid code challenge: only S256 is supported');
    }
    // Nobody is ever signed in already, so nothing can be allowed without asking.
    const prompts = prompt.split(' ').filter(Boolean);
    if (immediate === 'true' || prompts.includes('none')) {
        return { error: 'immediate_unsuccessful', description: 'immediate unsuccessful' };
    }
    return prompts.every((one) => PROMPTS.has(one)) ? undefined : invalidRequest('invalid prompt');
}

function scopesOf(scope = ''): string[] {
    return [...new Set(scope.split(' ').filter(Boolean))];
}

function invalidRequest(description: string): AuthorizeError {
    return { error: 'invalid_request', description };
}

function page(error: string, description: string): ReadAuthorizeRequest {
    return { status: 'page', error: { error, description } };
}
