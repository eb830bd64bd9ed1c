import { randomBytes } from 'node:crypto';

/** How one browser is signed in. */
export interface ShellSession {
    readonly id: string;
    readonly username: string;
    readonly accessToken: string;
}

interface OrgDoor {
    /** @throws Error for an unknown or inactive user */
    signIn(username: string): { readonly accessToken: string };
    isGood(accessToken: string): boolean;
    revoke(accessToken: string): void;
}

const MOST = 1000;
const COOKIE = 'local_org_shell';

/** Who each browser is; kept while the org runs. The cookie names the session and says nothing else. */
export class ShellSessions {
    private readonly sessions = new Map<string, ShellSession>();
    private readonly door: OrgDoor;

    constructor(door: OrgDoor) {
        this.door = door;
    }

    /**
     * The session of a browser, with a token that is good; a new one of `otherwise` where the
     * cookie names none.
     * @throws Error when nobody of that name may sign in
     */
    of(cookies: string | undefined, otherwise: string): ShellSession {
        const known = this.sessions.get(idIn(cookies) ?? '');
        if (known && this.door.isGood(known.accessToken)) {
            return known;
        }
        return this.open(known?.username ?? otherwise, known?.id);
    }

    /** Another user in the same browser: the session before is over. @throws Error as `of` does */
    change(cookies: string | undefined, username: string): ShellSession {
        const before = this.sessions.get(idIn(cookies) ?? '');
        const session = this.open(username);
        if (before) {
            this.sessions.delete(before.id);
            this.door.revoke(before.accessToken);
        }
        return session;
    }

    private open(username: string, id = randomBytes(24).toString('base64url')): ShellSession {
        const { accessToken } = this.door.signIn(username);
        const session = { id, username, accessToken };
        this.sessions.set(id, session);
        const [oldest] = this.sessions.keys();
        if (this.sessions.size > MOST && oldest !== undefined) {
            this.sessions.delete(oldest);
        }
        return session;
    }
}

export function cookieOf({ id }: ShellSession): string {
    return `${COOKIE}=${id}; Path=/lightning; HttpOnly; SameSite=Lax`;
}

function idIn(cookies: string | undefined): string | undefined {
    return new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]+)`).exec(cookies ?? '')?.[1];
}
