/** Service. Who is told of a number that was clicked: the softphone, while it wants to be. */

/** What `lightning-click-to-dial` knows of a click. */
export interface Click {
    readonly number: string;
    readonly recordId?: string;
    readonly params?: string;
}

let isEnabled = false;
let dialer: ((click: Click) => void) | undefined;
const watchers = new Set<() => void>();

/** Who dials from now on; one softphone a page. */
export function dialWith(dial: (click: Click) => void): void {
    dialer = dial;
}

/** Whether numbers can be clicked. */
export function setClickToDial(enabled: boolean): void {
    isEnabled = enabled;
    watchers.forEach((watch) => watch());
}

export function isClickToDialEnabled(): boolean {
    return isEnabled && dialer !== undefined;
}

/** @returns ends the watching */
export function watchClickToDial(watch: () => void): () => void {
    watchers.add(watch);
    return () => void watchers.delete(watch);
}

export function dial(click: Click): void {
    if (isClickToDialEnabled()) {
        dialer!(click);
    }
}
