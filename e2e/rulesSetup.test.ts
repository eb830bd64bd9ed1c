import { afterEach, describe, expect, it } from 'vitest';
import { expectAccessible } from './axe.ts';
import { useBrowser } from './browser.ts';
import { asAdmin, idOf } from './org.ts';
import { LightningPage } from './pages/lightningPage.ts';
import { RulesPage } from './pages/rulesPage.ts';
import { takePicture } from './pictures.ts';
import { tabTo } from './tabTo.ts';

const browser = useBrowser();

/** Nobody's numbers begin with this. */
const PREFIX = '+8816';
const SUPERVISOR = 'grace.whitfield';

/** Behind all other rules, so that saving an order of these writes no other one. */
const LAST = 900;
/** Before the rule that has a flow pick: what it picks, only a real call can tell. */
const BEFORE_THE_FLOW = 125;

async function addRules(from: number, ...names: readonly string[]): Promise<void> {
    const number = await idOf('Callback_Number__c', 'Name', 'Larkfield Holidays Paris');
    await asAdmin()
        .sobject('Callback_Rule__c')
        .create(
            names.map((Name, at) => ({
                Name,
                Priority__c: from + 10 * at,
                Active__c: true,
                Channel__c: 'Any',
                Type__c: 'Number prefix',
                Prefix__c: `${PREFIX}${at}`,
                Callback_Number__c: number
            }))
        );
}

async function addExpectation(): Promise<void> {
    await asAdmin()
        .sobject('Callback_Expectation__c')
        .create({
            Name: 'Crew at sea',
            Agent__c: await idOf('User', 'Username', 'daniel.osei@callback-numbers.example'),
            Channel__c: 'Click to dial',
            Dialed_Number__c: `${PREFIX}0123456`,
            Expected_Outcome__c: 'Presented',
            Expected_Number__c: await idOf('Callback_Number__c', 'Name', 'Larkfield Travel Group')
        });
}

async function prioritiesOf(which: string): Promise<Record<string, number>> {
    const { records } = await asAdmin().query<{ Name: string; Priority__c: number }>(
        `SELECT Name, Priority__c FROM Callback_Rule__c WHERE ${which} ORDER BY Priority__c`
    );
    return Object.fromEntries(records.map(({ Name, Priority__c }) => [Name, Priority__c]));
}

const OWN = `Prefix__c LIKE '${PREFIX}%'`;
const OTHERS = `Prefix__c = null OR (NOT Prefix__c LIKE '${PREFIX}%')`;

/** Journeys share one org: nothing of this stays. */
afterEach(async () => {
    for (const [object, which] of [
        ['Callback_Rule__c', OWN],
        ['Callback_Expectation__c', `Dialed_Number__c LIKE '${PREFIX}%'`]
    ]) {
        const { records } = await asAdmin().query<{ Id: string }>(
            `SELECT Id FROM ${object} WHERE ${which}`
        );
        await asAdmin()
            .sobject(object)
            .destroy(records.map(({ Id }) => Id));
    }
});

