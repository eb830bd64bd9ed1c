import { search, type Entry } from 'c/callbackNumberText';

/** One number as the table shows it. */
export interface NumberRow extends Entry {
    readonly id: string;
    readonly label: string;
    readonly countryName: string;
    readonly language: string;
    readonly active: boolean;
    readonly description: string;
}

export interface NumberFilter {
    readonly query: string;
    readonly state: '' | 'active' | 'retired';
    /** ISO 3166 alpha-2. */
    readonly country: string;
    readonly language: string;
}

export const NO_FILTER: NumberFilter = { query: '', state: '', country: '', language: '' };

export interface Sorting {
    readonly field: string;
    readonly direction: 'asc' | 'desc';
}

const collator = new Intl.Collator(undefined, { numeric: true });

/** Those that are found, in their order. */
export function shownRows(
    rows: readonly NumberRow[],
    { query, state, country, language }: NumberFilter,
    { field, direction }: Sorting
): readonly NumberRow[] {
    const found = (search(rows, query) as readonly NumberRow[]).filter(
        (row) =>
            (state === '' || row.active === (state === 'active')) &&
            (country === '' || row.number.country === country) &&
            (language === '' || row.language === language)
    );
    const sign = direction === 'asc' ? 1 : -1;
    const text = (row: NumberRow) => String(row[field as keyof NumberRow] ?? '');
    return found.toSorted((a, b) => sign * collator.compare(text(a), text(b)));
}

/** The countries or languages there are, by name. */
export function choicesOf(
    rows: readonly NumberRow[],
    of: 'country' | 'language',
    nameOf: (code?: string) => string
): readonly { readonly label: string; readonly value: string }[] {
    const codes = rows.map((row) => (of === 'country' ? row.number.country : row.language));
    return [...new Set(codes.filter((code) => code !== undefined && code !== ''))]
        .map((code) => ({ label: nameOf(code), value: code! }))
        .sort((a, b) => collator.compare(a.label, b.label));
}
