import {
    REPORT_COLUMNS,
    writeCsv,
    type CsvColumn,
    type CsvRow,
    type RowProblem
} from 'c/callbackCsv';
import { sentenceOfFailed, sentenceOfRow } from './rowSentences';
import type { FailedRow } from './types';

/** The header and one row to begin with. */
export function template(columns: readonly CsvColumn[]): string {
    return writeCsv(
        columns.map(({ name }) => name),
        [columns.map(({ sample }) => sample)]
    );
}

/** The rows that are wrong, as they are in the file. Reading skips `Row` and `Problem`. */
export function problemReport(
    problems: readonly RowProblem[],
    rows: readonly CsvRow[],
    columns: readonly CsvColumn[]
): string {
    const sentences = new Map<number, string>();
    problems.forEach((problem) => {
        const before = sentences.get(problem.row);
        sentences.set(problem.row, [...(before ? [before] : []), sentenceOfRow(problem)].join(' '));
    });
    return report(
        rows.filter(({ row }) => sentences.has(row)),
        ({ row }) => sentences.get(row)!,
        columns
    );
}

export function failedReport(failed: readonly FailedRow[], columns: readonly CsvColumn[]): string {
    return report(failed, sentenceOfFailed, columns);
}

/** Columns that the file did not have stay out: as empty ones they would empty the fields. */
function report<Row extends CsvRow>(
    rows: readonly Row[],
    problemOf: (row: Row) => string,
    columns: readonly CsvColumn[]
): string {
    const names = columns
        .map(({ name }) => name)
        .filter((name) => rows.some(({ cells }) => cells[name] !== undefined));
    return writeCsv(
        [...REPORT_COLUMNS, ...names],
        rows.map((row) => [row.row, problemOf(row), ...names.map((name) => row.cells[name])])
    );
}
