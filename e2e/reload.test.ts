import { describe, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { idOf } from './org.ts';
import { LightningPage } from './pages/lightningPage.ts';

const browser = useBrowser();

describe('A reload of the page', () => {
    it('keeps the default, the session of the softphone and the numbers used, not the choice', async () => {
        const visit = await browser.open();
        const lightning = await LightningPage.signIn(visit, 'oliver.pemberton');
        await (await lightning.openSoftphone()).signIn(lightning.username);
        const before = await lightning.openPanel();
        await before.setDefault('Skerry Line Edinburgh');
        await before.showDial();
        await before.chooseForThisCall('Larkfield Holidays London');
        await before.dial('0113 496 0561');
        await before.lastCall.getByText('Larkfield Holidays London').waitFor();
        await before.chooseForThisCall('Larkfield Holidays Manchester');

        await visit.page.reload();

        const panel = await lightning.openPanel();
        await panel.number.fill('0113 496 0562');
        await panel.presented.root.getByText('Skerry Line Edinburgh').waitFor();
        await panel.presented.root.getByText('Your default number').waitFor();
        await panel.offerThisCall();
        await panel.quickPicks.getByText('Larkfield Holidays London').waitFor();
        await (await lightning.openSoftphone()).agent.getByText('Oliver Pemberton').waitFor();
    });

    it('forgets a choice made on a record', async () => {
        const visit = await browser.open();
        const lightning = await LightningPage.signIn(visit, 'oliver.pemberton');
        const contact = await idOf('Contact', 'Name', 'Sunita Patel');
        const phone = (await lightning.openRecord('Contact', contact)).phone('Phone');
        await phone.chooseForThisCall('Larkfield Holidays London');
        await phone.presented.root.getByText('Chosen for this call').waitFor();
        await visit.page.reload();
        await phone.presented.root.getByText('Will be presented').waitFor();
        expect(await phone.presented.root.getByText('Chosen for this call').count()).toBe(0);
    });
});
