import * as libphonenumber from 'libphonenumber-js/max';
import { checkRows } from 'c/callbackCsv';
import type { PhoneLibrary } from 'c/callbackPhone';
import { saveRows } from 'c/callbackSetupData';
import { readOnList } from 'c/connectData';
import ConnectEntryCsv from 'c/connectEntryCsv';
import { mount } from '../../../../../test/mount';
import { heard, part } from '../../../../../test/parts';
import { entryImport } from '../csv';

const faceless = () => {
    const { LightningElement } = jest.requireActual('lwc');
    return { __esModule: true, default: class extends LightningElement {} };
};
jest.mock('@salesforce/resourceUrl/libphonenumber', () => ({ default: '/phone' }), {
    virtual: true
});
jest.mock('@salesforce/resourceUrl/papaparse', () => ({ default: '/papa' }), { virtual: true });
jest.mock('c/callbackOrg', () => faceless());
jest.mock('c/callbackSetupData', () => ({
    ...jest.requireActual('c/callbackSetupData'),
    readPolicies: jest.fn(async () => [
        { Scope__c: 'Organization', Scope_Key__c: 'org', Default_Country__c: 'GB' }
    ]),
    saveRows: jest.fn(async () => [])
}));
jest.mock('c/connectData', () => ({
    ...jest.requireActual('c/connectData'),
    readOnList: jest.fn()
}));

const row = (at: number, cells: Readonly<Record<string, string>>) => ({
    row: at,
    cells: { Phone: '', Customer: '', 'Record Id': '', Object: '', Order: '', ...cells }
});
const ROWS = [
    row(2, { Phone: '0113 496 0561', Customer: 'Jane Doe' }),
    row(3, { Phone: '020 7946 0958', Order: '40' }),
    row(4, { Phone: 'x', 'Record Id': 'nonsense' })
];

describe('A file of entries', () => {
    it('puts on the list whom it does not have, behind the others unless it says where', async () => {
        (readOnList as jest.Mock).mockResolvedValue({
            whos: new Set(['+442079460958']),
            lastOrder: 7
        });
        const kind = entryImport(
            jest.fn(),
            () => 'l1',
            async () => libphonenumber as PhoneLibrary
        );
        const { check, plan } = await kind.prepare();
        const { records, problems } = checkRows(ROWS, check);
        expect(problems.map((problem) => problem.row)).toContain(4);
        const items = plan(records);
        expect(items).toMatchObject([
            {
                row: 2,
                action: 'create',
                cells: { Phone: '0113 496 0561', Customer: 'Jane Doe', Order: '8' },
                change: {
                    fields: {
                        Dial_List__c: 'l1',
                        Order__c: 8,
                        Phone__c: '0113 496 0561',
                        Customer__c: 'Jane Doe',
                        Key__c: 'l1:+441134960561'
                    }
                }
            },
            { row: 3, action: 'same', cells: { Order: '40' } }
        ]);
        await kind.save(items, { onProgress: jest.fn(), signal: new AbortController().signal });
        expect((saveRows as jest.Mock).mock.calls[0][0]).toEqual(items.map(({ change }) => change));
    });
});

describe('The import of entries', () => {
    it('can be closed while nothing is being written', async () => {
        const element = await mount('c-connect-entry-csv', ConnectEntryCsv, { listId: 'l1' });
        const closed = heard(element, 'close');
        part(element, '.close').click();
        expect(closed).toHaveLength(1);
        await expect(element).toBeAccessible();
    });
});
