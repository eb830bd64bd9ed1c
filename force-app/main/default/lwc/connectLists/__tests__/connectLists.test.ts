import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { readGroups, readNumbers, saveRows } from 'c/callbackSetupData';
import { readListRecords, type ListForm, type ListRecord } from 'c/connectData';
import ConnectLists from 'c/connectLists';
import type { ListLine } from 'c/connectListTable';
import { mount, quiet } from '../../../../../test/mount';
import { part } from '../../../../../test/parts';

const faceless = () => {
    const { LightningElement } = jest.requireActual('lwc');
    return { __esModule: true, default: class extends LightningElement {} };
};
jest.mock('c/callbackOrg', () => faceless());
jest.mock('c/callbackSetupData', () => ({
    ...jest.requireActual('c/callbackSetupData'),
    readGroups: jest.fn(),
    readNumbers: jest.fn(),
    saveRows: jest.fn()
}));
jest.mock('c/connectData', () => ({
    ...jest.requireActual('c/connectData'),
    readListRecords: jest.fn(),
    readEntries: jest.fn(async () => ({ rows: [], totalCount: 0 })),
    countByStatus: jest.fn(async () => ({ waiting: 0, inProgress: 0, done: 0, skipped: 0 }))
}));
jest.mock('@salesforce/label/c.Callback_Lists_Saved', () => ({ default: 'saved {0}' }), {
    virtual: true
});

const lists = readListRecords as jest.MockedFunction<typeof readListRecords>;
const saved = saveRows as jest.MockedFunction<typeof saveRows>;
const info = getObjectInfo as unknown as { emit(info: object): void };

const STORM: ListRecord = {
    id: 'l1',
    name: 'Storm',
    active: true,
    hours: { timeZone: 'Europe/London', from: '07:00:00.000Z', until: '22:00:00.000Z' },
    seen: 's1'
};
const FORM: ListForm = {
    name: 'Winter',
    active: true,
    groupId: '',
    numberId: '',
    timeZone: '',
    from: '',
    until: ''
};

beforeEach(() => {
    jest.clearAllMocks();
    lists.mockResolvedValue([STORM]);
    (readGroups as jest.Mock).mockResolvedValue([{ Id: 'g1', Name: 'UK Service' }]);
    (readNumbers as jest.Mock).mockResolvedValue([
        { Id: 'n1', Name: 'Edinburgh', Active__c: true },
        { Id: 'n2', Name: 'Leeds', Active__c: false }
    ]);
    saved.mockResolvedValue([{ kind: 'saved', id: 'l2' }]);
});

interface Parts {
    'c-callback-setup-page': { state: { kind: string }; readOnly: boolean };
    'c-connect-list-table': { lists: readonly ListLine[]; canEdit: boolean };
    'c-connect-list-form': {
        title: string;
        values: ListForm;
        numbers: readonly { label: string }[];
        errors: readonly string[];
    };
}

async function page(updateable = true) {
    const element = await mount('c-connect-lists', ConnectLists, {});
    info.emit({ createable: updateable, updateable, deletable: updateable });
    await quiet();
    const the = <Name extends keyof Parts>(name: Name) => part<Parts[Name]>(element, name);
    const tell = async (name: string, event: string, detail?: object) => {
        part(element, name).dispatchEvent(new CustomEvent(event, { detail }));
        await quiet();
    };
    const has = (name: string) => element.shadowRoot!.querySelector(name) !== null;
    const press = async (selector: string) => {
        part(element, selector).click();
        await quiet();
    };
    return { element, the, tell, has, press, notice: () => part(element, '.notice').textContent };
}

describe('The page of those who keep dial lists', () => {
    it('shows the lists', async () => {
        const { element, the } = await page();
        expect(the('c-callback-setup-page').state).toEqual({ kind: 'ready' });
        expect(the('c-connect-list-table').lists).toEqual([
            {
                id: 'l1',
                name: 'Storm',
                active: true,
                hours: { from: '07:00', until: '22:00', timeZone: 'Europe/London' }
            }
        ]);
        await expect(element).toBeAccessible();
    });

    it('lets those who may not change lists only look', async () => {
        const { the, has } = await page(false);
        expect(the('c-callback-setup-page').readOnly).toBe(true);
        expect(the('c-connect-list-table').canEdit).toBe(false);
        expect(has('.new')).toBe(false);
    });

    it.each([
        [[{ message: "Field 'Dial_List__c' in type 'RecordQuery' is undefined" }], 'noPermission'],
        [new Error('No network.'), 'failed']
    ])('says what is missing, and tries again', async (errors, kind) => {
        lists.mockRejectedValueOnce(errors);
        const { the, tell } = await page();
        expect(the('c-callback-setup-page').state.kind).toBe(kind);
        await tell('c-callback-setup-page', 'retry');
        expect(the('c-callback-setup-page').state.kind).toBe('ready');
    });

    it('makes a new list, with a number that is active', async () => {
        const { the, tell, has, press, notice } = await page();
        await press('.new');
        const form = the('c-connect-list-form');
        expect(form.numbers).toEqual([{ value: 'n1', label: 'Edinburgh' }]);
        await tell('c-connect-list-form', 'save', FORM);
        expect(saved.mock.calls[0][0]).toMatchObject([
            { kind: 'create', fields: { Name: 'Winter', Active__c: true } }
        ]);
        expect(notice()).toBe('saved Winter');
        expect(has('c-connect-list-form')).toBe(false);
        expect(lists).toHaveBeenCalledTimes(2);
    });

    it('keeps what was typed when the org refuses it', async () => {
        saved.mockResolvedValue([{ kind: 'refused', errors: ['Too long.'] }]);
        const { element, the, tell } = await page();
        await tell('c-connect-list-table', 'edit', { listId: 'l1' });
        const { values } = the('c-connect-list-form');
        await tell('c-connect-list-form', 'save', { ...values, name: 'Storm Elin' });
        expect(the('c-connect-list-form').errors).toEqual(['Too long.']);
        expect(the('c-connect-list-form').values).toBe(values);
        await expect(element).toBeAccessible();
    });

    it('overwrites nobody who was faster', async () => {
        saved.mockResolvedValue([{ kind: 'conflict' }]);
        const { the, tell, notice } = await page();
        await tell('c-connect-list-table', 'edit', { listId: 'l1' });
        const { values } = the('c-connect-list-form');
        await tell('c-connect-list-form', 'save', { ...values, active: false });
        expect(saved.mock.calls[0][0]).toMatchObject([
            { kind: 'update', id: 'l1', seen: 's1', fields: { Active__c: false } }
        ]);
        expect(notice()).toBe('c.Callback_Lists_Conflict');
        expect(lists).toHaveBeenCalledTimes(2);
    });

    it('saves nothing where nothing changed', async () => {
        const { the, tell, has } = await page();
        await tell('c-connect-list-table', 'edit', { listId: 'l1' });
        await tell('c-connect-list-form', 'save', the('c-connect-list-form').values);
        expect(saved).not.toHaveBeenCalled();
        expect(has('c-connect-list-form')).toBe(false);
    });

    it('opens the entries of a list, and closes them', async () => {
        const { tell, has } = await page();
        await tell('c-connect-list-table', 'entries', { listId: 'l1' });
        expect(has('c-connect-list-entries')).toBe(true);
        await tell('c-connect-list-entries', 'close');
        expect(has('c-connect-list-entries')).toBe(false);
    });
});
