import { cellsOf, firstRows, type Cells } from './cells';
import { checkRows } from './checkRows';
import { phoneProblem, type PhoneContext } from './phoneCell';
import type { Checked, CsvColumn, CsvRow, RowCheck } from './types';
import { yesOrNo } from './yesNo';

export const NUMBER_COLUMNS = [
    { name: 'Label', needed: true, sample: 'Sales London' },
    { name: 'Number', needed: true, sample: '+442079460123' },
    { name: 'Active', needed: false, sample: 'yes' },
    { name: 'Country', needed: false, sample: 'GB' },
    { name: 'Language', needed: false, sample: 'en' },
    { name: 'Description', needed: false, sample: 'Calls back go to the sales desk' }
] as const satisfies readonly CsvColumn[];
export type NumberColumn = (typeof NUMBER_COLUMNS)[number]['name'];

/**
 * A callback number as the file says it. A property is missing where the file has no such column,
 * or no `Active` for the row: then it is left as it is. Null: the cell is empty, so the field is.
 */
export interface NumberRecord {
    readonly row: number;
    /** E.164. */
    readonly number: string;
    readonly label: string;
    readonly active?: boolean;
    /** ISO 3166 alpha-2. */
    readonly country?: string | null;
    readonly language?: string | null;
    readonly description?: string | null;
}

export interface NumberContext extends PhoneContext {
    /** `isSupportedCountry` of libphonenumber-js with its full metadata. */
    readonly isCountry: (code: string) => boolean;
}

const LONGEST = { Label: 80, Language: 10, Description: 2_000 } as const;
/** As the org's validation rule says. */
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

export function numberCheck(context: NumberContext): RowCheck<NumberColumn, NumberRecord> {
    const firstRow = firstRows();
    return (csvRow, tell) => {
        const { row } = csvRow;
        const cells = cellsOf(csvRow, tell);
        const { read } = cells;
        (Object.keys(LONGEST) as (keyof typeof LONGEST)[]).forEach((column) =>
            cells.checkLength(column, LONGEST[column])
        );
        if (!read('Label')) {
            cells.tellMissing('Label');
        }
        const country = countryOf(cells, context);
        const number = fullNumber(cells, country ?? undefined, context);
        const before = number && firstRow(number, row);
        if (before) {
            tell({ code: 'duplicate', row, column: 'Number', value: number, firstRow: before });
        }
        const active = activeOf(cells);
        const language = read('Language');
        if (language && !LANGUAGE.test(language)) {
            cells.tell('Language', 'notALanguage');
        }
        return {
            row,
            number,
            label: read('Label') ?? '',
            ...(active !== undefined && { active }),
            ...(country !== undefined && { country }),
            ...(language !== undefined && { language: language || null }),
            ...(read('Description') !== undefined && { description: read('Description') || null })
        };
    };
}

export function checkNumbers(
    rows: readonly CsvRow<NumberColumn>[],
    context: NumberContext
): Checked<NumberRecord> {
    return checkRows(rows, numberCheck(context));
}

function countryOf(
    { read, tell }: Cells<NumberColumn>,
    { isCountry }: NumberContext
): string | null | undefined {
    const country = read('Country')?.toUpperCase();
    if (country && !isCountry(country)) {
        tell('Country', 'unknownCountry');
    }
    return country === '' ? null : country;
}

/** Empty where the cell holds no full number. */
function fullNumber(
    cells: Cells<NumberColumn>,
    ownCountry: string | undefined,
    { readNumber, isE164, defaultCountry }: NumberContext
): string {
    const text = cells.read('Number');
    if (!text) {
        cells.tellMissing('Number');
        return '';
    }
    const country = ownCountry ?? defaultCountry;
    const number = readNumber(text, country);
    if (!isE164(number)) {
        cells.tell('Number', phoneProblem(text, country));
        return '';
    }
    return number;
}

function activeOf({ read, tell }: Cells<NumberColumn>): boolean | undefined {
    const text = read('Active');
    const active = text ? yesOrNo(text) : undefined;
    if (text && active === undefined) {
        tell('Active', 'notYesNo');
    }
    return active;
}

/** A number as the org has it. */
export interface ExistingNumber {
    readonly id: string;
    /** E.164. */
    readonly number: string;
    readonly label: string;
    readonly active: boolean;
    readonly country?: string | null;
    readonly language?: string | null;
    readonly description?: string | null;
}

export interface NumberUpdate<Existing extends ExistingNumber> {
    readonly record: NumberRecord;
    readonly existing: Existing;
}

/** What an import does. Numbers are known by their E.164, so that it can be repeated. */
export interface NumberPlan<Existing extends ExistingNumber> {
    readonly create: readonly NumberRecord[];
    readonly update: readonly NumberUpdate<Existing>[];
    /** The org has them as the file says; nothing is written. */
    readonly same: readonly NumberUpdate<Existing>[];
}

export function planOf<Existing extends ExistingNumber>(
    records: readonly NumberRecord[],
    existing: Iterable<Existing>
): NumberPlan<Existing> {
    const byNumber = new Map([...existing].map((one) => [one.number, one]));
    const create: NumberRecord[] = [];
    const update: NumberUpdate<Existing>[] = [];
    const same: NumberUpdate<Existing>[] = [];
    for (const record of records) {
        const found = byNumber.get(record.number);
        if (!found) {
            create.push(record);
        } else if (isAsSaid(found, record)) {
            same.push({ record, existing: found });
        } else {
            update.push({ record, existing: found });
        }
    }
    return { create, update, same };
}

function isAsSaid(existing: ExistingNumber, record: NumberRecord): boolean {
    return (['label', 'active', 'country', 'language', 'description'] as const).every(
        (name) => record[name] === undefined || plain(record[name]) === plain(existing[name])
    );
}

/** The org keeps nothing and an empty text alike, and ends lines in its own way. */
function plain(value: string | boolean | null | undefined): string | boolean {
    return typeof value === 'boolean' ? value : (value ?? '').replace(/\r\n?/g, '\n').trim();
}
