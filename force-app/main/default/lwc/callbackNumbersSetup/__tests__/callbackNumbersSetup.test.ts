import { download } from 'c/callbackDownload';
import type { NumberRow } from 'c/callbackNumbersTable';
import CallbackNumbersSetup from 'c/callbackNumbersSetup';
import type { SaveState } from 'c/callbackSaveProgress';
import { mount, quiet } from '../../../../../test/mount';
import { part } from '../../../../../test/parts';
import { answerGraphql } from '../../../../../test/stubs/graphql';
import { allow, Org, sent } from '../../../../../test/numbersOrg';

jest.mock('@salesforce/i18n/lang', () => ({ default: 'en' }), { virtual: true });
jest.mock('@salesforce/resourceUrl/libphonenumber', () => ({ default: '/phone' }), {
    virtual: true
});
jest.mock('@salesforce/resourceUrl/papaparse', () => ({ default: '/papa' }), { virtual: true });
jest.mock('c/callbackDownload', () => ({ download: jest.fn() }));

const CONFLICT = 'c.Callback_Numbers_Conflict';
let org: Org;
let london: string;
let berlin: string;

beforeEach(() => {
    org = new Org();
    london = org.add('London', '+442079460001', { Country__c: 'GB', Language__c: 'en' });
    berlin = org.add('Berlin', '+493023125001', { Country__c: 'DE', Description__c: 'a, b' });
});

async function open(rights: Parameters<typeof allow>[0] = {}) {
    const element = await mount('c-callback-numbers-setup', CallbackNumbersSetup, {});
    allow(rights);
    await quiet();
    const root = element.shadowRoot!;
    const shown = <Properties>(selector: string) => part<Properties>(element, selector);
    const table = () =>
        shown<{
            rows: NumberRow[];
            drafts: { id: string }[];
            errors?: { rows: Record<string, { messages: string[] }> };
            selectedIds: string[];
            lookOnly: boolean;
        }>('c-callback-numbers-table');
    const tell = async (selector: string, name: string, detail: object = {}) => {
        shown(selector).dispatchEvent(new CustomEvent(name, { detail }));
        await quiet();
    };
    return {
        element,
        shown,
        table,
        tell,
        has: (selector: string) => root.querySelector(selector) !== null,
        page: () => shown<{ state: { kind: string }; readOnly: boolean }>('c-callback-setup-page'),
        progress: () => shown<{ state: SaveState }>('c-callback-save-progress').state,
        press: async (selector: string) => {
            shown(selector).click();
            await quiet();
        },
        labels: () => table().rows.map(({ label }) => label)
    };
}

describe('The page', () => {
    it('lists the numbers, formatted, with the names of their countries', async () => {
        const { element, table, page } = await open();
        expect(page()).toMatchObject({ state: { kind: 'ready' }, readOnly: false });
        expect(table().rows).toMatchObject([
            { label: 'London', formatted: '+44 207 946 0001', countryName: 'United Kingdom' },
            { label: 'Berlin', formatted: '+49 302 312 5001', countryName: 'Germany' }
        ]);
        await expect(element).toBeAccessible();
    });

    it('offers to add the first number where there is none', async () => {
        org.held.Callback_Number__c = [];
        const { element, has, press } = await open();
        expect([has('[data-empty]'), has('c-callback-numbers-table')]).toEqual([true, false]);
        await expect(element).toBeAccessible();
        await press('.add-first');
        expect(has('c-callback-number-add')).toBe(true);
    });

    it('says what failed, and loads once more when asked', async () => {
        answerGraphql(() => ({ errors: [{ message: 'The org is away.' }] }));
        const { element, page, tell, labels } = await open();
        expect(page().state).toEqual({ kind: 'failed', errors: ['The org is away.'] });
        await expect(element).toBeAccessible();
        const again = new Org();
        again.add('Paris', '+33199001234');
        await tell('c-callback-setup-page', 'retry');
        expect(labels()).toEqual(['Paris']);
    });

    it('is to look at for those who make rules and keep no numbers', async () => {
        const { page, table, has } = await open({ numbers: false });
        expect(page()).toMatchObject({ state: { kind: 'ready' }, readOnly: true });
        expect(table().lookOnly).toBe(true);
        expect([has('.add'), has('.import'), has('.export')]).toEqual([false, false, true]);
    });

    it('is not for agents', async () => {
        const { page } = await open({ numbers: false, rules: false });
        expect(page().state.kind).toBe('noPermission');
    });
});

