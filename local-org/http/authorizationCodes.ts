import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** The codes of the web-server flow: what a user allowed, until the client fetches its tokens. */

/** Salesforce's bound: a code is good for at most so long. */
export const MAX_CODE_LIFETIME_MS = 15 * 60 * 1000;

/** What a user allowed, and what whoever redeems the code has to match. */
export interface Approval {
    readonly userId: string;
    readonly clientId: string;
    readonly redirectUri: string;
    readonly scope: string;
    /** Base64url SHA-256 of the verifier that only the client knows; none without PKCE. */
    readonly codeChallenge?: string;
}

export interface Claim {
    readonly clientId: string;
    readonly redirectUri: string | undefined;
    readonly codeVerifier: string | undefined;
}

export type Redemption =
    | { readonly status: 'good'; readonly approval: Approval }
    | { readonly status: 'refused'; readonly error: string; readonly description: string };

interface Entry {
    readonly approval: Approval;
    readonly expiresAt: number;
    used: boolean;
    replayed: boolean;
    tokens: readonly string[];
}

export interface AuthorizationCodesOptions {
    /** Milliseconds a code is good for; 15 minutes unless told, and never longer. */
    readonly lifetimeMs?: number;
    /** Ends a token that a replayed code gave. */
    readonly revoke: (token: string) => void;
    readonly now?: () => number;
}

export class AuthorizationCodes {
    readonly #entries = new Map<string, Entry>();
    readonly #lifetimeMs: number;
    readonly #revoke: (token: string) => void;
    readonly #now: () => number;

    constructor({
        lifetimeMs = MAX_CODE_LIFETIME_MS,
        revoke,
        now = Date.now
    }: AuthorizationCodesOptions) {
        this.#lifetimeMs = Math.min(lifetimeMs, MAX_CODE_LIFETIME_MS);
        this.#revoke = revoke;
        this.#now = now;
    }

    issue(approval: Approval): string {
        this.#forgetExpired();
        const code = `aPrx${randomBytes(48).toString('base64url')}`;
        const expiresAt = this.#now() + this.#lifetimeMs;
        this.#entries.set(code, { approval, expiresAt, used: false, replayed: false, tokens: [] });
        return code;
    }

    /**
     * Takes a code once. Every try of its own client uses it up, good or not, so that a verifier
     * cannot be guessed at; a second try ends the tokens that the first one gave. To other clients
     * a code is simply unknown.
     */
    redeem(code: string, claim: Claim): Redemption {
        const entry = this.#entries.get(code);
        if (!entry || entry.approval.clientId !== claim.clientId) {
            return refused('invalid_grant', 'invalid authorization code');
        }
        if (entry.used) {
            entry.replayed = true;
            this.#end(entry);
            return refused('invalid_grant', 'invalid authorization code');
        }
        entry.used = true;
        if (entry.expiresAt <= this.#now()) {
            return refused('invalid_grant', 'expired authorization code');
        }
        const { approval } = entry;
        if (claim.redirectUri === undefined) {
            return refused('redirect_uri_missing', 'redirect_uri not provided');
        }
        if (claim.redirectUri !== approval.redirectUri) {
            return refused('redirect_uri_mismatch', 'redirect_uri must match configuration');
        }
        return verifierProblem(approval.codeChallenge, claim.codeVerifier) ?? good(approval);
    }

    /** Remembers what a code gave, for the day somebody sends it again. */
    gave(code: string, tokens: readonly string[]): void {
        const entry = this.#entries.get(code);
        if (!entry) return;
        entry.tokens = tokens;
        if (entry.replayed) this.#end(entry);
    }

    #end(entry: Entry): void {
        for (const token of entry.tokens) this.#revoke(token);
        entry.tokens = [];
    }

    /** Codes are kept for a while after their end, so that a replay is noticed. */
    #forgetExpired(): void {
        const longGone = this.#now() - MAX_CODE_LIFETIME_MS;
        for (const [code, { expiresAt }] of this.#entries) {
            if (expiresAt > longGone) return;
            this.#entries.delete(code);
        }
    }
}

function verifierProblem(
    challenge: string | undefined,
    verifier: string | undefined
): Redemption | undefined {
    if (challenge === undefined) {
        return verifier === undefined
            ? undefined
            : refused('invalid_grant', 'unexpected code verifier');
    }
    if (verifier === undefined) return refused('invalid_grant', 'missing required code verifier');
    const sent = createHash('sha256').update(verifier).digest();
    const expected = Buffer.from(challenge, 'base64url');
    return sent.length === expected.length && timingSafeEqual(sent, expected)
        ? undefined
        : refused('invalid_grant', 'invalid code verifier');
}

function good(approval: Approval): Redemption {
    return { status: 'good', approval };
}

function refused(error: string, description: string): Redemption {
    return { status: 'refused', error, description };
}
