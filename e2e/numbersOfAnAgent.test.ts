import { describe, expect, it } from 'vitest';
import { expectAccessible } from './axe.ts';
import { useBrowser } from './browser.ts';
import { setNumberActive } from './org.ts';
import { LightningPage } from './pages/lightningPage.ts';

const browser = useBrowser();

describe('The numbers of an agent', () => {
    it('are the principal number alone for somebody restricted whom nobody gave any', async () => {
        const visit = await browser.open();
        const lightning = await LightningPage.signIn(visit, 'amina.yusuf');
        const panel = await lightning.openPanel();
        await panel.showNumbers();
        await panel.inForce.getByText('Larkfield Travel Group').first().waitFor();
        const offered = await panel.defaultPicker.offered();
        expect(offered.filter((text) => /\+\d/.test(text))).toHaveLength(1);
        expect(offered.join('\n')).toContain('Larkfield Travel Group');
        await expectAccessible(lightning.page);
    });

    it('lose one that an admin withdraws while the panel is open, and the panel says so', async () => {
        const visit = await browser.open();
        const lightning = await LightningPage.signIn(visit, 'chloe.nguyen');
        const panel = await lightning.openPanel();
        await panel.showNumbers();
        await panel.inForce.getByText('Skerry Line Melbourne').first().waitFor();
        await setNumberActive('Skerry Line Melbourne', false);
        try {
            await visit.page.evaluate('document.dispatchEvent(new Event("visibilitychange"))');
            await panel.inForce
                .getByText(/Your default number Skerry Line Melbourne .* is no longer available/)
                .waitFor();
            await expectAccessible(lightning.page);
        } finally {
            await setNumberActive('Skerry Line Melbourne', true);
        }
    });

    it('are not shown to somebody without the permission set, who reads what is missing', async () => {
        const visit = await browser.open();
        const lightning = await LightningPage.signIn(visit, 'integration');
        const panel = await lightning.openPanel();
        await panel.root.getByText('You have no access to callback numbers').waitFor();
    });
});
