import CallbackNumbersTable, { type NumberRow } from 'c/callbackNumbersTable';
import { entriesOf } from 'c/callbackNumberText';
import { mount, settled } from '../../../../../test/mount';
import { callbackNumber } from '../../../../../test/numbers';
import { heard, part, type PropertiesOf } from '../../../../../test/parts';

jest.mock('@salesforce/i18n/lang', () => ({ default: 'en' }), { virtual: true });
jest.mock('@salesforce/label/c.Callback_Numbers_Count', () => ({ default: '{0} of {1}' }), {
    virtual: true
});

interface Column {
    readonly fieldName?: string;
    readonly editable?: boolean;
    readonly type?: string;
    readonly typeAttributes?: {
        rowActions(row: NumberRow, done: (actions: { name: string }[]) => void): void;
    };
}
interface Table {
    data: NumberRow[];
    columns: Column[];
    draftValues: object[];
    errors: object;
    selectedRows: string[];
    hideCheckboxColumn: boolean;
    enableInfiniteLoading: boolean;
}

function row(at: number, label: string, e164: string, country: string, more = {}): NumberRow {
    const number = { ...callbackNumber(at, label, e164, country), language: 'en', ...more };
    const [entry] = entriesOf([number]);
    return {
        ...entry,
        id: number.id,
        label,
        active: number.active,
        countryName: entry.country,
        language: number.language,
        description: ''
    };
}

const ROWS = [
    row(1, 'Desk 10', '+442079460001', 'GB'),
    row(2, 'Desk 9', '+498932168001', 'DE', { language: 'de' }),
    row(3, 'Closed', '+33199001234', 'FR', { language: 'fr', active: false })
];
const MANY = Array.from({ length: 120 }, (_, at) =>
    row(at, `Desk ${at}`, `+4930${1_000_000 + at}`, 'DE')
);

