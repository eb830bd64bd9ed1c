/**
 * What may stand in a log. Customers' numbers are shortened to country code and last two digits:
 * enough to see where a call went, not enough to ring it.
 */

/** Country calling codes of one and two digits; all others have three (ITU-T E.164). */
const SHORT_CODES = new Set(
    '1 7 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98'.split(
        ' '
    )
);

/** Up to this many characters it is an emergency number or an extension, not a person. */
const LONGEST_SERVICE_NUMBER = 4;

/** `+442079460958` -> `+44…58`, `020 7946 0958` -> `…58`, `999` -> `999`. */
export function shortNumber(number: string): string {
    if (number.length <= LONGEST_SERVICE_NUMBER) {
        return number;
    }
    return `${number.startsWith('+') ? `+${countryCodeOf(number)}` : ''}…${number.slice(-2)}`;
}

function countryCodeOf(number: string): string {
    return (
        [1, 2].map((length) => number.slice(1, 1 + length)).find((code) => SHORT_CODES.has(code)) ??
        number.slice(1, 4)
    );
}

const E164_ANYWHERE = /\+[1-9]\d{6,14}(?!\d)/g;
/** JWTs and sealed cookies, authorization codes, and Salesforce access tokens (the id of the org, an exclamation mark, the secret). */
const TOKENS_ANYWHERE =
    /\beyJ[\w-]{4,}(?:\.[\w-]*)+|\baPrx[\w.%=-]+|\b00D[A-Za-z0-9]{12,15}![\w.!-]+|\b[Bb]earer\s+(?!realm)[^\s"\\]+/g;

export function shortenNumbers(line: string): string {
    return line.includes('+') ? line.replace(E164_ANYWHERE, shortNumber) : line;
}

const TOKEN_SIGNS = ['eyJ', 'aPrx', '00D', 'earer'];

export function hideSecrets(line: string): string {
    return TOKEN_SIGNS.some((sign) => line.includes(sign))
        ? line.replace(TOKENS_ANYWHERE, '[hidden]')
        : line;
}
