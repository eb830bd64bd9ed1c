import type { Page } from 'playwright-core';
import { openAdminWorld } from './adminWorld.ts';
import { median } from './measure.ts';

/**
 * What an admin of a large org waits for, in Chromium: from the start of the navigation until the
 * first rows of each table stand. 5,000 numbers, 5,000 agents, 1,000 rules, 2,000 dial entries,
 * 100,000 lines of the log. The browser has been there before. The slowest table counts.
 */
const TABLES: Readonly<Record<string, string>> = {
    Callback_Numbers_Setup: 'c-callback-numbers-table tbody tr',
    Callback_Assignments_Setup: 'c-callback-assign-agents tbody tr',
    Callback_Rules_Setup: 'c-callback-rule-row',
    Callback_Policy_Setup: 'c-callback-policy-list tbody tr',
    Connect_Lists: 'c-connect-list-table tbody tr',
    Callback_Log: 'c-callback-log-table tbody tr'
};
const VISITS = 3;

const world = await openAdminWorld({
    numbers: 5_000,
    agents: 5_000,
    assignments: 10_000,
    prefixRules: 1_000,
    dialEntries: 2_000,
    decisions: 100_000
});
try {
    const waits: Record<string, number> = {};
    for (const [tab, row] of Object.entries(TABLES)) {
        waits[tab] = median(await visits(world.page, `${world.org.url}/lightning/n/${tab}`, row));
        console.error(`    ${tab} ${Math.round(waits[tab])} ms`);
    }
    console.log(JSON.stringify({ admin_first_rows_ms: Math.max(...Object.values(waits)) }));
} finally {
    await world.close();
}

/** @returns how long each visit took; the first fills the cache */
async function visits(page: Page, url: string, row: string): Promise<number[]> {
    const waits: number[] = [];
    for (let visit = 0; visit <= VISITS; visit++) {
        await page.goto('about:blank');
        await page.goto(url, { waitUntil: 'commit' });
        await page.locator(row).first().waitFor();
        // Counts from the start of the navigation.
        waits.push(await page.evaluate<number>('performance.now()'));
    }
    return waits.slice(1);
}
