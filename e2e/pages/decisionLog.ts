import type { Locator, Page } from 'playwright-core';

/** The decision log of Callback Number Setup. */
export class DecisionLog {
    readonly page: Page;
    readonly root: Locator;
    readonly filters: Locator;
    readonly dialled: Locator;
    readonly rows: Locator;
    readonly count: Locator;
    readonly export: Locator;

    constructor(page: Page) {
        this.page = page;
        this.root = page.locator('c-callback-log');
        this.filters = this.root.locator('c-callback-log-filters');
        this.dialled = this.filters.getByRole('searchbox', { name: 'Dialled number contains' });
        this.rows = this.root.locator('c-callback-log-table tr[data-line]');
        this.count = this.root.locator('[data-count]');
        this.export = this.root.locator('c-callback-log-export');
    }

    async found(count: number): Promise<void> {
        await this.count.getByText(`Decisions found: ${count}`, { exact: true }).waitFor();
    }
    async choose(filter: string, value: string): Promise<void> {
        await this.filters.getByRole('combobox', { name: filter, exact: true }).click();
        await this.filters.getByRole('option', { name: value, exact: true }).click();
    }
    async pick(filter: string, name: string): Promise<void> {
        await this.filters.getByRole('combobox', { name: filter, exact: true }).fill(name);
        await this.filters.getByRole('option', { name }).first().click();
    }
    async day(field: string, day: string): Promise<void> {
        const input = this.filters.getByRole('textbox', { name: field, exact: true });
        await input.fill(day);
        await input.press('Tab');
    }
    row(text: string): Locator {
        return this.rows.filter({ hasText: text });
    }
    why(row: Locator): Locator {
        return row.getByRole('button', { name: /^Why/ });
    }
    chart(heading: string): Locator {
        return this.root
            .locator('c-callback-log-chart')
            .filter({ has: this.page.getByRole('heading', { name: heading }) });
    }
    /** Whether anything is drawn in a chart: pixels of its bars. */
    async isDrawn(heading: string): Promise<boolean> {
        return this.chart(heading)
            .locator('canvas')
            .evaluate((element) => {
                const canvas = element as unknown as {
                    width: number;
                    height: number;
                    getContext(kind: '2d'): {
                        getImageData(
                            x: number,
                            y: number,
                            width: number,
                            height: number
                        ): { readonly data: Uint8ClampedArray };
                    };
                };
                const { width, height } = canvas;
                const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
                return data.some((value) => value > 0);
            });
    }
}
