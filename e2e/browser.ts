import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';

/** The browser talks to the world of the journeys and to nobody else. */
const ARGUMENTS = [
    '--no-sandbox',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run'
];
/** A page that takes longer to show something does not show it. */
const PATIENCE_MS = 10_000;
const FAILURES = '.local/reports/journeys';

export interface Visit {
    readonly context: BrowserContext;
    readonly page: Page;
    /** Lets console errors and page errors of this kind pass: for journeys in which something breaks. */
    allow(error: RegExp): void;
}

/**
 * For the journeys of a file: a browser, and for every visit a context of its own, as if it were
 * another person's machine. A journey fails when a page of it wrote an error to the console or
 * threw one, whatever else it showed.
 */
export function useBrowser(): { open(): Promise<Visit> } {
    let browser: Browser;
    let contexts: BrowserContext[] = [];
    let errors: string[] = [];
    let allowed: RegExp[] = [];

    beforeAll(async () => {
        browser = await chromium.launch({
            executablePath: inject('browserPath'),
            args: ARGUMENTS
        });
    });
    afterAll(() => browser?.close());
    afterEach(async ({ task }) => {
        if (task.result?.state === 'fail') {
            await keepPictures(task.name, contexts);
        }
        await Promise.all(contexts.map((context) => context.close()));
        const unexpected = errors.filter((error) => !allowed.some((kind) => kind.test(error)));
        [contexts, errors, allowed] = [[], [], []];
        expect(unexpected, 'errors in the browser console').toEqual([]);
    });

    return {
        async open() {
            const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
            contexts.push(context);
            context.setDefaultTimeout(PATIENCE_MS);
            context.on('weberror', (error) => errors.push(String(error.error())));
            context.on('console', (message) => {
                if (message.type() === 'error') {
                    errors.push(`${message.text()} (${message.location().url})`);
                }
            });
            const page = await context.newPage();
            return { context, page, allow: (error) => void allowed.push(error) };
        }
    };
}

/** What every page of a failed journey looked like in the end. */
async function keepPictures(journey: string, contexts: readonly BrowserContext[]): Promise<void> {
    const name = journey.replaceAll(/\W+/g, '-').slice(0, 80);
    const pages = contexts.flatMap((context) => context.pages());
    for (const [i, page] of pages.entries()) {
        await page.screenshot({ path: path.join(FAILURES, `${name}-${i + 1}.png`) });
    }
}
