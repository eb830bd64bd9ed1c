/**
 * Service. Reads a number as dialled. The browser and the service run this file over the same
 * library with the same metadata, so that both see the same number.
 */

/**
 * E.164 where it is a full telephone number, otherwise as dialled, without the blanks around it.
 * Never refuses anything: 999 and extensions are numbers too.
 * @param defaultCountry ISO 3166 alpha-2; how a number without country code is read
 */
export type NumberReader = (text: string, defaultCountry: string | undefined) => string;

/**
 * What is used of libphonenumber-js. Take the full metadata set (max), because the small one knows
 * lengths only: to it Germany's 116117 is as good a number as any.
 */
export interface PhoneLibrary {
    parsePhoneNumberFromString(
        text: string,
        options: { readonly extract: false; readonly defaultCountry?: string }
    ): ParsedNumber | undefined;
}

interface ParsedNumber {
    readonly number: string;
    readonly nationalNumber: string;
    isPossible(): boolean;
    isValid(): boolean;
}

/** Agents dial the same people over and over; parsing takes some 20 µs. */
const REMEMBERED = 10_000;
/** Fewer digits are an emergency or service number or an extension, whatever the country's plan allows. */
const SHORTEST = { withTrunkOrCountryCode: 5, bare: 7 };

/** Marks of writing direction, joiners and the like: they come along when a number is copied. */
const INVISIBLE = /\p{Cf}/gu;
/** `(private)`, behind a number. */
const REMARK = /\s*\([^()\d]*\)\s*$/u;
const STATES_ITS_KIND = /^[^\d]*[+0]/;

/** @param isE164 the resolver's, since only one file says what that is */
export function createNumberReader(
    library: PhoneLibrary,
    isE164: (text: string) => boolean
): NumberReader {
    const remembered = new Map<string, string>();

    function read(text: string, defaultCountry: string | undefined): string {
        const dialled = text
            .replace(INVISIBLE, '')
            .replace(/^tel:/i, '')
            .replace(REMARK, '')
            .trim();
        if (isE164(dialled)) {
            return dialled;
        }
        const parsed = library.parsePhoneNumberFromString(dialled, {
            // Letters are not skipped: 0800 1234 HELP is not 0800 1234.
            extract: false,
            ...(defaultCountry !== undefined && { defaultCountry })
        });
        const full =
            parsed && isFull(parsed, STATES_ITS_KIND.test(dialled)) && isE164(parsed.number);
        return full ? parsed.number : text.trim();
    }

    return (text, defaultCountry) => {
        if (isE164(text)) {
            return text;
        }
        const key = `${defaultCountry ?? ''} ${text}`;
        let number = remembered.get(key);
        if (number === undefined) {
            number = read(text, defaultCountry);
            if (remembered.size >= REMEMBERED) {
                // Starting over costs a little; a list of a million numbers must not stay in memory.
                remembered.clear();
            }
            remembered.set(key, number);
        }
        return number;
    };
}

/**
 * A number that begins with + or a trunk prefix says by itself that it is a full one: then a
 * possible length is enough, since new ranges open before this list knows them. Anything else
 * must be of a range that is known: 9018200 in Berlin lacks its area code.
 */
function isFull(parsed: ParsedNumber, statesItsKind: boolean): boolean {
    const { nationalNumber } = parsed;
    if (!statesItsKind) {
        return nationalNumber.length >= SHORTEST.bare && parsed.isValid();
    }
    // A zero that could not be taken off as the trunk prefix belongs to a number that was cut off.
    const possible = parsed.isPossible() && !nationalNumber.startsWith('0');
    return (
        nationalNumber.length >= SHORTEST.withTrunkOrCountryCode && (possible || parsed.isValid())
    );
}
