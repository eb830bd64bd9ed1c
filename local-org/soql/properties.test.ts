import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OrgError } from '../engine/orgError.ts';
import { sampleOrg, type SampleOrg } from './testing/sampleOrg.ts';

let org: SampleOrg;

beforeAll(() => {
    org = sampleOrg();
});

beforeEach(() => {
    org.rows('DELETE FROM "thing__c"');
});

afterAll(() => org.close());

const HOSTILE = [
    "'",
    '\\',
    "\\'",
    "' OR Name != '",
    '%',
    '_',
    '*',
    '?',
    '[',
    ']',
    '"',
    '--',
    '\u2028'
];

/** Texts a field may hold: no line breaks at will, no NUL, no halves of surrogate pairs. */
const text = fc
    .oneof(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
        fc
            .array(fc.constantFrom(...HOSTILE, 'a', 'É', 'ß', '1', ' '), {
                minLength: 1,
                maxLength: 8
            })
            .map((parts) => parts.join(''))
    )
    .filter((value) => !value.includes('\0'));

const ESCAPES: Record<string, string> = { "'": "\\'", '\\': '\\\\', '\n': '\\n', '\r': '\\r' };
const literal = (value: string) => `'${value.replace(/['\\\n\r]/g, (one) => ESCAPES[one])}'`;
const pattern = (value: string) => literal(value).replace(/[%_]/g, '\\$&');

/** Replaces the things by one of each name. */
function named(...names: string[]): void {
    org.rows('DELETE FROM "thing__c"');
    for (const Name of names) org.add('Thing__c', { Name, Code__c: Name });
}

const where = (condition: string) => org.names(`SELECT Name FROM Thing__c WHERE ${condition}`);

/** Texts are equal where case does not count; a letter is equal to its own other case. */
const folded = (value: string) => value.toUpperCase().toLowerCase();

describe('any text as a literal', () => {
    it('finds the row with exactly that text, and no other', () => {
        fc.assert(
            fc.property(text, text, (value, other) => {
                fc.pre(folded(value) !== folded(other));
                named(value, other);
                expect(where(`Name = ${literal(value)}`)).toEqual([value]);
                expect(where(`Name IN (${literal(value)})`)).toEqual([value]);
                expect(where(`Name != ${literal(value)}`)).toEqual([other]);
                expect(where(`Name NOT IN (${literal(value)}, 'zzz')`)).toEqual([other]);
                expect(where(`Name LIKE ${pattern(value)}`)).toEqual([value]);
                expect(where(`NOT Name LIKE ${pattern(value)}`)).toEqual([other]);
            }),
            { numRuns: 400 }
        );
    });

    it('finds it by letter where case counts', () => {
        fc.assert(
            fc.property(text, text, (value, other) => {
                fc.pre(value !== other);
                named(value, other);
                expect(where(`Code__c = ${literal(value)}`)).toEqual([value]);
                expect(where(`Code__c LIKE ${pattern(value)}`)).toEqual([value]);
            }),
            { numRuns: 200 }
        );
    });

    it('finds it in the other case', () => {
        const letters = fc.stringMatching(/^[a-zäöüéñçøåα-ρσ-ωа-я ]{1,10}$/);
        fc.assert(
            fc.property(letters, (value) => {
                named(value, `${value}x`);
                expect(where(`Name = ${literal(value.toUpperCase())}`)).toEqual([value]);
                expect(where(`Name LIKE ${literal(`${value.toUpperCase()}%`)}`)).toHaveLength(2);
            })
        );
    });

    it('is found by what it begins with, holds and ends with', () => {
        fc.assert(
            fc.property(text, text, text, (start, middle, end) => {
                const whole = start + middle + end;
                named(whole);
                const inner = (value: string) => pattern(value).slice(1, -1);
                expect(where(`Name LIKE '${inner(start)}%'`)).toEqual([whole]);
                expect(where(`Name LIKE '%${inner(middle)}%'`)).toEqual([whole]);
                expect(where(`Name LIKE '%${inner(end)}'`)).toEqual([whole]);
            }),
            { numRuns: 200 }
        );
    });

    it('never becomes part of the SQL', () => {
        const sqlOf = (condition: string) =>
            org.compile(`SELECT Id FROM Thing__c WHERE ${condition}`).sql;
        fc.assert(
            fc.property(text, (value) => {
                const quoted = literal(value);
                expect(sqlOf(`Code__c = ${quoted}`)).toBe(sqlOf("Code__c = 'x'"));
                expect(sqlOf(`Code__c IN (${quoted}, 'y')`)).toBe(sqlOf("Code__c IN ('x', 'y')"));
                // Without case there are three forms, for texts beyond ASCII.
                const forms = ['x', 'é', 'xé'].map((form) => sqlOf(`Name = '${form}'`));
                expect(forms).toContain(sqlOf(`Name = ${quoted}`));
            })
        );
    });
});

