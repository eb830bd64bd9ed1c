import { malformed } from './queryError.ts';

/**
 * String literals of SOQL. The escapes are those of the SOQL reference ("Quoted String Escape
 * Sequences"): letters in either case, and `\_` and `\%` in patterns of LIKE alone. A backslash
 * before anything else is refused, as Salesforce does.
 */

const ESCAPES: Readonly<Record<string, string>> = {
    n: '\n',
    r: '\r',
    t: '\t',
    b: '\b',
    f: '\f',
    '"': '"',
    "'": "'",
    '\\': '\\'
};

/** A pattern of LIKE, piece by piece. */
export type PatternPiece = { readonly text: string } | 'any number of characters' | 'one character';

/**
 * @param raw what stands between the quotes
 * @throws OrgError MALFORMED_QUERY
 */
export function textOfLiteral(raw: string): string {
    if (!raw.includes('\\')) return storable(raw);
    let text = '';
    for (let at = 0; at < raw.length;) {
        const [character, length] = characterAt(raw, at);
        text += character;
        at += length;
    }
    return storable(text);
}

/** @throws OrgError MALFORMED_QUERY */
export function patternOfLiteral(raw: string): PatternPiece[] {
    const pieces: PatternPiece[] = [];
    let text = '';
    const flush = () => {
        if (text !== '') pieces.push({ text: storable(text) });
        text = '';
    };
    for (let at = 0; at < raw.length;) {
        if (raw[at] === '%' || raw[at] === '_') {
            flush();
            pieces.push(raw[at] === '%' ? 'any number of characters' : 'one character');
            at += 1;
        } else if (raw[at] === '\\' && (raw[at + 1] === '%' || raw[at + 1] === '_')) {
            text += raw[at + 1];
            at += 2;
        } else {
            const [character, length] = characterAt(raw, at);
            text += character;
            at += length;
        }
    }
    flush();
    return pieces;
}

/** The character at a place and how many characters write it. */
function characterAt(raw: string, at: number): readonly [character: string, length: number] {
    if (raw[at] !== '\\') return [raw[at], 1];
    const code = /^u([0-9A-Fa-f]{4})/.exec(raw.slice(at + 1, at + 6));
    if (code) return [String.fromCharCode(parseInt(code[1], 16)), 6];
    const letter = raw[at + 1];
    const character = ESCAPES[letter.toLowerCase()];
    if (character === undefined) {
        throw malformed(
            `Invalid string literal '${raw}'. Illegal character sequence '\\${letter}' in string literal.`
        );
    }
    return [character, 2];
}

/** The store keeps no NUL characters; it writes this in their place. */
function storable(text: string): string {
    return text.includes('\0') ? text.replaceAll('\0', '\uFFFD') : text;
}
