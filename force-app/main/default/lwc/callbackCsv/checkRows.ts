import type { Checked, CsvRow, RowCheck, RowProblem } from './types';

/** Gathers what a check says about rows. A row that anything is wrong with gives no record. */
export interface RowsChecked<Name extends string, Record> {
    add(rows: Iterable<CsvRow<Name>>): void;
    result(): Checked<Record>;
}

export function rowsChecked<Name extends string, Record>(
    check: RowCheck<Name, Record>
): RowsChecked<Name, Record> {
    const checked: { readonly row: number; readonly record: Record | undefined }[] = [];
    const problems: RowProblem[] = [];
    return {
        add: (rows) => {
            for (const row of rows) {
                if (row.astray !== undefined) {
                    problems.push({
                        code: 'cellWithoutColumn',
                        row: row.row,
                        value: row.astray
                    });
                }
                checked.push({
                    row: row.row,
                    record: check(row, (problem) => problems.push(problem))
                });
            }
        },
        result: () => {
            const wrong = new Set(problems.map(({ row }) => row));
            return {
                records: checked.flatMap(({ row, record }) => {
                    const isRight = record !== undefined && !wrong.has(row);
                    return isRight ? [record] : [];
                }),
                // A contradiction is told of both rows when the second is met.
                problems: problems.toSorted((one, other) => one.row - other.row)
            };
        }
    };
}

/** All rows at once. */
export function checkRows<Name extends string, Record>(
    rows: readonly CsvRow<Name>[],
    check: RowCheck<Name, Record>
): Checked<Record> {
    const all = rowsChecked(check);
    all.add(rows);
    return all.result();
}
