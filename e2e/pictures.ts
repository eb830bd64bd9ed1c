import path from 'node:path';
import type { Locator, Page } from 'playwright-core';

const DOCS = 'docs/images';
const REPORTS = '.local/reports/pictures';

/**
 * Takes a picture of a page, or of a part of it. With `PICTURES=docs` it goes into the guides,
 * where it is kept; without, beside the reports, so that running the journeys changes no file.
 */
export async function takePicture(what: Page | Locator, name: string): Promise<void> {
    const folder = process.env['PICTURES'] === 'docs' ? DOCS : REPORTS;
    await what.screenshot({
        path: path.join(folder, `${name}.png`),
        animations: 'disabled',
        caret: 'hide'
    });
}
