import type { Authenticator } from './caller.ts';
import { rememberTokens, type TokenCheck } from './rememberTokens.ts';
import type { ServiceCredentials } from './serviceCredential.ts';
import { SignInError } from './signInError.ts';

export interface AuthenticatorOptions {
    /** Missing: nobody but agents is let in. */
    readonly serviceCredentials?: ServiceCredentials;
    /** Missing: no agent is let in. */
    readonly agentToken?: TokenCheck;
    readonly now?: () => number;
}

/** RFC 6750 with the exclamation mark of Salesforce access tokens. */
const BEARER = /^Bearer +([\x21-\x7e]{1,8192})$/i;

/**
 * Lets in back ends with a service credential and agents with their Salesforce access token. A
 * token that names our issuer is only ever checked as a service credential: it never travels on.
 */
export function createAuthenticator(options: AuthenticatorOptions): Authenticator {
    const { serviceCredentials, agentToken, now } = options;
    const whose = rememberTokens((token) => {
        if (serviceCredentials?.claims(token)) {
            return serviceCredentials.check(token);
        }
        if (agentToken) {
            return agentToken(token);
        }
        throw new SignInError('INVALID_CREDENTIAL', 'The credential is of an unknown kind.');
    }, now);

    return {
        authenticate(authorization) {
            const token = authorization === undefined ? undefined : BEARER.exec(authorization)?.[1];
            if (token === undefined) {
                throw new SignInError(
                    'NO_CREDENTIAL',
                    'Send a service credential or your Salesforce access token as: Authorization: Bearer <token>.'
                );
            }
            return whose(token);
        }
    };
}
