import { describe, expect, it } from 'vitest';
import { expectAccessible } from './axe.ts';
import { useBrowser } from './browser.ts';
import { LightningPage } from './pages/lightningPage.ts';

const browser = useBrowser();

describe('The frame around the pages', () => {
    it('makes its user somebody else, who they still are after a reload', async () => {
        const { page } = await LightningPage.signIn(await browser.open(), 'daniel.osei');
        await page.getByRole('button', { name: 'Daniel Osei' }).click();
        await page.getByRole('menuitemcheckbox', { name: 'Daniel Osei', checked: true }).waitFor();
        await expectAccessible(page);
        await page.getByRole('menuitemcheckbox', { name: 'Ada Admin – Administrator' }).click();
        await page.getByRole('heading', { name: 'Welcome, Ada Admin' }).waitFor();
        await page.reload();
        await page.getByRole('heading', { name: 'Welcome, Ada Admin' }).waitFor();
        await page.getByRole('link', { name: 'Rules', exact: true }).first().waitFor();
    });

    it('keeps what is typed in a utility while pages come and go', async () => {
        const lightning = await LightningPage.signIn(await browser.open(), 'daniel.osei');
        const { page } = lightning;
        const panel = await lightning.openPanel();
        await panel.number.fill('020 7946');
        await panel.number.press('Escape');
        const utility = page.getByRole('dialog', { name: 'Callback Numbers' });
        await utility.waitFor({ state: 'hidden' });
        await page
            .getByRole('button', { name: 'Callback Numbers', exact: true })
            .and(page.locator(':focus'))
            .waitFor();

        const tabs = page.getByRole('navigation', { name: 'App' });
        await tabs.getByRole('link', { name: 'Leads' }).click();
        await page.getByRole('heading', { name: 'Leads', level: 1 }).waitFor();
        await expect.poll(() => page.title()).toBe('Leads | Callback Numbers');
        expect(new URL(page.url()).pathname).toBe('/lightning/o/Lead/list');
        await lightning.openPanel();
        expect(await panel.number.inputValue()).toBe('020 7946');

        await page.goBack();
        await page.getByRole('heading', { name: 'Welcome, Daniel Osei' }).waitFor();
        expect(await panel.number.inputValue()).toBe('020 7946');
    });

    it('keeps the tabs that do not fit under More, by keyboard too', async () => {
        const { page } = await LightningPage.signIn(await browser.open(), 'admin');
        await page.setViewportSize({ width: 800, height: 700 });
        const tabs = page.getByRole('navigation', { name: 'App' });
        const more = tabs.getByRole('button', { name: 'More', expanded: false });
        await more.press('Enter');
        const last = tabs.getByRole('link', { name: 'Log', exact: true });
        await last.waitFor();
        await expectAccessible(page);
        await page.keyboard.press('Escape');
        await last.waitFor({ state: 'detached' });
        await more.and(page.locator(':focus')).press('Enter');
        await last.press('Enter');
        await page.getByRole('heading', { name: 'Decision Log', level: 1 }).waitFor();
        await tabs.locator('[aria-current=page]', { hasText: 'Log' }).waitFor();
        expect(
            await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
        ).toBe(true);
    });

    it('lists fifty records at a time', async () => {
        const lightning = await LightningPage.signIn(await browser.open(), 'rachel.kerr');
        const { page } = lightning;
        await lightning.open('/lightning/o/Dial_Entry__c/list');
        await page.getByText('50 of 65 shown').waitFor();
        await expectAccessible(page);
        await page.getByRole('button', { name: 'Load more' }).click();
        await page.getByText('65 of 65 shown').waitFor();
        expect(await page.getByRole('row').count()).toBe(66);
        expect(await page.getByRole('button', { name: 'Load more' }).count()).toBe(0);
    });

    it('shows the fields that a user may read, and no others', async () => {
        const visit = await browser.open();
        const agent = await LightningPage.signIn(visit, 'daniel.osei');
        await agent.open('/lightning/o/Contact/list');
        await visit.page.getByRole('columnheader', { name: 'Mobile Phone' }).waitFor();
        const outsider = await LightningPage.signIn(visit, 'integration');
        await outsider.open('/lightning/o/Contact/list');
        await visit.page.getByRole('columnheader', { name: 'Title' }).waitFor();
        expect(await visit.page.getByRole('columnheader', { name: 'Mobile Phone' }).count()).toBe(
            0
        );
    });

    it.each([
        ['/lightning/n/Nothing', 'There is no such page'],
        ['/lightning/o/Nothing__c/list', 'You may not see this'],
        ['/lightning/r/Nothing__c/zzz000000000001AAA/view', 'You may not see this']
    ])('says in plain words that %s shows nothing', async (path, words) => {
        const lightning = await LightningPage.signIn(await browser.open(), 'daniel.osei');
        await lightning.open(path);
        await lightning.page.getByRole('heading', { name: words }).waitFor();
        await expectAccessible(lightning.page);
    });
});
