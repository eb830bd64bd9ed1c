import CallbackAssignCsv from 'c/callbackAssignCsv';
import { createCsvImport, loadPapa } from 'c/callbackCsvFile';
import type { CsvImportState } from 'c/callbackCsvImport';
import { mount, settled } from '../../../../../test/mount';
import { heard, part } from '../../../../../test/parts';

jest.mock('@salesforce/resourceUrl/libphonenumber', () => ({ default: '/phone' }), {
    virtual: true
});
jest.mock('c/callbackCsvFile', () => ({ createCsvImport: jest.fn(), loadPapa: jest.fn() }));

const csv = { choose: jest.fn(), confirm: jest.fn(), cancel: jest.fn(), again: jest.fn() };
let show: (state: CsvImportState) => void;

async function open() {
    (createCsvImport as jest.Mock).mockImplementation((_kind, papa, told) => {
        show = told;
        papa();
        return csv;
    });
    return mount('c-callback-assign-csv', CallbackAssignCsv, {});
}

it('hands on what is done in the panel', async () => {
    const element = await open();
    expect(loadPapa).toHaveBeenCalledTimes(1);
    const panel = part<{ columns: { name: string }[] }>(element, 'c-callback-csv-import');
    expect(panel.columns.map(({ name }) => name)).toEqual(['Number', 'Agent', 'Group', 'Action']);
    const file = new File(['Number,Agent'], 'assignments.csv');
    panel.dispatchEvent(new CustomEvent('filechosen', { detail: { file } }));
    for (const name of ['confirm', 'cancel', 'again']) {
        panel.dispatchEvent(new CustomEvent(name));
    }
    expect(csv.choose).toHaveBeenCalledWith(file);
    expect([csv.confirm, csv.cancel, csv.again].map(({ mock }) => mock.calls.length)).toEqual([
        1, 1, 1
    ]);
    await expect(element).toBeAccessible();
});

it('takes the focus from the button that opened it', async () => {
    const element = await open();
    expect(element.shadowRoot!.activeElement).toBe(part(element, '[data-start]'));
});

it('is left, but not in the middle of saving', async () => {
    const element = await open();
    const closed = heard(element, 'close');
    part(element, '[data-action="close"]').click();
    expect(closed).toHaveLength(1);
    show({ kind: 'saving', done: 0, total: 2, cancelling: false });
    await settled();
    expect(element.shadowRoot!.querySelector('[data-action="close"]')).toBeNull();
});

it('stops what is being saved when the page is left', async () => {
    const element = await open();
    csv.cancel.mockClear();
    element.remove();
    expect(csv.cancel).toHaveBeenCalledTimes(1);
});
