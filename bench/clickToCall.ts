import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { Softphone } from '../e2e/pages/softphone.ts';
import { startWorld, type World } from '../e2e/startWorld.ts';
import { findBrowser } from '../scripts/browser/findBrowser.ts';
import { startVonageApi, type VonageApi } from '../service/telephony/testing/vonageApi.ts';
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
const APPLICATION = 'c2e7a6a0-3d5b-4a8e-9b60-0c6f2d3f7a11';

const executablePath = findBrowser();
if (!executablePath) {
    throw new Error('There is no Chromium. Run npm install, or set CHROME_PATH to one.');
}
const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2_048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' }
});
const folder = mkdtempSync(path.join(tmpdir(), 'click-to-call-'));
const keyFile = path.join(folder, 'vonage.key');
writeFileSync(keyFile, privateKey, { mode: 0o600 });
const signatureSecret = 'a secret of the benchmark';
const api = await startVonageApi({ applicationId: APPLICATION, publicKey, signatureSecret });
const world = await startWorld({
    name: 'service-of-benchmark',
    telephony: {
        TELEPHONY: 'vonage',
        VONAGE_APPLICATION_ID: APPLICATION,
        VONAGE_PRIVATE_KEY_FILE: keyFile,
        VONAGE_SIGNATURE_SECRET: signatureSecret,
        VONAGE_API_URL: api.url,
        AGENT_DEVICE: 'app:{agentId}'
    }
});
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
    const page = await openContact(world);
    await calls(page, WARM_UP, api);
    const before = await decisionSeconds(world);
    const waits = await calls(page, CALLS, api);
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
    await api.close();
    rmSync(folder, { recursive: true, force: true });
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
