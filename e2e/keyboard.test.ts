import { describe, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { expectLogged } from './org.ts';
import { LightningPage } from './pages/lightningPage.ts';
import { Panel } from './pages/panel.ts';
import { tabTo } from './tabTo.ts';

const browser = useBrowser();

describe('With the keyboard alone', () => {
    it('an agent opens the panel, sets a default, chooses for one call and dials', async () => {
        const visit = await browser.open();
        const lightning = await LightningPage.signIn(visit, 'sian.prosser');
        const { page } = lightning;
        const { keyboard } = page;
        await (await lightning.openSoftphone()).signIn(lightning.username);
        await page
            .getByRole('contentinfo')
            .getByRole('button', { name: 'Softphone', exact: true })
            .press('Enter');

        const utility = page
            .getByRole('contentinfo')
            .getByRole('button', { name: 'Callback Numbers', exact: true });
        await tabTo(page, utility);
        await keyboard.press('Enter');
        const panel = new Panel(page.getByRole('dialog', { name: 'Callback Numbers' }));

        await tabTo(page, panel.root.getByRole('tab', { name: 'Dial' }));
        await keyboard.press('ArrowRight');
        await tabTo(page, panel.defaultPicker.field);
        await keyboard.type('Larkfield Holidays Manchester');
        await keyboard.press('ArrowDown');
        await keyboard.press('Enter');
        await panel.inForce.getByText(/^Saved: .*Larkfield Holidays Manchester/).waitFor();

        await panel.root.getByRole('tab', { name: 'My numbers' }).focus();
        await keyboard.press('ArrowLeft');
        await tabTo(page, panel.number);
        await keyboard.type('0113 496 0541');
        await panel.presented.root.getByText('Larkfield Holidays Manchester').waitFor();
        await tabTo(
            page,
            panel.root.getByRole('button', { name: 'Choose another number for this call' })
        );
        await keyboard.press('Enter');
        await tabTo(page, panel.thisCallPicker.field);
        await keyboard.type('Larkfield Holidays London');
        await keyboard.press('ArrowDown');
        await keyboard.press('Enter');
        await panel.presented.root.getByText('Chosen for this call').waitFor();
        await tabTo(page, panel.dialButton);
        await keyboard.press('Enter');
        await panel.lastCall.getByText('Larkfield Holidays London').waitFor();

        await expectLogged({ username: lightning.username, dialled: '+441134960541' }, [
            { Presented_Number__c: '+442079460110' }
        ]);
        expect(await panel.lastCall.isVisible()).toBe(true);
    });
});
