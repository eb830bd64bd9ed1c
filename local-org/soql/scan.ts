import { errorAt } from './queryError.ts';

export interface Word {
    readonly text: string;
    /** Offset in the query. */
    readonly at: number;
}

/** What stood in the query where the parser now reads a number in quotes. */
export interface ScannedLiteral {
    readonly kind: 'text' | 'time';
    /** Of a text what stands between its quotes, escapes untouched. */
    readonly raw: string;
    readonly at: number;
}

export interface ScannedQuery {
    readonly soql: string;
    /** The query with its literals numbered: `'0'`, `'1'`, …, and single spaces. */
    readonly numbered: string;
    readonly literals: readonly ScannedLiteral[];
    /** Names and keywords, in order; a dotted path is one word. */
    readonly words: readonly Word[];
}

const SPACE = /\s+/y;
const WORD = /[A-Za-z_][\w.]*/y;
const DATE = /\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?/iy;
const TIME = /\d\d:\d\d:\d\d(?:\.\d+)?Z/y;

/**
 * Takes the literals out of a query before it is parsed: whatever a text holds, quotes, backslashes,
 * line separators, keywords, the parser never sees it. It also gives the parser what it cannot
 * read: more than one space in `ORDER BY`, and times.
 * @throws OrgError MALFORMED_QUERY for a text without end or with a line break
 */
export function scanSoql(soql: string): ScannedQuery {
    const words: Word[] = [];
    const literals: ScannedLiteral[] = [];
    const numbered: string[] = [];
    let at = 0;
    const match = (pattern: RegExp): string | undefined => {
        pattern.lastIndex = at;
        return pattern.exec(soql)?.[0];
    };
    const literal = (kind: ScannedLiteral['kind'], raw: string) => {
        numbered.push(`'${literals.length}'`);
        literals.push({ kind, raw, at });
    };
    while (at < soql.length) {
        let length = 1;
        const time = match(TIME);
        const space = match(SPACE);
        const word = match(WORD);
        if (soql[at] === "'") {
            const end = endOfText(soql, at);
            literal('text', soql.slice(at + 1, end));
            length = end + 1 - at;
        } else if (time !== undefined) {
            literal('time', time);
            length = time.length;
        } else if (space !== undefined) {
            numbered.push(' ');
            length = space.length;
        } else if (word !== undefined) {
            words.push({ text: word, at });
            numbered.push(word);
            length = word.length;
        } else {
            const other = match(DATE) ?? soql[at];
            numbered.push(other);
            length = other.length;
        }
        at += length;
    }
    return { soql, numbered: numbered.join(''), literals, words };
}

function endOfText(soql: string, start: number): number {
    for (let at = start + 1; at < soql.length; at += 1) {
        const character = soql[at];
        if (character === "'") return at;
        if (character === '\n' || character === '\r') {
            const message = 'Line breaks not allowed in string literals';
            throw errorAt(soql, at, 'MALFORMED_QUERY', message);
        }
        if (character === '\\') at += 1;
    }
    throw errorAt(soql, start, 'MALFORMED_QUERY', "unexpected token: '''");
}
