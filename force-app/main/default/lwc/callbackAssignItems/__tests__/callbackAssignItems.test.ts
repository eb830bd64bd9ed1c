import fc from 'fast-check';
import CallbackAssignItems, { type Draft } from 'c/callbackAssignItems';
import { drafted } from '../draft';
import { mount, settled } from '../../../../../test/mount';
import { heard, part, type PropertiesOf } from '../../../../../test/parts';

jest.mock('@salesforce/label/c.Callback_Assign_All', () => ({ default: 'all {1}' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Assign_Some', () => ({ default: 'mixed {0} of {1}' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Assign_None', () => ({ default: 'none of {1}' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Assign_Add_To', () => ({ default: 'add {0}' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Assign_Remove_From', () => ({ default: 'remove {0}' }), {
    virtual: true
});

interface Row {
    readonly id: string;
    readonly now: string;
    readonly nowIcon: string;
    readonly change: string;
}

const ITEMS = ['n1', 'n2', 'n3'].map((id) => ({ id, name: id, detail: '+44 20' }));
const COUNTS = new Map([
    ['n1', 40],
    ['n2', 12]
]);

async function show(properties: PropertiesOf<CallbackAssignItems> = {}) {
    const element = await mount('c-callback-assign-items', CallbackAssignItems, {
        items: ITEMS,
        counts: COUNTS,
        total: 40,
        label: 'Numbers',
        ...properties
    });
    const table = () =>
        part<{ rows: Row[]; columns: object[]; selectedIds: string[]; lookOnly: boolean }>(
            element,
            'c-callback-assign-table'
        );
    const tell = async (selector: string, name: string, detail: object = {}) => {
        part(element, selector).dispatchEvent(new CustomEvent(name, { detail }));
        await settled();
    };
    return {
        element,
        table,
        row: (id: string) => table().rows.find((one) => one.id === id)!,
        tick: (...ids: string[]) => tell('c-callback-assign-table', 'choose', { ids }),
        click: (action: string) => tell(`[data-action="${action}"]`, 'click'),
        filter: (value: string) => tell('lightning-combobox', 'change', { value }),
        button: (action: string) =>
            part<{ disabled: boolean }>(element, `[data-action="${action}"]`)
    };
}

it('says in words and signs whether all, some or none have a number', async () => {
    const { element, table } = await show();
    expect(table().rows.map(({ now, nowIcon }) => [now, nowIcon])).toEqual([
        ['all 40', 'utility:check'],
        ['mixed 12 of 40', 'utility:dash'],
        ['none of 40', '']
    ]);
    await expect(element).toBeAccessible();
});

it('of one agent says yes or no', async () => {
    const { row } = await show({ total: 1, counts: new Map([['n1', 1]]) });
    expect(row('n1').now).toContain('Assigned');
    expect(row('n2').now).toContain('Not_Assigned');
});

it('gives and takes what is ticked, in a draft that can be taken back', async () => {
    const { element, button, click, table, tick } = await show();
    const drafts = heard<{ draft: Draft }>(element, 'draftchange');
    expect(button('add').disabled).toBe(true);
    await tick('n2', 'n3');
    await click('add');
    expect(drafts[0].draft).toEqual({ add: ['n2', 'n3'], remove: [] });
    expect(table().selectedIds).toEqual([]);

    element.draft = drafts[0].draft;
    await tick('n2');
    await click('remove');
    expect(drafts[1].draft).toEqual({ add: ['n3'], remove: ['n2'] });

    element.draft = drafts[1].draft;
    await tick('n2', 'n3');
    await click('leave');
    expect(drafts[2].draft).toEqual({ add: [], remove: [] });
});

it('says for how many something changes', async () => {
    const { element, button, row } = await show({ draft: { add: ['n2', 'n1'], remove: ['n3'] } });
    expect(row('n2').change).toBe('add 28');
    expect(row('n1').change).toContain('Add_To_Nobody');
    expect(row('n3').change).toContain('Remove_From_Nobody');
    const asked = heard(element, 'preview');
    button('preview').click();
    expect(asked).toHaveLength(1);
});

it('previews nothing where nothing is drafted', async () => {
    const { button } = await show();
    expect(button('preview').disabled).toBe(true);
});

it.each([
    ['had', ['n1', 'n2']],
    ['shared', ['n1']],
    ['mixed', ['n2']],
    ['changed', ['n3']]
])('shows only those that are %s', async (shown, ids) => {
    const { filter, table } = await show({ draft: { add: ['n3'], remove: [] } });
    await filter(shown);
    expect(table().rows.map(({ id }) => id)).toEqual(ids);
});

it('is to look at only for those who may change nothing', async () => {
    const { element, table } = await show({ readOnly: true, counting: true });
    expect(table().lookOnly).toBe(true);
    expect(table().columns).toHaveLength(3);
    expect(element.shadowRoot!.querySelector('lightning-button')).toBeNull();
    expect(part(element, '[data-counting]').textContent).toContain('Counting');
    await expect(element).toBeAccessible();
});

it('never has an item given and taken at once, and the latest wish counts', () => {
    const wish = fc.record({
        ids: fc.uniqueArray(fc.constantFrom('n1', 'n2', 'n3', 'n4')),
        wanted: fc.constantFrom('add' as const, 'remove' as const, undefined)
    });
    fc.assert(
        fc.property(fc.array(wish), (wishes) => {
            const draft = wishes.reduce<Draft>(
                (before, { ids, wanted }) => drafted(before, ids, wanted),
                { add: [], remove: [] }
            );
            for (const id of ['n1', 'n2', 'n3', 'n4'] as const) {
                const last = wishes.findLast(({ ids }) => ids.includes(id))?.wanted;
                expect(draft.add.filter((one) => one === id)).toHaveLength(last === 'add' ? 1 : 0);
                expect(draft.remove.filter((one) => one === id)).toHaveLength(
                    last === 'remove' ? 1 : 0
                );
            }
        })
    );
});
