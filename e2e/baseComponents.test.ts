import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { expectAccessible } from './axe.ts';
import { useBrowser } from './browser.ts';
import { startSampler } from './sampler.ts';

/** What pages of the package may count on: base components, stand-ins and the page's policy. */

const browser = useBrowser();
let org: Awaited<ReturnType<typeof startSampler>>;
let page: Page;

beforeAll(async () => {
    org = await startSampler();
});
afterAll(() => org.close());
beforeEach(async () => {
    ({ page } = await browser.open());
    await page.goto(`${org.url}/lightning/page/home`);
    await page.getByRole('heading', { name: 'Samples' }).waitFor();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const told = (text: string | RegExp) =>
    page.getByRole('status').filter({ hasText: text }).first().waitFor();

describe('what opens over the page', () => {
    it.each([
        ['Ask', 'Sure?', 'OK', 'confirmed'],
        ['Ask', 'Sure?', 'Cancel', 'not confirmed'],
        ['Tell', 'Note', 'OK', 'heard'],
        ['Prompt', 'Name it', 'OK', 'named Ada']
    ] as const)('%s: %s answered with %s', async (opener, name, answer, outcome) => {
        await button(opener).click();
        const dialog = page
            .getByRole(opener === 'Prompt' ? 'dialog' : 'alertdialog', { name })
            .and(page.locator('[aria-modal]'));
        await dialog.waitFor();
        if (opener === 'Prompt') await dialog.getByRole('textbox').fill('Ada');
        await expectAccessible(page);
        await dialog.getByRole('button', { name: answer }).click();
        await told(outcome);
    });

    it('a dialog of our own gives what was chosen, and nothing when it is left with Escape', async () => {
        await button('Dialog').click();
        const dialog = page.getByRole('dialog', { name: 'Dialog' });
        await dialog.getByText('Choose among 2.').waitFor();
        await dialog.getByRole('combobox', { name: 'Colour' }).click();
        await dialog.getByRole('option', { name: 'Blue' }).click();
        await expectAccessible(page);
        await dialog.getByRole('button', { name: 'Choose' }).click();
        await told('chosen blue');
        await button('Dialog').click();
        await dialog.waitFor();
        await page.keyboard.press('Escape');
        await told('chosen undefined');
    });

    it('a toast says what happened', async () => {
        await button('Toast').click();
        await page.getByText('All is well.').waitFor();
    });
});

describe('the policy of the page', () => {
    it('lets a page give a file that it has made', async () => {
        const [download] = await Promise.all([
            page.waitForEvent('download'),
            button('Download').click()
        ]);
        expect(download.suggestedFilename()).toBe('sample.csv');
        expect(await readFile(await download.path(), 'utf8')).toBe('a,b');
    });

    it('lets a static resource draw', async () => {
        await button('Chart').click();
        await told('drawn 200 wide');
        const painted = await page.locator('canvas').evaluate((canvas: HTMLCanvasElement) =>
            canvas
                .getContext('2d')!
                .getImageData(0, 0, 200, 100)
                .data.some((part) => part > 0)
        );
        expect(painted).toBe(true);
    });
});

describe('a table', () => {
    it('sorts, selects, loads more and is edited in place', async () => {
        const table = page.getByRole('grid').first();
        await table.getByRole('button', { name: /Sort by:?\s*Name/i }).click();
        await told('sorted asc');
        await table
            .getByRole('row', { name: /Row 1\b/ })
            .locator('label')
            .first()
            .click();
        await told('1 selected');
        await page
            .locator('.table .slds-scrollable_y')
            .evaluate((area) => area.scrollTo(0, area.scrollHeight));
        await told('40 rows');
        await table
            .getByRole('row', { name: /Row 39/ })
            .getByRole('button', { name: /Edit Name/ })
            .click();
        await page.getByRole('textbox', { name: 'Name' }).fill('Changed');
        await page.keyboard.press('Enter');
        await button('Save').click();
        await told('saved Changed');
        await expectAccessible(page);
    });

    it('of branches opens them', async () => {
        const tree = page.getByRole('treegrid');
        await tree.getByRole('button', { name: /Expand Trunk/ }).click();
        await tree.getByText('Twig', { exact: true }).waitFor();
    });
});

describe('fields and what forms are made of', () => {
    it('read files, days, switches and searches', async () => {
        await page
            .getByLabel('File')
            .setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('x;y') });
        await told('read x;y');
        // The admin of an embedded org writes dates as in Great Britain.
        await page.getByRole('textbox', { name: 'Day' }).fill('2 Mar 2026');
        await page.keyboard.press('Tab');
        await told('value 2026-03-02');
        await page.getByRole('textbox', { name: 'Day' }).click();
        await page.getByRole('button', { name: 'Today' }).click();
        await told(/value \d{4}-\d\d-\d\d/);
        await page.getByText('Active', { exact: true }).first().click();
        await told('checked true');
        await page.getByRole('searchbox', { name: 'Find' }).fill('abc');
        await told('value abc');
    });

    it('tabs, sections, menus, pills and help do what they should', async () => {
        await page.getByRole('tab', { name: 'Two' }).click();
        await page.getByRole('tabpanel', { name: 'Two' }).getByText('Second').waitFor();
        await page.getByRole('link', { name: 'Part B' }).click();
        await told('part b');
        await page.getByRole('button', { name: 'More' }).click();
        await page.getByRole('menuitem', { name: 'Copy' }).click();
        await told('menu copy');
        await page.getByRole('button', { name: 'Details' }).click();
        await page.getByText('Inside').waitFor();
        await page.getByRole('button', { name: 'Remove Pill' }).click();
        await told('pill removed');
        await page.getByText('2026', { exact: true }).waitFor();
        await page.getByRole('progressbar').waitFor();
    });
});

describe('the record picker', () => {
    const picker = () => page.getByRole('combobox', { name: 'Account' });

    it('finds a record as it is typed, by keyboard alone, and lets it go again', async () => {
        await told('ready');
        await picker().focus();
        await page.keyboard.type('100%');
        await page.getByRole('option', { name: /Ltd/ }).waitFor({ state: 'detached' });
        const option = page.getByRole('option', { name: /Meridian 100% GmbH/ });
        await option.getByText('+4930111').waitFor();
        await expectAccessible(page);
        await page.keyboard.press('ArrowDown');
        await picker().and(page.locator('[aria-activedescendant]')).waitFor();
        await page.keyboard.press('Enter');
        await told('picked');
        expect(await picker().inputValue()).toBe('Meridian 100% GmbH');
        await expectAccessible(page);
        await page.keyboard.press('Delete');
        await told('cleared');
        expect(await picker().inputValue()).toBe('');
        await page.keyboard.type('meridian');
        await page.getByRole('option', { name: /Ltd/ }).click();
        expect(await picker().inputValue()).toBe('Meridian 1000 Ltd');
    });

    it('searches further fields, keeps to its filter and says when there is nothing', async () => {
        await picker().fill('+4930');
        await page.getByRole('option', { name: /GmbH/ }).waitFor();
        expect(await page.getByRole('option', { name: /Hidden/ }).count()).toBe(0);
        await picker().fill('nobody');
        await told('No records found.');
        await page.keyboard.press('Tab');
        await page.getByText('Select a record from the list').waitFor();
        await picker().fill('');
        await page.keyboard.press('Tab');
        await page.getByText('Complete this field.').waitFor();
    });
});
