/**
 * Service. Reads a CSV file that was chosen, and runs its import: what `c-callback-csv-import`
 * shows, one state after the other.
 */
export type { ImportItem, ImportKind, ItemResult, Prepared, SaveOptions } from './types';
export { loadPapa } from './papa';
export { readCsvFile } from './readCsvFile';
export { createCsvImport, type CsvImport } from './csvImport';
