import { inject, describe, expect, it } from 'vitest';
import { expectAccessible } from './axe.ts';
import { useBrowser, type Visit } from './browser.ts';
import { expectLogged, expectWholeLog, idOf } from './org.ts';
import { LightningPage } from './pages/lightningPage.ts';

const browser = useBrowser();

/** Browsers write every refusal to the console, too. */
const REFUSALS = /status of 4\d\d/;

async function signedIn(visit: Visit, agent: string) {
    const lightning = await LightningPage.signIn(visit, agent);
    const softphone = await lightning.openSoftphone();
    await softphone.signIn(lightning.username);
    return { lightning, softphone };
}

async function phoneOf(lightning: LightningPage, contact: string) {
    const contactId = await idOf('Contact', 'Name', contact);
    const phone = (await lightning.openRecord('Contact', contactId)).phone('Phone');
    await phone.presented.root.getByText('Will be presented').waitFor();
    return phone;
}

describe('A choice that has been used', () => {
    it('is refused when a page sends it with another call', async () => {
        const visit = await browser.open();
        visit.allow(REFUSALS);
        const { lightning, softphone } = await signedIn(visit, 'emily.alvarez');
        const phone = await phoneOf(lightning, 'Barbara Jensen');
        await phone.chooseForThisCall('Skerry Line Boston');
        await phone.presented.root.getByText('Chosen for this call').waitFor();
        const used = await phone.params();
        await phone.dial();
        await lightning.openSoftphone();
        await softphone.presented.root.getByText('Skerry Line Boston').waitFor();
        await phone.presented.root.getByText('Larkfield Holidays New York').waitFor();

        await phone.setParams(used);
        await phone.dial();
        await softphone.root.getByText('a choice is for one call').waitFor();
        await expectAccessible(lightning.page);
        await softphone.button('Do not dial').click();

        await phone.setParams('');
        await phone.dial();
        await softphone.presented.root.getByText('Larkfield Holidays New York').waitFor();
        await expectWholeLog(lightning.username, [
            { Source__c: 'This call', Presented_Number__c: '+16175550120' },
            { Source__c: 'Rule', Presented_Number__c: '+12125550110' }
        ]);
    });
});

describe('A service that freezes', () => {
    it('is away in words; the same dial again is answered, and logged once', async () => {
        const visit = await browser.open();
        const { lightning, softphone } = await signedIn(visit, 'tyrone.banks');
        const phone = await phoneOf(lightning, 'Barbara Jensen');
        await lightning.openSoftphone();

        process.kill(inject('servicePid'), 'SIGSTOP');
        try {
            await phone.dial();
            await softphone.root
                .getByText('The callback number service does not answer')
                .waitFor({ timeout: 3_000 });
            expect(await softphone.presented.root.count()).toBe(0);
        } finally {
            process.kill(inject('servicePid'), 'SIGCONT');
        }
        // "Dial again" while it looks away, "Dial now" as soon as the softphone has seen it back.
        await softphone.retryButton.click();
        await softphone.presented.root.getByText('Larkfield Holidays New York').waitFor();
        // The log is written in order: after the line of this dial, none of the first can follow.
        const next = await phoneOf(lightning, 'Patricia Gomez');
        await next.dial();
        await expectWholeLog(lightning.username, [
            { Dialed_Number__c: '+12125550147', Presented_Number__c: '+12125550110' },
            { Dialed_Number__c: '+13055550152', Presented_Number__c: '+13055550130' }
        ]);
    });
});

describe('A session that has ended', () => {
    it('asks the agent to sign in again, and keeps the dial until they dial it', async () => {
        const visit = await browser.open();
        visit.allow(REFUSALS);
        const { lightning, softphone } = await signedIn(visit, 'denise.carter');
        const phone = await phoneOf(lightning, 'Barbara Jensen');
        await visit.context.clearCookies({ name: /session$/, path: '/softphone' });
        await phone.dial();
        await softphone.root.getByText('You are not signed in').waitFor();
        await softphone.root.getByText('is not dialled yet').waitFor();
        await expectAccessible(lightning.page);

        await softphone.signIn(lightning.username);
        await softphone.root.getByText('is not dialled yet').waitFor();
        await expectWholeLog(lightning.username, []);
        await softphone.button('Dial now').click();
        await softphone.root.getByText('Decision only').waitFor();
        await expectLogged({ username: lightning.username, dialled: '+12125550147' }, [
            { Outcome__c: 'Presented', Channel__c: 'Click to dial' }
        ]);
    });
});

describe('A page that pretends to be the sign-in window', () => {
    it('signs nobody in; the real window still does', async () => {
        const visit = await browser.open();
        const lightning = await LightningPage.signIn(visit, 'ben.mitchell');
        const softphone = await lightning.openSoftphone();
        const popup = await softphone.openSignIn();
        const state = new URL(popup.url()).searchParams.get('state');
        expect(state).toBeTruthy();

        const handedOver: string[] = [];
        visit.context.on('request', (request) => {
            if (request.method() === 'POST' && request.url().endsWith('/softphone/session')) {
                handedOver.push(request.postData() ?? '');
            }
        });
        const forged = { type: 'callbackNumbers.signIn', code: 'forged', state };
        // From the page around the softphone, and from the real window before Salesforce sent it back.
        await lightning.page
            .locator('iframe')
            .evaluate(
                (frame: HTMLIFrameElement, message) =>
                    frame.contentWindow!.postMessage(message, '*'),
                forged
            );
        await popup.evaluate((message) => window.opener.postMessage(message, '*'), forged);
        await softphone.finishSignIn(popup, lightning.username);
        expect(handedOver).toHaveLength(1);
        expect(handedOver[0]).not.toContain('forged');
        await softphone.agent.getByText('Ben Mitchell').waitFor();
    });
});
