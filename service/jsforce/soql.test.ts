import { composeQuery, parseQuery } from '@jetstreamapp/soql-parser-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apiName, fieldList, ids, quoted, soql } from './soql.ts';

const id = fc.stringMatching(/^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/);
const nasty = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.string({ unit: fc.constantFrom("'", '\\', '"', ' OR ', '\n', ')', '--', '%', 'a') })
);

/** What Salesforce reads a literal as, by its list of escape sequences. */
function asRead(literal: string): string {
    expect(literal.at(0)).toBe("'");
    let text = '';
    let at = 1;
    for (; literal[at] !== "'"; at++) {
        expect(at, 'the literal ends with its last quote').toBeLessThan(literal.length - 1);
        text += literal[at] === '\\' ? unescaped(literal[++at]) : literal[at];
    }
    expect(at, 'nothing follows the closing quote').toBe(literal.length - 1);
    return text;
}

function unescaped(letter: string): string {
    const known: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
    return known[letter] ?? letter;
}

describe('A text in a query', () => {
    it('is read back as it was given, whatever it holds', () => {
        fc.assert(
            fc.property(nasty, (text) => {
                expect(asRead(quoted(text))).toBe(text);
            })
        );
    });

    it('cannot leave its quotes with a backslash', () => {
        expect(soql`SELECT Id FROM Contact WHERE LastName = ${"\\' OR Name != '"}`).toBe(
            String.raw`SELECT Id FROM Contact WHERE LastName = '\\\' OR Name != \''`
        );
    });

    it('never changes what is asked', () => {
        fc.assert(
            fc.property(nasty, (text) => {
                const query = parseQuery(soql`SELECT Id FROM Contact WHERE LastName = ${text}`);
                expect(query.sObject).toBe('Contact');
                expect(composeQuery({ ...query, where: undefined })).toBe('SELECT Id FROM Contact');
                expect(query.where).toMatchObject({ left: { field: 'LastName' } });
                expect(query.where).not.toHaveProperty('right');
            })
        );
    });
});

describe('Names and ids in a query', () => {
    it('are put in as they are', () => {
        expect(
            soql`SELECT ${fieldList(['Id', 'Account.Industry'])} FROM ${apiName('Contact')} WHERE Id IN ${ids(['003000000000001AAA', '003000000000002'])}`
        ).toBe(
            "SELECT Id, Account.Industry FROM Contact WHERE Id IN ('003000000000001AAA','003000000000002')"
        );
    });

    it('are refused when they are anything else', () => {
        const wrong = fc.string({ maxLength: 30 });
        fc.assert(
            fc.property(
                wrong.filter((text) => !/^[a-zA-Z]\w*$/.test(text)),
                (text) => {
                    expect(() => apiName(text)).toThrow('is not an API name');
                    expect(() => fieldList(['Id', `Account.${text}!`])).toThrow('not an API name');
                }
            )
        );
        fc.assert(
            fc.property(
                id,
                wrong.filter((text) => !/^[a-zA-Z0-9]{15}([a-zA-Z0-9]{3})?$/.test(text)),
                (good, bad) => {
                    expect(() => ids([good, bad])).toThrow('is not a record id');
                }
            )
        );
    });

    it('an empty list of ids is refused, since it would match everything or nothing', () => {
        expect(() => ids([])).toThrow('is not a record id');
    });
});
