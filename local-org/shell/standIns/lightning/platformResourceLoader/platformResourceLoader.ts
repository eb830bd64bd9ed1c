/**
 * Stand-in for `lightning/platformResourceLoader`. Follows
 * https://developer.salesforce.com/docs/platform/lwc/guide/js-third-party-library.html
 */

const loaded = new Map<string, Promise<void>>();

/** Once a page, whoever asks. */
export function loadScript(_component: object, url: string): Promise<void> {
    return once(url, () => Object.assign(document.createElement('script'), { src: url }));
}

export function loadStyle(_component: object, url: string): Promise<void> {
    return once(url, () =>
        Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url })
    );
}

function once(url: string, make: () => HTMLElement): Promise<void> {
    let load = loaded.get(url);
    if (!load) {
        load = new Promise((resolve, reject) => {
            const element = make();
            element.addEventListener('load', () => resolve());
            element.addEventListener('error', () => {
                loaded.delete(url);
                element.remove();
                reject(new Error(`The static resource ${url} could not be loaded.`));
            });
            document.head.append(element);
        });
        loaded.set(url, load);
    }
    return load;
}
