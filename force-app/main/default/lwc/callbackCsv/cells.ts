import type { CellProblemCode, CsvRow, RowProblem } from './types';

/** The cells of one row, trimmed, with what is to be told about them. */
export interface Cells<Name extends string> {
    /** Undefined where the file has no such column, empty where the cell is. */
    read(column: Name): string | undefined;
    tell(column: Name, code: CellProblemCode): void;
    tellMissing(column: Name): void;
    /** Tells of a text that is longer than the org takes. */
    checkLength(column: Name, most: number): void;
}

export function cellsOf<Name extends string>(
    { row, cells }: CsvRow<Name>,
    tell: (problem: RowProblem) => void
): Cells<Name> {
    const read = (column: Name) => cells[column]?.trim();
    return {
        read,
        tell: (column, code) => tell({ code, row, column, value: read(column) ?? '' }),
        tellMissing: (column) => tell({ code: 'missing', row, column }),
        checkLength: (column, most) => {
            const value = read(column) ?? '';
            if (value.length > most) {
                tell({ code: 'tooLong', row, column, value, most });
            }
        }
    };
}

/** Knows where each key was met first. */
export function firstRows(): (key: string, row: number) => number | undefined {
    const rows = new Map<string, number>();
    return (key, row) => {
        const first = rows.get(key);
        if (first === undefined) {
            rows.set(key, row);
        }
        return first;
    };
}
