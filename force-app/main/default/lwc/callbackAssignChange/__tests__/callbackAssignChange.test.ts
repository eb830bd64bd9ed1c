import { executeMutation } from 'lightning/graphql';
import CallbackAssignChange from 'c/callbackAssignChange';
import type { DraftPreview } from 'c/callbackAssignPreview';
import type { SaveState } from 'c/callbackSaveProgress';
import { answerGraphql, type Asked } from '../../../../../test/stubs/graphql';
import { mount, quiet } from '../../../../../test/mount';
import { heard, part } from '../../../../../test/parts';

jest.mock(
    '@salesforce/label/c.Callback_Assign_Preview_Add_Numbers',
    () => ({ default: '{0} to {1}: {2}, {3} there' }),
    { virtual: true }
);

const mutate = executeMutation as jest.Mock;
const NAMES = new Map([
    ['n1', 'London'],
    ['a1', 'Anna'],
    ['a2', 'Ben']
]);
const REQUEST = {
    kind: 'number',
    assignees: [
        { id: 'a1', kind: 'agent' },
        { id: 'a2', kind: 'agent' }
    ],
    add: ['n1'],
    remove: []
} as const;

/** The assignments that the org has, as pairs of number and agent. */
let assigned: readonly (readonly [string, string])[];
const pairs = ({ query }: Asked) => {
    expect(query).toContain('SomeAssignmentsOf');
    const edges = assigned.map(([number, agent]) => ({
        node: {
            Id: `${number}${agent}`,
            Callback_Number__c: { value: number },
            Agent__c: { value: agent },
            Agent_Group__c: { value: null }
        }
    }));
    const rows = { edges, pageInfo: { hasNextPage: false, endCursor: null } };
    return { data: { uiapi: { query: { rows } } } };
};

async function show() {
    const element = await mount('c-callback-assign-change', CallbackAssignChange, {
        request: REQUEST,
        people: '2 agents',
        names: NAMES
    });
    await quiet();
    const closed = heard<{ saved: boolean }>(element, 'close');
    return {
        element,
        closed,
        preview: () => part<{ preview: DraftPreview }>(element, 'c-callback-assign-preview'),
        state: () => part<{ state: SaveState }>(element, 'c-callback-save-progress').state,
        tell: async (selector: string, name: string) => {
            part(element, selector).dispatchEvent(new CustomEvent(name));
            await quiet();
        }
    };
}

beforeEach(() => {
    assigned = [];
    mutate.mockReset();
    answerGraphql(pairs);
});

it('shows what would change as everything is now', async () => {
    assigned = [['n1', 'a1']];
    const { element, preview } = await show();
    expect(preview().preview).toEqual({
        sentences: ['1 to 2 agents: 1, 1 there'],
        changes: 1,
        itemLabel: expect.any(String),
        items: [
            {
                id: 'n1',
                name: 'London',
                what: expect.stringContaining('What_Add'),
                changes: 1,
                same: 1
            }
        ]
    });
    await expect(element).toBeAccessible();
});

it('saves it, names what was refused, and says that not all of it was saved', async () => {
    const { closed, element, state, tell } = await show();
    mutate.mockResolvedValue({
        data: { uiapi: { r0: { Record: { Id: 'x' } }, r1: null } },
        errors: [{ message: 'No such number.', path: ['uiapi', 'r1'] }]
    });
    await tell('c-callback-assign-preview', 'save');
    expect(state()).toEqual({
        kind: 'saved',
        saved: 1,
        total: 2,
        failures: [{ name: 'Ben — London', reason: 'No such number.' }]
    });
    expect(element.shadowRoot!.activeElement).toBe(part(element, '[data-progress]'));
    await tell('c-callback-save-progress', 'close');
    expect(closed).toEqual([{ saved: false }]);
    await expect(element).toBeAccessible();
});

it('is done where another admin was faster', async () => {
    const { closed, state, tell } = await show();
    mutate.mockImplementation(() => {
        assigned = [
            ['n1', 'a1'],
            ['n1', 'a2']
        ];
        return Promise.resolve({ data: null, errors: [{ message: 'duplicate value found' }] });
    });
    await tell('c-callback-assign-preview', 'save');
    expect(state()).toEqual({ kind: 'saved', saved: 2, total: 2, failures: [] });
    await tell('c-callback-save-progress', 'close');
    expect(closed).toEqual([{ saved: true }]);
});

it('can be stopped, and says what was left', async () => {
    const { state, tell } = await show();
    answerGraphql(() => new Promise(() => undefined));
    await tell('c-callback-assign-preview', 'save');
    expect(state()).toEqual({ kind: 'saving', done: 0, total: 2 });
    await tell('c-callback-save-progress', 'cancel');
    answerGraphql(pairs);
    expect(mutate).not.toHaveBeenCalled();
});

it('says why there is no preview, looks again, and goes back', async () => {
    answerGraphql(() => ({ errors: [{ message: 'The org is away.' }] }));
    const { closed, element, preview, tell } = await show();
    expect(part(element, '[data-errors]').textContent).toBe('The org is away.');
    await expect(element).toBeAccessible();
    await tell('[data-action="back"]', 'click');
    expect(closed).toEqual([{ saved: false }]);
    answerGraphql(pairs);
    await tell('[data-action="retry"]', 'click');
    expect(preview().preview.changes).toBe(2);
    expect(part(element, '[data-errors]').textContent).toBe('');
});

it('writes nothing when it cannot look first, and keeps the preview', async () => {
    const { element, preview, state, tell } = await show();
    answerGraphql(() => ({ errors: [{ message: 'The org is away.' }] }));
    await tell('c-callback-assign-preview', 'save');
    expect(mutate).not.toHaveBeenCalled();
    expect(state()).toEqual({ kind: 'idle' });
    expect(preview().preview.changes).toBe(2);
    expect(part(element, '[data-errors]').textContent).toBe('The org is away.');
});
