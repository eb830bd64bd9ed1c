import { chromium, type Locator, type Page } from 'playwright-core';
import { startLocalOrg } from '../local-org/index.ts';
import { buildShell } from '../local-org/shell/build.ts';
import { findBrowser } from '../scripts/browser/findBrowser.ts';
import { registerSampleActions } from '../scripts/data/sampleActions.ts';
import { seedLocalOrg } from '../scripts/data/seedLocalOrg.ts';
import { staticResourceFile } from '../scripts/resources/staticResources.ts';
import { median } from './measure.ts';

/**
 * What an agent who opens a page waits for, in Chromium, in front of the embedded org with the
 * sample data: from the start of the navigation until the panel takes a number, and until a
 * contact's page shows which number will be presented. The browser has been there before.
 */
const VISITS = 7;
const AGENT = 'daniel.osei@callback-numbers.example';
const CONTACT = 'Fiona Geddes';

const executablePath = findBrowser();
if (!executablePath) {
    throw new Error('There is no Chromium. Run npm install, or set CHROME_PATH to one.');
}
const org = await startLocalOrg({
    file: ':memory:',
    shell: {
        builtPage: await buildShell(),
        users: [{ username: AGENT, role: 'agent' }],
        resourceFile: staticResourceFile
    }
});
registerSampleActions(org);
await seedLocalOrg(org);
const [contact] = org.engine
    .systemSession()
    .query(`SELECT Id FROM Contact WHERE Name = '${CONTACT}'`).records;

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
    const page = await browser.newPage();
    const panel = await visits(page, '/lightning/n/Callback_Panel', (shown) =>
        shown
            .locator('c-callback-panel')
            .getByRole('textbox', { name: 'Number to dial', disabled: false })
    );
    const record = await visits(page, `/lightning/r/Contact/${contact['Id']}/view`, (shown) =>
        shown.locator('c-click-to-dial c-callback-presented [data-outcome]').first()
    );
    console.log(JSON.stringify({ panel_ready_ms: median(panel), page_usable_ms: median(record) }));
} finally {
    await browser.close();
    await org.close();
}

/** @returns how long each visit took until `awaited` was shown; the first fills the cache */
async function visits(
    page: Page,
    path: string,
    awaited: (page: Page) => Locator
): Promise<number[]> {
    const waits: number[] = [];
    for (let visit = 0; visit <= VISITS; visit++) {
        await page.goto('about:blank');
        await page.goto(org.url + path, { waitUntil: 'commit' });
        await awaited(page).waitFor();
        // Counts from the start of the navigation.
        waits.push(await page.evaluate<number>('performance.now()'));
    }
    return waits.slice(1);
}
