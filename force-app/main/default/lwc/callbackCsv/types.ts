/**
 * What is said about CSV files. Codes, never words: the page and the command line have their own.
 * Rows are counted as a spreadsheet counts them, so that the header is row 1; columns go by their
 * header.
 */

/** Why a file is not read at all. */
export type FileProblem =
    /** Nothing in it. */
    | { readonly code: 'empty' }
    | { readonly code: 'tooLarge'; readonly size: number; readonly limit: number }
    /** A workbook (Excel, LibreOffice): it has to be saved as CSV first. */
    | { readonly code: 'workbook' }
    /** UTF-16 that does not say so, or that ends in the middle of a character. */
    | { readonly code: 'utf16' }
    /** Not UTF-8 (Windows-1252, say), or not text; the place where it shows. */
    | { readonly code: 'notText'; readonly row: number; readonly column?: string }
    /** A header, but nothing below. */
    | { readonly code: 'noRows' }
    | { readonly code: 'columnsMissing'; readonly columns: readonly string[] }
    | {
          readonly code: 'columnsUnknown';
          readonly columns: readonly string[];
          readonly known: readonly string[];
      }
    | { readonly code: 'columnsTwice'; readonly columns: readonly string[] }
    /** A quotation mark is opened in this row and never closed, or closed in the middle of a cell. */
    | { readonly code: 'quoteOpen' | 'quoteMisplaced'; readonly row: number };

/** Something wrong with one row. Such a row is left out; the others can be used. */
export type RowProblem = { readonly row: number } & (
    | { readonly code: 'missing'; readonly column: string }
    | InCell<{ readonly code: CellProblemCode }>
    | InCell<{ readonly code: 'tooLong'; readonly most: number }>
    /** The same as in a row before; for assignments and entries: the same row as a whole. */
    | InCell<{ readonly code: 'duplicate'; readonly firstRow: number }>
    /** Another row says add where this one says remove, or the other way round. */
    | InCell<{ readonly code: 'contradicts'; readonly firstRow: number }>
    /** More cells than the header names. */
    | { readonly code: 'cellWithoutColumn'; readonly column?: undefined; readonly value: string }
    /** Neither an agent nor a group, or both. */
    | { readonly code: 'agentOrGroup' | 'agentAndGroup'; readonly column: string }
);

type InCell<Problem> = Problem & { readonly column: string; readonly value: string };

export type CellProblemCode =
    /** A national number, and neither the row nor the policy says of which country. */
    | 'numberNational'
    /** `4.42079E+11`: a spreadsheet rounded it, the digits are lost. */
    | 'numberRounded'
    | 'notANumber'
    | 'unknownCountry'
    | 'notALanguage'
    | 'notYesNo'
    | 'notAnAction'
    /** No callback number, agent or group of the organization. */
    | 'unknownNumber'
    | 'unknownAgent'
    | 'unknownGroup'
    /** Several groups are called so. */
    | 'ambiguousGroup'
    | 'notAPhone'
    /** Not 15 or 18 characters of an id, or letters of it changed their case. */
    | 'notARecordId'
    | 'notAnObject'
    /** Not 0 to 999,999,999 without decimals. */
    | 'notAWholeNumber';

/** A column that a file may have. */
export interface CsvColumn<Name extends string = string> {
    readonly name: Name;
    readonly needed: boolean;
    /** For the template. */
    readonly sample: string;
}

/** A row as it is in the file; columns that the file does not have are missing. */
export interface CsvRow<Name extends string = string> {
    readonly row: number;
    readonly cells: Readonly<Partial<Record<Name, string>>>;
    /** What stands where the header names no column. */
    readonly astray?: string;
}

export type ReadCsv<Name extends string> =
    | { readonly kind: 'refused'; readonly problems: readonly FileProblem[] }
    | {
          readonly kind: 'read';
          readonly rows: readonly CsvRow<Name>[];
          /** Those of the file, in its order. */
          readonly columns: readonly Name[];
      };

/**
 * What is used of Papa Parse, in the browser a script of its own, in Node a package: quotes are
 * read the same way in both.
 */
export interface CsvParser {
    parse(
        text: string,
        config: {
            readonly delimiter: string;
            readonly newline: '\n' | '\r\n' | '\r';
            readonly header: false;
        }
    ): {
        readonly data: unknown;
        readonly errors: readonly { readonly code: string; readonly row?: number }[];
    };
}

/** The rows that are right, read, and what is wrong with the others. */
export interface Checked<Record> {
    readonly records: readonly Record[];
    readonly problems: readonly RowProblem[];
}

/**
 * Looks at one row after the other, so that a page can breathe in between (`checkRows` for all
 * at once).
 * @returns the row as a record, also where there are problems with it: then it is not used
 */
export type RowCheck<Name extends string, Record> = (
    row: CsvRow<Name>,
    tell: (problem: RowProblem) => void
) => Record | undefined;

/** What writing a record does. */
export type ImportAction = 'create' | 'update' | 'remove' | 'same';
