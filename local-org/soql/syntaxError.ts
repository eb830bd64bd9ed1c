import type { OrgError } from '../engine/orgError.ts';
import { errorAt, malformed, tooComplicated } from './queryError.ts';
import type { ScannedQuery } from './scan.ts';

/**
 * What the parser library says, in Salesforce's words. The library names the token it stumbled
 * over and not its place, so the place is given only when the token stands in the query once.
 */
export function syntaxError(scanned: ScannedQuery, error: unknown): OrgError {
    if (error instanceof RangeError) return tooComplicated();
    if (/:\s*[A-Za-z]/.test(scanned.numbered)) {
        return malformed('Bind variables only allowed in Apex code');
    }
    const found = tokenIn(error instanceof Error ? error.message : '');
    if (found === undefined || found === '') return malformed("unexpected token: '<EOF>'");
    const literal = /^'(\d+)'$/.exec(found) && scanned.literals[Number(found.slice(1, -1))];
    if (literal) {
        return errorAt(
            scanned.soql,
            literal.at,
            'MALFORMED_QUERY',
            `unexpected token: '${literal.raw}'`
        );
    }
    const message = `unexpected token: '${found}'`;
    const places = placesOf(scanned, found);
    return places.length === 1
        ? errorAt(scanned.soql, places[0], 'MALFORMED_QUERY', message)
        : malformed(message);
}

function tokenIn(message: string): string | undefined {
    const found =
        /^Redundant input, expecting EOF but found: ([^]+)$/.exec(message) ??
        /found --> '([^]*)' <--$/.exec(message) ??
        /found: '([^]*)'$/.exec(message) ??
        /^unexpected character: ->([^]+)<- at/.exec(message);
    return found?.[1];
}

function placesOf({ soql, words, literals }: ScannedQuery, token: string): number[] {
    if (/^\w/.test(token)) {
        return words.filter((word) => word.text === token).map((word) => word.at);
    }
    // The same character within a literal would be another place.
    const first = soql.indexOf(token);
    const last = soql.lastIndexOf(token);
    return first === last && first >= 0 && !literals.some(({ raw }) => raw.includes(token))
        ? [first]
        : [];
}
