import { LightningElement, api } from 'lwc';
import type { PageRegion } from '../../../metadata/types';
import type { ShownTab } from '../../../boot';
import { shell } from 'shell/org';
import { objectOfId } from 'shell/places';
import { addressOf, type Route } from 'shell/route';

/** Presentational. What stands at an address; in plain words, where nothing does. */
export default class ShellPageContent extends LightningElement {
    @api route!: Route;

    get isHome(): boolean {
        return this.route.kind === 'home';
    }

    get listObject(): string | undefined {
        const { route } = this;
        return route.kind === 'list' && mayRead(route.objectApiName)
            ? route.objectApiName
            : undefined;
    }

    get recordId(): string | undefined {
        const { route } = this;
        return route.kind === 'record' && objectOfId(route.recordId) ? route.recordId : undefined;
    }

    get tab(): ShownTab | undefined {
        const { route } = this;
        return route.kind === 'tab'
            ? shell.tabs.find(({ name }) => name === route.name)
            : undefined;
    }

    get heading(): string {
        return this.tab?.label ?? '';
    }

    get regions(): readonly PageRegion[] | undefined {
        const { tab } = this;
        switch (tab?.kind) {
            case 'page':
                return tab.page.regions;
            case 'component':
                return [
                    {
                        name: 'main',
                        items: [{ kind: 'component', bundle: tab.bundle, properties: {} }]
                    }
                ];
            default:
                return undefined;
        }
    }

    get problem(): string {
        const { kind } = this.route;
        return kind === 'list' || kind === 'record' ? 'noAccess' : 'notFound';
    }

    get place(): string {
        return addressOf(this.route);
    }

    override connectedCallback(): void {
        if (this.heading) {
            const detail = { title: this.heading };
            this.dispatchEvent(
                new CustomEvent('pagetitle', { detail, bubbles: true, composed: true })
            );
        }
    }
}

function mayRead(object: string): boolean {
    return Object.values(shell.objectsByPrefix).includes(object);
}
