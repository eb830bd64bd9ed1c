import parsePhoneNumber, { type CountryCode, type PhoneNumber } from 'libphonenumber-js/max';
import { LRUCache } from 'lru-cache';
import { isE164 } from '#resolver';

/**
 * Reads a number as dialled: E.164 where it is a full telephone number, otherwise as dialled,
 * without the blanks around it. Never refuses anything: 999 and extensions are numbers too.
 */
export type NumberReader = (text: string, defaultCountry: string | undefined) => string;

/** Agents dial the same people over and over; parsing takes some 20 µs. */
const REMEMBERED = 10_000;
/** Fewer digits are an emergency or service number or an extension, whatever the country's plan allows. */
const SHORTEST = { withTrunkOrCountryCode: 5, bare: 7 };

/** Marks of writing direction, joiners and the like: they come along when a number is copied. */
const INVISIBLE = /\p{Cf}/gu;
/** `(private)`, behind a number. */
const REMARK = /\s*\([^()\d]*\)\s*$/u;
const STATES_ITS_KIND = /^[^\d]*[+0]/;

/**
 * The full metadata set of libphonenumber, because the small one knows lengths only: to it
 * Germany's 116117 is as good a number as any.
 */
export function createNumberReader(): NumberReader {
    const remembered = new LRUCache<string, string>({ max: REMEMBERED });
    return (text, defaultCountry) => {
        if (isE164(text)) {
            return text;
        }
        const key = `${defaultCountry ?? ''} ${text}`;
        let number = remembered.get(key);
        if (number === undefined) {
            number = read(text, defaultCountry);
            remembered.set(key, number);
        }
        return number;
    };
}

function read(text: string, defaultCountry: string | undefined): string {
    const dialled = text.replace(INVISIBLE, '').replace(/^tel:/i, '').replace(REMARK, '').trim();
    if (isE164(dialled)) {
        return dialled;
    }
    const parsed = parsePhoneNumber(dialled, {
        // Letters are not skipped: 0800 1234 HELP is not 0800 1234.
        extract: false,
        ...(defaultCountry !== undefined && { defaultCountry: defaultCountry as CountryCode })
    });
    const full = parsed && isFull(parsed, STATES_ITS_KIND.test(dialled)) && isE164(parsed.number);
    return full ? parsed.number : text.trim();
}

/**
 * A number that begins with + or a trunk prefix says by itself that it is a full one: then a
 * possible length is enough, since new ranges open before this list knows them. Anything else
 * must be of a range that is known: 9018200 in Berlin lacks its area code.
 */
function isFull(parsed: PhoneNumber, statesItsKind: boolean): boolean {
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
