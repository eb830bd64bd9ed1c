import { afterEach, describe, it } from 'vitest';
import { expectAccessible } from './axe.ts';
import { useBrowser } from './browser.ts';
import { expectWholeLog, idOf, reloadService, setNumberActive } from './org.ts';
import { LightningPage } from './pages/lightningPage.ts';

const browser = useBrowser();

const NUMBER_OF_RULE = 'Corvo Villas Munich';

describe('A click whose number was withdrawn after the page had been opened', () => {
    afterEach(async () => {
        await setNumberActive(NUMBER_OF_RULE, true);
        await reloadService();
    });

    it('arrives blocked in the softphone, in the words of the agent, and is logged once', async () => {
        const lightning = await LightningPage.signIn(await browser.open(), 'jonas.keller');
        const softphone = await lightning.openSoftphone();
        await softphone.signIn(lightning.username);
        const contactId = await idOf('Contact', 'Name', 'Stefan Wimmer');
        const phone = (await lightning.openRecord('Contact', contactId)).phone('Phone');
        await phone.presented.root.getByText(NUMBER_OF_RULE).waitFor();

        await setNumberActive(NUMBER_OF_RULE, false);
        await reloadService();
        await phone.dial();

        await lightning.openSoftphone();
        await softphone.root.getByText('Stefan Wimmer').waitFor();
        await softphone.presented.root.getByText('Der Anruf wurde blockiert').waitFor();
        await softphone.presented.root
            .getByText('stillgelegt oder Ihnen nicht zugewiesen')
            .waitFor();
        await expectAccessible(lightning.page);
        await expectWholeLog(lightning.username, [
            {
                Dialed_Number__c: '+498999998512',
                Record_Id__c: contactId,
                Channel__c: 'Click to dial',
                Outcome__c: 'Blocked',
                Error_Code__c: 'NUMBER_NOT_AVAILABLE',
                Presented_Number__c: null
            }
        ]);
    });
});
