import { boot } from 'browser/boot';
import type { SignInBrowser } from './client/signIn.ts';
import type { SoftphoneState } from './client/types.ts';

/** What signing in needs of the browser. */
export const signInBrowser: SignInBrowser = {
    origin: location.origin,
    openPopup: () => window.open('about:blank', 'callback-sign-in', 'popup,width=520,height=680'),
    onMessage(listener) {
        window.addEventListener('message', listener);
        return () => window.removeEventListener('message', listener);
    },
    everySecond(look) {
        const timer = setInterval(look, 1000);
        return () => clearInterval(timer);
    }
};

/**
 * Agents who have just signed in get the page in their own language: the service has one for each.
 * A call that waits stays where it is, in the words it began with.
 */
export function pageInLanguageOf(state: SoftphoneState): void {
    const language = state.agent?.language.split(/[-_]/)[0];
    const isOther = language !== document.documentElement.lang.split('-')[0];
    const languages = (boot.languages ?? []) as readonly string[];
    if (state.kind === 'ready' && !state.order && isOther && languages.includes(language ?? '')) {
        location.reload();
    }
}
