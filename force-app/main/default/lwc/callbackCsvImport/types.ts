import type { CsvRow, FileProblem, ImportAction, RowProblem } from 'c/callbackCsv';

/** What the panel shows. `c/callbackCsvFile` goes from one to the next. */
export type CsvImportState =
    /** A file can be chosen. */
    | { readonly kind: 'choose' }
    | {
          readonly kind: 'reading';
          readonly fileName: string;
          /** Steps of the work, in whatever unit. */
          readonly done: number;
          readonly total: number;
      }
    /** Nothing of the file can be used; or the org could not be asked (`errors`). */
    | {
          readonly kind: 'refused';
          readonly fileName: string;
          readonly problems: readonly FileProblem[];
          readonly errors?: readonly string[];
      }
    /** What would be written, and what is left out. */
    | {
          readonly kind: 'preview';
          readonly fileName: string;
          readonly changes: readonly PreviewRow[];
          readonly problems: readonly RowProblem[];
          /** The rows as they are in the file, for the list of problems. */
          readonly rows: readonly CsvRow[];
      }
    | {
          readonly kind: 'saving';
          readonly done: number;
          readonly total: number;
          /** Cancelled; the request that is under way is waited for. */
          readonly cancelling: boolean;
      }
    | {
          readonly kind: 'done';
          readonly counts: SaveCounts;
          readonly failed: readonly FailedRow[];
          readonly cancelled: boolean;
      };

/** A row that is right. */
export interface PreviewRow {
    readonly row: number;
    readonly action: ImportAction;
    /** As they will be written, by column: numbers in E.164. */
    readonly cells: Readonly<Record<string, string>>;
}

export interface SaveCounts {
    readonly created: number;
    readonly updated: number;
    readonly removed: number;
    /** Nothing had to be written. */
    readonly same: number;
    /** Not tried, because it was cancelled. */
    readonly left: number;
}

/** A row that was to be written and was not. */
export interface FailedRow {
    readonly row: number;
    /** `unknown`: the request broke off, it may have been written or not. */
    readonly kind: 'refused' | 'conflict' | 'unknown';
    /** In the org's words. */
    readonly errors: readonly string[];
    /** As in the file, so that it can be put right and imported again. */
    readonly cells: Readonly<Partial<Record<string, string>>>;
}
