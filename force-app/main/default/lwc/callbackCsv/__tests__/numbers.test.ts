import { checkNumbers, planOf, type CsvRow, type NumberColumn } from '../callbackCsv';
import { READING, sheet } from './phones';

const check = (cells: CsvRow<NumberColumn>['cells']) => checkNumbers(sheet(cells), READING);
const DESK = { Label: 'Desk', Number: '+442079460123' };

describe('rows of callback numbers', () => {
    it('are read, trimmed, with numbers as E.164', () => {
        expect(
            check({
                Label: ' Desk ',
                Number: '020 7946 0123',
                Active: 'No',
                Country: 'gb',
                Language: 'en-GB',
                Description: ''
            })
        ).toEqual({
            records: [
                {
                    row: 2,
                    number: '+442079460123',
                    label: 'Desk',
                    active: false,
                    country: 'GB',
                    language: 'en-GB',
                    description: null
                }
            ],
            problems: []
        });
    });

    it('say nothing about columns that the file does not have', () => {
        expect(check(DESK).records).toEqual([{ row: 2, number: '+442079460123', label: 'Desk' }]);
    });

    it.each(['yes', 'X', '1', 'WAHR', 'Oui', 'sí'])('take %s for active', (Active) => {
        expect(check({ ...DESK, Active }).records[0].active).toBe(true);
    });

    it.each(['no', '0', 'FALSCH', 'non', 'falso'])('take %s for retired', (Active) => {
        expect(check({ ...DESK, Active }).records[0].active).toBe(false);
    });

    it('leave what is active as it is where the cell is empty', () => {
        expect(check({ ...DESK, Active: ' ' }).records[0]).not.toHaveProperty('active');
    });

    it('read a national number by the default country, unless the row says another', () => {
        const rows = sheet<NumberColumn>(
            { Label: 'A', Number: '030 901820', Country: '' },
            { Label: 'B', Number: '020 7946 0123', Country: 'GB' }
        );
        const { records } = checkNumbers(rows, { ...READING, defaultCountry: 'DE' });
        expect(records.map(({ number }) => number)).toEqual(['+4930901820', '+442079460123']);
    });

    it.each([
        ['020 7946 0123', 'numberNational'],
        ['442079460123', 'numberNational'],
        ['4,42079E+11', 'numberRounded'],
        ['4.42079E+11', 'numberRounded'],
        ['12', 'notANumber'],
        ['+44', 'notANumber'],
        ['0800 FLOWERS', 'notANumber']
    ])('%s is refused as %s where no country is known', (Number, code) => {
        expect(check({ ...DESK, Number })).toEqual({
            records: [],
            problems: [{ code, row: 2, column: 'Number', value: Number }]
        });
    });

    it('name what is wrong in every cell of a row', () => {
        expect(
            check({
                Label: 'x'.repeat(81),
                Number: '020',
                Active: 'perhaps',
                Country: 'XX',
                Language: 'English',
                Description: 'x'.repeat(2_001)
            }).problems.map(({ code, column }) => [column, code])
        ).toEqual([
            ['Label', 'tooLong'],
            ['Description', 'tooLong'],
            ['Country', 'unknownCountry'],
            ['Number', 'notANumber'],
            ['Active', 'notYesNo'],
            ['Language', 'notALanguage']
        ]);
    });

    it('name the first row for every further copy; empty numbers are no copies', () => {
        const rows = sheet<NumberColumn>(
            DESK,
            { Label: 'B', Number: '+44 20 7946 0123' },
            { Label: 'C', Number: '' },
            { Label: 'D', Number: ' ' },
            { Label: '', Number: '+44 (0)20 7946 0123' }
        );
        const copy = { code: 'duplicate', column: 'Number', value: '+442079460123', firstRow: 2 };
        expect(checkNumbers(rows, READING)).toEqual({
            records: [{ row: 2, number: '+442079460123', label: 'Desk' }],
            problems: [
                { ...copy, row: 3 },
                { code: 'missing', row: 4, column: 'Number' },
                { code: 'missing', row: 5, column: 'Number' },
                { code: 'missing', row: 6, column: 'Label' },
                { ...copy, row: 6 }
            ]
        });
    });

    it('tell of a cell beyond the header, and leave the row out', () => {
        const rows: CsvRow<NumberColumn>[] = [{ row: 2, cells: DESK, astray: 'x' }];
        expect(checkNumbers(rows, READING)).toEqual({
            records: [],
            problems: [{ code: 'cellWithoutColumn', row: 2, value: 'x' }]
        });
    });
});

describe('what an import of numbers does', () => {
    const existing = {
        id: 'n1',
        number: '+442079460123',
        label: 'Desk',
        active: false,
        country: 'GB',
        description: 'Two\r\nlines'
    };
    const planned = (cells: CsvRow<NumberColumn>['cells']) => {
        const { records } = check({ ...DESK, ...cells });
        const plan = planOf(records, [existing]);
        return (['create', 'update', 'same'] as const).filter((kind) => plan[kind].length > 0);
    };

    it.each([
        [{ Number: '+442079460999' }, 'create'],
        [{}, 'same'],
        [{ Active: 'no', Country: 'GB', Language: '', Description: 'Two\nlines' }, 'same'],
        [{ Active: '' }, 'same'],
        [{ Label: 'Other desk' }, 'update'],
        [{ Active: 'yes' }, 'update'],
        [{ Country: '' }, 'update'],
        [{ Language: 'en' }, 'update']
    ] as const)('%j: %s', (cells, kind) => {
        expect(planned(cells)).toEqual([kind]);
    });

    it('is nothing the second time', () => {
        const { records } = checkNumbers(
            sheet<NumberColumn>(DESK, { Label: 'New', Number: '+442079460999' }),
            READING
        );
        const after = records.map((record) => ({
            id: `n${record.row}`,
            number: record.number,
            label: record.label,
            active: true
        }));
        expect(planOf(records, after)).toMatchObject({ create: [], update: [] });
        expect(planOf(records, after).same).toHaveLength(2);
    });
});
