import type { Locator } from 'playwright-core';
import { Picker } from './picker.ts';
import { Presented } from './presented.ts';

/** Click to dial on a record page. */
export class ClickToDialCard {
    readonly root: Locator;

    constructor(within: Locator) {
        this.root = within.locator('c-click-to-dial');
    }

    /** One phone field of the record, by the label of the field. */
    phone(label: string): PhoneField {
        return new PhoneField(this.root.getByRole('group', { name: label, exact: true }));
    }
}

type WithParams = Element & { params?: string };

export class PhoneField {
    readonly root: Locator;
    readonly presented: Presented;
    readonly picker: Picker;
    private readonly clickable: Locator;

    constructor(root: Locator) {
        this.root = root;
        this.presented = new Presented(root);
        this.clickable = root.locator('lightning-click-to-dial');
        this.picker = new Picker(root);
    }

    /** Clicks the number itself. */
    async dial(): Promise<void> {
        await this.clickable.getByRole('link').click();
    }

    /** What rides with the next click. */
    async params(): Promise<string> {
        return this.clickable.evaluate((element) => (element as WithParams).params ?? '');
    }

    /** What rides with the next click, as a page that is not ours could set it. */
    async setParams(params: string): Promise<void> {
        await this.clickable.evaluate((element, text) => {
            (element as WithParams).params = text;
        }, params);
    }

    /** Opens what can be chosen for one call. */
    async offerNumbers(): Promise<void> {
        await this.root
            .getByRole('button', { name: 'Change for this call', expanded: false })
            .click();
    }

    async chooseForThisCall(label: string): Promise<void> {
        await this.offerNumbers();
        await this.picker.choose(label);
    }
}
