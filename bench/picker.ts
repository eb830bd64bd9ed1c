import fastifyStatic from '@fastify/static';
import Fastify from 'fastify';
import { chromium, type Page } from 'playwright-core';
import { fileURLToPath } from 'node:url';
import { buildPage } from '../browser/buildPage.ts';
import { assetsOf, headOf, pageLabels } from '../browser/pageHead.ts';
import { findBrowser } from '../scripts/browser/findBrowser.ts';
import { median } from './measure.ts';

/**
 * What an agent who types waits for: from a keystroke in the picker to the frame that shows what
 * was found among 5,000 numbers, in Chromium. `bench/page/pickerPage.ts` holds the clock.
 */
const QUERIES = ['london 41', 'sweden', '020 79000', 'no one'];
const WARM_UP = 'munchen';

const executablePath = findBrowser();
if (!executablePath) {
    throw new Error('There is no Chromium. Run npm install, or set CHROME_PATH to one.');
}
const server = await serve();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
    const page = await browser.newPage();
    await page.goto(server.url);
    await page.getByRole('combobox').click();
    await type(page, WARM_UP);
    await forget(page);
    for (const query of QUERIES) {
        await type(page, query);
    }
    const waits = await keystrokes(page);
    console.log(
        JSON.stringify({
            picker_keystroke_ms_5000: median(waits),
            picker_keystroke_worst_ms_5000: Math.max(...waits)
        })
    );
} finally {
    await browser.close();
    await server.close();
}

/** One key after the other, each when the one before is on the screen. */
async function type(page: Page, query: string): Promise<void> {
    await page.keyboard.press('Escape');
    for (const key of query) {
        const before = (await keystrokes(page)).length;
        await page.keyboard.press(key);
        await page.waitForFunction(`keystrokes.length > ${before}`);
    }
    const typed = await page.getByRole('combobox').inputValue();
    if (typed !== query) {
        throw new Error(`"${query}" was typed, but the picker holds "${typed}".`);
    }
}

function keystrokes(page: Page): Promise<number[]> {
    return page.evaluate<number[]>('keystrokes');
}

async function forget(page: Page): Promise<void> {
    await page.evaluate('void (keystrokes.length = 0)');
}

async function serve(): Promise<{ url: string; close(): Promise<void> }> {
    const entry = fileURLToPath(new URL('./page/pickerPage.ts', import.meta.url));
    const page = await buildPage({ name: 'picker', entry, moduleFolders: [] });
    const app = Fastify();
    for (const { url, folder } of assetsOf(page, '/assets')) {
        app.register(fastifyStatic, { root: folder, prefix: `${url}/`, decorateReply: false });
    }
    const boot = { labels: pageLabels(page, 'en_US') };
    const head = headOf(page, { base: '/assets', nonce: 'bench', boot });
    app.get('/', (_request, reply) =>
        reply
            .type('text/html; charset=utf-8')
            .send(`<!doctype html><html lang="en"><head><title>Picker</title>${head}</head><body>`)
    );
    const url = await app.listen({ host: '127.0.0.1', port: 0 });
    return { url, close: () => app.close() };
}
