import { OrgError } from '../engine/orgError.ts';

/** Characters of the query shown on either side of the place, stretched to whole words. */
const SHOWN = 30;

/**
 * A refusal with the place in the query, as Salesforce writes it: an excerpt, a caret under the
 * place, row and column counted from 1, and the message.
 */
export function errorAt(soql: string, at: number, errorCode: string, message: string): OrgError {
    const before = soql.slice(0, at);
    const row = before.split('\n').length;
    const column = at - before.lastIndexOf('\n');
    const from = wordStart(soql, Math.max(0, at - SHOWN));
    const to = wordEnd(soql, Math.min(soql.length, at + SHOWN));
    const excerpt = soql.slice(from, to).replace(/\s/g, ' ');
    const caret = `${' '.repeat(at - from)}^`;
    return new OrgError(
        errorCode,
        `\n${excerpt}\n${caret}\nERROR at Row:${row}:Column:${column}\n${message}`
    );
}

export function malformed(message: string): OrgError {
    return new OrgError('MALFORMED_QUERY', message);
}

export function tooComplicated(): OrgError {
    return new OrgError(
        'QUERY_TOO_COMPLICATED',
        'Query is either selecting too many fields or the filter conditions are too complicated.'
    );
}

const BREAK = /[\s,]/;

function wordStart(text: string, at: number): number {
    let start = at;
    while (start > 0 && !BREAK.test(text[start - 1])) start -= 1;
    return start;
}

function wordEnd(text: string, at: number): number {
    let end = at;
    while (end < text.length && !BREAK.test(text[end])) end += 1;
    return end;
}
