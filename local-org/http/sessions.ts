import { randomBytes } from 'node:crypto';

/** Who is signed in. Tokens are opaque, live in memory alone and die with the process. */

export interface AccessSession {
    readonly userId: string;
    readonly clientId: string;
    readonly scope: string;
    /** Milliseconds since 1970. */
    readonly issuedAt: number;
    /** Put off by every use, as Salesforce's session timeout is. */
    expiresAt: number;
}

export interface RefreshGrant {
    readonly userId: string;
    readonly clientId: string;
    readonly scope: string;
}

export interface SessionStoreOptions {
    readonly organizationId: string;
    /** Milliseconds without a request after which a session ends. */
    readonly lifetimeMs: number;
    readonly now?: () => number;
}

export class SessionStore {
    readonly #access = new Map<string, AccessSession>();
    readonly #refresh = new Map<string, RefreshGrant>();
    readonly #prefix: string;
    readonly #lifetimeMs: number;
    readonly #now: () => number;

    constructor({ organizationId, lifetimeMs, now = Date.now }: SessionStoreOptions) {
        this.#prefix = `${organizationId.slice(0, 15)}!`;
        this.#lifetimeMs = lifetimeMs;
        this.#now = now;
    }

    open(grant: RefreshGrant): { accessToken: string; session: AccessSession } {
        const now = this.#now();
        const { userId, clientId, scope } = grant;
        const session: AccessSession = {
            userId,
            clientId,
            scope,
            issuedAt: now,
            expiresAt: now + this.#lifetimeMs
        };
        const accessToken = this.#prefix + randomToken();
        this.#forgetExpired(now);
        this.#access.set(accessToken, session);
        return { accessToken, session };
    }

    /** The live session of a token; using it puts off its end. */
    use(accessToken: string): AccessSession | undefined {
        const session = this.#access.get(accessToken);
        const now = this.#now();
        if (!session || session.expiresAt <= now) return undefined;
        session.expiresAt = now + this.#lifetimeMs;
        return session;
    }

    issueRefreshToken(grant: RefreshGrant): string {
        const token = `5Aep${randomToken()}`;
        this.#refresh.set(token, grant);
        return token;
    }

    refreshGrant(refreshToken: string): RefreshGrant | undefined {
        return this.#refresh.get(refreshToken);
    }

    /** Ends a session, or a refresh token with the sessions of its user and client. */
    revoke(token: string): boolean {
        if (this.#access.delete(token)) return true;
        const grant = this.#refresh.get(token);
        if (!grant) return false;
        this.#refresh.delete(token);
        for (const [accessToken, { userId, clientId }] of this.#access) {
            if (userId === grant.userId && clientId === grant.clientId) {
                this.#access.delete(accessToken);
            }
        }
        return true;
    }

    /** Ends every session at once; refresh tokens stay good. */
    expireAll(): number {
        const ended = this.#access.size;
        this.#access.clear();
        return ended;
    }

    #forgetExpired(now: number): void {
        for (const [token, { expiresAt }] of this.#access) {
            // Sessions are kept in the order of their opening, but each use moves their end.
            if (expiresAt <= now) this.#access.delete(token);
        }
    }
}

function randomToken(): string {
    return randomBytes(66).toString('base64url');
}
