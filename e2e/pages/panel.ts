import type { Locator } from 'playwright-core';
import { Picker } from './picker.ts';
import { Presented } from './presented.ts';

/** The callback panel, wherever it is shown. */
export class Panel {
    readonly root: Locator;
    readonly number: Locator;
    readonly dialButton: Locator;
    readonly presented: Presented;
    /** What became of the last call. */
    readonly lastCall: Locator;
    /** The number presented on calls without a choice or a rule, and where it comes from. */
    readonly inForce: Locator;
    readonly defaultPicker: Picker;
    readonly thisCallPicker: Picker;
    /** Favorites and numbers used lately, offered for one call. */
    readonly quickPicks: Locator;
    private readonly thisCall: Locator;

    /** @param within the utility or page that holds the panel */
    constructor(within: Locator) {
        this.root = within.locator('c-callback-panel');
        this.number = this.root.getByRole('textbox', { name: 'Number to dial' });
        this.dialButton = this.root.getByRole('button', { name: 'Dial', exact: true });
        this.presented = new Presented(this.root);
        this.lastCall = this.root.getByRole('group', { name: 'Last call' });
        this.inForce = this.root.locator('c-callback-default-number');
        this.defaultPicker = new Picker(this.inForce);
        this.thisCall = this.root.locator('c-callback-this-call');
        this.thisCallPicker = new Picker(this.thisCall);
        this.quickPicks = this.thisCall.locator('c-callback-quick-picks');
    }

    async showDial(): Promise<void> {
        await this.root.getByRole('tab', { name: 'Dial' }).click();
    }

    async showNumbers(): Promise<void> {
        await this.root.getByRole('tab', { name: 'My numbers' }).click();
    }

    /** Saves an own default number, and waits until it is saved. */
    async setDefault(label: string): Promise<void> {
        await this.showNumbers();
        await this.defaultPicker.choose(label);
        await this.inForce.getByRole('status').filter({ hasText: 'Saved' }).waitFor();
    }

    /** Opens what can be chosen for one call. */
    async offerThisCall(): Promise<void> {
        await this.thisCall
            .getByRole('button', { name: 'Choose another number for this call', expanded: false })
            .click();
    }

    async chooseForThisCall(label: string): Promise<void> {
        await this.offerThisCall();
        await this.thisCallPicker.choose(label);
    }

    async dial(number: string): Promise<void> {
        await this.showDial();
        await this.number.fill(number);
        await this.dialButton.click();
    }
}
