import { routeOf, type Route } from 'shell/route';

/** Service. Where the page is, by the history of the browser; nothing is loaded anew. */

type Listener = (route: Route) => void;

const listeners = new Set<Listener>();

export function currentRoute(): Route {
    return routeOf(window.location.pathname);
}

export function onRoute(listener: Listener): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
}

/** @param address below `/lightning/` */
export function goTo(address: string, { replace = false } = {}): void {
    window.history[replace ? 'replaceState' : 'pushState'](null, '', address);
    tell();
}

function tell(): void {
    const route = currentRoute();
    listeners.forEach((listener) => listener(route));
}

/** Links and the buttons of the browser lead from page to page from now on. */
export function startRouter(): void {
    window.addEventListener('popstate', tell);
    document.addEventListener('click', (event) => {
        const address = addressClicked(event);
        if (address !== undefined) {
            event.preventDefault();
            goTo(address);
        }
    });
}

/** Of a plain click on a link to another place of this page; new tabs and windows stay the browser's. */
function addressClicked(event: MouseEvent): string | undefined {
    const { button, ctrlKey, metaKey, shiftKey, altKey, defaultPrevented } = event;
    if (defaultPrevented || button !== 0 || ctrlKey || metaKey || shiftKey || altKey) {
        return undefined;
    }
    const link = event
        .composedPath()
        .find((target): target is HTMLAnchorElement => target instanceof HTMLAnchorElement);
    const isOurs =
        link?.hasAttribute('href') &&
        link.origin === window.location.origin &&
        link.pathname.startsWith('/lightning/') &&
        (link.target === '' || link.target === '_self') &&
        !link.hasAttribute('download');
    return link && isOurs ? link.pathname : undefined;
}
