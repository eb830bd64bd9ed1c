import { createHash, randomBytes } from 'node:crypto';
import type { AuthorizeRequest } from './authorizeRequest.ts';

/**
 * Login pages that were shown and not yet answered. The browser holds one token in the form and
 * one in a cookie; what was asked for stays here, where nobody can change it.
 */

export const FORM_LIFETIME_MS = 10 * 60 * 1000;
/** Looking at the page costs nothing, so it must not fill the memory either. */
const MAX_OPEN_FORMS = 1_000;
const TOKEN = /^[\w-]{43}$/;

interface OpenForm {
    readonly request: AuthorizeRequest;
    readonly cookie: string;
    readonly expiresAt: number;
}

export class LoginForms {
    readonly #open = new Map<string, OpenForm>();
    readonly #now: () => number;

    constructor(now: () => number = Date.now) {
        this.#now = now;
    }

    /** `cookie` is the browser's own if it sent one: pages in several tabs share it. */
    show(
        request: AuthorizeRequest,
        cookie: string | undefined
    ): { formToken: string; cookie: string } {
        const kept = cookie !== undefined && TOKEN.test(cookie) ? cookie : randomToken();
        const formToken = randomToken();
        this.#open.set(formToken, {
            request,
            cookie: digest(kept),
            expiresAt: this.#now() + FORM_LIFETIME_MS
        });
        const [oldest] = this.#open.keys();
        if (this.#open.size > MAX_OPEN_FORMS) this.#open.delete(oldest!);
        return { formToken, cookie: kept };
    }

    /** What the page was shown for: once, in time, and only to the browser it was shown in. */
    take(formToken: string, cookie: string | undefined): AuthorizeRequest | undefined {
        const form = this.#open.get(formToken);
        if (!form || cookie === undefined || form.cookie !== digest(cookie)) return undefined;
        this.#open.delete(formToken);
        return form.expiresAt > this.#now() ? form.request : undefined;
    }
}

function randomToken(): string {
    return randomBytes(32).toString('base64url');
}

/** Digests are compared, so that the time it takes tells nothing about the cookie. */
function digest(text: string): string {
    return createHash('sha256').update(text).digest('base64url');
}
