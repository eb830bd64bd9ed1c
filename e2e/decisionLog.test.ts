import { describe, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { expectWholeLog, idOf } from './org.ts';
import { LightningPage } from './pages/lightningPage.ts';

const browser = useBrowser();

describe('The decision log', () => {
    it('holds every dial of an agent once: a click, a number typed, and one asked for twice', async () => {
        const visit = await browser.open();
        const lightning = await LightningPage.signIn(visit, 'marcus.reed');
        const softphone = await lightning.openSoftphone();
        await softphone.signIn(lightning.username);
        const contactId = await idOf('Contact', 'Name', 'Patricia Gomez');
        const card = await lightning.openRecord('Contact', contactId);
        await card.phone('Phone').presented.root.getByText('Corvo Villas Miami').waitFor();
        await card.phone('Phone').dial();
        await softphone.presented.root.getByText('Corvo Villas Miami').waitFor();

        const panel = await lightning.openPanel();
        await panel.dial('(212) 555-0147');
        await panel.lastCall.getByText('A call to +1 212 555 0147').waitFor();

        // The service decides, and its answer is lost on the way.
        visit.allow(/ERR_FAILED/);
        await visit.context.route('**/softphone/dials', async (route) => {
            await route.fetch();
            await route.abort();
        });
        await panel.dial('+44 113 496 0581');
        await panel.lastCall.getByText('The callback number service does not answer').waitFor();
        await visit.context.unroute('**/softphone/dials');
        await panel.lastCall.getByRole('button', { name: 'Dial again' }).click();
        await panel.lastCall.getByText('A call to +44 113 496 0581').waitFor();

        // The log is written in order: after this line, none of the dials before can follow.
        await panel.dial('999');
        await panel.lastCall.getByText('A call to 999').waitFor();
        const typed = { Channel__c: 'Manual', Record_Id__c: null, Outcome__c: 'Presented' };
        await expectWholeLog(lightning.username, [
            {
                Dialed_Number__c: '+13055550152',
                Channel__c: 'Click to dial',
                Record_Id__c: contactId,
                Outcome__c: 'Presented',
                Presented_Number__c: '+13055550130'
            },
            { Dialed_Number__c: '+12125550147', ...typed },
            { Dialed_Number__c: '+441134960581', ...typed },
            { Dialed_Number__c: '999', ...typed }
        ]);
    });
});
