import type { Locator } from 'playwright-core';

/** The searchable list of callback numbers. */
export class Picker {
    readonly field: Locator;
    readonly options: Locator;

    /** @param within what holds the one picker that is meant */
    constructor(within: Locator) {
        const picker = within.locator('c-callback-number-picker');
        this.field = picker.getByRole('combobox');
        this.options = picker.getByRole('option');
    }

    /** Opens the list, searches, and picks the entry of that label. */
    async choose(label: string): Promise<void> {
        await this.field.click();
        await this.field.fill(label);
        await this.options.filter({ hasText: label }).first().click();
    }

    /** What can be picked, one text an entry; no more than are drawn. */
    async offered(search = ''): Promise<string[]> {
        await this.field.click();
        await this.field.fill(search);
        await this.options.first().waitFor();
        return this.options.allInnerTexts();
    }
}
