import { Connection, OAuth2 } from 'jsforce';
import { sameId } from '../auth/caller.ts';
import { SignInError } from '../auth/signInError.ts';
import { ServiceError } from '../errors.ts';
import { toId18 } from '../salesforceId.ts';
import type { AgentSignIn, SignedInAgent, SignInSecrets } from '../softphone/ports.ts';
import { within } from '../within.ts';
import type { AgentId } from '#resolver';
import { codeOf, isPassing, toServiceError } from './orgErrors.ts';

export interface AgentSignInOptions {
    /** Where agents sign in: My Domain address, or https://login.salesforce.com. */
    readonly loginUrl: string;
    readonly clientId: string;
    readonly clientSecret?: string;
    /** Letter by letter as the app has it. */
    readonly redirectUri: string;
    readonly apiVersion: string;
    /** The org whose agents are let in. @throws ServiceError ORG_UNREACHABLE while it is unknown */
    readonly organizationId: () => string;
    /** Told where Salesforce did not take a token back; it then lives until it runs out. */
    readonly onWarning?: (message: string) => void;
    readonly timeoutMs?: number;
}

/** Who somebody is, and nothing else: the token cannot read the org's data. */
const SCOPE = 'id';
/** The page waits for ten seconds. */
const TIMEOUT_MS = 8_000;
/** What is wrong with the app, not with the agent. */
const APP_IS_WRONG =
    /^(?:invalid_client(?:_id|_credentials)?|redirect_uri_\w+|unauthorized_client|unsupported_grant_type|invalid_scope)$/;
const LANGUAGE = /^[A-Za-z]{2,3}(?:_[A-Za-z]{2,8})?$/;

interface Identity {
    readonly user_id?: unknown;
    readonly organization_id?: unknown;
    readonly display_name?: unknown;
    readonly language?: unknown;
    readonly active?: unknown;
}

/** Sign-in by the OAuth web server flow with PKCE. */
export function createAgentSignIn(options: AgentSignInOptions): AgentSignIn {
    const { timeoutMs = TIMEOUT_MS, onWarning = () => undefined } = options;

    function oauth2For({ verifier }: SignInSecrets): OAuth2 {
        const { loginUrl, clientId, clientSecret, redirectUri } = options;
        const oauth2 = new OAuth2({ loginUrl, clientId, clientSecret, redirectUri });
        // jsforce would make up one of 171 characters; RFC 7636 allows 128.
        oauth2.codeVerifier = verifier;
        return oauth2;
    }

    async function redeem(code: string, secrets: SignInSecrets): Promise<SignedInAgent> {
        const organizationId = options.organizationId();
        const oauth2 = oauth2For(secrets);
        const connection = new Connection({ oauth2, version: options.apiVersion });
        const { url } = await connection.authorize(code);
        try {
            const identity = await connection.request<Identity>({
                method: 'GET',
                url,
                headers: { accept: 'application/json' }
            });
            return agentOf(identity, organizationId);
        } finally {
            await giveBack(connection, oauth2);
        }
    }

    async function giveBack(connection: Connection, oauth2: OAuth2): Promise<void> {
        for (const token of [connection.refreshToken, connection.accessToken]) {
            if (token) {
                await oauth2
                    .revokeToken(token)
                    .catch((error: Error) =>
                        onWarning(`A token of a sign-in was not revoked: ${error.message}`)
                    );
            }
        }
    }

    return {
        authorizeUrl: (secrets) =>
            oauth2For(secrets).getAuthorizationUrl({
                scope: SCOPE,
                state: secrets.state,
                code_challenge_method: 'S256'
            }),
        async redeem(code, secrets) {
            try {
                return await within(timeoutMs, redeem(code, secrets));
            } catch (error) {
                throw asSignInError(error);
            }
        }
    };
}

function agentOf(identity: Identity, organizationId: string): SignedInAgent {
    const { user_id: userId, organization_id: theirs, display_name: name } = identity ?? {};
    const agentId = typeof userId === 'string' ? toId18(userId) : undefined;
    if (agentId === undefined || typeof theirs !== 'string') {
        throw unavailable(new Error('The identity service answered without ids.'));
    }
    if (!sameId(theirs, organizationId)) {
        throw new SignInError(
            'OTHER_ORGANIZATION',
            'You signed in to another Salesforce organization. Sign out there, then sign in to the organization this softphone belongs to.'
        );
    }
    if (identity.active === false) {
        throw new SignInError('SIGN_IN_REFUSED', 'This Salesforce user is not active.');
    }
    const { language } = identity;
    return {
        agentId: agentId as AgentId,
        name: typeof name === 'string' ? name : '',
        language: typeof language === 'string' && LANGUAGE.test(language) ? language : 'en_US'
    };
}

function asSignInError(error: unknown): Error {
    if (error instanceof SignInError || error instanceof ServiceError) {
        return error;
    }
    const code = codeOf(error);
    if (isPassing(code)) {
        return unavailable(error);
    }
    if (APP_IS_WRONG.test(code ?? '')) {
        return toServiceError(error, 'Signing an agent in');
    }
    return new SignInError(
        'SIGN_IN_REFUSED',
        'Salesforce does not accept this sign-in: its code was used before or has run out, or this user may not use the app. Sign in again.',
        { cause: error }
    );
}

function unavailable(cause: unknown): SignInError {
    return new SignInError(
        'SIGN_IN_UNAVAILABLE',
        'Salesforce cannot be asked at present who signed in. Try again shortly.',
        { cause }
    );
}
