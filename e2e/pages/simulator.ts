import type { Locator, Page } from 'playwright-core';
import { Presented } from './presented.ts';

/** The simulator of Callback Number Setup. */
export class Simulator {
    readonly page: Page;
    readonly root: Locator;
    readonly call: Locator;
    readonly number: Locator;
    readonly result: Locator;
    readonly presented: Presented;
    readonly policy: Locator;
    readonly expectations: Locator;

    constructor(page: Page) {
        this.page = page;
        this.root = page.locator('c-callback-simulator');
        this.call = this.root.locator('c-callback-simulator-call');
        this.number = this.call.getByRole('textbox', { name: 'Number as dialled' });
        this.result = this.root.locator('c-callback-simulator-result');
        this.presented = new Presented(this.result);
        this.policy = this.root.locator('c-callback-simulator-policy');
        this.expectations = this.root.locator('c-callback-simulator-list');
    }

    /** The number that is presented, by its label. */
    headline(label: string): Locator {
        return this.presented.root.getByText(label, { exact: true });
    }
    /** Searches a record, and picks the one that is called so. */
    async pick(field: string, name: string): Promise<void> {
        const box = this.call.getByRole('combobox', { name: field, exact: true });
        await box.fill(name);
        await this.call.getByRole('option', { name }).first().click();
    }
    /** Takes the record away again. */
    async pickNone(field: string): Promise<void> {
        const picker = this.call.locator('lightning-record-picker').filter({ hasText: field });
        await picker.getByRole('button', { name: /Clear|Remove/ }).click();
    }
    async choose(field: string, value: string): Promise<void> {
        await this.call.getByRole('combobox', { name: field, exact: true }).click();
        await this.call.getByRole('option', { name: value, exact: true }).click();
    }
    async channel(name: string): Promise<void> {
        await this.call.getByText(name, { exact: true }).click();
    }
    async keep(name: string): Promise<void> {
        await this.result.getByRole('textbox', { name: 'Name of the expectation' }).fill(name);
        await this.result.getByRole('button', { name: 'Save as Expectation' }).click();
        await this.root.getByText(`"${name}" is saved.`).waitFor();
    }
    /** One expectation of the list. */
    expectation(name: string): Locator {
        return this.expectations.getByRole('listitem').filter({
            has: this.page.getByRole('heading', { name, exact: true })
        });
    }
    async runAll(): Promise<void> {
        await this.expectations.getByRole('button', { name: 'Run All' }).click();
        await this.expectations.locator('.summary').waitFor();
    }
    async act(name: string, action: string): Promise<void> {
        const row = this.expectation(name);
        await row.getByRole('button', { name: `Actions for ${name}` }).click();
        await row.getByRole('menuitem', { name: action }).click();
    }
}
