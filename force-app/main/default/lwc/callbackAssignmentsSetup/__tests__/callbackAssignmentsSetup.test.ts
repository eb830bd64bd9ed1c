import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import CallbackAssignmentsSetup from 'c/callbackAssignmentsSetup';
import { download } from 'c/callbackDownload';
import type { PairRequest } from 'c/callbackSetupData';
import type { LoadState } from 'c/callbackState';
import { answerGraphql, type Asked } from '../../../../../test/stubs/graphql';
import { mount, quiet } from '../../../../../test/mount';
import { part } from '../../../../../test/parts';

jest.mock('@salesforce/i18n/lang', () => ({ default: 'en' }), { virtual: true });
jest.mock('@salesforce/resourceUrl/libphonenumber', () => ({ default: '/phone' }), {
    virtual: true
});
jest.mock('@salesforce/resourceUrl/papaparse', () => ({ default: '/papa' }), { virtual: true });
jest.mock('c/callbackDownload', () => ({ download: jest.fn() }));

interface Adapter {
    emit(value: unknown, filter?: (config: { objectApiName: string }) => boolean): void;
    error(value: unknown): void;
}
type Fields = Readonly<Record<string, unknown>>;
type Org = Record<string, Fields[]>;

const infos = getObjectInfo as unknown as Adapter;
const ADMIN = ['Callback_Number_Assignment__c', 'Agent_Group__c', 'Agent_Group_Member__c'];

const agent = (Id: string, Name: string) => ({
    Id,
    Name,
    Username: `${Name.toLowerCase()}@acme.example`,
    IsActive: true,
    ProfileId: 'p1',
    'Profile.Name': 'Agent'
});
const numberRow = (Id: string, Name: string, Number__c: string) => ({
    Id,
    Name,
    Number__c,
    Active__c: true,
    Country__c: null,
    Language__c: null,
    Description__c: null,
    SystemModstamp: 's'
});
const assigned = (number: string, agentId: string | null, groupId: string | null = null) => ({
    Id: `${number}${agentId ?? groupId}`,
    Callback_Number__c: number,
    Agent__c: agentId,
    Agent_Group__c: groupId,
    Key__c: `${number}:${agentId ?? groupId}`
});

let org: Org;
beforeEach(() => {
    org = {
        User: [agent('a1', 'Anna'), agent('a2', 'Ben'), agent('a3', 'Cem')],
        Agent_Group__c: [{ Id: 'g1', Name: 'Sales', Description__c: null, SystemModstamp: 's' }],
        Agent_Group_Member__c: [
            { Id: 'm1', Agent__c: 'a1', Agent_Group__c: 'g1', Key__c: 'g1:a1' }
        ],
        Callback_Number__c: [
            numberRow('n1', 'London', '+442079460110'),
            numberRow('n2', 'Berlin', '+4930901820')
        ],
        Callback_Number_Assignment__c: [
            assigned('n1', 'a1'),
            assigned('n1', 'a2'),
            assigned('n2', 'a2'),
            assigned('n2', null, 'g1')
        ]
    };
    answerGraphql(asked);
});

/** What the org answers: any list of it, of some agents and groups where they are named, counted where that is asked. */
function asked({ query, variables }: Asked) {
    const [, object] = /rows: (\w+)/.exec(query)!;
    const ids = variables.assignees as string[] | undefined;
    const rows = org[object].filter(
        (row) => !ids || ids.includes(String(row.Agent__c ?? row.Agent_Group__c))
    );
    const pageInfo = { hasNextPage: false, endCursor: null };
    if (!query.includes('aggregate')) {
        const edges = rows.map((row) => ({ node: nodeOf(row) }));
        return { data: { uiapi: { query: { rows: { edges, pageInfo } } } } };
    }
    const counts = new Map<unknown, number>();
    rows.forEach(({ Callback_Number__c: id }) => counts.set(id, (counts.get(id) ?? 0) + 1));
    const edges = [...counts].map(([value, count]) => ({
        node: {
            aggregate: { Callback_Number__c: { value }, Id: { count: { value: count } } }
        }
    }));
    return { data: { uiapi: { aggregate: { rows: { edges, pageInfo } } } } };
}

function nodeOf({ Id, 'Profile.Name': profile, ...fields }: Fields): object {
    const values = Object.entries(fields).map(([name, value]) => [name, { value }]);
    return {
        Id,
        ...Object.fromEntries(values),
        ...(profile !== undefined && { Profile: { Name: { value: profile } } })
    };
}

