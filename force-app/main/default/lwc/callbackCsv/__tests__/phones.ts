import * as libphonenumber from 'libphonenumber-js/max';
import { createNumberReader, type PhoneLibrary } from 'c/callbackPhone';
import { isE164 } from 'c/callbackResolver';
import type { CsvRow } from '../callbackCsv';

export const READING = {
    readNumber: createNumberReader(libphonenumber as PhoneLibrary, isE164),
    isE164,
    isCountry: (code: string) => libphonenumber.isSupportedCountry(code)
};

/** Rows of a sheet, the first below the header. */
export function sheet<Name extends string>(
    ...rows: readonly CsvRow<Name>['cells'][]
): readonly CsvRow<Name>[] {
    return rows.map((cells, at) => ({ row: at + 2, cells }));
}
