import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { expectAccessible } from './axe.ts';
import { useBrowser } from './browser.ts';
import { asAdmin } from './org.ts';
import { AssignmentsPage } from './pages/assignmentsPage.ts';
import { LightningPage } from './pages/lightningPage.ts';
import { takePicture } from './pictures.ts';
import { tabTo } from './tabTo.ts';

const browser = useBrowser();

const NUMBER = 'Corvo Villas Miami';
const AGENTS = ['daniel.osei', 'nathan.broad', 'ewan.macleod'];
const GROUP = 'Night shift';

/** Usernames of the agents who were given the number, in order. */
async function havers(): Promise<string[]> {
    const { records } = await asAdmin().query<{ Agent__r: { Username: string } }>(
        `SELECT Agent__r.Username FROM Callback_Number_Assignment__c
        WHERE Callback_Number__r.Name = '${NUMBER}' AND Agent__c != null
        ORDER BY Agent__r.Username`
    );
    return records.map(({ Agent__r: agent }) => agent.Username.split('@')[0]);
}

/** Journeys share one org: nothing of this stays. */
afterEach(async () => {
    await remove(
        'Callback_Number_Assignment__c',
        `Callback_Number__r.Name = '${NUMBER}' AND Agent__c != null`
    );
    await remove('Agent_Group__c', `Name = '${GROUP}'`);
});

async function remove(object: string, which: string): Promise<void> {
    const { records } = await asAdmin().query<{ Id: string }>(
        `SELECT Id FROM ${object} WHERE ${which}`
    );
    await asAdmin()
        .sobject(object)
        .destroy(records.map(({ Id }) => Id));
}

