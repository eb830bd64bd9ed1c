import { LightningElement } from 'lwc';
import { shell } from 'shell/org';
import { addressOfTab } from 'shell/places';
import { word } from 'shell/words';

/** Presentational. Where a user begins: who they are, and what there is to open. */
export default class ShellHome extends LightningElement {
    readonly welcome = word('welcome', shell.user.name);
    readonly profile = word('profile', shell.user.profile);
    readonly whereTo = word('whereTo');
    readonly tabs = shell.tabs.map((tab) => ({
        label: tab.label,
        icon: tab.icon,
        address: addressOfTab(tab)
    }));

    override connectedCallback(): void {
        const detail = { title: word('home') };
        this.dispatchEvent(new CustomEvent('pagetitle', { detail, bubbles: true, composed: true }));
    }
}
