import { afterEach, describe, expect, it } from 'vitest';
import { expectAccessible } from './axe.ts';
import { useBrowser } from './browser.ts';
import { addOwnList, entryNow, release, type OwnList } from './dialLists.ts';
import { expectLogged, reloadService } from './org.ts';
import { LightningPage } from './pages/lightningPage.ts';
import { Worklist } from './pages/worklist.ts';
import { takePicture } from './pictures.ts';

const browser = useBrowser();
const EDINBURGH = 'Skerry Line Edinburgh';
const PAGE = '/lightning/n/Connect_Worklist';

let list: OwnList;
afterEach(() => list.remove());

/** An agent with their own list, signed in everywhere. */
async function start(agent: string, name: string) {
    list = await addOwnList(
        { name, agent: `${agent}@callback-numbers.example`, callbackNumber: EDINBURGH },
        [
            { phone: '0131 496 0412', contact: 'Fiona Geddes' },
            { phone: '0131 496 0428', contact: 'Alasdair Muir' },
            { phone: '0113 496 0561', customer: 'Somebody without a record' }
        ]
    );
    await reloadService();
    const visit = await browser.open();
    const lightning = await LightningPage.signIn(visit, agent);
    await lightning.open(PAGE);
    const worklist = new Worklist(lightning.page);
    await (await lightning.openSoftphone()).signIn(lightning.username);
    await lightning.page
        .getByRole('contentinfo')
        .getByRole('button', { name: 'Softphone', exact: true })
        .click();
    await worklist.workOnly(name);
    return { visit, lightning, worklist };
}

describe('An agent with a dial list', () => {
    it('works through it: the right number on each call, dial, outcome, next', async () => {
        const { lightning, worklist } = await start('callum.fraser', 'Call-backs');
        await worklist.status.getByText('Waiting to be called: 3').waitFor();
        await expectAccessible(lightning.page);

        await worklist.next('Fiona Geddes');
        await worklist.presented.root.getByText(EDINBURGH).waitFor();
        await expectAccessible(lightning.page);
        await takePicture(worklist.root, 'agent-worklist');
        await worklist.dialButton.click();
        await worklist.lastCall.getByText(EDINBURGH).waitFor();
        await worklist.button('Done').click();
        await worklist.status.getByText('Recorded.').waitFor();

        await worklist.next('Alasdair Muir');
        await worklist.chooseForThisCall('Larkfield Holidays London');
        await worklist.presented.root.getByText('Chosen for this call').waitFor();
        await worklist.dialButton.click();
        await worklist.lastCall.getByText('Larkfield Holidays London').waitFor();
        await worklist.button('Call later').click();
        await expectAccessible(lightning.page);
        await worklist.button('Save').click();
        await worklist.status.getByText('Recorded.').waitFor();

        await worklist.next('Somebody without a record');
        await worklist.button('Skip').click();
        await worklist.status.getByText('There is nobody to call at present.').waitFor();
        await worklist.status.getByText(/The next one wants to be called from/).waitFor();
        await expectAccessible(lightning.page);

        const username = { Username: lightning.username };
        const [fiona, alasdair, somebody] = await Promise.all(list.entries.map(entryNow));
        expect(fiona).toMatchObject({ Status__c: 'Done', Agent__r: username, Attempts__c: 1 });
        expect(alasdair).toMatchObject({ Status__c: 'New', Agent__r: null, Attempts__c: 1 });
        expect(somebody).toMatchObject({ Status__c: 'Skipped', Agent__r: username });
        await expectLogged({ username: lightning.username, dialled: '+441314960412' }, [
            { Channel__c: 'Connect', Presented_Number__c: '+441314960120', Source__c: 'Rule' }
        ]);
        await expectLogged({ username: lightning.username, dialled: '+441314960428' }, [
            { Channel__c: 'Connect', Source__c: 'This call' }
        ]);
    });

    it('needs nothing but the keyboard', async () => {
        const { lightning, worklist } = await start('tom.ashdown', 'By keyboard');
        const { keyboard } = lightning.page;
        await worklist.nextButton.focus();
        await keyboard.press('Enter');
        await worklist.name.filter({ hasText: 'Fiona Geddes' }).waitFor();
        await expectFocus(worklist.name);

        await tabTo(worklist.dialButton);
        await keyboard.press('Enter');
        await worklist.lastCall.getByText(EDINBURGH).waitFor();
        await tabTo(worklist.button('Call later'));
        await keyboard.press('Enter');
        await tabTo(worklist.button('Cancel'));
        await keyboard.press('Enter');
        await expectFocus(worklist.button('Call later'));
        await keyboard.press('Shift+Tab');
        await expectFocus(worklist.button('Done'));
        await keyboard.press('Enter');
        await worklist.status.getByText('Recorded.').waitFor();
        await expectFocus(worklist.nextButton);

        async function expectFocus(target: typeof worklist.name): Promise<void> {
            await expect.poll(() => target.and(lightning.page.locator(':focus')).count()).toBe(1);
        }
        async function tabTo(target: typeof worklist.name): Promise<void> {
            for (let presses = 0; presses < 30; presses += 1) {
                if ((await target.and(lightning.page.locator(':focus')).count()) > 0) {
                    return;
                }
                await keyboard.press('Tab');
            }
            throw new Error(`Tab does not lead to ${String(target)}.`);
        }
    });

    it('finds the entry again after the page was loaded anew', async () => {
        const { lightning, worklist } = await start('hannah.okafor', 'Come back');
        await worklist.next('Fiona Geddes');
        await lightning.open(PAGE);
        await worklist.name.filter({ hasText: 'Fiona Geddes' }).waitFor();
        await worklist.root.getByText('You had taken this entry before.').waitFor();
        await worklist.button('Give back').click();
        await worklist.status.getByText('Recorded.').waitFor();
        expect(await entryNow(list.entries[0])).toMatchObject({ Status__c: 'New', Agent__r: null });
    });

    it('does not call who was given to somebody else, and overwrites nothing', async () => {
        const { visit, lightning, worklist } = await start('rachel.kerr', 'Taken away');
        // Refused by the service, the dial is an error to the browser.
        visit.allow(/409/);
        await worklist.next('Fiona Geddes');
        await release(list.entries[0]);
        await worklist.dialButton.click();
        await worklist.status.getByText('This entry was not yours any more').waitFor();
        await expectLogged({ username: lightning.username, dialled: '+441314960412' }, []);

        await worklist.next('Fiona Geddes');
        await release(list.entries[0]);
        await worklist.button('Done').click();
        await worklist.status.getByText('This entry was not yours any more').waitFor();
        expect(await entryNow(list.entries[0])).toMatchObject({ Status__c: 'New', Agent__r: null });
    });
});
