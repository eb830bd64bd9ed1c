import type { Locator, Page } from 'playwright-core';
import type { LightningPage } from './lightningPage.ts';

/** The tab "Numbers" of Callback Number Setup. */
export class NumbersPage {
    readonly root: Locator;
    readonly search: Locator;
    /** The table without its header. */
    readonly rows: Locator;
    readonly form: Locator;
    /** What would break, and the question whether to retire. */
    readonly question: Locator;
    readonly saved: Locator;
    private readonly page: Page;

    private constructor(page: Page) {
        this.page = page;
        this.root = page.locator('c-callback-numbers-setup');
        this.search = this.root.getByRole('searchbox');
        this.rows = this.root.locator('c-callback-numbers-table tbody tr');
        this.form = this.root.locator('c-callback-number-form');
        this.question = this.root.locator('c-callback-number-use');
        this.saved = this.root.locator('c-callback-save-progress [data-state="saved"]');
    }

    static async open(lightning: LightningPage): Promise<NumbersPage> {
        await lightning.open('/lightning/n/Callback_Numbers_Setup');
        const numbers = new NumbersPage(lightning.page);
        await numbers.rows.first().waitFor();
        return numbers;
    }

    button(name: string): Locator {
        return this.root.getByRole('button', { name, exact: true });
    }
    row(text: string): Locator {
        return this.rows.filter({ hasText: text });
    }
    /** A cell of a row, by the header of its column. */
    cell(row: string, column: string): Locator {
        return this.row(row).locator(`td[data-label="${column}"], th[data-label="${column}"]`);
    }

    /** Waits until so many of all numbers are found. */
    async found(count: number): Promise<void> {
        await this.root.getByText(new RegExp(`^${count} of \\d+ numbers$`)).waitFor();
    }
    async find(text: string, count: number): Promise<void> {
        await this.search.fill(text);
        await this.found(count);
    }
    async filter(label: string, choice: string): Promise<void> {
        await this.root.getByRole('combobox', { name: label }).click();
        await this.root.getByRole('option', { name: choice, exact: true }).click();
    }

    /** Types over a cell; it is a draft until it is saved. */
    async edit(row: string, column: string, value: string): Promise<void> {
        const cell = this.cell(row, column);
        await cell.hover();
        await cell.getByRole('button', { name: /^Edit/ }).click();
        const input = this.root.locator('lightning-primitive-datatable-iedit-panel input');
        await input.fill(value);
        await input.press('Enter');
    }
    async choose(row: string, action: string): Promise<void> {
        await this.row(row).getByRole('button', { name: 'Show actions' }).click();
        await this.page.getByRole('menuitem', { name: action }).click();
    }
    async closeResult(text: string): Promise<void> {
        await this.saved.getByText(text).waitFor();
        await this.saved.getByRole('button', { name: 'Close' }).click();
    }

    /** Imports a file up to the preview. */
    async preview(text: string): Promise<Locator> {
        await this.button('Import from CSV').click();
        const panel = this.root.locator('c-callback-csv-import');
        const file = { name: 'numbers.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
        await panel.locator('input[type=file]').setInputFiles(file);
        await panel.locator('[data-state=preview]').waitFor();
        return panel;
    }
}
