import { describe, it } from 'vitest';
import { expectAccessible } from './axe.ts';
import { useBrowser } from './browser.ts';
import { expectLogged } from './org.ts';
import { LightningPage } from './pages/lightningPage.ts';
import { takePicture } from './pictures.ts';

const browser = useBrowser();

describe('An agent sets a default number', () => {
    it('and it is used: shown before the call, presented on it, and logged once', async () => {
        const visit = await browser.open();
        const lightning = await LightningPage.signIn(visit, 'daniel.osei');
        const softphone = await lightning.openSoftphone();
        await softphone.signIn(lightning.username);

        const panel = await lightning.openPanel();
        await panel.setDefault('Skerry Line Edinburgh');
        await expectAccessible(lightning.page);
        await takePicture(panel.root, 'agent-default');

        await panel.showDial();
        await panel.number.fill('0113 496 0512');
        await panel.presented.root.getByText('Skerry Line Edinburgh').waitFor();
        await panel.presented.root.getByText('Your default number').waitFor();
        await takePicture(panel.root, 'agent-dial');
        await panel.dialButton.click();
        await panel.lastCall.getByText('Skerry Line Edinburgh').waitFor();
        await expectAccessible(lightning.page);

        await expectLogged({ username: lightning.username, dialled: '+441134960512' }, [
            { Outcome__c: 'Presented', Presented_Number__c: '+441314960120' }
        ]);
    });
});
