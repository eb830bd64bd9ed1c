import CallbackCsvImport, { type CsvImportState } from 'c/callbackCsvImport';
import { NUMBER_COLUMNS, type RowProblem } from 'c/callbackCsv';
import { download } from 'c/callbackDownload';
import { mount, settled } from '../../../../../test/mount';
import { heard, part } from '../../../../../test/parts';

jest.mock('c/callbackDownload', () => ({ download: jest.fn() }));
jest.mock('@salesforce/label/c.Callback_Csv_Place_Cell', () => ({ default: 'Row {0}, {1}: {2}' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Csv_Place_Row', () => ({ default: 'Row {0}: {1}' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Csv_Count_Create', () => ({ default: 'To add: {0}' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Csv_Count_Update', () => ({ default: 'To change: {0}' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Csv_Count_Remove', () => ({ default: 'To remove: {0}' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Csv_Count_Same', () => ({ default: 'Unchanged: {0}' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Csv_Count_Wrong', () => ({ default: 'Wrong: {0}' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Csv_More', () => ({ default: 'And {0} more' }), {
    virtual: true
});
jest.mock(
    '@salesforce/label/c.Callback_Csv_Preview_Title',
    () => ({ default: 'What {0} changes' }),
    { virtual: true }
);
jest.mock('@salesforce/label/c.Callback_Csv_Refused_Title', () => ({ default: '{0} is refused' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Csv_Saved_Of', () => ({ default: '{0} of {1}' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Csv_Done_Created', () => ({ default: 'Added: {0}' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Csv_Done_Failed', () => ({ default: 'Not written: {0}' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Csv_Done_Left', () => ({ default: 'Not tried: {0}' }), {
    virtual: true
});
jest.mock(
    '@salesforce/label/c.Callback_Csv_Row_Not_A_Number',
    () => ({ default: '{0} is no number.' }),
    { virtual: true }
);
jest.mock('@salesforce/label/c.Callback_Csv_Row_Too_Long', () => ({ default: 'longer than {1}' }), {
    virtual: true
});
jest.mock(
    '@salesforce/label/c.Callback_Csv_Row_Duplicate',
    () => ({ default: '{0} is in row {1}' }),
    { virtual: true }
);
jest.mock('@salesforce/label/c.Callback_Csv_File_Too_Large', () => ({ default: '{0} MB of {1}' }), {
    virtual: true
});
jest.mock(
    '@salesforce/label/c.Callback_Csv_File_Columns_Unknown',
    () => ({ default: '{0} not in {1}' }),
    { virtual: true }
);
jest.mock(
    '@salesforce/label/c.Callback_Csv_Failed_Unknown',
    () => ({ default: 'perhaps written ({0})' }),
    { virtual: true }
);
jest.mock('@salesforce/label/c.Callback_Csv_Rows_Title', () => ({ default: '{0} of {1} rows' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Csv_Rows_Title_All', () => ({ default: '{0} rows' }), {
    virtual: true
});

const CELLS = { Label: 'Desk', Number: '12' };

function change(row: number, action: 'create' | 'update' | 'remove' | 'same') {
    return { row, action, cells: { Label: `Desk ${row}`, Number: '+442079460123' } };
}
const wrong = (row: number): RowProblem => ({
    code: 'notANumber',
    row,
    column: 'Number',
    value: '12'
});
const PREVIEW = {
    kind: 'preview',
    fileName: 'a.csv',
    changes: [change(2, 'create'), change(3, 'update'), change(5, 'same')],
    problems: [wrong(4)],
    rows: [{ row: 4, cells: CELLS }]
} as const satisfies CsvImportState;
const DONE = {
    kind: 'done',
    counts: { created: 2, updated: 0, removed: 0, same: 0, left: 0 },
    failed: [],
    cancelled: false
} as const satisfies CsvImportState;

async function panel(state: CsvImportState) {
    const element = await mount('c-callback-csv-import', CallbackCsvImport, {
        title: 'Import numbers',
        columns: NUMBER_COLUMNS,
        state
    });
    const root = element.shadowRoot!;
    const show = async (next: CsvImportState) => {
        element.state = next;
        await settled();
    };
    const textsOf = (selector: string) =>
        [...root.querySelectorAll(selector)].map((one) => one.textContent!.trim());
    return { element, root, show, textsOf };
}
/** What the page was given to be saved, without its mark of byte order. */
function saved(): readonly [name: string, text: string] {
    const [[name, text]] = jest.mocked(download).mock.calls;
    return [name, text.replace(/^\ufeff/, '')];
}

beforeEach(() => jest.mocked(download).mockClear());

describe('An import from a CSV file', () => {
    it('begins with a file; its columns are explained', async () => {
        const { element, textsOf } = await panel({ kind: 'choose' });
        expect(textsOf('dt')).toEqual([
            'Label (c.Callback_Csv_Column_Needed)',
            'Number (c.Callback_Csv_Column_Needed)',
            'Active',
            'Country',
            'Language',
            'Description'
        ]);
        expect(textsOf('dd')[1]).toBe('c.Callback_Csv_Column_Number');
        const chosen = heard<{ file: File }>(element, 'filechosen');
        const file = new File(['x'], 'numbers.csv');
        part(element, 'lightning-input').dispatchEvent(
            new CustomEvent('change', { detail: { files: [file] } })
        );
        expect(chosen).toEqual([{ file }]);
        await expect(element).toBeAccessible();
    });

    it('says nothing when no file was chosen after all', async () => {
        const { element } = await panel({ kind: 'choose' });
        const chosen = heard(element, 'filechosen');
        part(element, 'lightning-input').dispatchEvent(
            new CustomEvent('change', { detail: { files: [] } })
        );
        expect(chosen).toEqual([]);
    });

    it('gives a template that can be imported', async () => {
        const { element } = await panel({ kind: 'choose' });
        part(element, '.template').click();
        expect(saved()).toEqual([
            'template.csv',
            'Label,Number,Active,Country,Language,Description\r\n' +
                'Sales London,+442079460123,yes,GB,en,Calls back go to the sales desk\r\n'
        ]);
    });

    it('shows how far reading has come, and can be cancelled', async () => {
        const { element } = await panel({ kind: 'reading', fileName: 'a.csv', done: 1, total: 3 });
        expect(part<{ value: number }>(element, 'lightning-progress-bar').value).toBe(33);
        const cancelled = heard(element, 'cancel');
        part(element, '.cancel').click();
        expect(cancelled).toHaveLength(1);
        await expect(element).toBeAccessible();
    });

    it('is refused with every reason, and begins again', async () => {
        const { element, textsOf } = await panel({
            kind: 'refused',
            fileName: 'a.csv',
            problems: [
                { code: 'tooLarge', size: 20 * 1024 * 1024 + 1, limit: 20 * 1024 * 1024 },
                { code: 'notText', row: 3, column: 'Label' },
                { code: 'notText', row: 1 },
                { code: 'columnsUnknown', columns: ['A', 'B'], known: ['Label', 'Number'] },
                { code: 'columnsMissing', columns: ['Label'] },
                { code: 'columnsTwice', columns: ['Label'] },
                { code: 'quoteOpen', row: 7 },
                { code: 'quoteMisplaced', row: 8 },
                { code: 'empty' },
                { code: 'workbook' },
                { code: 'utf16' },
                { code: 'noRows' }
            ],
            errors: ['The org does not answer.']
        });
        expect(textsOf('.state-title')).toEqual(['a.csv is refused']);
        expect(textsOf('.problems li')).toEqual([
            '20.1 MB of 20',
            'Row 3, Label: c.Callback_Csv_File_Not_Text',
            'Row 1: c.Callback_Csv_File_Not_Text',
            'Row 1: A, B not in Label, Number',
            'Row 1: c.Callback_Csv_File_Columns_Missing',
            'Row 1: c.Callback_Csv_File_Columns_Twice',
            'Row 7: c.Callback_Csv_File_Quote_Open',
            'Row 8: c.Callback_Csv_File_Quote_Misplaced',
            'c.Callback_Csv_File_Empty',
            'c.Callback_Csv_File_Workbook',
            'c.Callback_Csv_File_Utf16',
            'c.Callback_Csv_File_No_Rows',
            'The org does not answer.'
        ]);
        const again = heard(element, 'again');
        part(element, '.again').click();
        expect(again).toHaveLength(1);
        await expect(element).toBeAccessible();
    });

    it('previews what would be written and what is left out', async () => {
        const { element, textsOf } = await panel(PREVIEW);
        expect(textsOf('.counts li')).toEqual([
            'To add: 1',
            'To change: 1',
            'Unchanged: 1',
            'Wrong: 1'
        ]);
        expect(textsOf('.problems li')).toEqual(['Row 4, Number: 12 is no number.']);
        const table = part<{ columns: { label: string }[]; data: object[] }>(
            element,
            'lightning-datatable'
        );
        expect(table.columns.map(({ label }) => label)).toEqual([
            'c.Callback_Csv_Column_Row',
            'c.Callback_Csv_Column_Action_Taken',
            'Label',
            'Number'
        ]);
        expect(table.data[0]).toEqual({
            row: 2,
            what: 'c.Callback_Csv_Action_Create',
            cell0: 'Desk 2',
            cell1: '+442079460123'
        });
        const heardEvents = [heard(element, 'confirm'), heard(element, 'cancel')];
        part(element, '.confirm').click();
        part(element, '.cancel').click();
        expect(heardEvents.map(({ length }) => length)).toEqual([1, 1]);
        await expect(element).toBeAccessible();
    });

    it('shows fifty of many, and how many more there are', async () => {
        const { element, textsOf } = await panel({
            ...PREVIEW,
            changes: Array.from({ length: 60 }, (_, at) => change(at + 2, 'remove')),
            problems: Array.from({ length: 52 }, (_, at) => wrong(at + 100))
        });
        expect(part<{ data: object[] }>(element, 'lightning-datatable').data).toHaveLength(50);
        expect(textsOf('.problems li')).toHaveLength(50);
        expect(element.shadowRoot!.textContent).toContain('And 2 more');
        expect(element.shadowRoot!.textContent).toContain('50 of 60 rows');
        expect(textsOf('.counts li')).toEqual(['To remove: 60', 'Wrong: 52']);
    });

    it('gives the wrong rows as a file that can be put right and imported', async () => {
        const { element } = await panel({
            ...PREVIEW,
            problems: [
                wrong(4),
                { code: 'tooLong', row: 4, column: 'Label', value: 'x', most: 80 },
                { code: 'duplicate', row: 6, column: 'Number', value: '=1', firstRow: 2 }
            ],
            rows: [
                { row: 2, cells: CELLS },
                { row: 4, cells: CELLS },
                { row: 6, cells: { Label: '=cmd()', Number: '=1' } }
            ]
        });
        part(element, '.download').click();
        expect(saved()).toEqual([
            'problems.csv',
            'Row,Problem,Label,Number\r\n' +
                '4,"Row 4, Number: 12 is no number. Row 4, Label: longer than 80",Desk,12\r\n' +
                '6,"Row 6, Number: =1 is in row 2",\'=cmd(),\'=1\r\n'
        ]);
    });

    it('cannot be confirmed where nothing would be written', async () => {
        const { element, root } = await panel({ ...PREVIEW, changes: [change(2, 'same')] });
        expect(root.querySelector('.confirm')).toBeNull();
        expect(part(element, '.nothing').textContent).toBe('c.Callback_Csv_Nothing_To_Write');
        await expect(element).toBeAccessible();
    });

    it('previews problems alone where no row is right', async () => {
        const { element, root } = await panel({ ...PREVIEW, changes: [] });
        expect(root.querySelector('lightning-datatable')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('shows how far saving has come, tells it in quarters, and can be cancelled once', async () => {
        const saving = { kind: 'saving', done: 1300, total: 5000, cancelling: false } as const;
        const { element, root, show, textsOf } = await panel(saving);
        expect(part<{ value: number }>(element, 'lightning-progress-bar').value).toBe(26);
        expect(textsOf('.progress')).toEqual(['1,300 of 5,000']);
        expect(textsOf('.announced')).toEqual(['c.Callback_Csv_Saving_Title 25 %']);
        const cancelled = heard(element, 'cancel');
        part(element, '.cancel').click();
        expect(cancelled).toHaveLength(1);
        await expect(element).toBeAccessible();
        await show({ ...saving, cancelling: true });
        expect(root.querySelector('.cancel')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('ends with what was written', async () => {
        const { element, root, textsOf } = await panel(DONE);
        expect(textsOf('.state-title')).toEqual(['c.Callback_Csv_Done_Title']);
        expect(textsOf('.counts li')).toEqual(['Added: 2']);
        expect(textsOf('.announced')).toEqual(['c.Callback_Csv_Done_Title. Added: 2']);
        expect(root.querySelector('.again-safe')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('names every row that was not written, gives them as a file, and can be repeated', async () => {
        const { element, textsOf } = await panel({
            ...DONE,
            failed: [
                { row: 2, kind: 'refused', errors: ['Too long.', 'No.'], cells: CELLS },
                { row: 3, kind: 'conflict', errors: [], cells: CELLS },
                { row: 9, kind: 'unknown', errors: ['Timeout'], cells: CELLS }
            ]
        });
        expect(textsOf('.state-title')).toEqual(['c.Callback_Csv_Done_Failed_Title']);
        expect(textsOf('.counts li')).toEqual(['Added: 2', 'Not written: 3']);
        expect(textsOf('.problems li')).toEqual([
            'Row 2: Too long. No.',
            'Row 3: c.Callback_Csv_Failed_Conflict',
            'Row 9: perhaps written (Timeout)'
        ]);
        expect(textsOf('.again-safe')).toEqual(['c.Callback_Csv_Again_Safe']);
        part(element, '.download').click();
        expect(saved()[0]).toBe('not-written.csv');
        expect(saved()[1]).toContain('\r\n9,Row 9: perhaps written (Timeout),Desk,12\r\n');
        await expect(element).toBeAccessible();
    });

    it('that was cancelled says how much is left, and that it can be repeated', async () => {
        const { textsOf } = await panel({
            ...DONE,
            counts: { ...DONE.counts, left: 40 },
            cancelled: true
        });
        expect(textsOf('.state-title')).toEqual(['c.Callback_Csv_Done_Cancelled_Title']);
        expect(textsOf('.counts li')).toEqual(['Added: 2', 'Not tried: 40']);
        expect(textsOf('.again-safe')).toHaveLength(1);
    });

    it('keeps the keyboard where it was used: at the heading of what comes next', async () => {
        const { element, root, show } = await panel({ kind: 'choose' });
        const focused = () => (root as ShadowRoot).activeElement?.className ?? '';
        part(element, '.template').setAttribute('tabindex', '0');
        part(element, '.template').focus();
        for (const state of [
            { kind: 'reading', fileName: 'a.csv', done: 0, total: 1 },
            PREVIEW,
            { kind: 'saving', done: 0, total: 2, cancelling: false },
            { kind: 'saving', done: 0, total: 2, cancelling: true },
            DONE,
            { kind: 'choose' }
        ] as const) {
            // eslint-disable-next-line no-await-in-loop -- one state after the other
            await show(state);
            expect(focused()).toContain('state-title');
        }
    });

    it('does not take the keyboard away from elsewhere', async () => {
        const { root, show } = await panel({
            kind: 'saving',
            done: 0,
            total: 2,
            cancelling: false
        });
        await show(DONE);
        expect((root as ShadowRoot).activeElement).toBeNull();
    });
});