describe('Editing in the table', () => {
    it('writes the fields that changed and no others', async () => {
        const { tell, table, progress, labels } = await open();
        const drafts = [
            { id: london, label: 'City', language: 'en' },
            { id: berlin, active: true }
        ];
        await tell('c-callback-numbers-table', 'save', { drafts });
        expect(sent.mock.calls.map(([{ variables }]) => variables)).toEqual([
            { r0: { Id: london, Callback_Number__c: { Name: 'City' } } }
        ]);
        expect(progress()).toEqual({ kind: 'saved', saved: 1, total: 1, failures: [] });
        expect(table().drafts).toEqual([]);
        expect(labels()).toContain('City');
    });

    it('keeps the rows that are right, and says beside the others what is wrong', async () => {
        org.refusals.London = 'Enter the language as a tag.';
        const { tell, table, progress } = await open();
        const drafts = [
            { id: london, language: 'English' },
            { id: berlin, language: 'de' }
        ];
        await tell('c-callback-numbers-table', 'save', { drafts });
        expect(progress()).toMatchObject({
            saved: 1,
            total: 2,
            failures: [{ name: 'London +442079460001', reason: 'Enter the language as a tag.' }]
        });
        expect(table().drafts).toEqual([drafts[0]]);
        expect(table().errors!.rows[london].messages).toEqual(['Enter the language as a tag.']);
        expect(org.number(berlin)).toMatchObject({ Language__c: 'de' });
        await tell('c-callback-numbers-table', 'undo');
        expect([table().drafts, table().errors]).toEqual([[], undefined]);
    });

    it('does not overwrite what somebody else wrote meanwhile, and both changes survive', async () => {
        const { tell, table, labels } = await open();
        org.change(london, { Name: 'Londinium' });
        const drafts = [{ id: london, language: 'cy' }];
        await tell('c-callback-numbers-table', 'save', { drafts });
        expect(sent).not.toHaveBeenCalled();
        expect(table().errors!.rows[london].messages).toEqual([CONFLICT]);
        expect([table().drafts, labels()]).toEqual([drafts, ['Londinium', 'Berlin']]);

        await tell('c-callback-numbers-table', 'save', { drafts });
        expect(table().errors).toBeUndefined();
        expect(org.number(london)).toMatchObject({ Name: 'Londinium', Language__c: 'cy' });
    });

    it('keeps what was typed when the request breaks off', async () => {
        const { tell, table, progress } = await open();
        sent.mockRejectedValueOnce({ body: { message: 'No network.' } });
        const drafts = [{ id: london, label: 'City' }];
        await tell('c-callback-numbers-table', 'save', { drafts });
        expect(progress()).toMatchObject({ saved: 0, failures: [{ reason: 'No network.' }] });
        expect(table().drafts).toEqual(drafts);
    });
});

