import { executeMutation } from 'lightning/graphql';
import CallbackAssignGroupList from 'c/callbackAssignGroupList';
import type { GroupEdit } from 'c/callbackAssignGroupEdit';
import { answerGraphql, type Asked } from '../../../../../test/stubs/graphql';
import { mount, quiet } from '../../../../../test/mount';
import { heard, part } from '../../../../../test/parts';

type Fields = Readonly<Record<string, unknown>>;

const mutate = executeMutation as jest.Mock;
const SALES = { id: 'g1', name: 'Sales', description: '', members: 1, seen: 's' };
const ALL = { create: true, update: true, delete: true };

let org: Record<string, Fields[]>;
beforeEach(() => {
    mutate.mockReset();
    org = {
        Agent_Group__c: [{ Id: 'g1', SystemModstamp: 's' }],
        Agent_Group_Member__c: [{ Id: 'm1', Agent__c: 'a1' }],
        Callback_Number_Assignment__c: [
            { Id: 'x1', Callback_Number__c: 'n2', Agent__c: null, Agent_Group__c: 'g1' }
        ],
        Callback_Rule__c: [],
        Dial_List__c: [{ Id: 'd1', Name: 'Storm' }]
    };
    answerGraphql(asked);
});

function asked({ query }: Asked) {
    const [, object] = /rows: (\w+)/.exec(query)!;
    const edges = org[object].map(({ Id, ...fields }) => ({
        node: {
            Id,
            ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }]))
        }
    }));
    const pageInfo = { hasNextPage: false, endCursor: null };
    return { data: { uiapi: { query: { rows: { edges, pageInfo } } } } };
}

async function open() {
    const element = await mount('c-callback-assign-group-list', CallbackAssignGroupList, {
        groups: [SALES],
        selectedIds: ['g1'],
        rights: ALL
    });
    const events = {
        chosen: heard(element, 'choose'),
        changed: heard(element, 'changed'),
        toasts: heard(element, 'lightning__showtoast')
    };
    return {
        element,
        ...events,
        isEditing: () => element.shadowRoot!.querySelector('c-callback-assign-group-edit') !== null,
        edit: () => part<{ edit: GroupEdit }>(element, 'c-callback-assign-group-edit').edit,
        groups: (name: string, detail: object = {}) => tell('groups', name, detail),
        editor: (name: string, detail: object = {}) => tell('group-edit', name, detail)
    };
    async function tell(of: string, name: string, detail: object) {
        part(element, `c-callback-assign-${of}`).dispatchEvent(new CustomEvent(name, { detail }));
        await quiet();
    }
}

it('makes a group, and says why it was refused', async () => {
    const { changed, edit, editor, element, groups, isEditing, toasts } = await open();
    await groups('newgroup');
    expect(edit()).toEqual({ kind: 'name', saving: false, errors: [] });
    mutate.mockResolvedValueOnce({ errors: [{ message: 'Too long.' }] });
    await editor('savename', { name: 'Gold' });
    expect(edit().errors).toEqual(['Too long.']);
    expect(changed).toEqual([]);
    mutate.mockResolvedValueOnce({ data: { uiapi: { r0: { Record: { Id: 'g2' } } } } });
    await editor('savename', { name: 'Gold' });
    expect(isEditing()).toBe(false);
    expect([changed.length, toasts.length]).toEqual([1, 1]);
    expect(mutate.mock.lastCall[0].variables).toEqual({ r0: { Agent_Group__c: { Name: 'Gold' } } });
    await expect(element).toBeAccessible();
});

it('renames a group, but not over what somebody else wrote', async () => {
    const { edit, editor, groups, isEditing } = await open();
    await groups('renamegroup');
    expect(edit()).toMatchObject({ kind: 'name', before: 'Sales' });
    org.Agent_Group__c = [{ Id: 'g1', SystemModstamp: 'later' }];
    await editor('savename', { name: 'Service' });
    expect(edit().errors).toEqual([expect.stringContaining('Group_Changed')]);
    expect(mutate).not.toHaveBeenCalled();
    await editor('cancel');
    expect(isEditing()).toBe(false);
});

it('deletes a group with its numbers, once it is known what depends on it', async () => {
    const { changed, chosen, edit, editor, groups, isEditing } = await open();
    await groups('deletegroup');
    expect(edit()).toMatchObject({
        kind: 'delete',
        name: 'Sales',
        use: { rules: [], dialLists: ['Storm'], assignments: 1, members: 1 }
    });
    mutate.mockResolvedValue({ data: { uiapi: { r0: { Id: 'x1' }, r1: { Id: 'g1' } } } });
    await editor('confirmdelete');
    expect(mutate.mock.lastCall[0].variables).toEqual({ r0: { Id: 'x1' }, r1: { Id: 'g1' } });
    expect(isEditing()).toBe(false);
    expect(changed).toHaveLength(1);
    expect(chosen).toEqual([{ ids: [] }]);
});

it('does not delete a group for which a rule was made meanwhile', async () => {
    const { edit, editor, groups } = await open();
    await groups('deletegroup');
    org.Callback_Rule__c = [{ Id: 'r1', Name: 'Germany' }];
    await editor('confirmdelete');
    expect(edit()).toMatchObject({ use: { rules: ['Germany'] }, saving: false });
    expect(mutate).not.toHaveBeenCalled();
});

it('says why a group was not deleted, and when it cannot be known what depends on it', async () => {
    const { changed, edit, editor, groups } = await open();
    await groups('deletegroup');
    mutate.mockResolvedValue({
        data: { uiapi: { r0: { Id: 'x1' }, r1: null } },
        errors: [{ message: 'In use.', path: ['uiapi', 'r1'] }]
    });
    await editor('confirmdelete');
    expect(edit().errors).toEqual(['In use.']);
    expect(changed).toEqual([]);
    answerGraphql(() => ({ errors: [{ message: 'The org is away.' }] }));
    await groups('deletegroup');
    expect(edit().errors).toEqual(['The org is away.']);
});

it('ends editing when something else is chosen', async () => {
    const { chosen, groups, isEditing } = await open();
    await groups('renamegroup');
    await groups('choose', { ids: ['g2'] });
    expect(isEditing()).toBe(false);
    expect(chosen).toEqual([{ ids: ['g2'] }]);
});
