import type { FileProblem, RowProblem } from '#csv';

const MEGABYTE = 1024 * 1024;

/** Why a file is not read, and what to do. */
export function wordsOfFile(problem: FileProblem): string {
    switch (problem.code) {
        case 'empty':
            return 'The file is empty.';
        case 'tooLarge':
            return `The file has ${megabytes(problem.size)} MB; at most ${problem.limit / MEGABYTE} MB are read. Divide it.`;
        case 'workbook':
            return 'The file is a workbook; save it as CSV UTF-8 first.';
        case 'utf16':
            return 'The file is UTF-16 and damaged, or does not say that it is; save it as CSV UTF-8.';
        case 'notText':
            return `${placed(problem.row, problem.column)}: is not UTF-8. Save the file as CSV UTF-8.`;
        case 'noRows':
            return 'The file has no rows below its header.';
        case 'columnsMissing':
            return `Row 1: columns are missing: ${problem.columns.join(', ')}.`;
        case 'columnsUnknown':
            return `Row 1: no such columns: ${quoted(problem.columns)}; there are ${problem.known.join(', ')}.`;
        case 'columnsTwice':
            return `Row 1: columns are there twice: ${problem.columns.join(', ')}.`;
        case 'quoteOpen':
            return `Row ${problem.row}: a quotation mark is opened and never closed.`;
        case 'quoteMisplaced':
            return `Row ${problem.row}: a quotation mark stands in the middle of a cell; write it twice, and the cell in quotation marks.`;
    }
}

/** What is wrong with a row of numbers. */
export function wordsOfRow(problem: RowProblem): string {
    return `${placed(problem.row, problem.column)}: ${wrongWith(problem)}.`;
}

export function placed(row: number, column: string | undefined): string {
    return `Row ${row}${column === undefined ? '' : `, ${column}`}`;
}

function wrongWith(problem: RowProblem): string {
    const value = 'value' in problem ? `"${problem.value}"` : '';
    switch (problem.code) {
        case 'missing':
            return 'is missing';
        case 'tooLong':
            return `is longer than ${problem.most} characters`;
        case 'duplicate':
            return `is the same as in row ${problem.firstRow}`;
        case 'cellWithoutColumn':
            return `${value} stands beyond the last column; a cell with a separator in it needs quotation marks`;
        case 'numberNational':
            return `${value} is a national number; write it like +442079460000, fill in Country, or give --country`;
        case 'numberRounded':
            return `${value} was rounded by a spreadsheet; format the column as text and enter the number anew`;
        case 'notANumber':
            return `${value} is no full telephone number; write it like +442079460000, or fill in Country`;
        case 'unknownCountry':
            return `${value} is no ISO 3166 code of two letters, such as GB`;
        case 'notALanguage':
            return `${value} is no language tag, such as en or pt-BR`;
        case 'notYesNo':
            return `${value} is neither yes nor no`;
        default:
            // Of assignments and dial entries, which the command line does not import.
            return `${value} cannot be used`;
    }
}

/** Rounded up: what is over the limit must look so. */
function megabytes(size: number): number {
    return Math.ceil((size / MEGABYTE) * 10) / 10;
}

function quoted(names: readonly string[]): string {
    return names.map((name) => `"${name}"`).join(', ');
}
