import type { CsvRow } from 'c/callbackCsv';
import type { FailedRow, SaveCounts } from 'c/callbackCsvImport';
import type { ImportItem, ItemResult } from './types';

export function countsOf(
    items: readonly ImportItem[],
    results: readonly ItemResult[],
    same: number
): SaveCounts {
    const saved = items.filter((_item, at) => results[at]?.kind === 'saved');
    const count = (action: ImportItem['action']) =>
        saved.filter((item) => item.action === action).length;
    return {
        created: count('create'),
        updated: count('update'),
        removed: count('remove'),
        same,
        left: items.filter((_item, at) => (results[at]?.kind ?? 'notTried') === 'notTried').length
    };
}

export function failedOf(
    items: readonly ImportItem[],
    results: readonly ItemResult[],
    rows: readonly CsvRow[]
): readonly FailedRow[] {
    const cellsByRow = new Map(rows.map(({ row, cells }) => [row, cells]));
    return items.flatMap(({ row }, at) => {
        const result = results[at];
        if (!result || result.kind === 'saved' || result.kind === 'notTried') {
            return [];
        }
        const errors = result.kind === 'conflict' ? [] : result.errors;
        return [{ row, kind: result.kind, errors, cells: cellsByRow.get(row) ?? {} }];
    });
}
