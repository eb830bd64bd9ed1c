import type { Locator, Page } from 'playwright-core';
import { Picker } from './picker.ts';
import { Presented } from './presented.ts';

/** The worklist of an agent, on its tab. */
export class Worklist {
    readonly root: Locator;
    readonly nextButton: Locator;
    /** What there is to do, and what became of the entry before. */
    readonly status: Locator;
    /** Whom to call. */
    readonly name: Locator;
    readonly phone: Locator;
    readonly dialButton: Locator;
    readonly presented: Presented;
    /** What became of the call. */
    readonly lastCall: Locator;
    private readonly thisCall: Locator;

    constructor(page: Page) {
        this.root = page.locator('c-connect-worklist');
        this.nextButton = this.button('Next entry');
        this.status = this.root.locator('c-connect-next').getByRole('status');
        this.name = this.root.locator('c-connect-entry').getByRole('heading');
        this.phone = this.root.locator('c-connect-entry .phone');
        this.dialButton = this.button('Dial');
        this.presented = new Presented(this.root);
        this.lastCall = this.root.getByRole('group', { name: 'Last call' });
        this.thisCall = this.root.locator('c-callback-this-call');
    }

    button(name: string): Locator {
        return this.root.getByRole('button', { name, exact: true });
    }

    list(name: string): Locator {
        return this.root.getByRole('checkbox', { name: new RegExp(`^${name} `) });
    }

    /** Leaves every list out but this one. */
    async workOnly(name: string): Promise<void> {
        await this.list(name).waitFor();
        const boxes = this.root.getByRole('checkbox');
        for (let at = 0; at < (await boxes.count()); at += 1) {
            const box = boxes.nth(at);
            const isWanted = (await this.list(name).and(box).count()) > 0;
            if ((await box.isChecked()) !== isWanted) {
                // The picture of a checkbox lies over it: keys reach it as a person's do.
                await box.press('Space');
            }
        }
    }

    /** Takes the next entry, and waits for this customer. */
    async next(customer: string): Promise<void> {
        await this.nextButton.click();
        await this.name.filter({ hasText: customer }).waitFor();
    }

    async chooseForThisCall(label: string): Promise<void> {
        await this.thisCall
            .getByRole('button', { name: 'Choose another number for this call', expanded: false })
            .click();
        await new Picker(this.thisCall).choose(label);
    }
}
