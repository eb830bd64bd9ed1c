import type { Locator, Page } from 'playwright-core';

/** The page of those who keep dial lists. */
export class ConnectLists {
    readonly page: Page;
    readonly root: Locator;
    readonly table: Locator;
    readonly newButton: Locator;
    readonly notice: Locator;
    readonly form: Locator;
    /** The entries of the list that is open. */
    readonly entries: Locator;
    readonly finder: Locator;
    readonly csv: Locator;

    constructor(page: Page) {
        this.page = page;
        this.root = page.locator('c-connect-lists');
        this.table = this.root.getByRole('table', { name: 'Dial lists' });
        this.newButton = this.root.getByRole('button', { name: 'New list' });
        this.notice = this.root.locator('.notice').first();
        this.form = this.root.locator('c-connect-list-form');
        this.entries = this.root.locator('c-connect-list-entries');
        this.finder = this.root.locator('c-connect-entry-find');
        this.csv = this.root.locator('c-connect-entry-csv');
    }

    row(list: string): Locator {
        return this.table.getByRole('row').filter({ hasText: list });
    }

    /** Opens the entries of a list. */
    async open(list: string): Promise<void> {
        await this.table.getByRole('button', { name: `Entries of ${list}` }).click();
        await this.entries.getByRole('heading', { name: `Entries of ${list}` }).waitFor();
    }

    entry(text: string): Locator {
        return this.entries
            .locator('c-connect-entry-table')
            .getByRole('row')
            .filter({ hasText: text });
    }

    /** Chooses in a combobox of this part of the page. */
    async choose(within: Locator, label: string, option: string): Promise<void> {
        await within.getByRole('combobox', { name: label, exact: true }).first().click();
        await within.getByRole('option', { name: option, exact: true }).first().click();
    }
}
