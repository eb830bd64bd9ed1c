import { countByStatus, readEntries, release, type EntryRecord } from 'c/connectData';
import ConnectListEntries from 'c/connectListEntries';
import { mount, quiet } from '../../../../../test/mount';
import { heard, part } from '../../../../../test/parts';

const faceless = () => {
    const { LightningElement } = jest.requireActual('lwc');
    return { __esModule: true, default: class extends LightningElement {} };
};
jest.mock('c/callbackOrg', () => faceless());
jest.mock('c/callbackSchema', () => faceless());
jest.mock('@salesforce/resourceUrl/libphonenumber', () => ({ default: '/phone' }), {
    virtual: true
});
jest.mock('@salesforce/resourceUrl/papaparse', () => ({ default: '/papa' }), { virtual: true });
jest.mock('c/connectData', () => ({
    ...jest.requireActual('c/connectData'),
    countByStatus: jest.fn(),
    readEntries: jest.fn(),
    release: jest.fn()
}));

const entries = readEntries as jest.MockedFunction<typeof readEntries>;
const released = release as jest.MockedFunction<typeof release>;

const LIST = { id: 'l1', name: 'Storm', active: true, hours: {}, seen: 's' };
const ENTRY: EntryRecord = {
    id: 'e1',
    listId: 'l1',
    phone: '1',
    attempts: 1,
    status: 'inProgress'
};

beforeEach(() => {
    jest.clearAllMocks();
    (countByStatus as jest.Mock).mockResolvedValue({
        waiting: 9,
        inProgress: 1,
        done: 0,
        skipped: 0
    });
    entries.mockResolvedValue({ rows: [ENTRY], next: 'page 2', totalCount: 10 });
});

interface Table {
    entries: readonly EntryRecord[];
    total: number;
    status: string;
    canRelease: boolean;
}

async function show(canEdit = true) {
    const element = await mount('c-connect-list-entries', ConnectListEntries, {
        list: LIST,
        canEdit
    });
    await quiet();
    const table = () => part<Table>(element, 'c-connect-entry-table');
    const tell = async (name: string, event: string, detail?: object) => {
        part(element, name).dispatchEvent(new CustomEvent(event, { detail }));
        await quiet();
    };
    const press = async (selector: string) => {
        part(element, selector).click();
        await quiet();
    };
    const has = (name: string) => element.shadowRoot!.querySelector(name) !== null;
    return { element, table, tell, press, has, notice: () => part(element, '.notice').textContent };
}

describe('The entries of one list', () => {
    it('are read by the server’s pages', async () => {
        const { element, table, tell } = await show();
        expect(table()).toMatchObject({ entries: [ENTRY], total: 10, canRelease: true });
        await expect(element).toBeAccessible();
        entries.mockResolvedValue({ rows: [{ ...ENTRY, id: 'e2' }], totalCount: 10 });
        await tell('c-connect-entry-table', 'more');
        expect(entries.mock.calls.at(-1)!.slice(1)).toEqual(['l1', { after: 'page 2' }]);
        expect(table().entries.map(({ id }) => id)).toEqual(['e1', 'e2']);
    });

    it('can be narrowed to one status; an answer that was overtaken counts no more', async () => {
        const { table, tell } = await show();
        let late: (page: Awaited<ReturnType<typeof readEntries>>) => void = () => undefined;
        entries.mockReturnValueOnce(new Promise((resolve) => (late = resolve)));
        await tell('c-connect-entry-table', 'statuschange', { status: 'done' });
        entries.mockResolvedValue({ rows: [], totalCount: 0 });
        await tell('c-connect-entry-table', 'statuschange', { status: 'skipped' });
        late({ rows: [ENTRY], totalCount: 1 });
        await quiet();
        expect(table()).toMatchObject({ status: 'skipped', entries: [], total: 0 });
    });

    it.each<[string, () => void, string]>([
        [
            'is given back',
            () => released.mockResolvedValue({ kind: 'finished' }),
            'c.Callback_Lists_Released'
        ],
        [
            'had ended a moment before',
            () => released.mockResolvedValue({ kind: 'lost' }),
            'c.Callback_Lists_Not_Released'
        ],
        ['cannot be given back', () => released.mockRejectedValue(new Error('No.')), 'No.']
    ])('one in progress %s, and the page says so', async (_, answer, words) => {
        answer();
        const { tell, notice } = await show();
        await tell('c-connect-entry-table', 'release', { entryId: 'e1' });
        expect(released.mock.calls[0][1]).toEqual(ENTRY);
        expect(notice()).toBe(words);
        expect(entries).toHaveBeenCalledTimes(2);
    });

    it('say that they cannot be read, and are read again', async () => {
        entries.mockRejectedValueOnce(new Error('No network.'));
        const { element, tell, has } = await show();
        expect(part<{ state: object }>(element, 'c-callback-state').state).toEqual({
            kind: 'failed',
            errors: ['No network.']
        });
        await tell('c-callback-state', 'retry');
        expect(has('c-connect-entry-table')).toBe(true);
        expect(part<{ state: object }>(element, 'c-callback-state').state).toEqual({
            kind: 'ready'
        });
    });

    it.each([
        ['.import-csv', 'c-connect-entry-csv'],
        ['.add-records', 'c-connect-entry-find']
    ])('can be added to (%s); the focus comes back to the button', async (button, panel) => {
        const { element, tell, press, has } = await show();
        await press(button);
        expect(has(panel)).toBe(true);
        await tell(panel, 'added');
        expect(entries).toHaveBeenCalledTimes(2);
        await tell(panel, 'close');
        expect(has(panel)).toBe(false);
        expect(has(button)).toBe(true);
        await expect(element).toBeAccessible();
    });

    it('are only looked at by who may not change them', async () => {
        const { table, has } = await show(false);
        expect([table().canRelease, has('.import-csv'), has('.add-records')]).toEqual([
            false,
            false,
            false
        ]);
    });

    it('are those of another list, once that is opened', async () => {
        const { element, press } = await show();
        await press('.import-csv');
        Object.assign(element, { list: { ...LIST, id: 'l2' } });
        await quiet();
        expect(entries.mock.calls.at(-1)!.slice(1)).toEqual(['l2', {}]);
        expect(element.shadowRoot!.querySelector('c-connect-entry-csv')).toBeNull();
    });

    it('are left', async () => {
        const { element, press } = await show();
        const closed = heard(element, 'close');
        await press('.close');
        expect(closed).toHaveLength(1);
    });
});
