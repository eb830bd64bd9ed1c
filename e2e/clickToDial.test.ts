import { describe, expect, it } from 'vitest';
import { expectAccessible } from './axe.ts';
import { useBrowser } from './browser.ts';
import { expectLogged, idOf } from './org.ts';
import { LightningPage } from './pages/lightningPage.ts';
import { takePicture } from './pictures.ts';

const browser = useBrowser();

/** Signed in to Salesforce and to the softphone, on the page of a contact. */
async function onContact(agent: string, contact: string) {
    const visit = await browser.open();
    const lightning = await LightningPage.signIn(visit, agent);
    const softphone = await lightning.openSoftphone();
    await softphone.signIn(lightning.username);
    const card = await lightning.openRecord('Contact', await idOf('Contact', 'Name', contact));
    return { visit, lightning, softphone, card };
}

describe('A click on a phone number of a contact', () => {
    it('arrives in the softphone with the decision of the service, and is logged once', async () => {
        const { lightning, softphone, card } = await onContact('daniel.osei', 'Fiona Geddes');
        const phone = card.phone('Phone');
        await phone.presented.root.getByText('Skerry Line Edinburgh').waitFor();
        await phone.presented.explain();
        await expectAccessible(lightning.page);
        await takePicture(card.root, 'agent-click-to-dial');

        await phone.dial();
        await lightning.openSoftphone();
        await softphone.root.getByText('Fiona Geddes').waitFor();
        await softphone.presented.root.getByText('Skerry Line Edinburgh').waitFor();
        await softphone.root.getByText('Decision only').waitFor();
        await expectAccessible(lightning.page);
        await takePicture(lightning.page, 'agent-softphone');

        await expectLogged({ username: lightning.username, dialled: '+441314960412' }, [
            { Outcome__c: 'Presented', Presented_Number__c: '+441314960120', Source__c: 'Rule' }
        ]);
    });

    it('that is blocked says so before, and what to do', async () => {
        const { lightning, card } = await onContact('jonas.keller', 'Gisela Raab');
        const phone = card.phone('Phone');
        await phone.presented.blocked.waitFor();
        await expectAccessible(lightning.page);
        expect(await phone.root.getByRole('link').count()).toBe(0);
    });

    it('that a custom selector refuses shows its words in the softphone', async () => {
        const { lightning, softphone, card } = await onContact(
            'hannah.okafor',
            'Beatrice Holloway'
        );
        const phone = card.phone('Phone');
        await phone.presented.root.getByText('Decided when you dial').waitFor();
        await phone.dial();
        await lightning.openSoftphone();
        await softphone.presented.root.getByText('asked not to be called').waitFor();
        await expectAccessible(lightning.page);
        await expectLogged({ username: lightning.username, dialled: '+442079460452' }, [
            { Outcome__c: 'Blocked', Error_Code__c: 'SELECTOR_ERROR', Presented_Number__c: null }
        ]);
    });
});
