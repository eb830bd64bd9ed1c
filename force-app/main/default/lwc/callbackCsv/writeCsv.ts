import { defused } from './formula';

export type CsvValue = string | number | boolean | null | undefined;

/** Without it spreadsheets take UTF-8 for the encoding of the country. */
const BYTE_ORDER_MARK = '\ufeff';
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;

/**
 * A CSV file that spreadsheets open as it is meant: RFC 4180 with commas, formulas defused.
 * `readCsv` gives back what was written.
 */
export function writeCsv(columns: readonly string[], rows: Iterable<readonly CsvValue[]>): string {
    const lines = [lineOf(columns)];
    for (const row of rows) {
        lines.push(lineOf(row));
    }
    return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

function lineOf(values: readonly CsvValue[]): string {
    return values.map(cellOf).join(',');
}

function cellOf(value: CsvValue): string {
    if (typeof value === 'boolean') {
        return value ? 'yes' : 'no';
    }
    // A number is no text that anybody else has written: -1 stays -1.
    const text = typeof value === 'number' ? String(value) : defused(value ?? '');
    return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
