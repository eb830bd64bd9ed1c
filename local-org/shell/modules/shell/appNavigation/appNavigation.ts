import { LightningElement, api } from 'lwc';
import { shell } from 'shell/org';
import { addressOf, type Route } from 'shell/route';
import { addressOfTab, objectOfRoute } from 'shell/places';
import { fitting } from './fitting';
import { word } from 'shell/words';

/**
 * Presentational. The app and its tabs; the one that the page belongs to is marked. Those that do
 * not fit are under "More", never the one that is open.
 */
export default class ShellAppNavigation extends LightningElement {
    @api route: Route | undefined;

    readonly appLabel = shell.app.label;
    readonly homeAddress = addressOf({ kind: 'home' });
    readonly navigationLabel = word('app');
    readonly moreLabel = word('moreTabs');
    isOpen = false;
    /** So wide is the place for tabs; unknown before it was looked at. */
    _room: number | undefined;
    /** By place among all tabs; all of them are shown once to be measured. */
    _widths: readonly number[] = [];
    _observer: ResizeObserver | undefined;

    get tabs() {
        const { route } = this;
        const object = route && objectOfRoute(route);
        return shell.tabs.map((tab) => {
            const isCurrent =
                tab.kind === 'object'
                    ? tab.objectApiName === object
                    : route?.kind === 'tab' && route.name === tab.name;
            return {
                label: tab.label,
                address: addressOfTab(tab),
                isCurrent,
                current: isCurrent ? 'page' : null,
                className: isCurrent ? 'tab tab-current' : 'tab'
            };
        });
    }

    get fittingTabs(): ReadonlySet<number> {
        const current = this.tabs.findIndex(({ isCurrent }) => isCurrent);
        return fitting(this._widths, this._room, current);
    }
    get shownTabs() {
        const { fittingTabs } = this;
        const isMeasured = this._widths.length > 0;
        return this.tabs.filter((_tab, at) => !isMeasured || fittingTabs.has(at));
    }
    get hiddenTabs() {
        const { fittingTabs } = this;
        return this._widths.length > 0 ? this.tabs.filter((_tab, at) => !fittingTabs.has(at)) : [];
    }
    get expanded(): string {
        return String(this.isOpen);
    }

    override connectedCallback(): void {
        this._observer = new ResizeObserver(([entry]) => {
            this._room = entry!.contentRect.width;
        });
    }
    override renderedCallback(): void {
        if (this._widths.length === 0) {
            const tabs = this.refs!.tabs as HTMLElement;
            this._widths = [...tabs.children].map((tab) => tab.getBoundingClientRect().width);
            this._observer?.observe(this.refs!.navigation as HTMLElement);
        }
    }
    override disconnectedCallback(): void {
        this._observer?.disconnect();
    }

    handleMore(): void {
        this.isOpen = !this.isOpen;
    }
    handleChosen(): void {
        this.isOpen = false;
    }
    handleKey({ key }: KeyboardEvent): void {
        if (key === 'Escape' && this.isOpen) {
            this.isOpen = false;
            (this.refs!.more as HTMLElement).focus();
        }
    }
    handleFocusOut({ relatedTarget }: FocusEvent): void {
        const navigation = this.refs!.navigation as HTMLElement;
        if (!navigation.contains(relatedTarget as Node | null)) {
            this.isOpen = false;
        }
    }
}
