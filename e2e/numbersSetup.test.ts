import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { expectAccessible } from './axe.ts';
import { useBrowser } from './browser.ts';
import { asAdmin } from './org.ts';
import { LightningPage } from './pages/lightningPage.ts';
import { NumbersPage } from './pages/numbersPage.ts';
import { takePicture } from './pictures.ts';
import { tabTo } from './tabTo.ts';

const browser = useBrowser();

/** Numbers of this journey, and of no other. */
const OWN = '+4420794609';
const RULE = 'Calls to Norway';

/** Journeys share one org: nothing of this stays. */
afterEach(async () => {
    await remove('Callback_Rule__c', `Name = '${RULE}'`);
    await remove('Callback_Number__c', `Number__c LIKE '${OWN}%'`);
});

async function remove(object: string, which: string): Promise<void> {
    const { records } = await asAdmin().query<{ Id: string }>(
        `SELECT Id FROM ${object} WHERE ${which}`
    );
    await asAdmin()
        .sobject(object)
        .destroy(records.map(({ Id }) => Id));
}

async function createNumber(label: string, last: string): Promise<string> {
    const { id } = await asAdmin()
        .sobject('Callback_Number__c')
        .create({ Name: label, Number__c: OWN + last, Active__c: true, Country__c: 'GB' });
    return id!;
}

interface NumberRow {
    readonly Name: string;
    readonly Number__c: string;
    readonly Active__c: boolean;
    readonly Country__c: string | null;
    readonly Language__c: string | null;
    readonly SystemModstamp: string;
}

async function ownNumbers(): Promise<NumberRow[]> {
    const { records } = await asAdmin().query<NumberRow>(
        `SELECT Name, Number__c, Active__c, Country__c, Language__c, SystemModstamp
        FROM Callback_Number__c WHERE Number__c LIKE '${OWN}%' ORDER BY Number__c`
    );
    return records;
}

/** Another admin writes; the org knows when only by the second. */
async function renameMeanwhile(id: string, label: string): Promise<void> {
    const [{ SystemModstamp: before }] = await ownNumbers();
    await expect
        .poll(async () => {
            await asAdmin().sobject('Callback_Number__c').update({ Id: id, Name: label });
            return (await ownNumbers())[0].SystemModstamp;
        })
        .not.toBe(before);
}

async function openAs(name: string) {
    const lightning = await LightningPage.signIn(await browser.open(), name);
    return { lightning, page: lightning.page, numbers: await NumbersPage.open(lightning) };
}

