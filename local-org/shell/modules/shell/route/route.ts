/** Service. The addresses of Lightning Experience, as far as this page has them. Pure. */

export type Route =
    | { readonly kind: 'home' }
    | { readonly kind: 'list'; readonly objectApiName: string }
    | { readonly kind: 'record'; readonly recordId: string; readonly objectApiName?: string }
    | { readonly kind: 'tab'; readonly name: string }
    | { readonly kind: 'unknown'; readonly path: string };

const NAME = '[A-Za-z]\\w*';
const ID = '[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?';

const ADDRESSES: readonly (readonly [RegExp, (...parts: string[]) => Route])[] = [
    [/^\/lightning\/page\/home$/, () => ({ kind: 'home' })],
    [
        new RegExp(`^/lightning/o/(${NAME})/(?:list|home)$`),
        (objectApiName) => ({ kind: 'list', objectApiName: objectApiName! })
    ],
    [
        new RegExp(`^/lightning/r/(${NAME})/(${ID})/view$`),
        (objectApiName, recordId) => ({
            kind: 'record',
            recordId: recordId!,
            objectApiName: objectApiName!
        })
    ],
    [
        new RegExp(`^/lightning/r/(${ID})/view$`),
        (recordId) => ({ kind: 'record', recordId: recordId! })
    ],
    [new RegExp(`^/lightning/n/(${NAME})$`), (name) => ({ kind: 'tab', name: name! })]
];

export function routeOf(path: string): Route {
    const plain = path.length > 1 ? path.replace(/\/$/, '') : path;
    for (const [address, route] of ADDRESSES) {
        const [, ...parts] = address.exec(plain) ?? [];
        if (address.test(plain)) {
            return route(...parts);
        }
    }
    return { kind: 'unknown', path };
}

export function addressOf(route: Route): string {
    switch (route.kind) {
        case 'home':
            return '/lightning/page/home';
        case 'list':
            return `/lightning/o/${route.objectApiName}/list`;
        case 'record':
            return `/lightning/r/${route.objectApiName ? `${route.objectApiName}/` : ''}${route.recordId}/view`;
        case 'tab':
            return `/lightning/n/${route.name}`;
        case 'unknown':
            return route.path;
    }
}
