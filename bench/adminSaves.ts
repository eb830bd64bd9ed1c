import type { Locator } from 'playwright-core';
import { openAdminWorld } from './adminWorld.ts';

/**
 * Long saves as an admin makes them, in Chromium against the embedded org: 20 numbers for 500
 * agents (10,000 assignments), and a file of 5,000 numbers. Requests are those that the org got
 * between the first click (preview, or choosing the file) and the result.
 */
const AGENTS = 500;
const CAMPAIGN = 'Spring campaign';
const CAMPAIGN_NUMBERS = 20;
const FILE_ROWS = 5_000;

const world = await openAdminWorld({ numbers: 2_000, agents: AGENTS });
const { org, page, ids } = world;
try {
    org.engine.systemSession().save(
        ids.numbers.slice(0, CAMPAIGN_NUMBERS).map((id, n) => ({
            kind: 'update' as const,
            object: 'Callback_Number__c',
            id,
            values: { Name: `${CAMPAIGN} ${n}` }
        })),
        { allOrNone: true }
    );
    const assigned = await assign();
    const imported = await importFile();
    console.log(
        JSON.stringify({
            assign_500x20_requests: assigned.requests,
            assign_500x20_seconds: assigned.seconds,
            csv_5000_seconds: imported
        })
    );
} finally {
    await world.close();
}

async function assign(): Promise<{ requests: number; seconds: number }> {
    await page.goto(`${org.url}/lightning/n/Callback_Assignments_Setup`);
    const root = page.locator('c-callback-assignments-setup');
    const agents = root.locator('c-callback-assign-agents');
    await selectFound(agents, 'agent', AGENTS);
    const numbers = root.locator('c-callback-assign-items[data-kind="number"]');
    await selectFound(numbers, CAMPAIGN, CAMPAIGN_NUMBERS);
    await button(root, 'Add to All').click();
    org.requests.reset();
    const started = performance.now();
    await button(root, 'Preview Changes').click();
    await button(root, 'Save').click();
    const total = (AGENTS * CAMPAIGN_NUMBERS).toLocaleString('en-US');
    await root.getByText(`${total} changes saved.`).waitFor();
    return {
        seconds: (performance.now() - started) / 1_000,
        requests: Object.values(org.requests.snapshot().byKind).reduce((a, b) => a + b, 0)
    };
}

async function importFile(): Promise<number> {
    await page.goto(`${org.url}/lightning/n/Callback_Numbers_Setup`);
    const root = page.locator('c-callback-numbers-setup');
    await button(root, 'Import from CSV').click();
    const rows = Array.from(
        { length: FILE_ROWS },
        (_, n) => `Import ${n},+4930${String(20_000_000 + n)},de`
    );
    const panel = root.locator('c-callback-csv-import');
    const started = performance.now();
    await panel.locator('input[type=file]').setInputFiles({
        name: 'numbers.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(['Label,Number,Language', ...rows].join('\r\n'))
    });
    await panel.locator('[data-state=preview]').waitFor();
    await button(panel, 'Import').click();
    await panel.locator('[data-state=done]').waitFor();
    const seconds = (performance.now() - started) / 1_000;
    const { totalSize } = org.engine
        .systemSession()
        .query("SELECT COUNT() FROM Callback_Number__c WHERE Name LIKE 'Import %'");
    if (totalSize !== FILE_ROWS) {
        throw new Error(`${totalSize} of ${FILE_ROWS} numbers were imported.`);
    }
    return seconds;
}

/** Searches, and selects everything that is found. */
async function selectFound(table: Locator, term: string, count: number): Promise<void> {
    await table.getByRole('searchbox').fill(term);
    const all = table.getByRole('button', { name: `Select all ${count} found` });
    await all.click();
}

function button(within: Locator, name: string): Locator {
    return within.getByRole('button', { name, exact: true });
}
