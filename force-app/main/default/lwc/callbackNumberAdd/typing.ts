import type { NumberValues } from 'c/callbackNumberForm';
import { createNumberReader, type PhoneLibrary } from 'c/callbackPhone';
import { isE164 } from 'c/callbackResolver';
import { WORDS } from './words';

/** What is used of libphonenumber-js while a number is typed. */
export interface TypingLibrary extends PhoneLibrary {
    readonly AsYouType: new (country?: string) => { input(text: string): string };
    isSupportedCountry(code: string): boolean;
}

export const NO_VALUES: NumberValues = {
    label: '',
    number: '',
    country: '',
    language: '',
    description: ''
};

/** Reads a number while it is typed, as dialled from a country. */
export class Typing {
    private readonly library: TypingLibrary;
    private readonly country: string | undefined;
    private readonly read: ReturnType<typeof createNumberReader>;

    /** @param country ISO 3166 alpha-2: of numbers without country code */
    constructor(library: TypingLibrary, country: string | undefined) {
        this.library = library;
        this.country = country;
        this.read = createNumberReader(library, isE164);
    }

    /** Takes what was typed over: the number formatted, its country filled in. */
    changed(values: NumberValues, changed: Partial<NumberValues>): NumberValues {
        const next = { ...values, ...changed };
        if (changed.number === undefined) {
            return next;
        }
        const { AsYouType } = this.library;
        // What is taken away stays away: formatting would put a bracket or blank back.
        const number =
            changed.number.length > values.number.length
                ? new AsYouType(this.country).input(changed.number)
                : changed.number;
        const country = this.countryOf(number);
        const wasFilledIn =
            values.country === '' || values.country === this.countryOf(values.number);
        return { ...next, number, ...(country && wasFilledIn && { country }) };
    }

    /** E.164; empty while it is no full number. */
    readAs({ number }: NumberValues): string {
        const read = this.read(number, this.country);
        return isE164(read) ? read : '';
    }

    problems(values: NumberValues): readonly string[] {
        const country = values.country.trim();
        return [
            ...(this.readAs(values) ? [] : [WORDS.notANumber]),
            ...(values.label.trim() ? [] : [WORDS.labelMissing]),
            ...(country && !this.library.isSupportedCountry(country.toUpperCase())
                ? [WORDS.unknownCountry]
                : [])
        ];
    }

    private countryOf(number: string): string | undefined {
        const parsed = this.library.parsePhoneNumberFromString(number, {
            extract: false,
            ...(this.country && { defaultCountry: this.country })
        }) as { readonly country?: string } | undefined;
        return parsed?.country;
    }
}