describe('A supervisor', () => {
    it('adds a rule, is warned and told what it changes, looks what rules catch, deletes it', async () => {
        await addRules(BEFORE_THE_FLOW, 'Satellite phones');
        await addExpectation();
        const lightning = await LightningPage.signIn(await browser.open(), SUPERVISOR);
        const rules = await RulesPage.open(lightning);
        await expectAccessible(lightning.page);

        await rules.button('Add Rule').click();
        await rules.button('Save Rule').click();
        await rules.form.getByText('Enter a name.').waitFor();
        await expectAccessible(lightning.page);
        await rules.write({
            name: 'Satellite phones of the crews',
            prefix: `${PREFIX}0`,
            number: 'Larkfield Holidays London'
        });
        const warning =
            'Rule "Satellite phones of the crews" has the same prefix, channel and group as rule "Satellite phones": only one of the two can win.';
        await rules.form.getByText(warning).waitFor();
        await rules.rule('Satellite phones of the crews').getByText(warning).waitFor();
        await rules.inAWindow(() => takePicture(lightning.page, 'admin-rules'));
        await rules.form.getByRole('textbox', { name: 'Prefix' }).fill(PREFIX);
        await rules.form.getByText(warning).waitFor({ state: 'detached' });
        await rules.button('Save Rule').click();
        await rules.saved('1 changes saved.');

        await rules.act('Satellite phones', 'Deactivate');
        const changed = rules.impact.getByRole('listitem').filter({ hasText: 'Crew at sea' });
        await changed.getByText('Larkfield Holidays Paris').waitFor();
        await changed.getByText('Only a real call can tell.').waitFor();
        await expectAccessible(lightning.page);
        await rules.button('Go Back').click();
        expect(await rules.rule('Satellite phones').getByText('Inactive').count()).toBe(0);
        await rules.act('Satellite phones', 'Deactivate');
        await rules.button('Save All the Same').click();
        await rules.saved('1 changes saved.');
        await rules.rule('Satellite phones').getByText('Inactive').waitFor();

        await rules.act('Customers around Edinburgh know the ferry', 'What Does It Catch?');
        await rules.catches.getByText(/^Contacts it matches: [1-9]\d* of \d+ looked at$/).waitFor();
        await expectAccessible(lightning.page);
        await rules.catches.getByRole('button', { name: 'Close' }).click();

        for (const name of ['Satellite phones', 'Satellite phones of the crews']) {
            await rules.act(name, 'Delete');
            await rules.confirm();
            await rules.saved('1 changes saved.');
        }
        expect(await prioritiesOf(OWN)).toEqual({});
    });

    it('brings rules into another order, by keyboard and by mouse', async () => {
        await addRules(LAST, 'Journey: one', 'Journey: two', 'Journey: three', 'Journey: four');
        const others = await prioritiesOf(OTHERS);
        const lightning = await LightningPage.signIn(await browser.open(), SUPERVISOR);
        const rules = await RulesPage.open(lightning);
        const { keyboard } = lightning.page;
        const before = await rules.order();
        const first = before.indexOf('Journey: one');

        await rules.menu('Journey: three').focus();
        await tabTo(lightning.page, rules.handle('Journey: four'));
        await keyboard.press('Space');
        await rules.announced.getByText(/^Journey: four grabbed at position/).waitFor();
        await keyboard.press('ArrowUp');
        await rules.announced.getByText(`Journey: four: position ${first + 3} of`).waitFor();
        await keyboard.press('Escape');
        await rules.announced.getByText(/^Journey: four is back at position/).waitFor();
        expect(await rules.order()).toEqual(before);

        await keyboard.press('Space');
        for (let presses = 1; presses <= 3; presses += 1) {
            await keyboard.press('ArrowUp');
            const position = first + 4 - presses;
            await rules.announced.getByText(`Journey: four: position ${position} of`).waitFor();
        }
        await keyboard.press('Space');
        await rules.announced.getByText(/^Journey: four dropped at position/).waitFor();
        expect((await rules.order()).slice(first)).toEqual([
            'Journey: four',
            'Journey: one',
            'Journey: two',
            'Journey: three'
        ]);
        await expectAccessible(lightning.page);

        await rules.rule('Journey: three').dragTo(rules.rule('Journey: one'), {
            targetPosition: { x: 200, y: 4 }
        });
        await rules.announced.getByText(/^Journey: three dropped at position/).waitFor();
        await rules.button('Save Order').click();
        await rules.saved('2 changes saved.');
        expect(Object.keys(await prioritiesOf(OWN))).toEqual([
            'Journey: four',
            'Journey: three',
            'Journey: one',
            'Journey: two'
        ]);
        expect(await prioritiesOf(OTHERS)).toEqual(others);
    });

    it('is told when somebody else moved rules meanwhile, and loses nothing', async () => {
        await addRules(LAST, 'Journey: one', 'Journey: two', 'Journey: three', 'Journey: four');
        const lightning = await LightningPage.signIn(await browser.open(), SUPERVISOR);
        const rules = await RulesPage.open(lightning);
        const count = (await rules.order()).length;
        await rules.act('Journey: four', 'Move to Position');
        await rules.root
            .getByRole('spinbutton', { name: /New position of Journey: four/ })
            .fill(String(count - 3));
        await lightning.page.keyboard.press('Enter');
        await rules.announced.getByText(/^Journey: four dropped/).waitFor();

        await asAdmin()
            .sobject('Callback_Rule__c')
            .update({
                Id: await idOf('Callback_Rule__c', 'Name', 'Journey: three'),
                Priority__c: 905
            });
        await rules.button('Save Order').click();
        await rules.root.getByText('Moved: Journey: three').waitFor();
        await expectAccessible(lightning.page);
        expect((await rules.order()).at(-4)).toBe('Journey: four');

        await rules.button('Save Order').click();
        await rules.saved('saved.');
        expect(Object.keys(await prioritiesOf(OWN))).toEqual((await rules.order()).slice(-4));
    });
});

it('An agent has no rules to change', async () => {
    const lightning = await LightningPage.signIn(await browser.open(), 'daniel.osei');
    expect(await lightning.tabAddresses()).not.toContain('/lightning/n/Callback_Rules_Setup');
});
