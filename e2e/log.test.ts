import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { expectAccessible } from './axe.ts';
import { useBrowser } from './browser.ts';
import { asAdmin, idOf } from './org.ts';
import { DecisionLog } from './pages/decisionLog.ts';
import { LightningPage } from './pages/lightningPage.ts';
import { takePicture } from './pictures.ts';
import { tabTo } from './tabTo.ts';

const browser = useBrowser();
const SUPERVISOR = 'grace.whitfield';
/** Numbers that begin so are dialled by no other journey. */
const OWN = '030 23125 9';
const CALLS = 4;
const CUSTOMER = 'Ursula Albrecht';

/** As a telephony dials: three calls that show a number, and one that is blocked. */
beforeAll(async () => {
    await decide('anna.berger', 'clickToDial', '030 23125 901');
    const recordId = await idOf('Contact', 'Name', CUSTOMER);
    await decide('anna.berger', 'clickToDial', '030 23125 902', { recordId });
    await decide('felix.brandt', 'manual', '030 23125 903');
    await decide('lucy.bannerman', 'manual', '+49 30 23125904');
    await vi.waitFor(
        async () => {
            const { totalSize } = await asAdmin().query(
                "SELECT Id FROM Callback_Decision__c WHERE Dialed_Number__c LIKE '+4930231259%'"
            );
            expect(totalSize).toBe(CALLS);
        },
        { timeout: 10_000, interval: 100 }
    );
});

async function decide(agent: string, channel: string, number: string, more = {}): Promise<void> {
    const answer = await fetch(`${inject('serviceUrl')}/v1/decisions`, {
        method: 'POST',
        headers: {
            authorization: `Bearer ${inject('credential')}`,
            'content-type': 'application/json'
        },
        body: JSON.stringify({
            agentId: await idOf('User', 'Username', `${agent}@callback-numbers.example`),
            channel,
            number,
            ...more,
            dialKey: `journey-log-${number.replace(/\D/g, '')}`
        })
    });
    expect(answer.status, await answer.text()).toBe(200);
}

async function open(name: string) {
    const lightning = await LightningPage.signIn(await browser.open(), name);
    await lightning.open('/lightning/n/Callback_Log');
    return { lightning, page: lightning.page, log: new DecisionLog(lightning.page) };
}

/** Leaves only the calls of this journey. */
async function filterOwn(log: DecisionLog): Promise<void> {
    await log.dialled.fill(OWN);
    await log.dialled.press('Enter');
    await log.found(CALLS);
}

describe('A supervisor', () => {
    it('finds a call, sees why it showed its number, and which ones were blocked', async () => {
        const { page, log } = await open(SUPERVISOR);
        await log.rows.first().waitFor();
        await expectAccessible(page);
        await filterOwn(log);

        const first = log.row('+49 302 312 5901');
        await first.getByText('Larkfield Holidays Berlin').waitFor();
        await first.getByText('Anna Berger').waitFor();
        await log.why(first).click();
        const reasons = log.root.locator('tr[data-reasons]');
        await reasons.getByText('Rule "Germany" picked Larkfield Holidays Berlin').waitFor();
        await expectAccessible(page);
        await takePicture(log.root, 'admin-log');

        await log.row('+49 302 312 5902').getByRole('button', { name: 'Open Record' }).click();
        await page.getByRole('heading', { name: CUSTOMER }).first().waitFor();
        await page.goBack();
        await log.found(CALLS);

        await log.choose('Outcome', 'Blocked');
        await log.found(1);
        await log.row('Unknown agent').waitFor();
        await page.reload();
        await log.found(1);
        await log.filters.getByRole('button', { name: 'Clear Filters' }).click();
        await log.rows.nth(1).waitFor();

        await filterOwn(log);
        await log.choose('Period', 'From – to');
        await log.found(CALLS);
        await expectAccessible(page);
        await log.day('To', '1 Jan 2020');
        await log.filters.getByText('The last day is before the first one.').waitFor();
        await log.day('From', '1 Jan 2019');
        await log.found(0);
        await log.choose('Period', 'Today');
        await log.pick('Agent', 'Felix Brandt');
        await log.found(1);
        await log.pick('Rule', 'Germany');
        await log.found(0);
        await log.root.getByText('No decision fits these filters.').waitFor();
        await expectAccessible(page);
    });

    it('sees charts of the calls that are filtered, and the same as tables', async () => {
        const { page, log } = await open(SUPERVISOR);
        await filterOwn(log);
        await log.root.getByRole('tab', { name: 'Charts' }).click();
        const titles = [
            'Most presented numbers',
            'Rules that decided most calls',
            'Blocked calls over time'
        ];
        for (const title of titles) {
            await log.chart(title).getByRole('img', { name: title }).waitFor();
            await expect.poll(() => log.isDrawn(title)).toBe(true);
        }
        const rules = log.chart('Rules that decided most calls');
        await rules.getByRole('button', { name: 'Show as table' }).click();
        await rules.getByRole('row', { name: 'Germany 2' }).waitFor();
        const blocked = log.chart('Blocked calls over time');
        await blocked.getByRole('button', { name: 'Show as table' }).click();
        expect(await blocked.getByRole('row').count()).toBe(1 + 7);
        await expectAccessible(page);
        await takePicture(log.root, 'admin-log-charts');
    });

    it('takes what is filtered away as a file', async () => {
        const { page, log } = await open(SUPERVISOR);
        await filterOwn(log);
        const downloading = page.waitForEvent('download');
        await log.root.getByRole('button', { name: 'Export as CSV' }).click();
        const file = await readFile(await (await downloading).path(), 'utf8');
        await log.export.getByText(`${CALLS} decisions are in the file.`).waitFor();
        const lines = file
            .replace(/^\uFEFF/, '')
            .trim()
            .split(/\r?\n/);
        expect(lines).toHaveLength(1 + CALLS);
        expect(lines[0]).toContain('Decision,Time (UTC),Agent,Channel,Dialled number');
        expect(file).toContain('+493023125901');
        expect(file).toContain('Unknown agent');
    });

    it('does all of it by keyboard', async () => {
        const { page, log } = await open(SUPERVISOR);
        await log.rows.first().waitFor();
        await tabTo(page, log.dialled);
        await page.keyboard.type(OWN);
        await page.keyboard.press('Enter');
        await log.found(CALLS);
        const why = log.why(log.rows.first());
        await tabTo(page, why);
        await page.keyboard.press('Enter');
        await log.root.locator('tr[data-reasons] li').first().waitFor();
        await page.keyboard.press('Enter');
        await log.root.locator('tr[data-reasons]').waitFor({ state: 'detached' });
    });
});

describe('An agent', () => {
    it('has no log: neither a tab, nor anything at its address', async () => {
        const { page, lightning, log } = await open('daniel.osei');
        expect(await lightning.tabAddresses()).not.toContain('/lightning/n/Callback_Log');
        await lightning.settled();
        expect(await log.rows.count()).toBe(0);
        await expectAccessible(page);
    });
});
