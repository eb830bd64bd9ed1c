import fc from 'fast-check';
import Papa from 'papaparse';
import { readCsv, writeCsv, type CsvParser } from '../callbackCsv';

const COLUMNS = [
    { name: 'Label', needed: true, sample: '' },
    { name: 'Note', needed: true, sample: '' }
] as const;
const NAMES = COLUMNS.map(({ name }) => name);

function lineOf(...values: readonly (string | number | boolean | null)[]): string {
    return writeCsv(['A'], [values]).slice('\ufeffA\r\n'.length, -2);
}

describe('writing a CSV file', () => {
    it('marks it as UTF-8 and ends lines as RFC 4180 says', () => {
        expect(
            writeCsv(
                ['A', 'B'],
                [
                    ['ü', null],
                    ['x', 'y']
                ]
            )
        ).toBe('\ufeffA,B\r\nü,\r\nx,y\r\n');
    });

    it.each([
        ['a,b', '"a,b"'],
        ['a;b', '"a;b"'],
        ['say "hi"', '"say ""hi"""'],
        ['two\nlines', '"two\nlines"'],
        [' outer ', '" outer "'],
        [true, 'yes'],
        [false, 'no'],
        [-1.5, '-1.5']
    ])('writes %j as %s', (value, line) => {
        expect(lineOf(value)).toBe(line);
    });

    it.each([
        ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
        ['+1-2', "'+1-2"],
        ['-2', "'-2"],
        ['@SUM(A1)', "'@SUM(A1)"],
        ['\t=1', '"\'\t\'=1"'],
        ['\r=1', '"\'\r\'=1"'],
        ["'=1", "''=1"],
        ['＝1', "'＝1"],
        // Where the spreadsheet expects semicolons, a cell begins here.
        ['x;=1', '"x;\'=1"'],
        ['x\n=1', '"x\n\'=1"']
    ])('defuses the formula %j', (value, line) => {
        expect(lineOf(value)).toBe(line);
    });

    it('leaves telephone numbers bare, and nothing that only looks like one', () => {
        expect(lineOf('+442079460123')).toBe('+442079460123');
        expect(lineOf('+442079460123+cmd')).toBe("'+442079460123+cmd");
    });

    it('is read as it was written', () => {
        const tricky = fc.string({
            unit: fc.constantFrom(...'\'=+-@\t\r\n,;" a1ü😀＝')
        });
        const text = fc.oneof(tricky, fc.string(), fc.constant('+442079460123'));
        fc.assert(
            fc.property(fc.array(fc.tuple(text, text)), (pairs) => {
                // A row of nothing but blanks is passed over.
                const rows = pairs.map(([label, note]) => [`${label}x`, note]);
                const read = readCsv(writeCsv(NAMES, rows), COLUMNS, Papa as CsvParser);
                expect(
                    read.kind === 'read' ? read.rows.map(({ cells }) => Object.values(cells)) : read
                ).toEqual(
                    rows.length > 0 ? rows : { kind: 'refused', problems: [{ code: 'noRows' }] }
                );
            }),
            { numRuns: 1_000 }
        );
    });
});
