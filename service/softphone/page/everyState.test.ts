import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { expectAccessible } from '../../../e2e/axe.ts';
import { findBrowser } from '../../../scripts/browser/findBrowser.ts';
import { buildSoftphonePage } from './build.ts';
import {
    showSoftphone,
    type ServiceAnswers,
    type SoftphoneInOrg
} from './testing/softphoneInOrg.ts';

const SIGNED_IN = {
    status: 200,
    body: { agent: { id: '005000000000001AAA', name: 'Ada Lovelace' }, language: 'en_US' }
};
const NUMBER = { id: 'a01', label: 'London', number: '+442079460000', country: 'GB', active: true };
const PRESENTED = {
    status: 200,
    body: {
        outcome: 'presented',
        callbackNumber: NUMBER,
        source: 'rule',
        rule: { id: 'r1', name: 'UK' },
        trace: [{ code: 'RULE_USED', ruleId: 'r1', numberId: 'a01' }],
        call: { status: 'decisionOnly' }
    }
};
const CLICK = {
    number: '+442079460123',
    recordId: '003000000000001AAA',
    recordName: 'Grace Hopper',
    objectType: 'Contact'
};
const problem = (status: number, code: string, detail = '') => ({ status, body: { code, detail } });

describe('The softphone in the browser', () => {
    let folder: string;
    let browser: Browser;
    let context: BrowserContext;
    let answers: ServiceAnswers;
    let errors: string[];

    beforeAll(async () => {
        const executablePath = findBrowser();
        if (!executablePath) {
            throw new Error('No Chromium or Chrome. Run: npx tsx scripts/browser/ensure.ts');
        }
        folder = mkdtempSync(path.join(tmpdir(), 'softphone-'));
        await buildSoftphonePage(path.join(folder, 'page'));
        browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    }, 180_000);
    afterAll(async () => {
        await browser?.close();
        rmSync(folder, { recursive: true, force: true });
    });

    beforeEach(async () => {
        answers = { session: SIGNED_IN, dial: PRESENTED };
        errors = [];
        context = await browser.newContext({ viewport: { width: 360, height: 640 } });
        context.on('weberror', (error) => errors.push(String(error.error())));
        context.on('console', (message) => {
            // The browser itself notes every answer that is not a success.
            const isAnswer = message.text().startsWith('Failed to load resource');
            if (['error', 'warning'].includes(message.type()) && !isAnswer) {
                errors.push(message.text());
            }
        });
    });
    afterEach(async () => {
        await context.close();
        expect(errors, 'errors in the browser console').toEqual([]);
    });

    const show = () => showSoftphone(context, path.join(folder, 'page'), answers);
    const button = ({ softphone }: SoftphoneInOrg, name: string) =>
        softphone.getByRole('button', { name });
    async function sees(org: SoftphoneInOrg, words: string): Promise<void> {
        await org.softphone.getByText(words).first().waitFor();
        await expectAccessible(org.page);
    }
    async function allow(org: SoftphoneInOrg): Promise<void> {
        const opened = org.page.waitForEvent('popup');
        await button(org, 'Sign in with Salesforce').click();
        const popup = await opened;
        await sees(org, 'Finish signing in');
        answers.session = SIGNED_IN;
        await popup.getByText('Allow').click();
    }

    it('signs an agent in, in a window of its own, and out again', async () => {
        answers.session = { status: 204 };
        const org = await show();
        await sees(org, 'You are not signed in');
        expect(await org.takesClicks()).toBe(false);
        await allow(org);
        await sees(org, 'Click a number on a record.');
        await sees(org, 'Ada Lovelace');
        expect(await org.takesClicks()).toBe(true);
        await button(org, 'Sign out').click();
        await sees(org, 'You are not signed in');
        expect(await org.takesClicks()).toBe(false);
    });

    it('says that the window was closed, and that it was blocked', async () => {
        answers.session = { status: 204 };
        const org = await show();
        const opened = org.page.waitForEvent('popup');
        await button(org, 'Sign in with Salesforce').click();
        await (await opened).close();
        await sees(org, 'The sign-in window was closed');
        await org.softphone.locator('body').evaluate(() => {
            globalThis.open = () => null;
        });
        await button(org, 'Sign in with Salesforce').click();
        await sees(org, 'Your browser blocked the sign-in window');
    });

    it('shows which number a click presents, and why', async () => {
        const org = await show();
        await sees(org, 'Ready');
        await org.click(CLICK);
        await sees(org, 'London');
        await sees(org, 'Grace Hopper');
        await sees(org, 'Decision only: no telephony is connected.');
        await button(org, 'Why this number?').click();
        await sees(org, 'Rule "UK" picked London');
        expect(await org.heard()).toMatchObject([
            ['Callback_Call_Decided__c', { outcome: 'presented', callbackNumber: NUMBER.number }]
        ]);
    });

    it('follows a call that the telephony makes, and hangs it up', async () => {
        answers.dial = { status: 200, body: { ...PRESENTED.body, call: { status: 'started' } } };
        answers.call = { status: 200, body: { status: 'started' } };
        const org = await show();
        await sees(org, 'Ready');
        await org.click({ ...CLICK, number: 999 });
        await sees(org, 'The call was started.');
        await sees(org, 'Was presented');
        expect(org.dials).toMatchObject([{ number: '999' }]);
        for (const [status, words] of [
            ['ringing', 'It is ringing.'],
            ['answered', 'The call was answered.']
        ] as const) {
            answers.call = { status: 200, body: { status } };
            await sees(org, words);
        }
        await button(org, 'Hang Up').click();
        answers.call = { status: 200, body: { status: 'ended' } };
        await sees(org, 'The call has ended.');
        expect(await button(org, 'Hang Up').count()).toBe(0);
        expect(org.ended).toEqual([org.dials[0].dialKey]);
    });

    it('asks the agent to dial on their own telephone where that makes the call', async () => {
        answers.dial = { status: 200, body: { ...PRESENTED.body, call: { status: 'expected' } } };
        const org = await show();
        await sees(org, 'Ready');
        await org.click(CLICK);
        await sees(org, 'Dial this number on your telephone now.');
        expect(await button(org, 'Hang Up').count()).toBe(0);
    });

    it.each([
        ['CALLER_ID_REFUSED', 'does not let this callback number be presented'],
        ['NUMBER_REFUSED', 'does not call this number'],
        ['TELEPHONY_BUSY', 'has too many calls at present'],
        ['CALL_NOT_STARTED', 'did not start the call']
    ])('says why the telephony made no call: %s', async (code, words) => {
        answers.dial = problem(502, code, 'It has its reasons.');
        const org = await show();
        await sees(org, 'Ready');
        await org.click(CLICK);
        await sees(org, words);
        await sees(org, 'It has its reasons.');
        expect(await org.heard()).toMatchObject([
            ['Callback_Call_Decided__c', { outcome: 'failed', errorCode: code }]
        ]);
    });

    it('says so where the telephony refuses later', async () => {
        answers.dial = { status: 200, body: { ...PRESENTED.body, call: { status: 'started' } } };
        const org = await show();
        await sees(org, 'Ready');
        await org.click(CLICK);
        answers.call = {
            status: 200,
            body: { status: 'failed', code: 'CALLER_ID_REFUSED', reason: 'Not verified.' }
        };
        await sees(org, 'Not verified.');
    });

    it('says that a call is blocked, and what to do', async () => {
        const body = { outcome: 'blocked', errorCode: 'NO_PRINCIPAL_NUMBER', trace: [] };
        answers.dial = { status: 200, body };
        const org = await show();
        await sees(org, 'Ready');
        await org.click(CLICK);
        await sees(org, 'The call was blocked');
        await sees(org, 'Ask your admin to set one');
    });

    it('says why a choice was refused, and dials without it', async () => {
        answers.dial = problem(409, 'CHOICE_EXPIRED');
        const org = await show();
        await sees(org, 'Ready');
        await org.say('Callback_Number_Chosen__c', {
            choiceId: 'c1',
            callbackNumber: '+4930123456',
            number: CLICK.number,
            recordId: CLICK.recordId,
            chosenAt: String(Date.now())
        });
        await org.click(CLICK);
        await sees(org, 'a choice lasts one minute');
        answers.dial = PRESENTED;
        await button(org, 'Dial without this choice').click();
        await sees(org, 'London');
        const [first, second] = org.dials;
        expect(first).toMatchObject({ choice: { choiceId: 'c1' } });
        expect(second).toEqual({ ...first, choice: undefined });
    });

    it('says that the service does not answer, refuses another call meanwhile, and tries again', async () => {
        answers.dial = undefined;
        const org = await show();
        await sees(org, 'Ready');
        await org.click(CLICK);
        await org.softphone.getByText('Finding the number').first().waitFor();
        await org.click({ ...CLICK, number: '+4930555123' });
        await org.softphone.getByText('one call at a time').waitFor();
        await sees(org, 'The callback number service does not answer');
        expect(await org.takesClicks()).toBe(false);
        answers.dial = PRESENTED;
        await button(org, 'Dial again').click();
        await sees(org, 'London');
        expect(org.dials.map(({ dialKey }) => dialKey)).toEqual(
            Array(2).fill(org.dials[0].dialKey)
        );
        expect((await org.heard()).map(([, { errorCode }]) => errorCode)).toEqual([
            'SOFTPHONE_BUSY',
            'SERVICE_AWAY',
            ''
        ]);
    });

    it('keeps the call that found the session ended, until the agent dials it', async () => {
        answers.dial = problem(401, 'NO_SESSION');
        const org = await show();
        await sees(org, 'Ready');
        const dialKey = 'key-of-page';
        await org.say('Callback_Dial_Requested__c', { dialKey, number: '+4930555123' });
        await sees(org, 'You are not signed in');
        expect((await org.heard()).map(([what]) => what)).toEqual([
            'Callback_Call_Decided__c',
            'panel'
        ]);
        answers.dial = PRESENTED;
        await allow(org);
        await sees(org, 'is not dialled yet');
        await button(org, 'Dial now').click();
        await sees(org, 'London');
        expect(org.dials.map((dial) => dial.dialKey)).toEqual([dialKey, dialKey]);
    });

    it('says what the service finds wrong with a call', async () => {
        answers.dial = problem(422, 'INVALID_DIAL', 'The number is too long.');
        const org = await show();
        await sees(org, 'Ready');
        await org.click(CLICK);
        await sees(org, 'The service refused the call: The number is too long.');
        await button(org, 'Close').click();
        await sees(org, 'Ready');
    });

    it('says that the entry of a dial list is with somebody else', async () => {
        answers.dial = problem(409, 'ENTRY_NOT_TAKEN', 'Taken.');
        const org = await show();
        await sees(org, 'Ready');
        await org.click(CLICK);
        await sees(org, 'This entry is not yours any more');
        await button(org, 'Close').click();
        await sees(org, 'Ready');
    });

    it('keeps those who work by keyboard where they were when a button goes', async () => {
        answers.dial = problem(422, 'INVALID_DIAL', 'The number is too long.');
        const org = await show();
        await sees(org, 'Ready');
        await org.click(CLICK);
        await button(org, 'Close').press('Enter');
        await org.softphone.locator('main:focus').waitFor();
        await org.page.keyboard.press('Tab');
        await org.page.keyboard.press('Enter');
        await sees(org, 'You are not signed in');
        await org.softphone.locator('main:focus').waitFor();
    });

    it('speaks the language of the agent who signs in', async () => {
        answers.session = { status: 204 };
        const org = await show();
        const opened = org.page.waitForEvent('popup');
        await button(org, 'Sign in with Salesforce').click();
        answers.session = { ...SIGNED_IN, body: { ...SIGNED_IN.body, language: 'de' } };
        await (await opened).getByText('Allow').click();
        await sees(org, 'Klicken Sie auf einem Datensatz auf eine Nummer.');
    });

    it('says so where it is opened by hand', async () => {
        const { page } = await show();
        await page.goto('https://service.example/softphone');
        await page.getByText('This is not Salesforce').waitFor();
        await expectAccessible(page);
    });
});
