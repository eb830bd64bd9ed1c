import { ROWS_IN_VIEW } from './listWindow';

/** Where a key leads in an open list of `count` rows; undefined where it is not for the list. */
export function rowAfterKey(key: string, row: number, count: number): number | undefined {
    if (count === 0) {
        return undefined;
    }
    const last = count - 1;
    switch (key) {
        case 'ArrowDown':
            return row >= last ? 0 : row + 1;
        case 'ArrowUp':
            return row <= 0 ? last : row - 1;
        case 'Home':
            return 0;
        case 'End':
            return last;
        case 'PageDown':
            return Math.min(last, Math.max(row, 0) + ROWS_IN_VIEW);
        case 'PageUp':
            return Math.max(0, row - ROWS_IN_VIEW);
        default:
            return undefined;
    }
}
