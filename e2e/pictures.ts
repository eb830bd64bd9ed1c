import path from 'node:path';
import type { Locator, Page } from 'playwright-core';

const DOCS = 'docs/images';
const REPORTS = '.local/reports/pictures';

/**
 * Takes a picture of a page, or of a part of it: beside the reports, so that running the journeys
 * changes no file. `PICTURES=docs npx vitest run --config e2e/vitest.config.ts` puts them into the
 * guides instead.
 */
export async function takePicture(what: Page | Locator, name: string): Promise<void> {
    if ('page' in what) {
        await withRoom(what.page(), () => take(what, name));
    } else {
        await take(what, name);
    }
}

/** A high window: what stands at the foot of the page covers nothing. */
async function withRoom(page: Page, take: () => Promise<void>): Promise<void> {
    const size = page.viewportSize()!;
    await page.setViewportSize({ ...size, height: 2400 });
    await take();
    await page.setViewportSize(size);
}

async function take(what: Page | Locator, name: string): Promise<void> {
    const folder = process.env['PICTURES'] === 'docs' ? DOCS : REPORTS;
    await what.screenshot({
        path: path.join(folder, `${name}.png`),
        animations: 'disabled',
        caret: 'hide'
    });
}
