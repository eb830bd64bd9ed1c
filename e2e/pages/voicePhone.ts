import type { BrowserContext, Locator } from 'playwright-core';
import { Panel } from './panel.ts';
import { Softphone } from './softphone.ts';

/** The telephone of Salesforce Voice in the utility bar, with the connector and the panel in it. */
export class VoicePhone {
    readonly root: Locator;
    /** The page of the connector: seen while the agent has to sign in. */
    readonly connector: Softphone;
    /** On the Voice extension page. */
    readonly panel: Panel;
    readonly number: Locator;
    readonly calls: Locator;
    readonly problem: Locator;
    private readonly frame: Locator;

    constructor(utility: Locator, context: BrowserContext) {
        this.root = utility;
        this.frame = utility.locator('iframe');
        this.connector = new Softphone(this.frame.contentFrame(), context);
        this.panel = new Panel(utility);
        this.number = utility.getByRole('textbox', { name: 'Phone number' });
        this.calls = utility.getByRole('list', { name: 'Calls' }).getByRole('listitem');
        this.problem = utility.locator('shell-voice-calls').getByRole('alert');
    }

    /** Signs in on the page of the connector, and waits until Salesforce hides it. */
    async signIn(username: string): Promise<void> {
        const popup = await this.connector.openSignIn();
        await popup.getByLabel('User').selectOption(username);
        await Promise.all([
            popup.waitForEvent('close'),
            popup.getByRole('button', { name: 'Allow' }).click()
        ]);
        await this.frame.waitFor({ state: 'hidden' });
        await this.number.waitFor();
    }

    call(who: string): Locator {
        return this.calls.filter({ hasText: who });
    }

    async end(who: string): Promise<void> {
        await this.call(who).getByRole('button').click();
    }

    async dial(number: string): Promise<void> {
        await this.number.fill(number);
        await this.root.getByRole('button', { name: 'Call', exact: true }).click();
    }

    async addToCall(number: string): Promise<void> {
        await this.root.getByRole('textbox', { name: 'Another number' }).fill(number);
        await this.root.getByRole('button', { name: 'Add to the call' }).click();
    }

    /** Leaves the call to somebody else, without talking to them first. */
    async transferTo(number: string): Promise<void> {
        await this.root.getByRole('textbox', { name: 'Another number' }).fill(number);
        await this.root.getByRole('button', { name: 'Transfer' }).click();
    }
}
