import type { Locator } from 'playwright-core';

/** Which number is presented, and why: the same in the panel, on records and in the softphone. */
export class Presented {
    readonly root: Locator;
    readonly steps: Locator;
    readonly blocked: Locator;

    constructor(within: Locator) {
        this.root = within.locator('c-callback-presented');
        this.blocked = this.root.locator('[data-outcome="blocked"]');
        this.steps = this.root.locator('c-callback-reason');
    }

    /** Opens "Why this number?", whatever it says there when the call is blocked. */
    async explain(): Promise<void> {
        await this.root.getByRole('button', { name: /^Why/, expanded: false }).click();
        await this.steps.waitFor();
    }
}
