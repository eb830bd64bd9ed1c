import {
    chromium,
    type Browser,
    type BrowserContext,
    type Locator,
    type Page
} from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { expectAccessible } from '../../../e2e/axe.ts';
import { ClickToDialCard } from '../../../e2e/pages/clickToDialCard.ts';
import { findBrowser } from '../../../scripts/browser/findBrowser.ts';
import { seedLocalOrg } from '../../../scripts/data/seedLocalOrg.ts';
import { staticResourceFile } from '../../../scripts/resources/staticResources.ts';
import { startLocalOrg, type LocalOrg } from '../../index.ts';
import { buildShell } from '../build.ts';
import { CONNECTOR_URL, heardBy, serveConnector, tellPages } from './testing/connectorPage.ts';

const CALLUM = 'callum.fraser@callback-numbers.example';
const CONTACT = 'Fiona Geddes';
const NUMBER = '0131 496 0412';

describe('The telephone of Salesforce Voice in the browser', () => {
    let org: LocalOrg;
    let browser: Browser;
    let context: BrowserContext;
    let page: Page;
    let phone: Locator;
    let errors: string[];

    beforeAll(async () => {
        const executablePath = findBrowser();
        if (!executablePath) {
            throw new Error('No Chromium or Chrome. Run: npx tsx scripts/browser/ensure.ts');
        }
        org = await startLocalOrg({
            file: ':memory:',
            shell: {
                builtPage: await buildShell(),
                users: [{ username: CALLUM, role: 'agent' }],
                softphoneUrl: 'https://softphone.example/softphone',
                voice: { connectorUrl: CONNECTOR_URL, usernames: [CALLUM] },
                resourceFile: staticResourceFile
            }
        });
        await seedLocalOrg(org);
        browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    }, 180_000);
    afterAll(async () => {
        await browser?.close();
        await org?.close();
    });

    beforeEach(async () => {
        errors = [];
        context = await browser.newContext();
        context.setDefaultTimeout(10_000);
        context.on('weberror', (error) => errors.push(String(error.error())));
        context.on('console', (message) => {
            // The SDK says every refusal aloud.
            if (message.type() === 'error' && !message.text().startsWith('SCV dispatched')) {
                errors.push(message.text());
            }
        });
        await serveConnector(context);
        page = await context.newPage();
        await page.goto(`${org.url}/lightning/r/${contactId()}/view`);
        await bar().click();
        phone = page.getByRole('dialog', { name: 'Phone' });
        await phone.waitFor();
    });
    afterEach(async () => {
        await context.close();
        expect(errors, 'errors in the browser console').toEqual([]);
    });

    const bar = () =>
        page.getByRole('contentinfo').getByRole('button', { name: 'Phone', exact: true });
    const contactId = () =>
        String(
            org.engine.systemSession().query(`SELECT Id FROM Contact WHERE Name = '${CONTACT}'`)
                .records[0]?.['Id']
        );
    const button = (name: string) => phone.getByRole('button', { name, exact: true });
    const field = () => new ClickToDialCard(page.locator('body')).phone('Phone');
    const link = () => field().root.getByRole('link', { name: NUMBER });
    async function signIn(): Promise<void> {
        await phone.locator('iframe').contentFrame().getByRole('button').click();
        await phone.getByLabel('Phone number').waitFor();
    }
    async function call(number: string): Promise<void> {
        await phone.getByLabel('Phone number').fill(number);
        await phone.getByLabel('Phone number').press('Enter');
    }

    it('shows the connector as long as the agent has to sign in, and the panel below it', async () => {
        const frame = phone.locator('iframe');
        await phone.getByText('Sign in to the telephone below.').waitFor();
        expect((await frame.boundingBox())?.height).toBe(120);
        expect(await link().count()).toBe(0);
        await expectAccessible(page);

        await signIn();
        await frame.waitFor({ state: 'hidden' });
        await link().waitFor();
        await phone.locator('c-callback-panel').getByLabel('Number to dial').waitFor();
        expect(
            await page.getByRole('contentinfo').getByRole('button', { name: 'Softphone' }).count()
        ).toBe(0);
        await expectAccessible(page);
    });

    it('takes a click on a number without the parameters of the click', async () => {
        await signIn();
        await bar().click();
        await field().dial();
        await phone.getByText(`${CONTACT}, ${NUMBER}`).waitFor();
        await phone.getByText('Ringing').waitFor();
        const [dialled] = (await heardBy(page)).filter(([what]) => what === 'dial');
        expect(dialled![1]).toMatchObject({
            phoneNumber: NUMBER,
            type: 'PhoneNumber',
            recordId: contactId(),
            name: CONTACT
        });
        expect(JSON.stringify(dialled)).not.toContain('params');
        await expectAccessible(page);
        await button(`End the call with ${CONTACT}`).click();
        await phone.getByText(`The call with ${NUMBER} has ended.`).waitFor();
        await link().waitFor();
    });

    it('carries messages between pages and the connector by the bridge', async () => {
        await signIn();
        await field().chooseForThisCall('Skerry Line Edinburgh');
        await expect
            .poll(async () => (await heardBy(page)).filter(([what]) => what === 'message'))
            .toMatchObject([
                [
                    'message',
                    {
                        source: 'PAGE',
                        channel: 'Callback_Number_Chosen__c',
                        payload: { callbackNumber: '+441314960120', recordId: contactId() }
                    }
                ]
            ]);

        await tellPages(page, {
            source: 'CONNECTOR',
            channel: 'Callback_Call_Decided__c',
            payload: {
                dialKey: 'k1',
                number: NUMBER,
                recordId: contactId(),
                outcome: 'blocked',
                message: 'Nobody may call her today.'
            }
        });
        await field().root.getByText('Nobody may call her today.').waitFor();
    });

    it('says why there is no call, in the words of the label', async () => {
        await signIn();
        await call('999');
        const alert = phone.getByRole('alert').filter({ hasText: /./ });
        await alert.waitFor();
        expect(await alert.textContent()).not.toContain('Not today.');
        await expectAccessible(page);
    });

    it('adds somebody to the call and takes them away, and hands a call over', async () => {
        await signIn();
        await call(NUMBER);
        await phone.getByText('Ringing').waitFor();
        // The field that had the focus is gone; the keyboard is still at the telephone.
        expect(
            await phone.locator('shell-voice-calls').and(phone.locator(':focus-within')).count()
        ).toBe(1);
        await phone.getByLabel('Another number').fill('0161 496 0481');
        await button('Add to the call').click();
        const calls = phone.getByRole('list', { name: 'Calls' }).getByRole('listitem');
        await calls.nth(1).getByText('0161 496 0481').waitFor();
        await expectAccessible(page);
        await button('End the call with 0161 496 0481').click();
        await calls.nth(1).waitFor({ state: 'detached' });
        await phone.getByLabel('Another number').fill('0113 496 0531');
        await button('Transfer').click();
        await phone.getByText(`The call with ${NUMBER} has ended.`).waitFor();
    });
});
