import { beforeEach, describe, expect, it } from 'vitest';
import { expectAccessible } from '../axe.ts';
import { useBrowser } from '../browser.ts';
import { expectLogged, idOf } from '../org.ts';
import { LightningPage } from '../pages/lightningPage.ts';
import { takePicture } from '../pictures.ts';
import { callsTo, forgetCalls, refuseNextCall, tellProgress } from './telephony.ts';

const browser = useBrowser();
beforeEach(forgetCalls);
/** The vendor's SDK writes to the console what it tells Salesforce. */
const SAID_BY_SDK = /SCV dispatched custom error/;

/** Signed in to Salesforce and to the connector, on the page of a contact. */
async function onContact(agent: string, contact: string) {
    const visit = await browser.open();
    const lightning = await LightningPage.signIn(visit, agent);
    const card = await lightning.openRecord('Contact', await idOf('Contact', 'Name', contact));
    const telephone = await lightning.openPhone();
    return { visit, lightning, telephone, phone: card.phone('Phone') };
}

describe('An agent on Salesforce Voice', () => {
    it('signs in to the connector, clicks a number, presents the decided one, and keeps the call on a new page', async () => {
        const { lightning, telephone, phone } = await onContact('priya.raman', 'Fiona Geddes');
        await telephone.connector.button('Sign in with Salesforce').waitFor();
        await expectAccessible(lightning.page);
        await telephone.signIn(lightning.username);

        await phone.dial();
        await telephone.call('Fiona Geddes').getByText('Ringing').waitFor();
        expect(await callsTo('+441314960412')).toMatchObject([{ callbackNumber: '+441314960120' }]);
        await telephone.panel.lastCall.getByText('Skerry Line Edinburgh').waitFor();
        await tellProgress('answered');
        await telephone.call('Fiona Geddes').getByText('Connected').waitFor();
        await expectAccessible(lightning.page);
        await telephone.calls.first().scrollIntoViewIfNeeded();
        await takePicture(telephone.root, 'agent-voice-call');

        await lightning.page.reload();
        const again = await lightning.openPhone();
        await again.call('Fiona Geddes').getByText('Connected').waitFor();
        await tellProgress('completed');
        await again.number.waitFor();

        await expectLogged({ username: lightning.username, dialled: '+441314960412' }, [
            { Outcome__c: 'Presented', Presented_Number__c: '+441314960120', Source__c: 'Rule' }
        ]);
    });

    it('asks a second person with a number decided for them', async () => {
        const { lightning, telephone } = await onContact('priya.raman', 'Fiona Geddes');
        await telephone.signIn(lightning.username);
        await telephone.dial('0113 496 0533');
        await telephone.call('0113 496 0533').waitFor();
        await telephone.addToCall('0161 496 0481');
        await telephone.call('0161 496 0481').waitFor();
        expect(await callsTo('+441614960481')).toHaveLength(1);
        await telephone.end('0161 496 0481');
        await expect.poll(() => telephone.calls.count()).toBe(1);
        await telephone.end('0113 496 0533');
        await telephone.number.waitFor();
    });

    it('leaves a call to somebody else, who sees a number decided for them', async () => {
        const { lightning, telephone } = await onContact('priya.raman', 'Fiona Geddes');
        await telephone.signIn(lightning.username);
        await telephone.dial('0113 496 0534');
        await telephone.call('0113 496 0534').waitFor();
        await tellProgress('answered');
        await telephone.call('0113 496 0534').getByText('Connected').waitFor();
        await telephone.transferTo('+49 30 23125 417');
        await telephone.number.waitFor();
        expect(await telephone.problem.innerText()).toBe('');
        await expectLogged({ username: lightning.username, dialled: '+493023125417' }, [
            { Outcome__c: 'Presented' }
        ]);
    });

    it('presents the number chosen for this call in the panel inside the telephone', async () => {
        const { lightning, telephone } = await onContact('liam.oconnor', 'Fiona Geddes');
        await telephone.signIn(lightning.username);
        await telephone.panel.chooseForThisCall('Larkfield Holidays London');
        await telephone.panel.dial('+44 113 496 0532');
        await telephone.call('496 0532').or(telephone.call('4960532')).waitFor();
        await telephone.panel.lastCall.getByText('Larkfield Holidays London').waitFor();
        expect(await callsTo('+441134960532')).toMatchObject([{ callbackNumber: '+442079460110' }]);
        await expectLogged({ username: lightning.username, dialled: '+441134960532' }, [
            { Outcome__c: 'Presented', Source__c: 'This call' }
        ]);
    });

    it('presents the number chosen for this call on the record that is clicked', async () => {
        const { lightning, telephone, phone } = await onContact('liam.oconnor', 'Alasdair Muir');
        await telephone.signIn(lightning.username);
        await phone.chooseForThisCall('Larkfield Holidays London');
        await phone.dial();
        await telephone.call('Alasdair Muir').waitFor();
        expect(await callsTo('+441314960428')).toMatchObject([{ callbackNumber: '+442079460110' }]);
        await expectLogged({ username: lightning.username, dialled: '+441314960428' }, [
            { Outcome__c: 'Presented', Source__c: 'This call' }
        ]);
    });

    it('whose call is blocked reads our words, and the telephony is asked for nothing', async () => {
        const { visit, lightning, telephone, phone } = await onContact(
            'priya.raman',
            'Beatrice Holloway'
        );
        visit.allow(SAID_BY_SDK);
        await telephone.signIn(lightning.username);
        await phone.dial();
        await telephone.problem.getByText('your organization refuses this call').waitFor();
        await telephone.panel.lastCall.getByText('asked not to be called').waitFor();
        await expectAccessible(lightning.page);
        expect(await callsTo('+442079460452')).toEqual([]);
        await expectLogged({ username: lightning.username, dialled: '+442079460452' }, [
            { Outcome__c: 'Blocked', Error_Code__c: 'SELECTOR_ERROR' }
        ]);
    });

    it('whose number the telephony refuses is told so', async () => {
        const { visit, lightning, telephone, phone } = await onContact(
            'priya.raman',
            'Sunita Patel'
        );
        visit.allow(SAID_BY_SDK);
        visit.allow(/502/);
        await telephone.signIn(lightning.username);
        await refuseNextCall('callerIdNotVerified');
        await phone.dial();
        await telephone.problem
            .getByText('does not let this callback number be presented')
            .waitFor();
        await expect.poll(() => telephone.calls.count()).toBe(0);
    });
});
