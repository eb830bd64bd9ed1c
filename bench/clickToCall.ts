import { chromium, type Page } from 'playwright-core';
import { Softphone } from '../e2e/pages/softphone.ts';
import { startWorld, type World } from '../e2e/startWorld.ts';
import { startVonage } from '../e2e/telephony/startVonage.ts';
import { findBrowser } from '../scripts/browser/findBrowser.ts';
import type { VonageApi } from '../service/telephony/testing/vonageApi.ts';
import { mean, quantile } from './measure.ts';

/**
 * From the click on a number of a contact to the request that arrives at the telephony: the page,
 * Open CTI, the softphone in its frame, the service, the vendor's library, the loopback stand-in
 * of its API. The decision's part of it is what the service says it waited for.
 */
const CALLS = 60;
/** Connections are opened and code is warm by then. */
const WARM_UP = 5;
const AGENT = 'daniel.osei@callback-numbers.example';
const CONTACT = 'Fiona Geddes';

const executablePath = findBrowser();
if (!executablePath) {
    throw new Error('There is no Chromium. Run npm install, or set CHROME_PATH to one.');
}
const vonage = await startVonage();
const world = await startWorld({ name: 'service-of-benchmark', telephony: vonage.variables });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
    const page = await openContact(world);
    await calls(page, WARM_UP, vonage.api);
    const before = await decisionSeconds(world);
    const waits = await calls(page, CALLS, vonage.api);
    const decisionMs = ((await decisionSeconds(world)) - before) * 1_000;
    console.log(
        JSON.stringify({
            click_to_call_ms_p50: quantile(waits, 0.5),
            click_to_call_ms_p95: quantile(waits, 0.95),
            click_to_call_service_share: decisionMs / CALLS / mean(waits)
        })
    );
} finally {
    await browser.close();
    await world.close();
    await vonage.close();
}

/** The page of a contact, with the softphone signed in. */
async function openContact({ orgUrl, adminToken }: World): Promise<Page> {
    const context = await browser.newContext();
    await context.request.post(`${orgUrl}/lightning/session`, {
        headers: { origin: orgUrl },
        data: { username: AGENT }
    });
    const query = encodeURIComponent(`SELECT Id FROM Contact WHERE Name = '${CONTACT}'`);
    const found = await fetch(`${orgUrl}/services/data/v66.0/query?q=${query}`, {
        headers: { authorization: `Bearer ${adminToken}` }
    });
    const { records } = (await found.json()) as { records: readonly { Id: string }[] };
    const page = await context.newPage();
    await page.goto(`${orgUrl}/lightning/r/Contact/${records[0].Id}/view`);
    const button = page.getByRole('contentinfo').getByRole('button', { name: 'Softphone' });
    await button.click();
    const utility = page.getByRole('dialog', { name: 'Softphone' });
    await new Softphone(utility.locator('iframe').contentFrame(), context).signIn(AGENT);
    await page.evaluate(() => {
        document.addEventListener(
            'click',
            () => Object.assign(window, { clickedAt: performance.timeOrigin + performance.now() }),
            { capture: true }
        );
    });
    return page;
}

/** @returns for each click, the milliseconds until its request arrived */
async function calls(page: Page, count: number, { received }: VonageApi): Promise<number[]> {
    const link = page.locator('c-click-to-dial lightning-click-to-dial').getByRole('link').first();
    const waits: number[] = [];
    for (let call = 0; call < count; call++) {
        const arrived = received();
        await link.click();
        const { at } = await arrived;
        waits.push(at - (await page.evaluate(() => Reflect.get(window, 'clickedAt') as number)));
    }
    return waits;
}

/** What all dials of the softphone have waited for their decision so far. */
async function decisionSeconds({ serviceUrl }: World): Promise<number> {
    const metrics = await (await fetch(`${serviceUrl}/metrics`)).text();
    const sum = /softphone_dial_seconds_sum\{part="decision"\} (\S+)/.exec(metrics)?.[1];
    return Number(sum);
}
