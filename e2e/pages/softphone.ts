import type { BrowserContext, FrameLocator, Locator } from 'playwright-core';
import { Presented } from './presented.ts';

/** The softphone in its frame. */
export class Softphone {
    readonly root: Locator;
    readonly presented: Presented;
    private readonly context: BrowserContext;

    constructor(frame: FrameLocator, context: BrowserContext) {
        this.context = context;
        this.root = frame.getByRole('main');
        this.presented = new Presented(this.root);
    }

    button(name: string): Locator {
        return this.root.getByRole('button', { name, exact: true });
    }

    /** Signs in through the window of the org, as the agent of that username. */
    async signIn(username: string): Promise<void> {
        const [popup] = await Promise.all([
            this.context.waitForEvent('page'),
            this.button('Sign in with Salesforce').click()
        ]);
        await popup.getByLabel('User').selectOption(username);
        await Promise.all([
            popup.waitForEvent('close'),
            popup.getByRole('button', { name: 'Allow' }).click()
        ]);
        await this.button('Sign out').waitFor();
    }
}
