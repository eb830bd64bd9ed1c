import { describe, expect, it } from 'vitest';
import { expectAccessible } from './axe.ts';
import { useBrowser } from './browser.ts';
import { idOf } from './org.ts';
import { LightningPage } from './pages/lightningPage.ts';
import type { Picker } from './pages/picker.ts';

const browser = useBrowser();

/** What an agent finds with a search in the panel and on a contact. */
async function offeredTo(agent: string, search = '') {
    const lightning = await LightningPage.signIn(await browser.open(), agent);
    const panel = await lightning.openPanel();
    await panel.showNumbers();
    const asDefault = await numbersIn(panel.defaultPicker, search);
    await panel.showDial();
    await panel.offerThisCall();
    const inPanel = await numbersIn(panel.thisCallPicker, search);
    await expectAccessible(lightning.page);

    const contact = await idOf('Contact', 'Name', 'Sunita Patel');
    const phone = (await lightning.openRecord('Contact', contact)).phone('Phone');
    await phone.offerNumbers();
    const onContact = await numbersIn(phone.picker, search);
    await expectAccessible(lightning.page);
    return { asDefault, inPanel, onContact };
}

/** The callback numbers found, in the order of their digits. */
async function numbersIn(picker: Picker, search: string): Promise<string[]> {
    const offered = await picker.offered(search);
    const numbers = offered.flatMap((text) => text.match(/\+[\d\s]+\d/) ?? []);
    return numbers.map((number) => number.replaceAll(/\s/g, '')).sort();
}

describe('The numbers an agent may pick', () => {
    it('are their own and the principal number where the policy restricts them', async () => {
        const theirs = ['+441614960110', '+442079460110', '+443069990100'];
        expect(await offeredTo('jack.thornley')).toEqual({
            asDefault: theirs,
            inPanel: theirs,
            onContact: theirs
        });
    });

    it('are all that are in use where it does not, those of other countries too', async () => {
        const german = ['+493023125110', '+494066969120', '+498999998130'];
        expect(await offeredTo('zoe.papadakis', 'Germany')).toEqual({
            asDefault: german,
            inPanel: german,
            onContact: german
        });
    });
});
