import type { Handover, SessionAnswer, SoftphoneService } from './service.ts';
import type { SignInTrouble } from './types.ts';

export interface Popup {
    readonly closed: boolean;
    readonly location: { href: string };
    close(): void;
}

export interface WindowMessage {
    readonly source: unknown;
    readonly origin: string;
    readonly data: unknown;
}

/** The browser, as far as signing in needs it. */
export interface SignInBrowser {
    /** Of this page. */
    readonly origin: string;
    /** An empty window; null where the browser keeps it from opening. */
    openPopup(): Popup | null;
    /** @returns ends it */
    onMessage(listener: (message: WindowMessage) => void): () => void;
    /** @returns ends it */
    everySecond(look: () => void): () => void;
}

/**
 * Signs the agent in with Salesforce, in a window of its own: Salesforce shows its login page in no
 * frame. The window opens before anything is awaited, or the browser would take it for an
 * advertisement. What comes back counts only from that very window, showing a page of this origin.
 */
export async function signIn(
    service: SoftphoneService,
    browser: SignInBrowser
): Promise<SessionAnswer> {
    const popup = browser.openPopup();
    if (!popup) {
        return trouble('popupBlocked');
    }
    const address = await service.beginSignIn();
    if (!address) {
        popup.close();
        return { kind: 'away' };
    }
    popup.location.href = address;
    const handover = await handoverFrom(popup, browser, stateOf(address));
    popup.close();
    if (typeof handover === 'string') {
        return trouble(handover);
    }
    const answer = await service.finishSignIn(handover);
    return answer.kind === 'signedOut' ? trouble('refused') : answer;
}

function handoverFrom(
    popup: Popup,
    browser: SignInBrowser,
    attempt: string | null
): Promise<Handover | SignInTrouble> {
    return new Promise((resolve) => {
        const end = (handover: Handover | SignInTrouble) => {
            stopListening();
            stopLooking();
            resolve(handover);
        };
        const stopListening = browser.onMessage(({ source, origin, data }) => {
            if (source !== popup || origin !== browser.origin || !isFromCallback(data)) {
                return;
            }
            const { code, state } = data;
            // An agent may begin again: the same window then answers for another attempt.
            if (state === attempt) {
                end(code && state ? { code, state } : 'refused');
            }
        });
        // The callback page closes its window, too, and its message may be on the way then.
        let wasClosed = false;
        const stopLooking = browser.everySecond(() => {
            if (wasClosed) {
                end('popupClosed');
            }
            wasClosed = popup.closed;
        });
    });
}

/** What the callback page says: the code, or (without one) that Salesforce or the agent refused. */
interface CallbackMessage {
    readonly type: 'callbackNumbers.signIn';
    readonly code?: string;
    readonly state?: string;
}

function isFromCallback(data: unknown): data is CallbackMessage {
    const { type } = (data ?? {}) as Partial<CallbackMessage>;
    return type === 'callbackNumbers.signIn';
}

/** What tells one attempt from another. */
function stateOf(address: string): string | null {
    return new URL(address).searchParams.get('state');
}

function trouble(what: SignInTrouble): SessionAnswer {
    return { kind: 'trouble', trouble: what };
}