describe('Retiring', () => {
    it('first shows what would break, and writes when that is confirmed', async () => {
        org.held.Callback_Rule__c = [{ Id: 'r', Name: 'Gold' }];
        org.held.Callback_Policy__c = [{ Id: 'p', Name: 'Organization' }];
        org.held.Dial_List__c = [{ Id: 'l', Name: 'Autumn' }];
        org.held.Callback_Preference__c = [{ Id: 'd', Agent__r: { Name: { value: 'Ann' } } }];
        const { tell, shown, has } = await open();
        await tell('c-callback-numbers-table', 'retire', { ids: [london] });
        expect(shown<object>('c-callback-number-use')).toMatchObject({
            names: ['London'],
            use: {
                rules: ['Gold'],
                principalOf: ['Organization'],
                dialLists: ['Autumn'],
                defaultOf: ['Ann'],
                assignments: 0
            }
        });
        expect(sent).not.toHaveBeenCalled();
        await tell('c-callback-number-use', 'confirm');
        expect(has('c-callback-number-use')).toBe(false);
        expect(org.number(london)).toMatchObject({ Active__c: false });
        await tell('c-callback-numbers-table', 'reactivate', { ids: [london] });
        expect(org.number(london)).toMatchObject({ Active__c: true });
    });

    it('in the table goes the same way, together with the other edits', async () => {
        const { tell, table, shown } = await open();
        const drafts = [
            { id: london, active: false },
            { id: berlin, label: 'Mitte' }
        ];
        await tell('c-callback-numbers-table', 'save', { drafts });
        expect(shown<object>('c-callback-number-use')).toMatchObject({ names: ['London'] });
        await tell('c-callback-number-use', 'cancel');
        expect([sent.mock.calls.length, table().drafts]).toEqual([0, drafts]);

        await tell('c-callback-numbers-table', 'save', { drafts });
        await tell('c-callback-number-use', 'confirm');
        expect([org.number(london), org.number(berlin)]).toMatchObject([
            { Active__c: false },
            { Name: 'Mitte' }
        ]);
        expect(table().drafts).toEqual([]);
    });

    it('is offered for all that are selected', async () => {
        const { tell, has, press, table } = await open();
        expect(has('.retire-selected')).toBe(false);
        await tell('c-callback-numbers-table', 'select', { ids: [london, berlin] });
        await press('.retire-selected');
        await tell('c-callback-number-use', 'confirm');
        expect(sent.mock.calls[0][0].variables).toEqual({
            r0: { Id: london, Callback_Number__c: { Active__c: false } },
            r1: { Id: berlin, Callback_Number__c: { Active__c: false } }
        });
        expect(table().selectedIds).toEqual([]);
    });

    it('is not asked about, nor done, where what would break cannot be read', async () => {
        const { tell, has, shown } = await open();
        answerGraphql(() => ({ errors: [{ message: 'The org is away.' }] }));
        await tell('c-callback-numbers-table', 'retire', { ids: [london] });
        expect(has('c-callback-number-use')).toBe(false);
        expect(shown('[role="alert"]').textContent).toBe('The org is away.');
        expect(sent).not.toHaveBeenCalled();
    });
});

describe('Adding', () => {
    it('takes the place of nothing, and what was added is in the table afterwards', async () => {
        const { press, has, shown, tell, labels, progress } = await open();
        await press('.add');
        expect(shown<{ existing: object[] }>('c-callback-number-add').existing).toMatchObject([
            { label: 'London', number: '+442079460001' },
            { label: 'Berlin', number: '+493023125001' }
        ]);
        org.add('Added', '+33199001234');
        await tell('c-callback-number-add', 'close', { added: true });
        expect(has('c-callback-number-add')).toBe(false);
        expect(labels()).toEqual(['London', 'Berlin', 'Added']);
        expect(progress()).toMatchObject({ kind: 'saved', saved: 1, total: 1 });
    });

    it('reads nothing anew when nothing was added', async () => {
        const { press, tell, labels } = await open();
        await press('.add');
        org.add('Meanwhile', '+33199001234');
        await tell('c-callback-number-add', 'close', { added: false });
        expect(labels()).toEqual(['London', 'Berlin']);
    });

    it('leads to a number that is there already', async () => {
        const { press, tell, has, table } = await open();
        await press('.add');
        const find = jest.spyOn(
            table() as unknown as { showOnly(query: string): void },
            'showOnly'
        );
        await tell('c-callback-number-add', 'show', { number: '+442079460001' });
        expect(has('c-callback-number-add')).toBe(false);
        expect(find).toHaveBeenCalledWith('+442079460001');
    });
});

describe('Files', () => {
    it('are made of what is found, in its order', async () => {
        const { tell, press } = await open();
        await tell('c-callback-numbers-table', 'found', { ids: [berlin, london] });
        await press('.export');
        const [name, text] = (download as jest.Mock).mock.lastCall;
        expect([name, text.replace('\ufeff', '').trim().split('\r\n')]).toEqual([
            'callback-numbers.csv',
            [
                'Label,Number,Active,Country,Language,Description',
                'Berlin,+493023125001,yes,DE,,"a, b"',
                'London,+442079460001,yes,GB,en,'
            ]
        ]);
    });

    it('are imported in place of the table, which has the new numbers afterwards', async () => {
        const { press, has, tell, labels } = await open();
        await press('.import');
        expect([has('c-callback-number-csv'), has('c-callback-numbers-table')]).toEqual([
            true,
            false
        ]);
        org.add('Imported', '+33199001234');
        await tell('c-callback-number-csv', 'close');
        expect(labels()).toEqual(['London', 'Berlin', 'Imported']);
    });
});