describe('An admin', () => {
    it('finds numbers by name, digits, country and language, filters and sorts them', async () => {
        const { page, numbers } = await openAs('rachel.kerr');
        await expectAccessible(page);
        await takePicture(numbers.root, 'admin-numbers');
        await numbers.find('MANCHESTER', 1);
        await numbers.find('0161 496', 1);
        await numbers.row('+44 161 496 0110').waitFor();
        await numbers.find('stockholm schwed', 0);
        await numbers.root.getByText('No number is like that.').waitFor();
        await expectAccessible(page);
        await numbers.find('sweden', 2);
        await numbers.search.fill('');
        await numbers.filter('State', 'Retired');
        await numbers.filter('Country', 'Germany');
        await numbers.found(1);
        await numbers.row('Skerry Line Hamburg terminal (closed)').waitFor();
        await numbers.filter('State', 'Active and retired');
        await numbers.found(4);
        await numbers.root.getByRole('button', { name: /^Sort by: Number/ }).click();
        await expect
            .poll(() => numbers.rows.first().textContent())
            .toContain('Larkfield Holidays Berlin');
    });

    it('edits in the table; what another admin wrote meanwhile is shown, and both changes survive', async () => {
        const id = await createNumber('Ferry desk', '01');
        const { page, numbers } = await openAs('rachel.kerr');
        await numbers.find('ferry desk', 1);
        await numbers.edit('Ferry desk', 'Language', 'de');
        await renameMeanwhile(id, 'Ferry and rail desk');
        await numbers.button('Save').click();
        await numbers.saved
            .getByText('Somebody else changed this number meanwhile.', { exact: false })
            .waitFor();
        await numbers.row('Ferry and rail desk').waitFor();
        await expectAccessible(page);
        await numbers.button('Save').click();
        await numbers.closeResult('1 changes saved.');
        expect(await ownNumbers()).toMatchObject([
            { Name: 'Ferry and rail desk', Language__c: 'de' }
        ]);
    });

    it('is told by the org what is wrong with a value, beside the row, and loses nothing typed', async () => {
        await createNumber('Ferry desk', '02');
        const { numbers } = await openAs('rachel.kerr');
        await numbers.find('ferry desk', 1);
        await numbers.edit('Ferry desk', 'Language', 'German');
        await numbers.button('Save').click();
        await numbers.saved.getByText('Enter the language as a tag', { exact: false }).waitFor();
        await numbers.cell('Ferry desk', 'Language').getByText('German').waitFor();
        expect(await ownNumbers()).toMatchObject([{ Language__c: null }]);
    });

    it('adds a number as it is dialled, sees how it is read, and adds none twice', async () => {
        const { page, numbers } = await openAs('rachel.kerr');
        await numbers.button('Add a Number').click();
        const typed = numbers.form.getByRole('textbox', { name: 'Number' });
        await typed.pressSequentially('02079460903');
        await expect.poll(() => typed.inputValue()).toBe('020 7946 0903');
        await numbers.form.getByText('Read as +442079460903 United Kingdom').waitFor();
        await numbers.form.getByRole('button', { name: 'Save' }).click();
        await numbers.form.getByText('Give the number a name').waitFor();
        await expectAccessible(page);
        await numbers.form.getByRole('textbox', { name: 'Name' }).fill('Night desk');
        await numbers.form.getByRole('textbox', { name: 'Language' }).fill('en');
        await numbers.form.getByRole('button', { name: 'Save' }).click();
        await numbers.form.waitFor({ state: 'detached' });
        await numbers.find('night desk', 1);
        expect(await ownNumbers()).toMatchObject([
            {
                Name: 'Night desk',
                Number__c: `${OWN}03`,
                Active__c: true,
                Country__c: 'GB',
                Language__c: 'en'
            }
        ]);

        await numbers.button('Add a Number').click();
        await typed.fill('+44 (0)20 7946 0903');
        await numbers.form.getByRole('textbox', { name: 'Name' }).fill('Once more');
        await numbers.form.getByRole('button', { name: 'Save' }).click();
        await numbers.form.getByText('This number is there already: Night desk').waitFor();
        await expectAccessible(page);
        expect(await ownNumbers()).toHaveLength(1);
        await numbers.search.fill('berlin');
        await numbers.form.getByRole('button', { name: 'Show it in the table' }).click();
        await numbers.row('Night desk').waitFor();
        await numbers.found(1);
    });

    it('sees what would break before a number is retired, and brings it back', async () => {
        const id = await createNumber('Norway desk', '04');
        await asAdmin().sobject('Callback_Rule__c').create({
            Name: RULE,
            Priority__c: 9_000,
            Active__c: true,
            Channel__c: 'Any',
            Type__c: 'Number prefix',
            Prefix__c: '+47',
            Callback_Number__c: id
        });
        const { page, numbers } = await openAs('rachel.kerr');
        await numbers.find('norway desk', 1);
        await numbers.choose('Norway desk', 'Retire');
        await numbers.question.getByText(`no longer pick it (1): ${RULE}`).waitFor();
        await expectAccessible(page);
        expect(await ownNumbers()).toMatchObject([{ Active__c: true }]);
        await numbers.question.getByRole('button', { name: 'Retire' }).click();
        await numbers.closeResult('1 changes saved.');
        expect(await ownNumbers()).toMatchObject([{ Active__c: false }]);
        await numbers.choose('Norway desk', 'Activate again');
        await numbers.closeResult('1 changes saved.');
        expect(await ownNumbers()).toMatchObject([{ Active__c: true }]);

        await numbers.find('travel group', 1);
        await numbers.choose('Larkfield Travel Group', 'Retire');
        await numbers.question.getByText('This is the principal number of').waitFor();
        await numbers.question.getByRole('button', { name: 'Cancel' }).click();
        await numbers.question.waitFor({ state: 'detached' });
    });

    it('imports a file, and exports what is found', async () => {
        await createNumber('Tram desk', '05');
        const { lightning, page, numbers } = await openAs('rachel.kerr');
        const file = [
            'Label,Number,Language',
            'Tram desk,020 7946 0905,sv',
            'Bus desk,020 7946 0906,en',
            'Nowhere desk,12,en'
        ].join('\n');
        const panel = await numbers.preview(file);
        await expectAccessible(page);
        await panel.getByRole('button', { name: 'Import', exact: true }).click();
        await panel.locator('[data-state=done]').waitFor();
        expect(await ownNumbers()).toMatchObject([
            { Name: 'Tram desk', Language__c: 'sv', Country__c: 'GB' },
            { Name: 'Bus desk', Language__c: 'en' }
        ]);
        await numbers.button('Back to the numbers').click();
        await numbers.find('tram desk', 1);
        const [download] = await Promise.all([
            lightning.page.waitForEvent('download'),
            numbers.button('Export as CSV').click()
        ]);
        const text = await readFile((await download.path())!, 'utf8');
        expect(text.replace('\ufeff', '').trim().split('\r\n')).toEqual([
            'Label,Number,Active,Country,Language,Description',
            `Tram desk,${OWN}05,yes,GB,sv,`
        ]);
    });

    it('adds and retires a number with the keyboard alone', async () => {
        const { page, numbers } = await openAs('rachel.kerr');
        const { keyboard } = page;
        await tabTo(page, numbers.button('Add a Number'));
        await keyboard.press('Enter');
        await numbers.form
            .getByRole('textbox', { name: 'Number' })
            .and(page.locator(':focus'))
            .waitFor();
        await keyboard.type('+442079460907');
        await keyboard.press('Tab');
        await keyboard.type('Pier desk');
        await keyboard.press('Enter');
        await numbers.button('Add a Number').and(page.locator(':focus')).waitFor();
        await tabTo(page, numbers.search);
        await keyboard.type('pier desk');
        await numbers.found(1);
        await tabTo(page, numbers.root.getByRole('grid').locator('[tabindex="0"]').first());
        await keyboard.press('ArrowDown');
        const actions = numbers.row('Pier desk').locator('td').last();
        await expect
            .poll(async () => {
                await keyboard.press('ArrowRight');
                return actions.evaluate((cell) => cell.matches(':focus-within'));
            })
            .toBe(true);
        await keyboard.press('Enter');
        await page.getByRole('menuitem', { name: 'Retire' }).and(page.locator(':focus')).waitFor();
        await keyboard.press('Enter');
        await numbers.question.getByRole('heading').and(page.locator(':focus')).waitFor();
        await tabTo(page, numbers.question.getByRole('button', { name: 'Retire' }));
        await keyboard.press('Enter');
        await numbers.saved.getByText('1 changes saved.').waitFor();
        await numbers.root.getByText('1 of').and(page.locator(':focus')).waitFor();
        expect(await ownNumbers()).toMatchObject([{ Active__c: false }]);
    });
});

describe('The page', () => {
    it('is to look at for a supervisor', async () => {
        const { page, numbers } = await openAs('grace.whitfield');
        await numbers.root.getByText('Your permissions do not let you change it.').waitFor();
        await numbers.find('manchester', 1);
        await expectAccessible(page);
        for (const name of ['Add a Number', 'Import from CSV', 'Show actions']) {
            expect(await numbers.button(name).count()).toBe(0);
        }
    });

    it('is not for an agent', async () => {
        const lightning = await LightningPage.signIn(await browser.open(), 'nathan.broad');
        expect(await lightning.tabAddresses()).not.toContain('/lightning/n/Callback_Numbers_Setup');
    });
});
