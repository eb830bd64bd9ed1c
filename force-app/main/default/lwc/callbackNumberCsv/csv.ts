import {
    NUMBER_COLUMNS,
    numberCheck,
    planOf,
    type ImportAction,
    type NumberRecord as CsvNumber
} from 'c/callbackCsv';
import { rows } from 'c/callbackData';
import { createNumberReader, type PhoneLibrary } from 'c/callbackPhone';
import { isE164 } from 'c/callbackResolver';
import {
    numberChange,
    numberCreation,
    numberView,
    readNumbers,
    readPolicies,
    saveRows,
    type Ask,
    type NumberView,
    type RowChange,
    type RowResult,
    type SaveOptions
} from 'c/callbackSetupData';

/** What is used of libphonenumber-js beside reading numbers. */
export type NumberLibrary = PhoneLibrary & { isSupportedCountry(code: string): boolean };

/** One row that is right, and what it would do. */
interface Item {
    readonly row: number;
    readonly action: ImportAction;
    readonly cells: Readonly<Record<string, string>>;
    readonly change?: RowChange;
}

/** How a file of numbers is imported; everything is read anew for each file. */
export function numberImport(ask: Ask, loadLibrary: () => Promise<NumberLibrary>) {
    return {
        columns: NUMBER_COLUMNS,
        prepare: async () => {
            const library = await loadLibrary();
            const existing = (await readNumbers(ask)).map(numberView);
            const policies = (await readPolicies(ask)).flatMap((row) => rows.toPolicy(row) ?? []);
            const { defaultCountry } = policies.find(({ scope }) => scope === 'organization') ?? {};
            return {
                check: numberCheck({
                    readNumber: createNumberReader(library, isE164),
                    isE164,
                    isCountry: (code) => library.isSupportedCountry(code),
                    ...(defaultCountry && { defaultCountry })
                }),
                plan: (records: readonly CsvNumber[]) => itemsOf(records, existing)
            };
        },
        save: (
            items: readonly Item[],
            options: Pick<SaveOptions, 'onProgress' | 'signal'>
        ): Promise<readonly RowResult[]> =>
            saveRows(
                items.map(({ change }) => change!),
                { ask, ...options }
            )
    };
}

function itemsOf(records: readonly CsvNumber[], existing: readonly NumberView[]): readonly Item[] {
    const { create, update, same } = planOf(records, existing);
    return [
        ...create.map((record) => ({
            ...shown(record, 'create'),
            change: numberCreation(record.number, record)
        })),
        ...update.flatMap(({ record, existing: { record: before } }) => {
            const change = numberChange(before, record);
            return [change ? { ...shown(record, 'update'), change } : shown(record, 'same')];
        }),
        ...same.map(({ record }) => shown(record, 'same'))
    ];
}

function shown(record: CsvNumber, action: ImportAction): Item {
    const { row, number, label, country, language, description } = record;
    return {
        row,
        action,
        cells: {
            Label: label,
            Number: number,
            ...(country && { Country: country }),
            ...(language && { Language: language }),
            ...(description && { Description: description })
        }
    };
}
