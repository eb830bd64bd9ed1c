import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { isSupportedCountry } from 'libphonenumber-js/min';
import { isE164 } from '#resolver';
import { createNumberReader } from '../../useCases/phoneNumbers.ts';

/** A record as it is written; columns that the file does not have are left as they are. */
export interface NumberRecord {
    readonly Name: string;
    readonly Number__c: string;
    readonly Country__c?: string | null;
    readonly Language__c?: string | null;
    readonly Active__c?: boolean;
    readonly Description__c?: string | null;
}

/** Something wrong in the file; `row` is the line as an editor counts it. */
export interface RowProblem {
    readonly row: number;
    readonly column?: string;
    readonly problem: string;
}

export interface ReadNumbers {
    /** With the line of each, for messages. */
    readonly records: readonly { readonly row: number; readonly record: NumberRecord }[];
    readonly problems: readonly RowProblem[];
}

export const COLUMNS = ['Label', 'Number', 'Country', 'Language', 'Active', 'Description'] as const;
type Column = (typeof COLUMNS)[number];
type Cells = Partial<Record<Column, string>>;

const LONGEST: Readonly<Partial<Record<Column, number>>> = {
    Label: 80,
    Language: 10,
    Description: 2_000
};
const YES = new Set(['true', 'yes', 'y', '1', 'x']);
const NO = new Set(['false', 'no', 'n', '0']);

/** Reads and checks the whole file; nothing of it is used where there are problems. */
export function readNumbers(text: string): ReadNumbers {
    let lines: { record: Cells; info: { lines: number } }[];
    try {
        lines = parse(text, {
            bom: true,
            columns: (names: string[]) => names.map(columnOf),
            delimiter: [',', ';', '\t'],
            info: true,
            skip_empty_lines: true,
            trim: true
        }) as unknown as typeof lines;
    } catch (error) {
        return { records: [], problems: [problemOfFile(error)] };
    }
    if (lines.length === 0) {
        return { records: [], problems: [{ row: 1, problem: 'the file has no rows' }] };
    }
    const readNumber = createNumberReader();
    const rowsByNumber = new Map<string, number>();
    const problems: RowProblem[] = [];
    const records = lines.map(({ record: cells, info: { lines: row } }) => {
        const tell = (column: Column, problem: string) => problems.push({ row, column, problem });
        const record = recordOf(cells, readNumber, tell);
        const before = rowsByNumber.get(record.Number__c);
        if (before !== undefined) {
            tell('Number', `is the same as in row ${before}`);
        }
        rowsByNumber.set(record.Number__c, row);
        return { row, record };
    });
    return { records, problems };
}

class UnknownColumn extends Error {}

function columnOf(name: string): Column {
    const column = COLUMNS.find((known) => known.toLowerCase() === name.trim().toLowerCase());
    if (column === undefined) {
        throw new UnknownColumn(
            `"${name}" is no column; there are ${COLUMNS.join(', ')}, of which Label and Number are needed`
        );
    }
    return column;
}

function problemOfFile(error: unknown): RowProblem {
    if (error instanceof UnknownColumn) {
        return { row: 1, problem: error.message };
    }
    if (error instanceof CsvError) {
        return { row: Number(error['lines'] ?? 1), problem: `cannot be read: ${error.message}` };
    }
    throw error;
}

function recordOf(
    cells: Cells,
    readNumber: (text: string, country: string | undefined) => string,
    tell: (column: Column, problem: string) => void
): NumberRecord {
    for (const [column, most] of Object.entries(LONGEST) as [Column, number][]) {
        if ((cells[column] ?? '').length > most) {
            tell(column, `is longer than ${most} characters`);
        }
    }
    if (!cells.Label) {
        tell('Label', 'is missing');
    }
    const country = cells.Country?.toUpperCase();
    if (country && !isSupportedCountry(country)) {
        tell('Country', `"${cells.Country}" is no ISO 3166 code of two letters, such as GB`);
    }
    const number = readNumber(cells.Number ?? '', country || undefined);
    if (!isE164(number)) {
        tell(
            'Number',
            cells.Number
                ? `"${cells.Number}" is no full telephone number; write it like +442079460000, or fill in Country`
                : 'is missing'
        );
    }
    const active = cells.Active?.toLowerCase();
    if (active && !YES.has(active) && !NO.has(active)) {
        tell('Active', `"${cells.Active}" is neither yes nor no`);
    }
    return {
        Name: cells.Label ?? '',
        Number__c: number,
        ...(cells.Country !== undefined && { Country__c: country || null }),
        ...(cells.Language !== undefined && { Language__c: cells.Language || null }),
        ...(cells.Active !== undefined && { Active__c: !active || YES.has(active) }),
        ...(cells.Description !== undefined && { Description__c: cells.Description || null })
    };
}
