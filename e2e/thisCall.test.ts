import { describe, expect, it } from 'vitest';
import { expectAccessible } from './axe.ts';
import { useBrowser } from './browser.ts';
import { expectLogged, idOf } from './org.ts';
import { LightningPage } from './pages/lightningPage.ts';
import { takePicture } from './pictures.ts';

const browser = useBrowser();

describe('A number chosen for one call', () => {
    it('on a record is presented on that call, and forgotten by the next', async () => {
        const visit = await browser.open();
        const lightning = await LightningPage.signIn(visit, 'callum.fraser');
        const softphone = await lightning.openSoftphone();
        await softphone.signIn(lightning.username);
        const sunita = await idOf('Contact', 'Name', 'Sunita Patel');
        const phone = (await lightning.openRecord('Contact', sunita)).phone('Phone');

        await phone.chooseForThisCall('Skerry Line Edinburgh');
        await phone.presented.root.getByText('Chosen for this call').waitFor();
        await expectAccessible(lightning.page);
        await takePicture(phone.root, 'agent-this-call');
        await phone.dial();
        await lightning.openSoftphone();
        await softphone.presented.root.getByText('Chosen for this call').waitFor();

        await phone.presented.root.getByText('Larkfield Holidays Manchester').waitFor();
        await phone.dial();
        await softphone.presented.root.getByText('Larkfield Holidays Manchester').waitFor();

        await expectLogged({ username: lightning.username, dialled: '+441164960470' }, [
            { Presented_Number__c: '+441314960120', Source__c: 'This call' },
            { Presented_Number__c: '+441614960110', Source__c: 'Rule' }
        ]);
    });

    it('in the panel is presented on that call, and forgotten by the next', async () => {
        const visit = await browser.open();
        const lightning = await LightningPage.signIn(visit, 'callum.fraser');
        const softphone = await lightning.openSoftphone();
        await softphone.signIn(lightning.username);
        const panel = await lightning.openPanel();

        await panel.chooseForThisCall('Larkfield Holidays London');
        await panel.dial('0113 496 0531');
        await panel.lastCall.getByText('Larkfield Holidays London').waitFor();
        expect(await panel.presented.root.getByText('Chosen for this call').count()).toBe(0);
        await expectAccessible(lightning.page);

        await panel.dial('0113 496 0532');
        await panel.lastCall.getByText('Skerry Line Edinburgh').waitFor();
        await expectLogged({ username: lightning.username, dialled: '+441134960531' }, [
            { Presented_Number__c: '+442079460110', Source__c: 'This call' }
        ]);
        await expectLogged({ username: lightning.username, dialled: '+441134960532' }, [
            { Source__c: 'Agent default' }
        ]);
    });

    it('cannot be chosen where the policy forbids it, and the card says so', async () => {
        const visit = await browser.open();
        const lightning = await LightningPage.signIn(visit, 'priya.raman');
        const sunita = await idOf('Contact', 'Name', 'Sunita Patel');
        const phone = (await lightning.openRecord('Contact', sunita)).phone('Phone');
        await phone.root.getByText('Your policy does not let you change the number').waitFor();
        expect(await phone.root.getByRole('button', { name: 'Change for this call' }).count()).toBe(
            0
        );
        await expectAccessible(lightning.page);
    });
});
