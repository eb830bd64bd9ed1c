import type { DirectoryState } from 'c/callbackData';
import { finish, readWork, readWorkLists, takeNext, type TakenEntry } from 'c/connectData';
import ConnectWorklist from 'c/connectWorklist';
import type { ListView } from 'c/connectListChoice';
import type { NextView } from 'c/connectNext';
import { mount } from '../../../../../test/mount';
import { part } from '../../../../../test/parts';
import { agentView } from '../../callbackPanel/__tests__/agentView';

const face = () => {
    const { LightningElement } = jest.requireActual('lwc');
    return { __esModule: true, default: class extends LightningElement {} };
};
// The page is told what a directory would tell, and its data module what an org would say.
jest.mock('c/callbackDirectory', () => face());
jest.mock('c/callbackOrg', () => face());
jest.mock('c/connectData', () => ({
    ...jest.requireActual('c/connectData'),
    finish: jest.fn(),
    readWork: jest.fn(),
    readWorkLists: jest.fn(),
    takeNext: jest.fn()
}));
jest.mock('@salesforce/label/c.Callback_Connect_Waiting', () => ({ default: 'waiting {0}' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Connect_Closed_Until', () => ({ default: 'opens {0}' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Connect_Nobody_Until', () => ({ default: 'from {0}' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Connect_Hours_Over', () => ({ default: 'until {0}' }), {
    virtual: true
});

const lists = readWorkLists as jest.MockedFunction<typeof readWorkLists>;
const work = readWork as jest.MockedFunction<typeof readWork>;
const take = takeNext as jest.MockedFunction<typeof takeNext>;
const finished = finish as jest.MockedFunction<typeof finish>;

const NO_LIMIT = { timeZone: null, from: null, until: null };
const STORM = { id: 'l1', name: 'Storm', hours: NO_LIMIT };
const OFFICE = {
    id: 'l2',
    name: 'Office',
    hours: { timeZone: 'UTC', from: '09:00:00.000Z', until: '17:00:00.000Z' }
};
const ENTRY: TakenEntry = {
    id: 'e1',
    listId: 'l1',
    phone: '999',
    attempts: 1,
    attemptId: 'a1'
};

// jsdom scrolls nothing.
Element.prototype.scrollIntoView = jest.fn();

beforeEach(() => {
    jest.useFakeTimers({ now: Date.parse('2026-11-23T12:00:00Z') });
    jest.resetAllMocks();
    localStorage.clear();
    lists.mockResolvedValue([OFFICE, STORM]);
    work.mockResolvedValue({ waiting: [], waitingCount: 3 });
    take.mockResolvedValue({ kind: 'entry', entry: ENTRY, resumed: false, waitingCount: 2 });
    finished.mockResolvedValue({ kind: 'finished' });
});
afterEach(() => jest.useRealTimers());

const allDone = () => jest.advanceTimersByTimeAsync(0);

interface Parts {
    'c-callback-state': { state: { kind: string } };
    'c-connect-list-choice': { lists: readonly ListView[] };
    'c-connect-next': { view: NextView };
    'c-connect-call': { entry: TakenEntry; listName: string; notNow?: string; resumed: boolean };
    'c-connect-outcome': { errors: readonly string[]; busy: boolean };
}

async function page(state: DirectoryState = { kind: 'ready', agent: agentView() }) {
    const element = await mount('c-connect-worklist', ConnectWorklist, {});
    const the = <Name extends keyof Parts>(name: Name) => part<Parts[Name]>(element, name);
    const tell = async (name: string, event: string, detail?: object) => {
        part(element, name).dispatchEvent(new CustomEvent(event, { detail }));
        await allDone();
    };
    await tell('c-callback-directory', 'statechange', { state });
    const has = (name: string) => element.shadowRoot!.querySelector(name) !== null;
    return { element, the, tell, has };
}
const accessible = async (element: HTMLElement) => {
    jest.useRealTimers();
    await expect(element).toBeAccessible();
};

describe('The worklist', () => {
    it.each<DirectoryState>([
        { kind: 'loading' },
        { kind: 'noPermission', missing: ['Callback_Number__c'] },
        { kind: 'failed', errors: ['No network.'] }
    ])('asks for no work while nothing could be presented: $kind', async (state) => {
        const { the } = await page(state);
        expect(the('c-callback-state').state).toEqual(state);
        expect(work).not.toHaveBeenCalled();
    });

    it('says how much there is to do, and takes nothing by itself', async () => {
        const { element, the } = await page();
        expect(the('c-connect-next').view).toMatchObject({
            sentences: ['waiting 3'],
            canTake: true
        });
        expect(take).not.toHaveBeenCalled();
        await accessible(element);
    });

    it('says that there is no list for this agent', async () => {
        lists.mockResolvedValue([]);
        const { element, has } = await page();
        expect(has('.no-lists')).toBe(true);
        expect(has('c-connect-next')).toBe(false);
        await accessible(element);
    });

    it('says that nobody is to be called, and from when somebody is', async () => {
        work.mockResolvedValue({
            waiting: [],
            waitingCount: 0,
            nextAt: Date.parse('2026-11-23T15:30:00Z')
        });
        const { the } = await page();
        expect(the('c-connect-next').view.sentences).toEqual([
            'c.Callback_Connect_Nobody',
            expect.stringMatching(/^from .*30/)
        ]);
    });

    it('offers nothing outside the hours, and opens by itself when they begin', async () => {
        jest.setSystemTime(Date.parse('2026-11-23T08:59:50Z'));
        lists.mockResolvedValue([OFFICE]);
        const { the } = await page();
        expect(work.mock.calls[0][1].listIds).toEqual([]);
        expect(the('c-connect-next').view).toMatchObject({
            canTake: false,
            sentences: ['c.Callback_Connect_Closed', expect.stringMatching(/^opens /)]
        });
        await jest.advanceTimersByTimeAsync(15_000);
        expect(the('c-connect-next').view.canTake).toBe(true);
    });

    it.each([
        [
            'has not the rights',
            [{ message: "Field 'Dial_Attempt__c' in type 'RecordQuery' is undefined" }],
            'noPermission'
        ],
        ['has no network', new Error('No network.'), 'failed']
    ])('says so when the agent %s, and tries again', async (_, errors, kind) => {
        work.mockRejectedValueOnce(errors);
        const { the, tell, has } = await page();
        expect(the('c-callback-state').state.kind).toBe(kind);
        await tell('c-callback-state', 'retry');
        expect(has('c-connect-next')).toBe(true);
    });

    it('leaves out the lists the agent does not want now, also next time', async () => {
        const before = await page();
        await before.tell('c-connect-list-choice', 'listchoose', { listId: 'l1', chosen: false });
        expect(work.mock.calls.at(-1)![1].listIds).toEqual(['l2']);
        before.element.remove();
        const { the, tell } = await page();
        expect(work.mock.calls.at(-1)![1].listIds).toEqual(['l2']);
        await tell('c-connect-list-choice', 'listchoose', { listId: 'l2', chosen: false });
        expect(the('c-connect-next').view).toMatchObject({
            canTake: false,
            sentences: ['c.Callback_Connect_None_Chosen']
        });
    });
});

describe('An entry', () => {
    async function atWork() {
        const all = await page();
        await all.tell('c-connect-next', 'next');
        return all;
    }

    it('is taken when the agent asks for the next one', async () => {
        const { element, the } = await atWork();
        expect(the('c-connect-call')).toMatchObject({
            entry: ENTRY,
            listName: 'Storm',
            resumed: false
        });
        expect(the('c-connect-call').notNow).toBeUndefined();
        await accessible(element);
    });

    it('comes back after the page was loaded anew', async () => {
        work.mockResolvedValue({ mine: ENTRY, waiting: [], waitingCount: 2 });
        const { the } = await page();
        expect(the('c-connect-call')).toMatchObject({ entry: ENTRY, resumed: true });
    });

    it('is recorded, and what there is to do next is said', async () => {
        const { the, tell, has } = await atWork();
        await tell('c-connect-outcome', 'outcome', { kind: 'done' });
        expect(finished.mock.calls[0].slice(1, 3)).toEqual([ENTRY, { kind: 'done' }]);
        expect(has('c-connect-call')).toBe(false);
        expect(the('c-connect-next').view).toMatchObject({
            before: 'recorded',
            sentences: ['waiting 3']
        });
    });

    it('stays with the agent when it could not be recorded', async () => {
        finished.mockRejectedValueOnce(new Error('No network.'));
        const { element, the, tell } = await atWork();
        await tell('c-connect-outcome', 'outcome', { kind: 'done' });
        expect(the('c-connect-outcome').errors).toEqual(['No network.']);
        await tell('c-connect-outcome', 'outcome', { kind: 'done' });
        expect(the('c-connect-next').view.before).toBe('recorded');
        await accessible(element);
    });

    it.each([
        ['recording', 'c-connect-outcome', 'outcome'],
        ['dialling', 'c-connect-call', 'lost']
    ])('that is somebody else’s by now is let go, found out by %s', async (_, from, event) => {
        finished.mockResolvedValue({ kind: 'lost' });
        const { the, tell } = await atWork();
        await tell(from, event, { kind: 'done' });
        expect(the('c-connect-next').view.before).toBe('lost');
    });

    it('is not called once the hours of its list are over', async () => {
        take.mockResolvedValue({
            kind: 'entry',
            entry: { ...ENTRY, listId: 'l2' },
            resumed: false,
            waitingCount: 0
        });
        jest.setSystemTime(Date.parse('2026-11-23T16:59:50Z'));
        const { the } = await atWork();
        expect(the('c-connect-call').notNow).toBeUndefined();
        await jest.advanceTimersByTimeAsync(15_000);
        expect(the('c-connect-call').notNow).toMatch(/^until /);
    });

    it('of a list that is not worked through any more is not called', async () => {
        lists.mockResolvedValue([OFFICE]);
        const { the } = await atWork();
        expect(the('c-connect-call').notNow).toBe('c.Callback_Connect_List_Over');
    });

    it('was the last one: then the page says so', async () => {
        take.mockResolvedValue({ kind: 'none' });
        const { the } = await atWork();
        expect(the('c-connect-next').view.sentences).toEqual(['c.Callback_Connect_Nobody']);
    });
});
