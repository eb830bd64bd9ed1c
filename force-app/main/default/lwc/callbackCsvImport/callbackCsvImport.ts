import { LightningElement, api } from 'lwc';
import type { CsvColumn } from 'c/callbackCsv';
import type { CsvImportState } from './types';

export type { CsvImportState, FailedRow, PreviewRow, SaveCounts } from './types';

/**
 * Presentational. An import from choosing the file to what became of each row. A panel inside
 * the page; the container opens and removes it.
 *
 * `filechosen` with `{ file }`; `confirm`: write what the preview shows; `cancel`: the file, or
 * while it is saving, the rest; `again`: with another file, or the same.
 */
export default class CallbackCsvImport extends LightningElement {
    @api state: CsvImportState = { kind: 'choose' };
    /** What is imported: heading of the panel. */
    @api override title = '';
    /** Those that a file may have; they are explained, and make the template. */
    @api columns: readonly CsvColumn[] = [];
}
