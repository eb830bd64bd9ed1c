import CallbackAssignTable from 'c/callbackAssignTable';
import { mount, settled } from '../../../../../test/mount';
import { heard, part, type PropertiesOf } from '../../../../../test/parts';

jest.mock('@salesforce/label/c.Callback_Assign_Found_Chosen', () => ({ default: '{0}/{1}' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Assign_Select_All', () => ({ default: 'All {0}' }), {
    virtual: true
});

type Row = { readonly id: string };
interface Table {
    data: Row[];
    selectedRows: string[];
    hideCheckboxColumn: boolean;
    enableInfiniteLoading: boolean;
}

const PEOPLE = [
    { id: '1', name: 'Siân Prosser', username: 'sian@acme.example', calls: 9 },
    { id: '2', name: 'Anna Berger', username: 'anna@acme.example', calls: 10 },
    { id: '3', name: 'Daniel Osei', username: 'daniel@acme.example', calls: 11 }
];
const MANY = Array.from({ length: 120 }, (_, at) => ({ id: `${at}`, name: `Agent ${at}` }));

async function show(properties: PropertiesOf<CallbackAssignTable> = {}) {
    const element = await mount('c-callback-assign-table', CallbackAssignTable, {
        columns: [{ label: 'Name', fieldName: 'name' }],
        label: 'Agents',
        rows: PEOPLE,
        searchFields: ['name', 'username'],
        ...properties
    });
    const table = () => part<Table>(element, 'lightning-datatable');
    const tell = async (target: HTMLElement, name: string, detail: object = {}) => {
        target.dispatchEvent(new CustomEvent(name, { detail }));
        await settled();
    };
    return {
        element,
        table,
        tell,
        ids: () => table().data.map(({ id }) => id),
        search: (value: string) => tell(part(element, 'lightning-input'), 'change', { value }),
        pick: (action: string, selectedRows: readonly Row[]) =>
            tell(table(), 'rowselection', { selectedRows, config: { action } }),
        count: () => part(element, '[data-count]').textContent
    };
}

it('finds every word somewhere in the row, whatever its case and accents', async () => {
    const { element, ids, search } = await show();
    await search('prosser SIAN');
    expect(ids()).toEqual(['1']);
    await search('an');
    expect(ids()).toEqual(['1', '2', '3']);
    await expect(element).toBeAccessible();
});

it('says that nothing was found', async () => {
    const { element, search } = await show();
    await search('nobody');
    expect(element.shadowRoot!.querySelector('lightning-datatable')).toBeNull();
    expect(element.shadowRoot!.textContent).toContain('Nothing_Found');
    await expect(element).toBeAccessible();
});

it('sorts numbers as numbers and names as names', async () => {
    const { ids, table, tell } = await show();
    await tell(table(), 'sort', { fieldName: 'calls', sortDirection: 'desc' });
    expect(ids()).toEqual(['3', '2', '1']);
    await tell(table(), 'sort', { fieldName: 'name', sortDirection: 'asc' });
    expect(ids()).toEqual(['2', '3', '1']);
});

it('draws fifty rows, and fifty more when they are wanted', async () => {
    const { ids, table, tell } = await show({ rows: MANY });
    expect(ids()).toHaveLength(50);
    await tell(table(), 'loadmore');
    expect(ids()).toHaveLength(100);
    expect(table().enableInfiniteLoading).toBe(true);
    await tell(table(), 'loadmore');
    expect(ids()).toHaveLength(120);
    expect(table().enableInfiniteLoading).toBe(false);
});

it('keeps chosen what a search does not show', async () => {
    const { element, pick, search, table } = await show({ selectedIds: ['3'] });
    const chosen = heard(element, 'choose');
    await search('anna');
    expect(table().selectedRows).toEqual([]);
    await pick('rowSelect', [PEOPLE[1]]);
    await pick('deselectAllRows', []);
    expect(chosen).toEqual([{ ids: ['3', '2'] }, { ids: ['3'] }]);
});

it('takes what the table says of itself for no choice', async () => {
    const { element, table, tell } = await show({ selectedIds: ['3'] });
    const chosen = heard(element, 'choose');
    await tell(table(), 'rowselection', { selectedRows: [] });
    expect(chosen).toEqual([]);
});

it('chooses everything that was found, also what is not drawn, and nothing any more', async () => {
    const { element, count, search, tell } = await show({ rows: MANY, selectedIds: ['7'] });
    const chosen = heard<{ ids: string[] }>(element, 'choose');
    await search('1');
    expect(count()).toBe('39/1');
    const all = part<{ label: string }>(element, '[data-select-all]');
    expect(all.label).toBe('All 39');
    await tell(all, 'click');
    expect(chosen[0].ids).toHaveLength(40);
    await tell(part(element, '[data-clear]'), 'click');
    expect(chosen[1]).toEqual({ ids: [] });
});

it('is to look at only where nothing can be chosen', async () => {
    const { element, table } = await show({ lookOnly: true });
    expect(table().hideCheckboxColumn).toBe(true);
    expect(element.shadowRoot!.querySelector('[data-select-all]')).toBeNull();
});
