import parsePhoneNumber, { type CountryCode } from 'libphonenumber-js/min';
import { LRUCache } from 'lru-cache';
import { isE164 } from '#resolver';

/**
 * Reads a number as dialled: E.164 where it is a full telephone number, otherwise as dialled,
 * without the blanks around it.
 */
export type NumberReader = (text: string, defaultCountry: string | undefined) => string;

/** Agents dial the same people over and over; parsing takes some 20 µs. */
const REMEMBERED = 10_000;
/** Fewer digits are an emergency or service number or an extension, whatever the country's plan allows. */
const SHORTEST = { withTrunkOrCountryCode: 5, bare: 7 };

/**
 * The smallest metadata set of libphonenumber is enough: the question is whether a number has a
 * possible length for its country, not whether it is in use. New ranges are then never refused.
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
            number = read(text.trim(), defaultCountry);
            remembered.set(key, number);
        }
        return number;
    };
}

function read(text: string, defaultCountry: string | undefined): string {
    const dialled = text.replace(/^tel:/i, '');
    const parsed = parsePhoneNumber(dialled, {
        extract: false,
        ...(defaultCountry !== undefined && { defaultCountry: defaultCountry as CountryCode })
    });
    if (!parsed?.isPossible() || !isE164(parsed.number)) {
        return text;
    }
    // 24100 may be possible as a German number without area code; dialled like that it is an extension.
    const shortest = /^[^\d]*[+0]/.test(dialled) ? SHORTEST.withTrunkOrCountryCode : SHORTEST.bare;
    return parsed.nationalNumber.length < shortest ? text : parsed.number;
}
