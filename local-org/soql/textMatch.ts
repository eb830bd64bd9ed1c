import { tooComplicated } from './queryError.ts';
import { combined, sql, type Sql } from './sqlFragment.ts';
import type { PatternPiece } from './stringLiteral.ts';

/**
 * Texts compared without case. SQLite's NOCASE and LIKE know the case of ASCII letters alone; where
 * a text has other letters with case, GLOB finds it, each letter as a set of both cases:
 * `Zoë` → `[zZ][oO][ëË]`. What stands before the first such letter still narrows the rows by index.
 */

/** SQLite refuses longer patterns of LIKE and GLOB. */
const LONGEST_PATTERN_BYTES = 50_000;

/** @param caseSensitive the column is declared without NOCASE */
export function textEquals(column: string, text: string, caseSensitive: boolean): Sql {
    const glob = caseSensitive ? undefined : globWhereNeeded([{ text }]);
    return glob === undefined ? sql(`${column} = ?`, text) : globbed(column, glob, text);
}

export function textIsOneOf(column: string, texts: readonly string[], caseSensitive: boolean): Sql {
    const plain: string[] = [];
    const globs: string[] = [];
    for (const text of texts) {
        const glob = caseSensitive ? undefined : globWhereNeeded([{ text }]);
        if (glob === undefined) plain.push(text);
        else globs.push(bounded(glob));
    }
    const conditions: Sql[] = [];
    if (plain.length > 0) conditions.push(isOneOf(column, plain));
    if (globs.length > 0) {
        const any = `EXISTS (SELECT 1 FROM json_each(?) WHERE ${column} GLOB "value")`;
        conditions.push(sql(any, JSON.stringify(globs)));
    }
    return combined(conditions, 'OR');
}

/** One parameter, however many values there are. */
export function isOneOf(column: string, values: readonly (string | number)[]): Sql {
    const list = 'SELECT "value" FROM json_each(?)';
    return sql(`${column} IN (${list})`, JSON.stringify(values));
}

export function textIsLike(
    column: string,
    pieces: readonly PatternPiece[],
    caseSensitive: boolean
): Sql {
    if (caseSensitive) return sql(`${column} GLOB ?`, bounded(globOf(pieces, exactly)));
    const glob = globWhereNeeded(pieces);
    if (glob === undefined) return sql(`${column} LIKE ? ESCAPE '\\'`, bounded(likeOf(pieces)));
    const start = typeof pieces[0] === 'object' ? pieces[0].text : '';
    return globbed(column, bounded(glob), start);
}

/** The value is one of those a multi-select picklist holds: `a;b;c`. */
export function holdsValue(column: string, value: string): Sql {
    const glob = `*;${globOf([{ text: value }], inBothCases)};*`;
    return sql(`(';' || ${column} || ';') GLOB ?`, bounded(glob));
}

/** Undefined where NOCASE and LIKE do it. */
function globWhereNeeded(pieces: readonly PatternPiece[]): string | undefined {
    const needed = pieces.some(
        (piece) => typeof piece === 'object' && [...piece.text].some(hasCaseBeyondAscii)
    );
    return needed ? globOf(pieces, inBothCases) : undefined;
}

function globbed(column: string, glob: string, start: string): Sql {
    const ascii = [...start].findIndex(hasCaseBeyondAscii);
    const prefix = ascii < 0 ? start : [...start].slice(0, ascii).join('');
    const matches = sql(`${column} GLOB ?`, bounded(glob));
    if (prefix === '') return matches;
    const narrowed = likeOf([{ text: prefix }, 'any number of characters']);
    return combined([sql(`${column} LIKE ? ESCAPE '\\'`, narrowed), matches], 'AND');
}

function likeOf(pieces: readonly PatternPiece[]): string {
    return pieces
        .map((piece) => {
            if (typeof piece === 'object') return piece.text.replace(/[\\%_]/g, '\\$&');
            return piece === 'one character' ? '_' : '%';
        })
        .join('');
}

function globOf(pieces: readonly PatternPiece[], letter: (character: string) => string): string {
    return pieces
        .map((piece) => {
            if (typeof piece === 'object') return [...piece.text].map(letter).join('');
            return piece === 'one character' ? '?' : '*';
        })
        .join('');
}

function exactly(character: string): string {
    return '*?['.includes(character) ? `[${character}]` : character;
}

function inBothCases(character: string): string {
    const forms = casesOf(character);
    return forms.size > 1 ? `[${[...forms].join('')}]` : exactly(character);
}

/** The character and its other case, where that is a single character too. */
function casesOf(character: string): Set<string> {
    const forms = [character, character.toLowerCase(), character.toUpperCase()];
    return new Set(forms.filter((form) => [...form].length === 1));
}

function hasCaseBeyondAscii(character: string): boolean {
    return character > '\x7f' && casesOf(character).size > 1;
}

function bounded(pattern: string): string {
    if (Buffer.byteLength(pattern) > LONGEST_PATTERN_BYTES) throw tooComplicated();
    return pattern;
}
