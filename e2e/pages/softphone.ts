import type { BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { Presented } from './presented.ts';

/** The softphone in its frame. */
export class Softphone {
    readonly root: Locator;
    readonly presented: Presented;
    /** Who is signed in. */
    readonly agent: Locator;
    /** Dials what could not be dialled before. */
    readonly retryButton: Locator;
    private readonly context: BrowserContext;

    constructor(frame: FrameLocator, context: BrowserContext) {
        this.context = context;
        this.root = frame.getByRole('main');
        this.presented = new Presented(this.root);
        this.retryButton = this.root.locator('[data-name="retry"]').getByRole('button');
        this.agent = this.root.locator('.agent');
    }

    button(name: string): Locator {
        return this.root.getByRole('button', { name, exact: true });
    }

    /** Signs in through the window of the org, as the agent of that username, in any language. */
    async signIn(username: string): Promise<void> {
        await this.finishSignIn(await this.openSignIn(), username);
    }

    /** Opens the window of the org, and waits until it asks who the agent is. */
    async openSignIn(): Promise<Page> {
        const [popup] = await Promise.all([
            this.context.waitForEvent('page'),
            this.root.locator('[data-name="signin"]').getByRole('button').click()
        ]);
        await popup.getByLabel('User').waitFor();
        return popup;
    }

    async finishSignIn(popup: Page, username: string): Promise<void> {
        await popup.getByLabel('User').selectOption(username);
        await Promise.all([
            popup.waitForEvent('close'),
            popup.getByRole('button', { name: 'Allow' }).click()
        ]);
        await this.agent.waitFor();
    }
}