/** @param creatable objects of which the user may write records */
async function open(creatable: readonly string[] = ADMIN) {
    const element = await mount('c-callback-assignments-setup', CallbackAssignmentsSetup, {});
    for (const object of [...ADMIN, 'Callback_Rule__c']) {
        const may = creatable.includes(object);
        infos.emit(
            { createable: may, updateable: may, deletable: may },
            ({ objectApiName }) => objectApiName === object
        );
    }
    await quiet();
    const shown = <Properties>(selector: string) => part<Properties>(element, selector);
    const items = (kind: string) =>
        shown<{ counts: Map<string, number>; total: number; draft: object; readOnly: boolean }>(
            `c-callback-assign-items[data-kind="${kind}"]`
        );
    const tell = async (target: string | HTMLElement, name: string, detail: object = {}) => {
        const found = typeof target === 'string' ? shown(target) : target;
        found.dispatchEvent(new CustomEvent(name, { detail }));
        await quiet();
    };
    return {
        element,
        shown,
        has: (selector: string) => element.shadowRoot!.querySelector(selector) !== null,
        items,
        tell,
        state: () => shown<{ state: LoadState; readOnly: boolean }>('c-callback-setup-page'),
        choose: (...ids: string[]) => tell('c-callback-assign-agents', 'choose', { ids }),
        chooseGroups: (...ids: string[]) => tell('c-callback-assign-group-list', 'choose', { ids })
    };
}

it('begins with agents, groups and numbers to choose from, and nobody chosen', async () => {
    const { element, has, shown, state } = await open();
    expect(state().state).toEqual({ kind: 'ready' });
    expect(state().readOnly).toBe(false);
    const { agents } = shown<{ agents: object[] }>('c-callback-assign-agents');
    expect(agents).toMatchObject([
        { name: 'Anna', username: 'anna@acme.example', groups: 'Sales' },
        { name: 'Ben', groups: '' },
        { name: 'Cem', groups: '' }
    ]);
    const { groups } = shown<{ groups: object[] }>('c-callback-assign-group-list');
    expect(groups).toMatchObject([{ name: 'Sales', members: 1 }]);
    expect(has('c-callback-assign-items')).toBe(false);
    await expect(element).toBeAccessible();
});

it('counts what those who are chosen have, groups too', async () => {
    const { choose, chooseGroups, items, element } = await open();
    await choose('a1', 'a2');
    expect([...items('number').counts]).toEqual([
        ['n1', 2],
        ['n2', 1]
    ]);
    expect(items('number').total).toBe(2);
    expect([...items('membership').counts]).toEqual([['g1', 1]]);
    await chooseGroups('g1');
    expect(items('number').counts.get('n2')).toBe(2);
    expect([items('number').total, items('membership').total]).toEqual([3, 2]);
    await expect(element).toBeAccessible();
});

it('explains one agent only', async () => {
    const { choose, chooseGroups, has } = await open();
    await choose('a1');
    expect(has('c-callback-assign-agent')).toBe(true);
    await chooseGroups('g1');
    expect(has('c-callback-assign-agent')).toBe(false);
});

it('previews a draft for those who are chosen, and forgets it when all of it was saved', async () => {
    const { choose, chooseGroups, element, has, items, shown, tell } = await open();
    await choose('a1', 'a3');
    await chooseGroups('g1');
    const draft = { add: ['n1'], remove: ['n2'] };
    await tell(items('number'), 'draftchange', { draft });
    expect(items('number').draft).toEqual(draft);
    await tell(items('number'), 'preview');
    const change = () =>
        shown<{ request: PairRequest; names: Map<string, string> }>('c-callback-assign-change');
    expect(change().request).toEqual({
        kind: 'number',
        assignees: [
            { id: 'a1', kind: 'agent' },
            { id: 'a3', kind: 'agent' },
            { id: 'g1', kind: 'group' }
        ],
        ...draft
    });
    expect(change().names.get('n1')).toBe('London');
    await tell('c-callback-assign-change', 'close', { saved: false });
    expect(items('number').draft).toEqual(draft);
    expect(element.shadowRoot!.activeElement).toBe(shown('[data-chosen]'));

    await tell(items('number'), 'preview');
    org.Callback_Number_Assignment__c = [];
    await tell('c-callback-assign-change', 'close', { saved: true });
    expect(has('c-callback-assign-change')).toBe(false);
    expect(items('number').draft).toEqual({ add: [], remove: [] });
    expect(items('number').counts.size).toBe(0);
});

