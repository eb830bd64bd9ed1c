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

const ONE_DIGIT = /^[17]/;
const TWO_DIGITS = /^(?:2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** `+442079460001` as `+44 207 946 0001`: the calling code, then groups that are easy to read. */
export function formatted(number: string): string {
    const digits = number.replace(/\D/g, '');
    const codeLength = ONE_DIGIT.test(digits) ? 1 : TWO_DIGITS.test(digits) ? 2 : 3;
    const rest = digits.slice(codeLength).replace(/(\d{3})(?=\d{3})/g, '$1 ');
    return `+${digits.slice(0, codeLength)} ${rest}`.trim();
}

/** Case and accents do not matter. */
function folded(text: string): string {
    return text
        .normalize('NFKD')
        .replace(/\p{Diacritic}/gu, '')
        .toLowerCase();
}

function namer(type: 'region' | 'language', locale?: string): (code?: string) => string {
    const names = new Intl.DisplayNames(locale, { type });
    const known = new Map<string, string>();
    return (code) => {
        if (!code) {
            return '';
        }
        let name = known.get(code);
        if (name === undefined) {
            try {
                name = names.of(code.replace('_', '-')) ?? code;
            } catch {
                // Not a code at all: it stands for itself.
                name = code;
            }
            known.set(code, name);
        }
        return name;
    };
}
