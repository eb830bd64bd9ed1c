import { afterEach, describe, expect, it } from 'vitest';
import { expectAccessible } from './axe.ts';
import { useBrowser } from './browser.ts';
import { expectLogged, reloadService, setNumberActive } from './org.ts';
import { LightningPage } from './pages/lightningPage.ts';

const browser = useBrowser();

const NUMBER = 'Corvo Villas Brisbane';

describe('A number chosen for this call that an admin withdraws meanwhile', () => {
    afterEach(async () => {
        await setNumberActive(NUMBER, true);
        await reloadService();
    });

    async function chooseIt() {
        const lightning = await LightningPage.signIn(await browser.open(), 'liam.oconnor');
        await (await lightning.openSoftphone()).signIn(lightning.username);
        const panel = await lightning.openPanel();
        await panel.showDial();
        await panel.chooseForThisCall(NUMBER);
        return { lightning, panel };
    }

    it('leaves the panel, which says so, and cannot be picked again', async () => {
        const { lightning, panel } = await chooseIt();
        await setNumberActive(NUMBER, false);
        await lightning.page.evaluate('document.dispatchEvent(new Event("visibilitychange"))');
        await panel.root
            .getByText(
                `${NUMBER} is no longer available to you. Your choice for this call was dropped.`
            )
            .waitFor();
        await expectAccessible(lightning.page);
        await panel.offerThisCall();
        const offered = await panel.thisCallPicker.offered();
        expect(offered.join()).toContain('Larkfield Holidays Sydney');
        expect(offered.join()).not.toContain(NUMBER);
    });

    it('is refused with words by the service where the agent dials before the panel knows', async () => {
        const { lightning, panel } = await chooseIt();
        await setNumberActive(NUMBER, false);
        await reloadService();
        await panel.dial('+44 113 496 0571');
        await panel.lastCall
            .getByText('The number picked for this call is retired or not assigned to you.')
            .waitFor();
        await expectAccessible(lightning.page);
        await expectLogged({ username: lightning.username, dialled: '+441134960571' }, [
            {
                Outcome__c: 'Blocked',
                Error_Code__c: 'NUMBER_NOT_AVAILABLE',
                Presented_Number__c: null
            }
        ]);
    });
});
