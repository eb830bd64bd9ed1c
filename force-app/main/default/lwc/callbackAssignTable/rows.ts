/** A row of the table: what it shows by field, under an id. */
export type TableRow = { readonly id: string } & Readonly<Record<string, unknown>>;

export interface Sorting {
    readonly field: string;
    readonly direction: 'asc' | 'desc';
}

/** Rows with the text they are found by. */
export interface Searchable<Row extends TableRow> {
    readonly row: Row;
    readonly text: string;
}

/** @param fields those that are searched */
export function searchable<Row extends TableRow>(
    rows: readonly Row[],
    fields: readonly string[]
): readonly Searchable<Row>[] {
    return rows.map((row) => ({
        row,
        text: plain(fields.map((field) => String(row[field] ?? '')).join(' '))
    }));
}

/** Every word has to be somewhere; accents and case make no difference, nor do blanks in a number. */
export function found<Row extends TableRow>(
    rows: readonly Searchable<Row>[],
    term: string
): readonly Row[] {
    const words = plain(term).split(/\s+/).filter(Boolean);
    return rows
        .filter(({ text }) => words.every((word) => text.includes(word)))
        .map(({ row }) => row);
}

export function sorted<Row extends TableRow>(
    rows: readonly Row[],
    sorting: Sorting | undefined
): readonly Row[] {
    if (!sorting) {
        return rows;
    }
    const { field, direction } = sorting;
    const sign = direction === 'asc' ? 1 : -1;
    const collator = new Intl.Collator(undefined, { numeric: true });
    return [...rows].sort((one, other) => {
        const [a, b] = [one[field], other[field]];
        return typeof a === 'number' && typeof b === 'number'
            ? sign * (a - b)
            : sign * collator.compare(String(a ?? ''), String(b ?? ''));
    });
}

function plain(text: string): string {
    return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
