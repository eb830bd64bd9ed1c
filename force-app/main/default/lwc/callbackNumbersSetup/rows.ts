import { entriesOf } from 'c/callbackNumberText';
import type { NumberRow } from 'c/callbackNumbersTable';
import type { CallbackNumber } from 'c/callbackResolver';
import type { NumberView } from 'c/callbackSetupData';

/** What the table shows of each number, and finds it by. */
export function rowsOf(numbers: readonly NumberView[]): readonly NumberRow[] {
    const entries = entriesOf(
        numbers.map(
            ({ id, label, number, active, country, language }) =>
                ({ id, label, number, active, country, language }) as unknown as CallbackNumber
        )
    );
    return numbers.map(({ id, label, active, language, description }, at) => ({
        ...entries[at],
        id,
        label,
        active,
        countryName: entries[at].country,
        language: language ?? '',
        description: description ?? ''
    }));
}
