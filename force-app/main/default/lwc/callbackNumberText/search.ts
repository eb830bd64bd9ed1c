import { formatted, namer } from './writing';
import type { CallbackNumber } from 'c/callbackResolver';

/** One number with what it can be found by, worked out once. */
export interface Entry {
    readonly number: CallbackNumber;
    readonly text: string;
    readonly digits: string;
    readonly formatted: string;
    readonly country: string;
}

export function entriesOf(numbers: readonly CallbackNumber[], locale?: string): Entry[] {
    const countryName = namer('region', locale);
    const languageName = namer('language', locale);
    return numbers.map((number) => {
        const country = countryName(number.country);
        const words = [
            number.label,
            number.country,
            country,
            number.language,
            languageName(number.language)
        ];
        return {
            number,
            text: folded(words.filter(Boolean).join(' ')),
            digits: number.number.replace(/\D/g, ''),
            formatted: formatted(number.number),
            country
        };
    });
}

/** The entries that hold every word of the query, or its digits however they are written. */
export function search(entries: readonly Entry[], query: string): readonly Entry[] {
    const words = folded(query).split(/\s+/).filter(Boolean);
    if (words.length === 0) {
        return entries;
    }
    // Zeros in front are not part of the international number: 0049 30 and 020 are found.
    const digits = /^[\d\s()+./-]+$/.test(query) ? query.replace(/\D/g, '').replace(/^0+/, '') : '';
    return entries.filter(
        (entry) =>
            (digits !== '' && entry.digits.includes(digits)) ||
            words.every((word) => entry.text.includes(word) || entry.digits.includes(word))
    );
}

/** Case and accents do not matter. */
function folded(text: string): string {
    return text
        .normalize('NFKD')
        .replace(/\p{Diacritic}/gu, '')
        .toLowerCase();
}
