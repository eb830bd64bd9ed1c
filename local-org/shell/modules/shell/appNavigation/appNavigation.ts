import { LightningElement, api } from 'lwc';
import { shell } from 'shell/org';
import { addressOf, type Route } from 'shell/route';
import { addressOfTab, objectOfRoute } from 'shell/places';
import { word } from 'shell/words';

/** Presentational. The app and its tabs; the one that the page belongs to is marked. */
export default class ShellAppNavigation extends LightningElement {
    @api route: Route | undefined;

    readonly appLabel = shell.app.label;
    readonly homeAddress = addressOf({ kind: 'home' });
    readonly navigationLabel = word('app');

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
                current: isCurrent ? 'page' : null,
                className: isCurrent ? 'tab tab-current' : 'tab'
            };
        });
    }
}
