const ID = /^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/;
const SUM_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * The 18-character form of a record id. Undefined where a text is none, also where the last three
 * characters, which say which of the others are capitals, say something else.
 */
export function recordId18(text: string): string | undefined {
    if (!ID.test(text)) {
        return undefined;
    }
    const id = text.slice(0, 15);
    const full = id + [0, 5, 10].map((at) => sumOf(id.slice(at, at + 5))).join('');
    return text.length === 15 || text.toUpperCase() === full.toUpperCase() ? full : undefined;
}

function sumOf(part: string): string {
    const bits = [...part].reduce(
        (sum, letter, at) => sum + (letter >= 'A' && letter <= 'Z' ? 2 ** at : 0),
        0
    );
    return SUM_LETTERS[bits];
}