describe('An admin', () => {
    it('gives several agents a number, sees what they share, and takes it away again', async () => {
        const lightning = await LightningPage.signIn(await browser.open(), 'rachel.kerr');
        const page = await AssignmentsPage.open(lightning);
        await expectAccessible(lightning.page);
        for (const agent of AGENTS) {
            await page.agents.tick(agent);
        }
        await page.heading('Chosen: 3 agents').waitFor();

        await page.numbers.tick(NUMBER);
        await page.button('Add to All').click();
        await page.numbers.row(NUMBER).getByText('None of 3').waitFor();
        await page.numbers.row(NUMBER).getByText('Add: 3').waitFor();
        await page.button('Preview Changes').click();
        await page.preview
            .getByText('Numbers to add to 3 agents: 1. Assignments to create: 3, there already: 0.')
            .waitFor();
        await expectAccessible(lightning.page);
        await page.save('3 changes saved.');
        await page.numbers.row(NUMBER).getByText('All 3').waitFor();
        expect(await havers()).toEqual([...AGENTS].sort());

        await page.agents.tick('felix.brandt');
        await page.numbers.row(NUMBER).getByText('Mixed: 3 of 4').waitFor();
        await page.numbers.search.fill('');
        await page.agents.search.fill('');
        await page.numbers.row('Skerry Line Boston').locator('.slds-checkbox_faux').click();
        await page.button('Add to All').click();
        await page.numbers.row('Skerry Line Boston').getByText('Add: 4').waitFor();
        await expectAccessible(lightning.page);
        await takePicture(page.root, 'admin-assignments');
        await page.numbers.tick('Skerry Line Boston');
        await page.button('Leave As Is').click();

        await page.numbers.tick(NUMBER);
        await page.button('Remove from All').click();
        await page.numbers.row(NUMBER).getByText('Remove: 3').waitFor();
        await page.button('Preview Changes').click();
        await page.preview.getByText('Assignments to delete: 3, not there: 1.').waitFor();
        await page.save('3 changes saved.');
        await page.numbers.row(NUMBER).getByText('None of 4').waitFor();
        expect(await havers()).toEqual([]);
    });

    it('sees which numbers one agent has, and through what', async () => {
        const lightning = await LightningPage.signIn(await browser.open(), 'rachel.kerr');
        const page = await AssignmentsPage.open(lightning);
        await page.agents.tick('mehmet.yildiz');
        await page.showTab('Available to the Agent');
        await page.explained.getByText(/^Restricted: only assigned numbers/).waitFor();
        const row = (text: string) => page.explained.getByRole('row').filter({ hasText: text });
        await row('Skerry Line Hamburg').getByText('group Germany Service').waitFor();
        await row('Principal number').waitFor();
        await expectAccessible(lightning.page);
    });

    it('makes a group, puts agents into it, and deletes it with what depends on it in view', async () => {
        const lightning = await LightningPage.signIn(await browser.open(), 'rachel.kerr');
        const page = await AssignmentsPage.open(lightning);
        await page.showTab('Groups');
        await page.button('New Group').click();
        await page.root.getByLabel('Name of the group').fill(GROUP);
        await page.button('Save').click();
        await page.groups.row(GROUP).waitFor();

        await page.showTab('Agents');
        await page.agents.tick('daniel.osei');
        await page.agents.tick('felix.brandt');
        await page.showTab('Their Groups');
        await page.memberships.tick(GROUP);
        await page.memberships.root.getByRole('button', { name: 'Add to All' }).click();
        await page.memberships.root.getByRole('button', { name: 'Preview Changes' }).click();
        await page.preview.getByText('Memberships to create: 2').waitFor();
        await page.save('2 changes saved.');
        await page.memberships.row(GROUP).getByText('All 2').waitFor();

        await page.agents.clear();
        await page.showTab('Groups');
        await page.groups.tick(GROUP);
        await page.button('Delete Group').click();
        await page.heading(`Delete ${GROUP}?`).waitFor();
        await page.root.getByText('Agents who are no longer in it: 2').waitFor();
        await expectAccessible(lightning.page);
        const edit = page.root.locator('c-callback-assign-group-edit');
        await edit.getByRole('button', { name: 'Delete Group' }).click();
        await edit.waitFor({ state: 'detached' });
        await page.groups.search.fill('');
        await page.groups.row('Gold Desk').waitFor();
        expect(await page.groups.row(GROUP).count()).toBe(0);
    });

    it('imports assignments from a file, and exports those of whoever is chosen', async () => {
        const lightning = await LightningPage.signIn(await browser.open(), 'rachel.kerr');
        const page = await AssignmentsPage.open(lightning);
        await page.import(
            [
                'Number,Agent,Action',
                '+1 305 555 0130,daniel.osei@callback-numbers.example,add'
            ].join('\n')
        );
        await expectAccessible(lightning.page);
        expect(await havers()).toEqual(['daniel.osei']);
        await page.button('Back').click();
        await page.agents.tick('daniel.osei');
        const [download] = await Promise.all([
            lightning.page.waitForEvent('download'),
            page.button('Export CSV').click()
        ]);
        const text = await readFile((await download.path())!, 'utf8');
        expect(text).toContain('+13055550130,daniel.osei@callback-numbers.example,,add');
    });

    it('comes with the keyboard alone from an agent to a preview, and back to where it began', async () => {
        const lightning = await LightningPage.signIn(await browser.open(), 'rachel.kerr');
        const page = await AssignmentsPage.open(lightning);
        const { keyboard } = lightning.page;
        await tabTo(lightning.page, page.agents.search);
        await keyboard.type('daniel');
        await tabTo(lightning.page, page.agents.selectAll);
        await keyboard.press('Enter');
        await page.heading('Chosen: 1 agent').waitFor();
        await page.numbers.root.waitFor();
        await tabTo(lightning.page, page.numbers.search);
        await keyboard.type('miami');
        await tabTo(lightning.page, page.numbers.selectAll);
        await keyboard.press('Enter');
        await tabTo(lightning.page, page.button('Add to All'));
        await keyboard.press('Enter');
        await tabTo(lightning.page, page.button('Preview Changes'));
        await keyboard.press('Enter');
        await page.preview.getByText('Assignments to create: 1').waitFor();
        await tabTo(lightning.page, page.button('Back'));
        await keyboard.press('Enter');
        await page.heading('Chosen: 1 agent').and(lightning.page.locator(':focus')).waitFor();
        expect(await havers()).toEqual([]);
    });
});

describe('The page', () => {
    it('is to look at for a supervisor', async () => {
        const lightning = await LightningPage.signIn(await browser.open(), 'grace.whitfield');
        const page = await AssignmentsPage.open(lightning);
        await page.root.getByText('Your permissions do not let you change it.').waitFor();
        await page.agents.tick('anna.berger');
        await page.numbers.row('Corvo Villas Munich').waitFor();
        await expectAccessible(lightning.page);
        for (const name of ['Add to All', 'Preview Changes', 'Import Assignments from CSV']) {
            expect(await page.button(name).count()).toBe(0);
        }
    });

    it('is not for an agent', async () => {
        const lightning = await LightningPage.signIn(await browser.open(), 'nathan.broad');
        expect(await lightning.tabAddresses()).not.toContain(
            '/lightning/n/Callback_Assignments_Setup'
        );
    });
});
