import { createPublicKey, type KeyObject } from 'node:crypto';
import {
    createLocalJWKSet,
    createRemoteJWKSet,
    decodeJwt,
    errors,
    jwtVerify,
    type JSONWebKeySet,
    type JWTPayload,
    type JWTVerifyGetKey
} from 'jose';
import type { CredentialKeys, ServiceCredentialConfig } from '../config/config.ts';
import { ConfigError } from '../config/configError.ts';
import { SCOPES, type Caller, type Scope } from './caller.ts';
import type { CheckedToken, TokenCheck } from './rememberTokens.ts';
import { SignInError } from './signInError.ts';

/** A revoked key is refused at the latest this long after it left the key set. */
const REMEMBER_MS = 60_000;
const CLOCK_TOLERANCE_SECONDS = 30;

export interface ServiceCredentials {
    /** Whether the token claims to be one of ours; says nothing about whether it is good. */
    claims(token: string): boolean;
    readonly check: TokenCheck;
}

/**
 * Service credentials: JWTs of one issuer, for one audience, that end, signed with a key pair.
 * @throws ConfigError where the keys cannot be used
 */
export function createServiceCredentials(
    config: ServiceCredentialConfig,
    now: () => number = Date.now
): ServiceCredentials {
    const keys = keysOf(config.keys);
    // Ed25519 is the newer name of the only EdDSA curve in use.
    const algorithms = config.algorithms.flatMap((name) =>
        name === 'EdDSA' ? ['EdDSA', 'Ed25519'] : [name]
    );
    const verify = (token: string) =>
        jwtVerify(token, keys, {
            issuer: config.issuer,
            audience: config.audience,
            algorithms,
            clockTolerance: CLOCK_TOLERANCE_SECONDS,
            requiredClaims: ['exp', 'sub'],
            currentDate: new Date(now())
        });

    return {
        claims(token) {
            try {
                return decodeJwt(token).iss === config.issuer;
            } catch {
                return false;
            }
        },
        async check(token): Promise<CheckedToken> {
            try {
                const { payload } = await verify(token);
                return {
                    caller: callerOf(payload),
                    goodUntil: Math.min(now() + REMEMBER_MS, (payload.exp ?? 0) * 1000)
                };
            } catch (error) {
                throw signInErrorOf(error);
            }
        }
    };
}

function callerOf(payload: JWTPayload): Caller {
    const named = typeof payload.scope === 'string' ? payload.scope.split(' ') : [];
    const scopes = new Set<Scope>(SCOPES.filter((scope) => named.includes(scope)));
    if (scopes.size === 0) {
        throw new SignInError(
            'INVALID_CREDENTIAL',
            `The credential's scope claim names none of: ${SCOPES.join(', ')}.`
        );
    }
    return { kind: 'service', subject: String(payload.sub), scopes };
}

function keysOf(keys: CredentialKeys): JWTVerifyGetKey {
    switch (keys.kind) {
        case 'pem': {
            const key = publicKeyOf(keys.pem);
            return async () => key;
        }
        case 'jwks':
            return localSet(keys.json);
        case 'jwksUrl':
            return createRemoteJWKSet(new URL(keys.url), {
                timeoutDuration: 5_000,
                cooldownDuration: 30_000,
                cacheMaxAge: 600_000
            });
    }
}

function publicKeyOf(pem: string): KeyObject {
    if (!pem.includes('PRIVATE KEY-----')) {
        try {
            return createPublicKey(pem);
        } catch {
            // Falls through to the one message.
        }
    }
    throw unusable(
        'SERVICE_JWT_PUBLIC_KEY',
        'is not a public key in PEM form (the private key stays with the caller)',
        '-----BEGIN PUBLIC KEY-----...'
    );
}

function localSet(json: string): JWTVerifyGetKey {
    try {
        return createLocalJWKSet(JSON.parse(json) as JSONWebKeySet);
    } catch {
        throw unusable('SERVICE_JWT_JWKS', 'is not a JWK set', '{"keys":[...]}');
    }
}

function unusable(name: string, problem: string, example: string): ConfigError {
    const expected = 'Keys that service credentials are checked with';
    return new ConfigError([{ name, problem, expected, example }]);
}

function signInErrorOf(error: unknown): SignInError {
    if (error instanceof SignInError) {
        return error;
    }
    if (error instanceof errors.JWTExpired) {
        return new SignInError('INVALID_CREDENTIAL', 'The credential has expired.');
    }
    if (error instanceof errors.JWTClaimValidationFailed) {
        return new SignInError(
            'INVALID_CREDENTIAL',
            `The credential's ${error.claim} claim is missing or not accepted.`
        );
    }
    if (isAboutTheToken(error)) {
        return new SignInError(
            'INVALID_CREDENTIAL',
            "The credential's signature could not be confirmed."
        );
    }
    return new SignInError(
        'SIGN_IN_UNAVAILABLE',
        'The keys that service credentials are checked with cannot be fetched at present.',
        { cause: error }
    );
}

function isAboutTheToken(error: unknown): boolean {
    return (
        error instanceof errors.JWSSignatureVerificationFailed ||
        error instanceof errors.JWSInvalid ||
        error instanceof errors.JWTInvalid ||
        error instanceof errors.JOSEAlgNotAllowed ||
        error instanceof errors.JOSENotSupported ||
        error instanceof errors.JWKSNoMatchingKey ||
        error instanceof errors.JWKSMultipleMatchingKeys ||
        // The key does not fit the algorithm that the token names.
        (error instanceof TypeError && !('cause' in error))
    );
}
