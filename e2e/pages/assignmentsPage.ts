import type { Locator, Page } from 'playwright-core';
import type { LightningPage } from './lightningPage.ts';

/** A table of the page with its search and its buttons. */
export class ChoiceTable {
    readonly root: Locator;
    readonly search: Locator;
    readonly selectAll: Locator;

    constructor(root: Locator) {
        this.root = root;
        this.search = root.getByRole('searchbox');
        this.selectAll = root.getByRole('button', { name: /^Select all/ });
    }

    row(text: string): Locator {
        return this.root.getByRole('row').filter({ hasText: text });
    }

    /** Searches, and ticks the one that is found. */
    async tick(text: string): Promise<void> {
        await this.search.fill(text);
        await this.root.getByText('Found: 1.').waitFor();
        await this.root.getByRole('row').nth(1).locator('.slds-checkbox_faux').click();
    }

    async clear(): Promise<void> {
        await this.root.getByRole('button', { name: 'Clear Selection' }).click();
    }
}

/** The tab "Agents and Groups" of Callback Number Setup. */
export class AssignmentsPage {
    readonly root: Locator;
    readonly agents: ChoiceTable;
    readonly groups: ChoiceTable;
    readonly numbers: ChoiceTable;
    readonly memberships: ChoiceTable;
    readonly explained: Locator;
    readonly preview: Locator;
    /** The result of a save. */
    readonly saved: Locator;

    private constructor(page: Page) {
        this.root = page.locator('c-callback-assignments-setup');
        const table = (part: string) => new ChoiceTable(this.root.locator(part));
        this.agents = table('c-callback-assign-agents');
        this.groups = table('c-callback-assign-groups');
        this.numbers = table('c-callback-assign-items[data-kind="number"]');
        this.memberships = table('c-callback-assign-items[data-kind="membership"]');
        this.explained = this.root.locator('c-callback-assign-explained');
        this.preview = this.root.locator('c-callback-assign-preview');
        this.saved = this.root.locator('c-callback-save-progress [data-state="saved"]');
    }

    static async open(lightning: LightningPage): Promise<AssignmentsPage> {
        await lightning.open('/lightning/n/Callback_Assignments_Setup');
        const assignments = new AssignmentsPage(lightning.page);
        await assignments.agents.root.getByText(/^Found: \d/).waitFor();
        return assignments;
    }

    button(name: string): Locator {
        return this.root.getByRole('button', { name, exact: true });
    }
    heading(name: string): Locator {
        return this.root.getByRole('heading', { name });
    }
    async showTab(name: string): Promise<void> {
        await this.root.getByRole('tab', { name, exact: true }).click();
    }

    /** Saves what the preview shows, waits for the result, and comes back. */
    async save(result: string): Promise<void> {
        await this.button('Save').click();
        await this.saved.getByText(result).waitFor();
        await this.saved.getByRole('button', { name: 'Close' }).click();
    }

    /** Imports a file to its end. */
    async import(text: string): Promise<void> {
        await this.button('Import Assignments from CSV').click();
        const panel = this.root.locator('c-callback-csv-import');
        const file = { name: 'assignments.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
        await panel.locator('input[type=file]').setInputFiles(file);
        await panel.locator('[data-state=preview]').waitFor();
        await panel.getByRole('button', { name: 'Import', exact: true }).click();
        await panel.locator('[data-state=done]').waitFor();
    }
}
