import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import type { Visit } from '../browser.ts';
import { ClickToDialCard } from './clickToDialCard.ts';
import { Panel } from './panel.ts';
import { Softphone } from './softphone.ts';
import { VoicePhone } from './voicePhone.ts';

const DOMAIN = '@callback-numbers.example';

/** Salesforce in the browser, as one user has it. */
export class LightningPage {
    readonly page: Page;
    readonly username: string;
    private readonly visit: Visit;

    private constructor(visit: Visit, username: string) {
        this.visit = visit;
        this.page = visit.page;
        this.username = username;
    }

    /** @param name as in `daniel.osei`; whoever is signed in gets the home of the app */
    static async signIn(visit: Visit, name: string): Promise<LightningPage> {
        const username = name + DOMAIN;
        const url = inject('orgUrl');
        const answer = await visit.context.request.post(`${url}/lightning/session`, {
            headers: { origin: url },
            data: { username }
        });
        if (!answer.ok()) {
            throw new Error(`Nobody can be ${username}: ${answer.status()} ${await answer.text()}`);
        }
        const lightning = new LightningPage(visit, username);
        await lightning.open('/lightning/page/home');
        return lightning;
    }

    async open(path: string): Promise<void> {
        await this.page.goto(inject('orgUrl') + path);
    }

    /** Waits until everything asked of the org has been answered and shown. */
    async settled(): Promise<void> {
        await this.page.waitForLoadState('networkidle');
        await this.page.locator('lightning-spinner').first().waitFor({ state: 'detached' });
    }

    /** Where the tabs of the app lead. */
    async tabAddresses(): Promise<string[]> {
        const navigation = this.page.getByRole('navigation', { name: 'App' });
        const tabs = navigation.getByRole('link');
        await tabs.first().waitFor();
        const more = navigation.getByRole('button', { name: 'More' });
        if (await more.isVisible()) await more.click();
        const links = await tabs.all();
        return Promise.all(links.map(async (link) => (await link.getAttribute('href')) ?? ''));
    }

    /** Opens a record and waits for its page. */
    async openRecord(object: string, id: string): Promise<ClickToDialCard> {
        await this.open(`/lightning/r/${object}/${id}/view`);
        const card = new ClickToDialCard(this.page.locator('body'));
        await card.root.waitFor();
        return card;
    }

    /** Opens the panel in the utility bar. */
    async openPanel(): Promise<Panel> {
        return new Panel(await this.openUtility('Callback Numbers'));
    }

    /** Opens the softphone in the utility bar. */
    async openSoftphone(): Promise<Softphone> {
        const utility = await this.openUtility('Softphone');
        return new Softphone(utility.locator('iframe').contentFrame(), this.visit.context);
    }

    /** Opens the telephone of Salesforce Voice in the utility bar. */
    async openPhone(): Promise<VoicePhone> {
        return new VoicePhone(await this.openUtility('Phone'), this.visit.context);
    }

    private async openUtility(label: string) {
        const button = this.page
            .getByRole('contentinfo')
            .getByRole('button', { name: label, exact: true });
        if ((await button.getAttribute('aria-expanded')) !== 'true') {
            await button.click();
        }
        const utility = this.page.getByRole('dialog', { name: label });
        await utility.waitFor();
        return utility;
    }
}
