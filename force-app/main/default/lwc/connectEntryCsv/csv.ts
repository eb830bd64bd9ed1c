import { ENTRY_COLUMNS, entryCheck, type EntryColumn, type EntryRecord } from 'c/callbackCsv';
import type { ImportItem, ImportKind } from 'c/callbackCsvFile';
import { rows } from 'c/callbackData';
import { createNumberReader, type PhoneLibrary } from 'c/callbackPhone';
import { isE164 } from 'c/callbackResolver';
import { readPolicies, saveRows, type Ask, type RowChange } from 'c/callbackSetupData';
import { CANDIDATE_OBJECTS, entryChange, readOnList, type OnList } from 'c/connectData';

type Item = ImportItem & { readonly change: RowChange };

/** How a file of entries is imported; everything is read anew for each file. */
export function entryImport(
    ask: Ask,
    listId: () => string,
    loadLibrary: () => Promise<PhoneLibrary>
): ImportKind<EntryColumn, EntryRecord, Item> {
    return {
        columns: ENTRY_COLUMNS,
        prepare: async () => {
            const readNumber = createNumberReader(await loadLibrary(), isE164);
            const policies = (await readPolicies(ask)).flatMap((row) => rows.toPolicy(row) ?? []);
            const { defaultCountry } = policies.find(({ scope }) => scope === 'organization') ?? {};
            const onList = await readOnList(ask, listId(), (text) =>
                readNumber(text, defaultCountry)
            );
            return {
                check: entryCheck({
                    readNumber,
                    isE164,
                    objects: CANDIDATE_OBJECTS,
                    ...(defaultCountry && { defaultCountry })
                }),
                plan: (records) => itemsOf(records, listId(), onList)
            };
        },
        save: (items, options) =>
            saveRows(
                items.map(({ change }) => change),
                options
            )
    };
}

/** Who is on the list stays there as they are. */
function itemsOf(
    records: readonly EntryRecord[],
    listId: string,
    { whos, lastOrder }: OnList
): readonly Item[] {
    return records.map((record, at) => {
        const { row, phone, customer = '', recordId = '', objectApiName = '', who } = record;
        const order = record.order ?? lastOrder + at + 1;
        const entry = { ...record, order };
        return {
            row,
            action: whos.has(who) ? 'same' : 'create',
            cells: {
                Phone: phone,
                Customer: customer,
                'Record Id': recordId,
                Object: objectApiName,
                Order: String(order)
            },
            change: entryChange(listId, entry)
        };
    });
}