async function show(properties: PropertiesOf<CallbackNumbersTable> = {}) {
    const element = await mount('c-callback-numbers-table', CallbackNumbersTable, {
        rows: ROWS,
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
        labels: () => table().data.map(({ label }) => label),
        count: () => part(element, '[data-count]').textContent,
        search: (value: string) => tell(part(element, 'lightning-input'), 'change', { value }),
        filter: (name: string, value: string) =>
            tell(part(element, `[data-filter="${name}"]`), 'change', { value })
    };
}

it('finds a number by its label, its digits as anybody writes them, its country and language', async () => {
    const { element, search, labels, count } = await show();
    expect(count()).toBe('3 of 3');
    for (const [query, found] of [
        ['desk', ['Desk 9', 'Desk 10']],
        ['020 7946', ['Desk 10']],
        ['0049 (89)', ['Desk 9']],
        ['germany', ['Desk 9']],
        ['french', ['Closed']],
        ['desk english', ['Desk 10']]
    ] as const) {
        // eslint-disable-next-line no-await-in-loop -- one search after the other
        await search(query);
        expect([query, labels()]).toEqual([query, found]);
    }
    expect(count()).toBe('1 of 3');
    await expect(element).toBeAccessible();
});

it('says so when nothing is found', async () => {
    const { element, search, count } = await show();
    await search('nowhere');
    expect(element.shadowRoot!.querySelector('lightning-datatable')).toBeNull();
    expect(part(element, '[data-no-match]').textContent).toContain('No_Match');
    expect(count()).toBe('0 of 3');
    await expect(element).toBeAccessible();
});

it('finds a number for others, whatever was filtered, and takes the focus', async () => {
    const { element, filter, labels } = await show();
    await filter('state', 'retired');
    element.showOnly!('+442079460001');
    await settled();
    expect(labels()).toEqual(['Desk 10']);
    element.focus();
    expect(element.shadowRoot!.activeElement).toBe(part(element, '[data-count]'));
});

it('filters by state, country and language together, and offers those that there are', async () => {
    const { element, filter, labels } = await show();
    const choices = (name: string) =>
        part<{ options: { value: string }[] }>(element, `[data-filter="${name}"]`).options.map(
            ({ value }) => value
        );
    expect(choices('country')).toEqual(['', 'FR', 'DE', 'GB']);
    expect(choices('language')).toEqual(['', 'en', 'fr', 'de']);
    await filter('state', 'active');
    expect(labels()).toEqual(['Desk 9', 'Desk 10']);
    await filter('country', 'GB');
    expect(labels()).toEqual(['Desk 10']);
    await filter('state', '');
    await filter('country', '');
    await filter('language', 'fr');
    expect(labels()).toEqual(['Closed']);
});

it('sorts by any column, numbers in a label as numbers', async () => {
    const { labels, table, tell } = await show();
    expect(labels()).toEqual(['Closed', 'Desk 9', 'Desk 10']);
    await tell(table(), 'sort', { fieldName: 'countryName', sortDirection: 'desc' });
    expect(labels()).toEqual(['Desk 10', 'Desk 9', 'Closed']);
    await tell(table(), 'sort', { fieldName: 'active', sortDirection: 'asc' });
    expect(labels()[0]).toBe('Closed');
});

it('draws fifty rows, and fifty more when they are wanted; a search begins anew', async () => {
    const { table, labels, tell, search } = await show({ rows: MANY });
    expect([labels().length, table().enableInfiniteLoading]).toEqual([50, true]);
    await tell(table(), 'loadmore');
    await tell(table(), 'loadmore');
    expect([labels().length, table().enableInfiniteLoading]).toEqual([120, false]);
    await search('desk');
    expect(labels()).toHaveLength(50);
});

it('says which numbers are found, in their order, also those not drawn', async () => {
    const { element, search } = await show({ rows: MANY });
    const found = heard<{ ids: string[] }>(element, 'found');
    await search('desk 11');
    expect(found.at(-1)!.ids).toEqual(
        [11, ...Array.from({ length: 10 }, (_, at) => 110 + at)].map((at) => MANY[at].id)
    );
});

it('hands on what is edited, undone, retired and brought back', async () => {
    const { element, table, tell } = await show();
    const events = ['save', 'undo', 'retire', 'reactivate'].map((name) => heard(element, name));
    const draftValues = [{ id: ROWS[0].id, label: 'New' }];
    await tell(table(), 'save', { draftValues });
    await tell(table(), 'cancel');
    await tell(table(), 'rowaction', { action: { name: 'retire' }, row: ROWS[0] });
    await tell(table(), 'rowaction', { action: { name: 'reactivate' }, row: ROWS[2] });
    expect(events).toEqual([
        [{ drafts: draftValues }],
        [{}],
        [{ ids: [ROWS[0].id] }],
        [{ ids: [ROWS[2].id] }]
    ]);
});

it('offers to retire what is active and to bring back what is retired', async () => {
    const { table } = await show();
    const offered = (of: NumberRow) => {
        const names: string[] = [];
        table()
            .columns.find(({ type }) => type === 'action')!
            .typeAttributes!.rowActions(of, (actions) =>
                names.push(...actions.map(({ name }) => name))
            );
        return names;
    };
    expect([offered(ROWS[0]), offered(ROWS[2])]).toEqual([['retire'], ['reactivate']]);
});

it('keeps what is chosen while the search hides it, and tells only what a person chose', async () => {
    const { element, table, tell, search } = await show({ selectedIds: [ROWS[0].id] });
    const chosen = heard<{ ids: string[] }>(element, 'select');
    await search('closed');
    await tell(table(), 'rowselection', { selectedRows: [] });
    expect(chosen).toEqual([]);
    await tell(table(), 'rowselection', {
        selectedRows: [ROWS[2]],
        config: { action: 'rowSelect' }
    });
    expect(chosen).toEqual([{ ids: [ROWS[0].id, ROWS[2].id] }]);
});

it('shows drafts and what is wrong with them', async () => {
    const drafts = [{ id: ROWS[0].id, language: 'German' }];
    const errors = { rows: { [ROWS[0].id]: { title: 'Not saved', messages: ['No'] } } };
    const { table } = await show({ drafts, errors });
    expect(table().draftValues).toEqual(drafts);
    expect(table().errors).toEqual(errors);
    const editable = table().columns.filter((column) => column.editable);
    expect(editable.map(({ fieldName }) => fieldName)).toEqual(['label', 'language', 'active']);
});

it('is to look at only: nothing to edit, to choose or to do', async () => {
    const { element, table } = await show({ lookOnly: true });
    expect(table().hideCheckboxColumn).toBe(true);
    expect(table().columns.some(({ editable, type }) => editable || type === 'action')).toBe(false);
    await expect(element).toBeAccessible();
});
