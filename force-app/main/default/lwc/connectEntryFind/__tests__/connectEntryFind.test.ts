import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { saveRows } from 'c/callbackSetupData';
import type { SaveState } from 'c/callbackSaveProgress';
import type { FilterValues, FindState } from 'c/connectCandidates';
import { readCandidates, readOnList } from 'c/connectData';
import ConnectEntryFind from 'c/connectEntryFind';
import { mount, quiet } from '../../../../../test/mount';
import { heard, part } from '../../../../../test/parts';

const faceless = () => {
    const { LightningElement } = jest.requireActual('lwc');
    return { __esModule: true, default: class extends LightningElement {} };
};
jest.mock('c/callbackOrg', () => faceless());
jest.mock('c/callbackSetupData', () => ({
    ...jest.requireActual('c/callbackSetupData'),
    saveRows: jest.fn()
}));
jest.mock('c/connectData', () => ({
    ...jest.requireActual('c/connectData'),
    readCandidates: jest.fn(),
    readOnList: jest.fn()
}));

const infos = getObjectInfo as unknown as {
    emit(info: object, filter: (config: { objectApiName: string }) => boolean): void;
    error(error: object): void;
};
const candidates = readCandidates as jest.MockedFunction<typeof readCandidates>;
const onList = readOnList as jest.MockedFunction<typeof readOnList>;
const saved = saveRows as jest.MockedFunction<typeof saveRows>;

const field = (apiName: string, dataType: string) => ({ apiName, label: apiName, dataType });
const infoOf = (apiName: string) => ({
    apiName,
    labelPlural: `${apiName}s`,
    fields: {
        AssistantPhone: field('AssistantPhone', 'Phone'),
        Phone: field('Phone', 'Phone'),
        Birthdate: field('Birthdate', 'Date'),
        MailingAddress: field('MailingAddress', 'Address')
    }
});
const PEOPLE = ['Ash', 'Beech', 'Cedar'].map((name, at) => ({
    recordId: `r${at}`,
    name,
    phone: `${at}`
}));

beforeEach(() => {
    jest.clearAllMocks();
    candidates.mockResolvedValue({ found: PEOPLE, totalCount: 3 });
    onList.mockResolvedValue({ whos: new Set(['r0']), lastOrder: 7 });
    saved.mockResolvedValue([
        { kind: 'saved', id: 'e1' },
        { kind: 'refused', errors: ['Too long.'] }
    ]);
});

interface Candidates {
    objects: readonly { label: string }[];
    phoneFields: readonly { value: string }[];
    fields: readonly { value: string; input: string }[];
    filter: FilterValues;
    state: FindState;
    isComplete: boolean;
}

async function show() {
    const element = await mount('c-connect-entry-find', ConnectEntryFind, { listId: 'l1' });
    const tellObject = async (name: string) => {
        await quiet();
        infos.emit(infoOf(name), ({ objectApiName }) => objectApiName === name);
    };
    await tellObject('Contact');
    await tellObject('Lead');
    await quiet();
    const panel = () => part<Candidates>(element, 'c-connect-candidates');
    const progress = () => part<{ state: SaveState }>(element, 'c-callback-save-progress').state;
    const tell = async (event: string, detail?: object) => {
        panel().dispatchEvent(new CustomEvent(event, { detail }));
        await quiet();
    };
    return { element, panel, progress, tell };
}

describe('Contacts and leads for a list', () => {
    it('begin with contacts and the telephone field that most fill in', async () => {
        const { element, panel } = await show();
        expect(panel().objects.map(({ label }) => label)).toEqual(['Contacts', 'Leads']);
        expect(panel().filter).toEqual({
            objectApiName: 'Contact',
            phoneField: 'Phone',
            conditions: []
        });
        expect(panel().fields.map(({ value, input }) => [value, input])).toEqual([
            ['AssistantPhone', 'text'],
            ['Birthdate', 'date'],
            ['Phone', 'text']
        ]);
        expect(panel().isComplete).toBe(true);
        await expect(element).toBeAccessible();
    });

    it('are found and counted; those on the list are left out', async () => {
        const { panel, tell } = await show();
        const condition = { field: 'Birthdate', operator: 'greater', value: '' } as const;
        await tell('filterchange', { ...panel().filter, conditions: [condition] });
        expect(panel().isComplete).toBe(false);
        await tell('filterchange', {
            ...panel().filter,
            conditions: [{ ...condition, value: '1980-01-01' }]
        });
        expect(panel().isComplete).toBe(true);
        await tell('preview');
        expect(candidates.mock.calls[0][1]).toMatchObject({
            objectApiName: 'Contact',
            conditions: [{ field: 'Birthdate', dataType: 'Date', value: '1980-01-01' }]
        });
        expect(panel().state).toMatchObject({ kind: 'found', toAdd: 2, onList: 1 });
    });

    it('are put behind those on the list; who is refused is named, the others stay', async () => {
        const { element, tell, progress } = await show();
        const added = heard(element, 'added');
        await tell('preview');
        await tell('add');
        expect(saved.mock.calls[0][0]).toMatchObject([
            { fields: { Record_Id__c: 'r1', Customer__c: 'Beech', Order__c: 8, Key__c: 'l1:r1' } },
            { fields: { Record_Id__c: 'r2', Customer__c: 'Cedar', Order__c: 9, Key__c: 'l1:r2' } }
        ]);
        expect(progress()).toEqual({
            kind: 'saved',
            saved: 1,
            total: 2,
            failures: [{ name: 'Cedar', reason: 'Too long.' }]
        });
        expect(added).toHaveLength(1);
        await expect(element).toBeAccessible();
    });

    it('can be stopped while they are added', async () => {
        let goOn: (results: Awaited<ReturnType<typeof saveRows>>) => void = () => undefined;
        saved.mockReturnValue(new Promise((resolve) => (goOn = resolve)));
        const { element, tell, progress } = await show();
        await tell('preview');
        await tell('add');
        expect(progress()).toEqual({ kind: 'saving', done: 0, total: 2 });
        part(element, 'c-callback-save-progress').dispatchEvent(new CustomEvent('cancel'));
        expect(saved.mock.calls[0][1]!.signal!.aborted).toBe(true);
        goOn([{ kind: 'notTried' }, { kind: 'notTried' }]);
        await quiet();
        expect(progress()).toMatchObject({ kind: 'saved', saved: 0, failures: [] });
    });

    it('of a filter that was changed meanwhile count no more', async () => {
        let goOn: (found: Awaited<ReturnType<typeof readCandidates>>) => void = () => undefined;
        candidates.mockReturnValue(new Promise((resolve) => (goOn = resolve)));
        const { panel, tell } = await show();
        await tell('preview');
        await tell('filterchange', { ...panel().filter, objectApiName: 'Lead', phoneField: '' });
        goOn({ found: PEOPLE, totalCount: 3 });
        await quiet();
        expect(panel().state).toEqual({ kind: 'none' });
        expect(panel().filter).toMatchObject({ objectApiName: 'Lead', phoneField: 'Phone' });
    });

    it('that cannot be read are said to be so', async () => {
        candidates.mockRejectedValue(new Error('No network.'));
        const { panel, tell } = await show();
        await tell('preview');
        expect(panel().state).toEqual({ kind: 'failed', errors: ['No network.'] });
    });
});
