import type { Checked, CsvColumn, ImportAction, RowCheck } from 'c/callbackCsv';
import type { PreviewRow } from 'c/callbackCsvImport';

/** What an import is of: how rows are read, what they would change, how that is written. */
export interface ImportKind<Name extends string, Record, Item extends ImportItem> {
    readonly columns: readonly CsvColumn<Name>[];
    /**
     * What the org has by now; asked for each file, so that an import that is repeated finds what
     * the last one wrote. What it throws is shown to the person.
     */
    prepare(): Promise<Prepared<Name, Record, Item>>;
    /** Writes; never rejects. One result for each item, in their order. */
    save(items: readonly Item[], options: SaveOptions): Promise<readonly ItemResult[]>;
}

export interface Prepared<Name extends string, Record, Item extends ImportItem> {
    readonly check: RowCheck<Name, Record>;
    /** In any order. */
    plan(records: Checked<Record>['records']): readonly Item[];
}

/** One row that is right, and what it would do. */
export interface ImportItem extends PreviewRow {
    readonly action: ImportAction;
}

export interface SaveOptions {
    readonly onProgress: (done: number, total: number) => void;
    /** Stops before the next request. */
    readonly signal: AbortSignal;
}

/** What became of an item; the results of `saveRows` of `c/callbackSetupData` are some. */
export type ItemResult =
    | { readonly kind: 'saved' }
    | { readonly kind: 'refused'; readonly errors: readonly string[] }
    | { readonly kind: 'unknown'; readonly errors: readonly string[] }
    | { readonly kind: 'conflict' }
    | { readonly kind: 'notTried' };
