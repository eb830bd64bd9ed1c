import { describe, expect, it } from 'vitest';
import { expectAccessible } from './axe.ts';
import { useBrowser } from './browser.ts';
import { idOf } from './org.ts';
import { LightningPage } from './pages/lightningPage.ts';
import { Panel } from './pages/panel.ts';

const browser = useBrowser();

describe('Without an error and without a barrier', () => {
    it.each([
        ['a German agent', 'lena.hoffmann'],
        ['an admin', 'rachel.kerr']
    ])('%s opens every tab', async (_, name) => {
        const lightning = await LightningPage.signIn(await browser.open(), name);
        const addresses = await lightning.tabAddresses();
        expect(addresses).toContain('/lightning/n/Callback_Panel');
        for (const address of addresses) {
            await lightning.open(address);
            await lightning.settled();
            await expectAccessible(lightning.page);
        }
    });

    it.each([
        ['an account', 'Account', 'Kite Coaches'],
        ['a contact', 'Contact', 'George Arkwright'],
        ['a lead', 'Lead', 'Abigail Frost']
    ])('an agent opens %s, and sees which number a call presents', async (_, object, name) => {
        const lightning = await LightningPage.signIn(await browser.open(), 'nathan.broad');
        const card = await lightning.openRecord(object, await idOf(object, 'Name', name));
        await card.phone('Phone').presented.root.getByText('Will be presented').waitFor();
        await lightning.settled();
        await expectAccessible(lightning.page);
    });

    it('an agent opens a case', async () => {
        const lightning = await LightningPage.signIn(await browser.open(), 'nathan.broad');
        const subject = 'Storm Elin: crossing Leith to Bergen cancelled';
        await lightning.openRecord('Case', await idOf('Case', 'Subject', subject));
        await lightning.settled();
        await expectAccessible(lightning.page);
    });

    it('an agent works in the panel as a page of its own', async () => {
        const lightning = await LightningPage.signIn(await browser.open(), 'nathan.broad');
        await lightning.open('/lightning/n/Callback_Panel');
        const panel = new Panel(lightning.page.getByRole('main'));
        await panel.number.fill('0113 496 0551');
        await panel.presented.root.getByText('Will be presented').waitFor();
        await panel.presented.explain();
        await expectAccessible(lightning.page);
    });
});
