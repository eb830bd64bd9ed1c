import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAccessible } from './axe.ts';
import { useBrowser, type Visit } from './browser.ts';
import { expectLogged, idOf } from './org.ts';
import { LightningPage } from './pages/lightningPage.ts';
import type { PhoneField } from './pages/clickToDialCard.ts';

const browser = useBrowser();

const CONTACT = 'Fiona Geddes';
const NUMBER = '+441314960412';
const CALLBACK_NUMBER = '+443069990100';

/** Browsers write every refusal to the console, too. */
const REFUSALS = /status of 4\d\d/;

async function onContact(agent: string) {
    const visit = await browser.open();
    visit.allow(REFUSALS);
    const lightning = await LightningPage.signIn(visit, agent);
    const softphone = await lightning.openSoftphone();
    const told = visit.context.waitForEvent('request', (request) =>
        isHandover(request.method(), request.url())
    );
    await softphone.signIn(lightning.username);
    const handover = (await told).postData()!;
    const contactId = await idOf('Contact', 'Name', CONTACT);
    const card = await lightning.openRecord('Contact', contactId);
    const phone = card.phone('Phone');
    await phone.presented.root.getByText('Will be presented').waitFor();
    return { visit, lightning, softphone, phone, contactId, handover };
}

function isHandover(method: string, url: string): boolean {
    return method === 'POST' && url.endsWith('/softphone/session');
}

/** What rides with the next click, as a page that is not ours could set it. */
async function ride(phone: PhoneField, parameters: Readonly<Record<string, string>>) {
    const params = Object.entries(parameters).map(([name, value]) => `${name}=${value}`);
    await phone.root
        .locator('lightning-click-to-dial')
        .evaluate((element, text) => Object.assign(element, { params: text }), params.join(','));
}

const choice = (more: Readonly<Record<string, string>>) => ({
    callbackChoice: `journey-${Math.random()}`,
    callbackNumber: encodeURIComponent(CALLBACK_NUMBER),
    chosenFor: encodeURIComponent(NUMBER),
    chosenAt: String(Date.now()),
    ...more
});

function softphoneFrame({ page }: Visit): Frame {
    return page.frames().find((frame) => frame.url().includes('/softphone?'))!;
}

describe('A choice for one call', () => {
    it('that is too old, or made for another number, is refused; the call waits for the agent', async () => {
        const { lightning, softphone, phone, contactId } = await onContact('sian.prosser');
        await ride(phone, choice({ chosenOn: contactId, chosenAt: String(Date.now() - 120_000) }));
        await phone.dial();
        await lightning.openSoftphone();
        await softphone.root.getByText('no longer held').waitFor();
        await expectAccessible(lightning.page);
        await expectLogged({ username: lightning.username, dialled: NUMBER }, []);

        await ride(phone, choice({ chosenOn: contactId, chosenFor: '999' }));
        await softphone.root.locator('[data-name="dismiss"]').getByRole('button').click();
        await phone.dial();
        await softphone.root.getByText('chosen for another number').waitFor();
        await expectLogged({ username: lightning.username, dialled: NUMBER }, []);

        await softphone.button('Dial without this choice').click();
        await softphone.presented.root.locator('[data-outcome]').waitFor();
        await expectLogged({ username: lightning.username, dialled: NUMBER }, [
            { Outcome__c: 'Presented' }
        ]);
    });
});

describe('Somebody else', () => {
    it('who is signed in to the softphone calls nobody', async () => {
        const { lightning, softphone, phone } = await onContact('nathan.broad');
        await ride(phone, { agent: await idOf('User', 'Username', adminOf(lightning.username)) });
        await phone.dial();
        await lightning.openSoftphone();
        await softphone.root.getByText('still signed in as another agent').waitFor();
        await expectAccessible(lightning.page);
        await expectLogged({ username: lightning.username, dialled: NUMBER }, []);
    });

    it('who sends messages in the name of Salesforce, or a code again, is not heard', async () => {
        const { visit, lightning, softphone, handover } = await onContact('callum.fraser');
        const forged = '+441632960999';
        const frame = softphoneFrame(visit);

        // To the softphone, from a window that is not Salesforce; to Salesforce, from itself.
        const nonce = new URL(frame.url()).searchParams.get('nonce');
        const click = { api: 'opencti', nonce, event: 'clickToDial', payload: { number: forged } };
        await frame.evaluate((message) => window.postMessage(message, '*'), click);
        const call = { api: 'opencti', nonce, call: 1, method: 'disableClickToDial' };
        await lightning.page.evaluate((message) => window.postMessage(message, '*'), call);

        const again = await frame.evaluate(async (body) => {
            const answer = await fetch('/softphone/session', {
                method: 'POST',
                headers: { 'content-type': 'application/json' },
                body
            });
            return answer.status;
        }, handover);
        expect(again).toBeGreaterThanOrEqual(400);

        await lightning.openSoftphone();
        expect(await softphone.agent.textContent()).toContain('Callum');
        const phone = lightning.page.locator('c-click-to-dial').getByRole('link').first();
        await phone.click();
        await softphone.presented.root.locator('[data-outcome]').waitFor();
        await expectLogged({ username: lightning.username, dialled: forged }, []);
    });
});

/** Any other user will do. */
function adminOf(username: string): string {
    return username.replace(/^[^@]+/, 'rachel.kerr');
}
