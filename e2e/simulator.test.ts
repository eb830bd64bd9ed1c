import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expectAccessible } from './axe.ts';
import { useBrowser } from './browser.ts';
import { addOwnList, type OwnList } from './dialLists.ts';
import { asAdmin, idOf } from './org.ts';
import { LightningPage } from './pages/lightningPage.ts';
import { Simulator } from './pages/simulator.ts';
import { takePicture } from './pictures.ts';

const browser = useBrowser();
const RULE = 'Customers around Edinburgh know the ferry';
const EDINBURGH = 'Skerry Line Edinburgh';

let list: OwnList | undefined;
beforeEach(() => {
    list = undefined;
});
/** The org is everybody's: it is left as it was. */
afterEach(async () => {
    await setRuleActive(true);
    await list?.remove();
    const { records } = await asAdmin().query<{ Id: string }>(
        'SELECT Id FROM Callback_Expectation__c'
    );
    await asAdmin()
        .sobject('Callback_Expectation__c')
        .destroy(records.map(({ Id }) => Id));
});

async function setRuleActive(active: boolean): Promise<void> {
    const Id = await idOf('Callback_Rule__c', 'Name', RULE);
    await asAdmin().sobject('Callback_Rule__c').update({ Id, Active__c: active });
}

async function open(name: string) {
    const lightning = await LightningPage.signIn(await browser.open(), name);
    await lightning.open('/lightning/n/Callback_Simulator');
    const simulator = new Simulator(lightning.page);
    return { lightning, simulator };
}

/** As an agent clicks on a contact's number. */
async function tryContact(simulator: Simulator, agent: string, contact: string): Promise<void> {
    await simulator.pick('Agent', agent);
    await simulator.choose('Dialled from', 'Contact');
    await simulator.pick('Record', contact);
}

describe('An admin', () => {
    it('breaks a rule, and sees what that changes before anyone dials', async () => {
        const { lightning, simulator } = await open('rachel.kerr');
        await simulator.result.getByText('Choose an agent and enter a number.').waitFor();
        await expectAccessible(lightning.page);

        await tryContact(simulator, 'Daniel Osei', 'Fiona Geddes');
        await simulator.headline(EDINBURGH).waitFor();
        await simulator.presented.steps.getByText(`Rule "${RULE}" picked`).waitFor();
        await simulator.policy
            .getByRole('row', { name: /Principal number Larkfield Travel Group/ })
            .getByText('from the organization')
            .waitFor();
        await expectAccessible(lightning.page);
        await simulator.keep('Edinburgh sees the ferry');

        await simulator.number.fill('020 7946 0431');
        await simulator.pickNone('Record');
        await simulator.headline('Larkfield Holidays London').waitFor();
        await simulator.keep('London sees London');

        await setRuleActive(false);
        await simulator.runAll();
        await simulator.expectations
            .getByText('As expected: 1. Changed: 1. Cannot be judged: 0.')
            .waitFor();
        const changed = simulator.expectation('Edinburgh sees the ferry');
        await changed.getByText(`Expected: ${EDINBURGH}`).waitFor();
        await changed.getByRole('button', { name: /^Why/ }).click();
        await changed.getByText('picked Larkfield Holidays Manchester').waitFor();
        await expectAccessible(lightning.page);

        await simulator.act('Edinburgh sees the ferry', 'Open in Simulator');
        await expect.poll(() => simulator.number.inputValue()).toBe('07700 900412');
        await takePicture(simulator.root, 'admin-simulator');

        await setRuleActive(true);
        await simulator.result.getByRole('button', { name: 'Read Again' }).click();
        await simulator.headline(EDINBURGH).waitFor();
        await simulator.runAll();
        await simulator.expectations.getByText('As expected: 2. Changed: 0.').waitFor();
    });

    it('accepts a new result, and deletes what is expected no longer', async () => {
        const { lightning, simulator } = await open('rachel.kerr');
        await tryContact(simulator, 'Daniel Osei', 'Fiona Geddes');
        await simulator.headline(EDINBURGH).waitFor();
        await simulator.keep('Edinburgh sees the ferry');
        await setRuleActive(false);
        await simulator.runAll();
        const row = simulator.expectation('Edinburgh sees the ferry');
        await row.getByRole('button', { name: 'Accept New Result' }).click();
        await simulator.root.getByText('now expects the new result.').waitFor();
        await row.getByText('As expected.').waitFor();

        await simulator.act('Edinburgh sees the ferry', 'Delete');
        const sure = lightning.page.getByRole('alertdialog');
        await sure.getByRole('button', { name: 'OK' }).click();
        await simulator.expectations.getByText('There are no expectations yet.').waitFor();
    });

    it('tries an entry of a dial list', async () => {
        list = await addOwnList(
            {
                name: 'Tried before dialling',
                agent: 'callum.fraser@callback-numbers.example',
                callbackNumber: 'Skerry Line Hamburg'
            },
            [{ phone: '0113 496 0561', customer: 'Somebody without a record' }]
        );
        const { simulator } = await open('rachel.kerr');
        await simulator.pick('Agent', 'Callum Fraser');
        await simulator.channel('Connect');
        await simulator.choose('Dial list', 'Tried before dialling');
        await simulator.pick('Entry of the list', '0113 496 0561');
        await expect.poll(() => simulator.number.inputValue()).toBe('0113 496 0561');
        await simulator.headline('Skerry Line Hamburg').waitFor();
    });
});

describe('A supervisor', () => {
    it('is told what only the service can tell, and keeps no guess', async () => {
        const { lightning, simulator } = await open('grace.whitfield');
        await tryContact(simulator, 'Hannah Okafor', 'Beatrice Holloway');
        await simulator.presented.root.getByText('asks a custom selector').waitFor();
        await simulator.result.getByText('cannot be saved as an expectation').waitFor();
        await expectAccessible(lightning.page);
    });

    it('tries a call by keyboard alone', async () => {
        const { lightning, simulator } = await open('grace.whitfield');
        const { keyboard } = lightning.page;
        const agent = simulator.call.getByRole('combobox', { name: 'Agent' });
        await agent.focus();
        await keyboard.type('Jonas Keller');
        // Everybody was offered until the search has its answer.
        await expect
            .poll(() => simulator.call.getByRole('option').allInnerTexts())
            .toEqual([expect.stringContaining('Jonas Keller')]);
        await keyboard.press('ArrowDown');
        await agent.and(lightning.page.locator('[aria-activedescendant]')).waitFor();
        await keyboard.press('Enter');
        await simulator.policy.getByText('What holds for Jonas Keller').waitFor();
        await simulator.number.focus();
        await keyboard.type('069 90009 344');
        await simulator.presented.blocked.waitFor();
        await simulator.result.getByRole('textbox', { name: 'Name of the expectation' }).focus();
        await keyboard.type('Frankfurt is blocked for Jonas');
        await keyboard.press('Enter');
        const row = simulator.expectation('Frankfurt is blocked for Jonas');
        await row.getByText('call blocked (NUMBER_NOT_AVAILABLE)').waitFor();
    });
});

it('An agent has no simulator', async () => {
    const { lightning, simulator } = await open('daniel.osei');
    await lightning.page.getByText('There is no such page').waitFor();
    expect(await simulator.root.count()).toBe(0);
});
