import Papa from 'papaparse';
import { NUMBER_COLUMNS, readCsv, type CsvParser } from '../callbackCsv';

const read = (text: string) => readCsv(text, NUMBER_COLUMNS, Papa as CsvParser);
const rowsOf = (text: string) => {
    const result = read(text);
    return result.kind === 'read' ? result.rows : result.problems;
};

describe('reading a CSV file', () => {
    it.each([
        ['commas', 'Label,Number\nDesk,+1\n'],
        ['semicolons', 'Label;Number\nDesk;+1\n'],
        ['tabs', 'Label\tNumber\nDesk\t+1\n'],
        ['a line that says the separator', 'sep=;\r\nLabel;Number\r\nDesk;+1'],
        ['CRLF', 'Label,Number\r\nDesk,+1\r\n'],
        ['CR', 'Label,Number\rDesk,+1\r'],
        ['line ends of two kinds', 'Label,Number\r\nDesk,+1\n'],
        ['a mark of byte order', '\ufeffLabel,Number\nDesk,+1'],
        ['quotes', '"Label","Number"\n"Desk","+1"\n'],
        ['names in other case, order and with blanks', ' nu_mber , LABEL\n+1,Desk\n'],
        ['an explanation behind a name', 'Label (80),Number (E.164)\nDesk,+1\n'],
        ['columns of a list of problems', 'Row,Problem,Label,Number\n7,no,Desk,+1\n'],
        ['cells without anything behind the last', 'Label,Number,,\nDesk,+1,,\n']
    ])('knows %s', (_name, text) => {
        expect(rowsOf(text)).toEqual([{ row: 2, cells: { Label: 'Desk', Number: '+1' } }]);
    });

    it('counts rows as a spreadsheet does, passing over the blank ones', () => {
        const text = '\r\nLabel,Number\r\n"Two\r\nlines, ""quoted""",+1\r\n\r\n,\r\nDesk,+2\r\n';
        expect(rowsOf(text)).toEqual([
            { row: 3, cells: { Label: 'Two\r\nlines, "quoted"', Number: '+1' } },
            { row: 6, cells: { Label: 'Desk', Number: '+2' } }
        ]);
    });

    it('keeps what is quoted as it is, also where line ends are of two kinds', () => {
        expect(rowsOf('Label,Number\n"a\r\nb",+1\r\n"c\nd",+2\n')).toEqual([
            { row: 2, cells: { Label: 'a\r\nb', Number: '+1' } },
            { row: 3, cells: { Label: 'c\nd', Number: '+2' } }
        ]);
    });

    it('takes a row that is too short, and notes what stands beyond the header', () => {
        expect(rowsOf('Label,Number\nDesk\nSales, London,+1\n')).toEqual([
            { row: 2, cells: { Label: 'Desk', Number: '' } },
            { row: 3, cells: { Label: 'Sales', Number: ' London' }, astray: '+1' }
        ]);
    });

    it('says which columns the file has', () => {
        expect(read('Number,label\n+1,Desk')).toMatchObject({ columns: ['Number', 'Label'] });
    });

    it('names all columns that are missing, unknown or there twice at once', () => {
        expect(rowsOf('Nummer,Active,Land,active\n+1,,,\n+2,,,\n')).toEqual([
            { code: 'columnsMissing', columns: ['Label', 'Number'] },
            {
                code: 'columnsUnknown',
                columns: ['Nummer', 'Land'],
                known: ['Label', 'Number', 'Active', 'Country', 'Language', 'Description']
            },
            { code: 'columnsTwice', columns: ['Active'] }
        ]);
    });

    it.each([
        ['Label,Number\n', { code: 'noRows' }],
        ['Label,Number\n,\n  \n', { code: 'noRows' }],
        ['\n', { code: 'empty' }],
        ['Label,Number\nDesk,+1\n"Sales,+2\nx,+3\n', { code: 'quoteOpen', row: 3 }],
        ['Label,Number\n"Desk"x,+1\n', { code: 'quoteMisplaced', row: 2 }]
    ])('refuses %j', (text, problem) => {
        expect(read(text)).toEqual({ kind: 'refused', problems: [problem] });
    });
});