it('explains anew what a save may have changed', async () => {
    const { choose, items, shown, tell } = await open();
    await choose('a1');
    const read = jest.spyOn(shown<{ read(): void }>('c-callback-assign-agent'), 'read');
    await tell(items('number'), 'draftchange', { draft: { add: ['n2'], remove: [] } });
    await tell(items('number'), 'preview');
    await tell('c-callback-assign-change', 'close', { saved: true });
    expect(read).toHaveBeenCalledTimes(1);
});

it('puts agents, and no groups, into groups', async () => {
    const { choose, chooseGroups, items, shown, tell } = await open();
    await choose('a2');
    await chooseGroups('g1');
    await tell(items('membership'), 'draftchange', { draft: { add: ['g1'], remove: [] } });
    await tell(items('membership'), 'preview');
    expect(shown<{ request: PairRequest }>('c-callback-assign-change').request).toEqual({
        kind: 'membership',
        assignees: [{ id: 'a2', kind: 'agent' }],
        add: ['g1'],
        remove: []
    });
});

it('reads groups and members anew when they were changed', async () => {
    const { chooseGroups, has, shown, tell } = await open();
    await chooseGroups('g1');
    org.Agent_Group__c = [];
    org.Agent_Group_Member__c = [];
    await tell('c-callback-assign-group-list', 'changed');
    await chooseGroups();
    expect(shown<{ groups: object[] }>('c-callback-assign-group-list').groups).toEqual([]);
    expect(has('c-callback-assign-items')).toBe(false);
});

it('exports the assignments of those who are chosen, and of everybody else otherwise', async () => {
    const { choose, tell } = await open();
    await choose('a2');
    await tell('[data-action="export"]', 'click');
    expect(download).toHaveBeenLastCalledWith(
        'assignments.csv',
        expect.stringContaining('+442079460110,ben@acme.example,,add')
    );
    expect((download as jest.Mock).mock.lastCall[1]).not.toContain('anna');
    await choose();
    await tell('[data-action="export"]', 'click');
    expect((download as jest.Mock).mock.lastCall[1]).toContain('+4930901820,,Sales,add');
});

it('imports in the place of the page, and comes back to it', async () => {
    const { has, tell } = await open();
    await tell('[data-action="import"]', 'click');
    expect(has('c-callback-assign-csv')).toBe(true);
    expect(has('[data-action="import"]')).toBe(false);
    await tell('c-callback-assign-csv', 'close');
    expect(has('c-callback-assign-csv')).toBe(false);
});

it('is to look at only for those who make rules and assign nothing', async () => {
    const { choose, element, has, items, shown, state } = await open(['Callback_Rule__c']);
    expect(state()).toMatchObject({ state: { kind: 'ready' }, readOnly: true });
    await choose('a1');
    expect([items('number').readOnly, items('membership').readOnly]).toEqual([true, true]);
    expect(has('[data-action="import"]')).toBe(false);
    expect(shown<{ rights: object }>('c-callback-assign-group-list').rights).toEqual({
        create: false,
        update: false,
        delete: false
    });
    await expect(element).toBeAccessible();
});

it('is not for agents', async () => {
    const { state } = await open([]);
    expect(state().state).toEqual({ kind: 'noPermission', missing: [] });
});

it('says that it could not load, and loads when asked again', async () => {
    answerGraphql(() => ({ errors: [{ message: 'The org is away.' }] }));
    const { state, tell } = await open();
    expect(state().state).toEqual({ kind: 'failed', errors: ['The org is away.'] });
    answerGraphql(asked);
    await tell('c-callback-setup-page', 'retry');
    expect(state().state).toEqual({ kind: 'ready' });
});

it('says when it could not be counted, and counts again with the next choice', async () => {
    const { choose, items, shown } = await open();
    await choose('a1');
    answerGraphql(() => ({ errors: [{ message: 'The org is away.' }] }));
    await choose('a1', 'a2');
    expect(shown('[data-problems]').textContent).toBe('The org is away.');
    expect(items('number').total).toBe(1);
    answerGraphql(asked);
    await choose('a2', 'a3');
    expect(shown('[data-problems]').textContent).toBe('');
    expect(items('number').total).toBe(2);
});

it('shows what the latest choice has, however fast the choice changes', async () => {
    const { choose, element, items } = await open();
    await choose('a1');
    let questions = 0;
    answerGraphql((question) => {
        questions += 1;
        return asked(question);
    });
    for (const ids of [['a1', 'a2'], ['a2'], ['a1', 'a2', 'a3']]) {
        part(element, 'c-callback-assign-agents').dispatchEvent(
            new CustomEvent('choose', { detail: { ids } })
        );
    }
    await quiet();
    expect(items('number').total).toBe(3);
    expect(questions).toBe(1);
});