describe('any text as a query', () => {
    it('is answered or refused with an OrgError, never otherwise', () => {
        const words = fc.constantFrom(
            ...[
                'SELECT',
                'Id',
                'Name',
                'FROM',
                'Thing__c',
                'WHERE',
                'AND',
                'OR',
                'NOT',
                'IN',
                'LIKE'
            ],
            ...[
                '(',
                ')',
                ',',
                '=',
                '!=',
                "'a'",
                "'",
                '\\',
                '5',
                '2026-01-01',
                'null',
                'true',
                'TODAY'
            ],
            ...[
                'GROUP BY',
                'ORDER BY',
                'LIMIT 1',
                'COUNT(Id)',
                'HAVING',
                'a.b.c',
                'é',
                ':x',
                '{',
                ';'
            ]
        );
        const query = fc
            .array(words, { maxLength: 14 })
            .map((rest) => `SELECT Id FROM Thing__c ${rest.join(' ')}`);
        fc.assert(
            fc.property(
                fc.oneof(
                    query,
                    fc.string(),
                    fc.array(words).map((all) => all.join(' '))
                ),
                (soql) => {
                    try {
                        org.query(soql);
                    } catch (error) {
                        expect(error).toBeInstanceOf(OrgError);
                    }
                }
            ),
            { numRuns: 1_500 }
        );
    });
});

describe('conditions', () => {
    const leaf = fc.record({
        field: fc.constantFrom('Count__c', 'Amount__c'),
        operator: fc.constantFrom('=', '!=', '<', '>='),
        value: fc.integer({ min: 0, max: 3 })
    });
    type Leaf = { field: 'Count__c' | 'Amount__c'; operator: string; value: number };
    type Tree = Leaf | { not: Tree } | { all: Tree[] } | { any: Tree[] };
    const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
        tree: fc.oneof(
            { maxDepth: 4 },
            leaf as fc.Arbitrary<Tree>,
            fc.record({ all: fc.array(tie('tree'), { minLength: 2, maxLength: 3 }) }),
            fc.record({ any: fc.array(tie('tree'), { minLength: 2, maxLength: 3 }) }),
            // The parser library loses the third of nested NOTs, which is refused.
            fc.record({ not: leaf as fc.Arbitrary<Tree> })
        )
    }));

    const soql = (one: Tree): string => {
        if ('not' in one) return `(NOT ${soql(one.not)})`;
        if ('all' in one) return `(${one.all.map(soql).join(' AND ')})`;
        if ('any' in one) return `(${one.any.map(soql).join(' OR ')})`;
        return `${one.field} ${one.operator} ${one.value}`;
    };
    type Row = Record<'Count__c' | 'Amount__c', number | null>;
    const holds = (one: Tree, row: Row): boolean => {
        if ('not' in one) return !holds(one.not, row);
        if ('all' in one) return one.all.every((part) => holds(part, row));
        if ('any' in one) return one.any.some((part) => holds(part, row));
        const actual = row[one.field];
        if (one.operator === '=') return actual === one.value;
        if (one.operator === '!=') return actual !== one.value;
        if (actual === null) return false;
        return one.operator === '<' ? actual < one.value : actual >= one.value;
    };

    it('of any shape mean what they say', () => {
        const values = [null, 0, 1, 2, 3];
        const rows = values.flatMap((Count__c) =>
            values.map((Amount__c) => ({ Count__c, Amount__c }))
        );
        rows.forEach((row, index) => org.add('Thing__c', { Name: String(index), ...row }));
        fc.assert(
            fc.property(tree, (condition) => {
                const expected = rows.flatMap((row, index) =>
                    holds(condition, row) ? [String(index)] : []
                );
                const actual = where(soql(condition));
                expect(actual.map(Number).sort((a, b) => a - b)).toEqual(expected.map(Number));
            }),
            { numRuns: 300 }
        );
    });
});
