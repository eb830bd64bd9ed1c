import { afterEach, describe, expect, it } from 'vitest';
import { expectAccessible } from './axe.ts';
import { useBrowser } from './browser.ts';
import { asAdmin } from './org.ts';
import { LightningPage } from './pages/lightningPage.ts';
import { Picker } from './pages/picker.ts';
import { takePicture } from './pictures.ts';
import { tabTo } from './tabTo.ts';

const browser = useBrowser();

const AGENT = 'Ewan MacLeod';

async function open(user: string) {
    const lightning = await LightningPage.signIn(await browser.open(), user);
    await lightning.open('/lightning/n/Callback_Policy_Setup');
    const root = lightning.page.locator('c-callback-policy-setup');
    await root.getByRole('row').nth(1).waitFor();
    const editor = root.locator('[data-editor]');
    return {
        lightning,
        root,
        editor,
        open: (name: string) => root.getByRole('button', { name, exact: true }).click(),
        choose: async (setting: string, value: RegExp) => {
            await editor.getByRole('combobox', { name: setting }).click();
            await editor.getByRole('option', { name: value }).click();
        }
    };
}

const own = async () => {
    const { records } = await asAdmin().query<{ Id: string; Agent_May_Override__c: string }>(
        `SELECT Id, Agent_May_Override__c FROM Callback_Policy__c WHERE Name = '${AGENT}'`
    );
    return records;
};

/** Journeys share one org: nothing of this stays. */
afterEach(async () => {
    const ids = (await own()).map(({ Id }) => Id);
    await asAdmin().sobject('Callback_Policy__c').destroy(ids);
});

describe('An admin', () => {
    it('sees what a policy sets, and what it inherits from where', async () => {
        const { lightning, root, editor, open: openPolicy } = await open('rachel.kerr');
        await expectAccessible(lightning.page);
        await openPolicy('Call Centre Supervisor');
        await editor.getByText('Inherit (Larkfield Travel Group').waitFor();
        await editor.getByText('Inherit (United Kingdom, from the organization)').waitFor();
        await editor.getByRole('combobox', { name: 'Rules pick the number on Connect' }).click();
        await editor
            .getByRole('option', { name: 'Inherit (Yes, from the organization)' })
            .waitFor();
        await lightning.page.keyboard.press('Escape');
        await expectAccessible(lightning.page);
        await takePicture(root, 'admin-policy');
    });

    it('is told before saving whose calls would be blocked, and breaks nothing', async () => {
        const { editor, root, open: openPolicy } = await open('rachel.kerr');
        await openPolicy('Organization');
        await new Picker(editor).field.click();
        await editor.getByRole('button', { name: /Clear/ }).click();
        await editor.getByText(/agents have no active principal number/).waitFor();
        await editor.getByText(/Another policy comes into force for \d+ agents/).waitFor();
        await editor.getByRole('button', { name: 'Cancel' }).click();
        await root.getByText('Principal number: Larkfield Travel Group').waitFor();
    });

    it('makes a policy for one agent, and takes it away again', async () => {
        const { lightning, root, editor, open: openPolicy, choose } = await open('rachel.kerr');
        const user = root.getByRole('combobox', { name: 'Add a policy for a user' });
        await user.fill(AGENT);
        await lightning.page.getByRole('option', { name: AGENT }).click();
        await choose('Agents may choose another number for one call', /^No$/);
        await editor.getByText(`Another policy comes into force for 1 agents: ${AGENT}`).waitFor();
        await editor.getByRole('button', { name: 'Save' }).click();
        await root.getByText(`The policy of ${AGENT} is saved.`).waitFor();
        expect(await own()).toMatchObject([{ Agent_May_Override__c: 'No' }]);

        await openPolicy(AGENT);
        await editor.getByRole('button', { name: 'Remove this policy' }).click();
        await lightning.page.getByRole('button', { name: 'OK' }).click();
        await root.getByText(`The policy of ${AGENT} is removed.`).waitFor();
        expect(await own()).toEqual([]);
    });

    it('opens and leaves a policy with the keyboard alone', async () => {
        const { lightning, root, editor } = await open('rachel.kerr');
        const policy = root.getByRole('button', { name: 'Call Centre Supervisor', exact: true });
        await tabTo(lightning.page, policy);
        await lightning.page.keyboard.press('Enter');
        await editor.waitFor();
        await lightning.page.keyboard.press('Escape');
        await editor.waitFor({ state: 'detached' });
        await expect.poll(() => policy.and(lightning.page.locator(':focus')).count()).toBe(1);
    });
});

describe('Others', () => {
    it('a supervisor looks at the policies and changes none', async () => {
        const { lightning, root, editor, open: openPolicy } = await open('grace.whitfield');
        await root.getByText('You can look at everything here.').waitFor();
        await openPolicy('Organization');
        await editor.getByRole('combobox', { name: 'Rules pick the number on Connect' }).waitFor();
        expect(await editor.getByRole('button', { name: 'Save' }).count()).toBe(0);
        await expectAccessible(lightning.page);
    });

    it('an agent has no such page', async () => {
        const lightning = await LightningPage.signIn(await browser.open(), 'daniel.osei');
        expect(await lightning.tabAddresses()).not.toContain('/lightning/n/Callback_Policy_Setup');
    });
});
