import lang from '@salesforce/i18n/lang';

const ONE_DIGIT = /^[17]/;
const TWO_DIGITS = /^(?:2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** `+442079460001` as `+44 207 946 0001`: the calling code, then groups that are easy to read. */
export function formatted(number: string): string {
    const digits = number.replace(/\D/g, '');
    const codeLength = ONE_DIGIT.test(digits) ? 1 : TWO_DIGITS.test(digits) ? 2 : 3;
    const rest = digits.slice(codeLength).replace(/(\d{3})(?=\d{3})/g, '$1 ');
    return `+${digits.slice(0, codeLength)} ${rest}`.trim();
}

/** Says what countries or languages are called in the language of the user. */
export function namer(type: 'region' | 'language', locale = lang): (code?: string) => string {
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
