import type { Locator, Page } from 'playwright-core';

/** Presses Tab until this has the focus; whatever cannot be reached that way fails. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
    for (let presses = 0; presses < 60; presses += 1) {
        if ((await target.and(page.locator(':focus')).count()) > 0) {
            return;
        }
        await page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not lead to ${String(target)}.`);
}
