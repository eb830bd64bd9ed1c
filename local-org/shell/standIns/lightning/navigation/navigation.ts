import type { PageReference } from 'lightning/navigation';
import type { LightningElement } from 'lwc';
import { addressOf, type Route } from 'shell/route';
import { currentRoute, goTo, onRoute } from 'shell/router';

/**
 * Stand-in for `lightning/navigation`. Follows
 * https://developer.salesforce.com/docs/platform/lwc/guide/reference-page-reference-type.html
 */

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

// A mixin's constructor takes any arguments: TypeScript asks for it.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function mixin<Base extends new (...args: any[]) => LightningElement>(base: Base) {
    return class extends base {
        [Navigate](page: PageReference, replace = false): void {
            const { type, attributes: { url } = {} } = page;
            if (type === 'standard__webPage' && typeof url === 'string') {
                window.open(url, '_blank', 'noopener');
            } else {
                goTo(addressOf(routeTo(page)), { replace });
            }
        }
        [GenerateUrl](page: PageReference): Promise<string> {
            return Promise.resolve(addressOf(routeTo(page)));
        }
    };
}

export const NavigationMixin = Object.assign(mixin, { Navigate, GenerateUrl });

function routeTo({ type, attributes = {} }: PageReference): Route {
    const text = (name: string) => String(attributes[name] ?? '');
    switch (type) {
        case 'standard__recordPage':
            return {
                kind: 'record',
                recordId: text('recordId'),
                ...(attributes.objectApiName !== undefined && {
                    objectApiName: text('objectApiName')
                })
            };
        case 'standard__objectPage':
            return { kind: 'list', objectApiName: text('objectApiName') };
        case 'standard__navItemPage':
            return { kind: 'tab', name: text('apiName') };
        case 'standard__namedPage':
            return { kind: 'home' };
        default:
            throw new Error(
                `This page cannot go to "${type}"; local-org/shell/standIns/README.md says where to.`
            );
    }
}

function referenceOf(route: Route): PageReference | undefined {
    switch (route.kind) {
        case 'home':
            return { type: 'standard__namedPage', attributes: { pageName: 'home' }, state: {} };
        case 'list':
            return {
                type: 'standard__objectPage',
                attributes: { objectApiName: route.objectApiName, actionName: 'list' },
                state: {}
            };
        case 'record': {
            const { recordId, objectApiName } = route;
            return {
                type: 'standard__recordPage',
                attributes: { recordId, objectApiName, actionName: 'view' },
                state: {}
            };
        }
        case 'tab':
            return {
                type: 'standard__navItemPage',
                attributes: { apiName: route.name },
                state: {}
            };
        case 'unknown':
            return undefined;
    }
}

export class CurrentPageReference {
    private readonly give: (page: PageReference | undefined) => void;
    private stop: (() => void) | undefined;

    constructor(give: (page: PageReference | undefined) => void) {
        this.give = give;
        give(undefined);
    }
    connect(): void {
        this.stop = onRoute((route) => this.give(referenceOf(route)));
        this.give(referenceOf(currentRoute()));
    }
    update(): void {
        // It depends on nothing but where the page is.
    }
    disconnect(): void {
        this.stop?.();
    }
}
