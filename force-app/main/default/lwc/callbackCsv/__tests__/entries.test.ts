import { checkEntries, type CsvRow, type EntryColumn } from '../callbackCsv';
import { READING, sheet } from './phones';

const check = (...rows: readonly CsvRow<EntryColumn>['cells'][]) =>
    checkEntries(sheet(...rows), { ...READING, defaultCountry: 'GB' });

describe('rows of dial entries', () => {
    it('keep the phone as it is written, and know the person by record or number', () => {
        expect(
            check(
                {
                    Phone: ' 020 7946 0123 (home)',
                    'Record Id': '001A000000B1cDe',
                    Object: 'Account',
                    Order: '3'
                },
                { Phone: '020 7946 0123', 'Record Id': '', Object: '', Order: '' },
                { Phone: '999' }
            )
        ).toEqual({
            records: [
                {
                    row: 2,
                    phone: '020 7946 0123 (home)',
                    recordId: '001A000000B1cDeIAJ',
                    objectApiName: 'Account',
                    order: 3,
                    who: '001A000000B1cDeIAJ'
                },
                { row: 3, phone: '020 7946 0123', who: '+442079460123' },
                { row: 4, phone: '999', who: '999' }
            ],
            problems: []
        });
    });

    it('take ids of 18 characters, and see when letters of them changed their case', () => {
        expect(check({ Phone: '1', 'Record Id': '001A000000B1cDeIAJ' }).records[0].recordId).toBe(
            '001A000000B1cDeIAJ'
        );
        expect(check({ Phone: '1', 'Record Id': '001a000000b1cdeIAJ' }).problems).toEqual([
            { code: 'notARecordId', row: 2, column: 'Record Id', value: '001a000000b1cdeIAJ' }
        ]);
    });

    it.each([
        [{ Phone: ' ' }, 'missing', 'Phone'],
        [{ Phone: 'none' }, 'notAPhone', 'Phone'],
        [{ Phone: '4.4E+11' }, 'numberRounded', 'Phone'],
        [{ Phone: '1'.repeat(41) }, 'tooLong', 'Phone'],
        [{ Phone: '1', 'Record Id': '001A' }, 'notARecordId', 'Record Id'],
        [{ Phone: '1', Object: 'My Object' }, 'notAnObject', 'Object'],
        [{ Phone: '1', Order: '1.5' }, 'notAWholeNumber', 'Order'],
        [{ Phone: '1', Order: '-1' }, 'notAWholeNumber', 'Order'],
        [{ Phone: '1', Order: '1234567890' }, 'notAWholeNumber', 'Order']
    ])('%j is refused: %s in %s', (cells, code, column) => {
        expect(check(cells)).toEqual({
            records: [],
            problems: [expect.objectContaining({ code, column, row: 2 })]
        });
    });

    it('hold a person once', () => {
        const { problems } = check(
            { Phone: '020 7946 0123' },
            { Phone: '+442079460123' },
            { Phone: '1', 'Record Id': '001A000000B1cDe' },
            { Phone: '2', 'Record Id': '001A000000B1cDeIAJ' }
        );
        expect(problems).toEqual([
            {
                code: 'duplicate',
                row: 3,
                column: 'Phone',
                value: '+442079460123',
                firstRow: 2
            },
            {
                code: 'duplicate',
                row: 5,
                column: 'Record Id',
                value: '001A000000B1cDeIAJ',
                firstRow: 4
            }
        ]);
    });

    it('are about objects of the list where there is one, whatever the case', () => {
        const rows = sheet<EntryColumn>({ Phone: '1', Object: 'contact' });
        const objects = ['Contact', 'Lead'];
        expect(checkEntries(rows, { ...READING, objects }).records[0].objectApiName).toBe(
            'Contact'
        );
        expect(
            checkEntries(sheet({ Phone: '1', Object: 'Case' }), { ...READING, objects }).problems
        ).toEqual([{ code: 'notAnObject', row: 2, column: 'Object', value: 'Case' }]);
    });
});
