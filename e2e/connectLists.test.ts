import { afterEach, describe, expect, it } from 'vitest';
import { expectAccessible } from './axe.ts';
import { useBrowser } from './browser.ts';
import { addOwnList, entryNow, removeLists, setInProgress, type OwnList } from './dialLists.ts';
import { ConnectLists } from './pages/connectLists.ts';
import { LightningPage } from './pages/lightningPage.ts';
import { takePicture } from './pictures.ts';

const browser = useBrowser();
const PAGE = '/lightning/n/Connect_Lists';
const SUPERVISOR = 'grace.whitfield';

let list: OwnList | undefined;
afterEach(async () => {
    await list?.remove();
    list = undefined;
});

async function openPage(user: string) {
    const visit = await browser.open();
    const lightning = await LightningPage.signIn(visit, user);
    await lightning.open(PAGE);
    return { lightning, lists: new ConnectLists(lightning.page) };
}

describe('A supervisor', () => {
    it('makes a list, is told what is wrong with it, and changes it later', async () => {
        const { lightning, lists } = await openPage(SUPERVISOR);
        const { form } = lists;
        await lists.row('Storm Elin call-backs').waitFor();
        await expectAccessible(lightning.page);
        await takePicture(lists.root, 'admin-dial-lists');

        await lists.newButton.click();
        await form.getByRole('button', { name: 'Save' }).click();
        await form.getByText('Enter a name.').waitFor();
        await form.getByRole('textbox', { name: 'List name' }).fill('Ferry refunds');
        await lists.choose(form, 'Agent group', 'UK Service');
        await lists.choose(form, 'Callback number', 'Skerry Line Edinburgh');
        await expectAccessible(lightning.page);
        await form.getByRole('button', { name: 'Save' }).click();
        await lists.notice.getByText('Saved: Ferry refunds').waitFor();
        await lists.row('Ferry refunds').filter({ hasText: 'UK Service' }).waitFor();

        await lists.root.getByRole('button', { name: 'Edit Ferry refunds' }).click();
        await form.getByRole('checkbox', { name: 'Active' }).press('Space');
        await form.getByRole('button', { name: 'Save' }).click();
        await lists.row('Ferry refunds').filter({ hasText: 'Not active' }).waitFor();
        await removeLists('Ferry refunds');
    });

    it('finds contacts by a filter and puts them on a list, none of them twice', async () => {
        list = await addOwnList(
            {
                name: 'Autumn letter',
                agent: 'tom.ashdown@callback-numbers.example',
                callbackNumber: 'Skerry Line Edinburgh'
            },
            [{ phone: '0131 496 0412', contact: 'Fiona Geddes' }]
        );
        const { lightning, lists } = await openPage(SUPERVISOR);
        const { finder } = lists;
        await lists.open('Autumn letter');
        await lists.entries.getByRole('button', { name: 'Add contacts or leads' }).click();
        await finder.getByRole('button', { name: 'Add a condition' }).click();
        await lists.choose(finder, 'Field', 'Last Name');
        await lists.choose(finder, 'Comparison', 'starts with');
        await finder.getByRole('textbox', { name: 'Value' }).fill('G');
        await finder.getByRole('button', { name: 'Preview' }).click();
        const result = finder.getByText(/^To be added: \d+\. On the list already: 1\.$/);
        await result.waitFor();
        await expectAccessible(lightning.page);
        await takePicture(lists.root, 'admin-dial-list-filter');
        const [, count] = /^To be added: (\d+)\./.exec((await result.textContent()) ?? '') ?? [];
        expect(Number(count)).toBeGreaterThan(0);
        await finder.getByRole('button', { name: `Add ${count}`, exact: true }).click();
        await lists.entries.getByText(`${Number(count) + 1} of ${Number(count) + 1}`).waitFor();

        await finder.getByRole('button', { name: 'Preview' }).click();
        await finder.getByText(/^To be added: 0\./).waitFor();
        await finder.getByRole('button', { name: 'Cancel' }).click();
        await expect
            .poll(() =>
                lists.entries
                    .getByRole('button', { name: 'Add contacts or leads' })
                    .and(lightning.page.locator(':focus'))
                    .count()
            )
            .toBe(1);
    });

    it('imports a CSV file, and repeating it makes no doubles', async () => {
        list = await addOwnList(
            {
                name: 'From a file',
                agent: 'tom.ashdown@callback-numbers.example',
                callbackNumber: 'Skerry Line Edinburgh'
            },
            []
        );
        const { lightning, lists } = await openPage(SUPERVISOR);
        const { csv } = lists;
        await lists.open('From a file');
        const file = {
            name: 'people.csv',
            mimeType: 'text/csv',
            buffer: Buffer.from(
                'Phone,Customer\n0113 496 0561,Jane Doe\n+44 113 496 0562,\nnobody,\n'
            )
        };
        await lists.entries.getByRole('button', { name: 'Import a CSV file' }).click();
        await csv.locator('input[type=file]').setInputFiles(file);
        await csv
            .getByText(/nobody/)
            .first()
            .waitFor();
        await expectAccessible(lightning.page);
        await csv
            .getByRole('button', { name: /^Import|^Write|^Confirm/ })
            .first()
            .click();
        await lists.entries.getByText('2 of 2').waitFor();
        await lists.entry('Jane Doe').waitFor();

        await csv.getByRole('button', { name: 'Choose a file' }).first().click();
        await csv.locator('input[type=file]').setInputFiles(file);
        await csv
            .getByText(/nobody/)
            .first()
            .waitFor();
        await lists.entries.getByText('2 of 2').waitFor();
    });

    it('gives an entry back that an agent left in progress', async () => {
        list = await addOwnList(
            {
                name: 'Left behind',
                agent: 'tom.ashdown@callback-numbers.example',
                callbackNumber: 'Skerry Line Edinburgh'
            },
            [{ phone: '0131 496 0412', customer: 'Fiona Geddes' }]
        );
        await setInProgress(list.entries[0], 'tom.ashdown@callback-numbers.example');
        const { lists } = await openPage(SUPERVISOR);
        await lists.open('Left behind');
        await lists.entry('Tom Ashdown').waitFor();
        await lists.entries
            .getByRole('button', { name: 'Give Fiona Geddes back to the list' })
            .click();
        await lists.entries.getByText('Given back to the list.').waitFor();
        expect(await entryNow(list.entries[0])).toMatchObject({ Status__c: 'New', Agent__r: null });
    });
});

describe('An agent', () => {
    it('sees no way to the page of those who keep lists', async () => {
        const visit = await browser.open();
        const lightning = await LightningPage.signIn(visit, 'daniel.osei');
        expect(await lightning.tabAddresses()).not.toContain(PAGE);
    });
});
