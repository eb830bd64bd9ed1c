import { beforeEach, describe, expect, it } from 'vitest';
import { expectAccessible } from '../axe.ts';
import { useBrowser } from '../browser.ts';
import { expectLogged, idOf } from '../org.ts';
import { LightningPage } from '../pages/lightningPage.ts';
import { takePicture } from '../pictures.ts';
import { callsTo, forgetCalls, refuseNextCall, tellProgress } from './telephony.ts';

const browser = useBrowser();
beforeEach(forgetCalls);

/** Signed in to Salesforce and to the softphone, on the page of a contact. */
async function onContact(agent: string, contact: string) {
    const visit = await browser.open();
    const lightning = await LightningPage.signIn(visit, agent);
    const softphone = await lightning.openSoftphone();
    await softphone.signIn(lightning.username);
    const card = await lightning.openRecord('Contact', await idOf('Contact', 'Name', contact));
    return { visit, lightning, softphone, phone: card.phone('Phone') };
}

describe('A click on a number, with a telephony connected', () => {
    it('becomes one call that presents the decided number, and is followed to its end', async () => {
        const { lightning, softphone, phone } = await onContact('daniel.osei', 'Fiona Geddes');
        await phone.presented.root.getByText('Skerry Line Edinburgh').waitFor();
        await phone.dial();
        await lightning.openSoftphone();
        await softphone.presented.root.getByText('Skerry Line Edinburgh').waitFor();
        await softphone.root.getByText('The call was started.').waitFor();
        expect(await callsTo('+441314960412')).toMatchObject([{ callbackNumber: '+441314960120' }]);

        await tellProgress('ringing');
        await softphone.root.getByText('It is ringing.').waitFor();
        await tellProgress('answered');
        await softphone.root.getByText('The call was answered.').waitFor();
        await expectAccessible(lightning.page);
        await takePicture(softphone.root, 'agent-call');
        await tellProgress('completed');
        await softphone.root.getByText('The call has ended.').waitFor();

        await expectLogged({ username: lightning.username, dialled: '+441314960412' }, [
            { Outcome__c: 'Presented', Presented_Number__c: '+441314960120', Source__c: 'Rule' }
        ]);
    });

    it('presents the number chosen for this call', async () => {
        const { lightning, softphone, phone } = await onContact('callum.fraser', 'Sunita Patel');
        await phone.chooseForThisCall('Skerry Line Edinburgh');
        await phone.dial();
        await lightning.openSoftphone();
        await softphone.presented.root.getByText('Chosen for this call').waitFor();
        await softphone.root.getByText('The call was started.').waitFor();
        expect(await callsTo('+441164960470')).toMatchObject([{ callbackNumber: '+441314960120' }]);
        await expectLogged({ username: lightning.username, dialled: '+441164960470' }, [
            { Outcome__c: 'Presented', Source__c: 'This call' }
        ]);
    });

    it('that is blocked asks the telephony for nothing', async () => {
        const { lightning, softphone, phone } = await onContact(
            'hannah.okafor',
            'Beatrice Holloway'
        );
        await phone.dial();
        await lightning.openSoftphone();
        await softphone.presented.root.getByText('asked not to be called').waitFor();
        await expectLogged({ username: lightning.username, dialled: '+442079460452' }, [
            { Outcome__c: 'Blocked', Error_Code__c: 'SELECTOR_ERROR' }
        ]);
        expect(await callsTo('+442079460452')).toEqual([]);
    });

    it('whose number the telephony refuses says why, and is logged as refused', async () => {
        const { visit, lightning, softphone, phone } = await onContact(
            'tom.ashdown',
            'Fiona Geddes'
        );
        visit.allow(/502/);
        await refuseNextCall('callerIdNotVerified');
        await phone.dial();
        await lightning.openSoftphone();
        await softphone.root.getByText('does not let this callback number be presented').waitFor();
        await expectAccessible(lightning.page);
        await takePicture(softphone.root, 'agent-call-refused');
        await expectLogged({ username: lightning.username, dialled: '+441314960412' }, [
            { Outcome__c: 'Refused', Error_Code__c: 'CALLER_ID_REFUSED' }
        ]);
        expect(await callsTo('+441314960412')).toHaveLength(1);
    });
});

it('A number dialled in the panel, with another one chosen for this call, is one call', async () => {
    const visit = await browser.open();
    const lightning = await LightningPage.signIn(visit, 'callum.fraser');
    const softphone = await lightning.openSoftphone();
    await softphone.signIn(lightning.username);
    const panel = await lightning.openPanel();
    await panel.chooseForThisCall('Larkfield Holidays London');
    await panel.dial('0113 496 0531');
    await panel.lastCall.getByText('Called').waitFor();
    await panel.lastCall.getByText('Larkfield Holidays London').waitFor();
    expect(await callsTo('+441134960531')).toMatchObject([{ callbackNumber: '+442079460110' }]);
    await expectLogged({ username: lightning.username, dialled: '+441134960531' }, [
        { Outcome__c: 'Presented', Source__c: 'This call' }
    ]);
});
