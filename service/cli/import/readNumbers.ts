import { isSupportedCountry } from 'libphonenumber-js/max';
import Papa from 'papaparse';
import {
    NUMBER_COLUMNS,
    checkNumbers,
    readCsv,
    textOfBytes,
    type CsvParser,
    type FileProblem,
    type NumberRecord,
    type RowProblem
} from '#csv';
import { isE164 } from '#resolver';
import { createNumberReader } from '../../useCases/phoneNumbers.ts';

export type ReadNumbers =
    | { readonly kind: 'refused'; readonly problems: readonly FileProblem[] }
    | {
          readonly kind: 'read';
          readonly records: readonly NumberRecord[];
          readonly problems: readonly RowProblem[];
      };

/**
 * Reads and checks the whole file, as the page for admins does: the same files over the same
 * parser.
 * @param defaultCountry of national numbers in rows that do not say their country
 */
export function readNumbers(bytes: Uint8Array, defaultCountry: string | undefined): ReadNumbers {
    const read = textOfBytes(bytes);
    if ('problem' in read) {
        return { kind: 'refused', problems: [read.problem] };
    }
    const sheet = readCsv(read.text, NUMBER_COLUMNS, Papa as CsvParser);
    if (sheet.kind === 'refused') {
        return sheet;
    }
    const checked = checkNumbers(sheet.rows, {
        readNumber: createNumberReader(),
        isE164,
        isCountry: (code) => isSupportedCountry(code),
        ...(defaultCountry !== undefined && { defaultCountry })
    });
    return { kind: 'read', ...checked };
}
