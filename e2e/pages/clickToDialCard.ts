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

export class PhoneField {
    readonly root: Locator;
    readonly presented: Presented;
    readonly picker: Picker;

    constructor(root: Locator) {
        this.root = root;
        this.presented = new Presented(root);
        this.picker = new Picker(root);
    }

    /** Clicks the number itself. */
    async dial(): Promise<void> {
        await this.root.locator('lightning-click-to-dial').getByRole('link').click();
    }

    async chooseForThisCall(label: string): Promise<void> {
        await this.root
            .getByRole('button', { name: 'Change for this call', expanded: false })
            .click();
        await this.picker.choose(label);
    }
}
