import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OrgError } from '../engine/orgError.ts';
import { idOf, sampleOrg, type SampleOrg } from './testing/sampleOrg.ts';

let org: SampleOrg;

beforeAll(() => {
    org = sampleOrg();
    for (let n = 1; n <= 50; n += 1) {
        org.add('Thing__c', { Name: `N${n}`, Count__c: n, Thing__c: idOf('Thing__c', 1) });
    }
});

afterAll(() => org.close());

const count = (condition: string) => org.query(`SELECT COUNT() FROM Thing__c WHERE ${condition}`);
const many = (n: number, one: (n: number) => string, separator: string) =>
    Array.from({ length: n }, (_, index) => one(index + 1)).join(separator);

describe('long queries', () => {
    it('IN takes 10,000 texts', () => {
        expect(count(`Name IN (${many(10_000, (n) => `'N${n}'`, ',')})`)).toBe(50);
        expect(count(`Name NOT IN (${many(10_000, (n) => `'N${n}'`, ',')})`)).toBe(0);
    });

    it('IN takes 10,000 numbers, and 4,000 ids with one parameter each list', () => {
        expect(count(`Count__c IN (${many(10_000, String, ',')})`)).toBe(50);
        const ids = many(4_000, (n) => `'${idOf('Thing__c', n)}'`, ',');
        expect(count(`Id IN (${ids})`)).toBe(50);
        expect(org.compile(`SELECT Id FROM Thing__c WHERE Id IN (${ids})`).params).toHaveLength(1);
    });

    it('thousands of conditions in a row are no deeper than a few', () => {
        expect(count(many(5_000, (n) => `Count__c = ${n}`, ' OR '))).toBe(50);
        expect(count(many(4_500, (n) => `Count__c != ${n}`, ' AND '))).toBe(0);
        expect(count(many(3_000, (n) => `(NOT Name LIKE '${n}')`, ' AND '))).toBe(50);
    });

    it('thousands of conditions, each in parentheses within the one before, are refused', () => {
        const deep = `${'(Count__c = 1 OR '.repeat(3_000)}Count__c = 2${')'.repeat(3_000)}`;
        expect(() => count(deep)).toThrow(
            expect.objectContaining({ errorCode: 'QUERY_TOO_COMPLICATED' })
        );
    });

    it('90 conditions, each in parentheses within the one before, are answered', () => {
        const deep = `${'(Count__c = 1 OR '.repeat(90)}Count__c = 2${')'.repeat(90)}`;
        expect(count(deep)).toBe(2);
    });

    it.each([
        ['subqueries', 'Id IN (SELECT Id FROM Thing__c WHERE '.repeat(2_000) + 'x = 1', 2_000],
        ['parentheses', `${'('.repeat(40_000)}Count__c = 1`, 40_000],
        ['NOTs', 'NOT '.repeat(20_000) + 'Count__c = 1', 0]
    ])('endless %s are refused in time', (_, condition, closing) => {
        expect(() => count(condition + ')'.repeat(closing))).toThrow(OrgError);
    });

    it('more than 100,000 characters are refused', () => {
        const soql = `SELECT Id FROM Thing__c WHERE Name = '${'x'.repeat(100_000)}'`;
        expect(() => org.compile(soql)).toThrow('cannot be longer than 100000 characters');
    });

    it('more values than SQLite takes parameters are refused', () => {
        const values = many(40_000, () => 'x', ';');
        expect(() => count(`Colours__c INCLUDES ('${values}')`)).toThrow(
            expect.objectContaining({ errorCode: 'QUERY_TOO_COMPLICATED' })
        );
    });

    it('32 fields in ORDER BY are answered, more are refused', () => {
        const ordered = (n: number) =>
            `SELECT Id FROM Thing__c ORDER BY ${many(n, () => 'Name', ',')}`;
        expect(org.query(ordered(32))).toHaveLength(50);
        expect(() => org.compile(ordered(33))).toThrow('ORDER BY takes at most 32 fields');
        expect(() =>
            org.compile(`SELECT Name FROM Thing__c GROUP BY ${many(33, () => 'Name', ',')}`)
        ).toThrow('GROUP BY takes at most 32 fields');
    });

    it('a pattern longer than SQLite takes is refused', () => {
        const long = 'é'.repeat(20_000);
        for (const condition of [
            `Name LIKE '${long}%'`,
            `Name = '${long}'`,
            `Name IN ('${long}')`,
            `Name LIKE '${'x'.repeat(60_000)}'`
        ]) {
            expect(() => count(condition)).toThrow(
                expect.objectContaining({ errorCode: 'QUERY_TOO_COMPLICATED' })
            );
        }
        expect(count(`Name = '${'x'.repeat(60_000)}'`)).toBe(0);
    });
});

describe('indexes serve', () => {
    it.each([
        ["Name = 'n1'", /SEARCH t0 USING .*INDEX Thing__c.Name \(name=\?\)/],
        ["Name IN ('n1', 'n2')", /SEARCH t0 USING .*INDEX Thing__c.Name \(name=\?\)/],
        ["Name LIKE 'n1%'", /SEARCH t0 USING .*INDEX Thing__c.Name \(name>\? AND name<\?\)/],
        ["Name LIKE 'nü%'", /SEARCH t0 USING .*INDEX Thing__c.Name \(name>\? AND name<\?\)/],
        ["Name = 'nü'", /SEARCH t0 USING .*INDEX Thing__c.Name \(name>\? AND name<\?\)/],
        ["Name > 'n'", /SEARCH t0 USING .*INDEX Thing__c.Name \(name>\?\)/],
        ["Code__c = 'n'", /SEARCH t0 USING .*INDEX Thing__c.Code__c \(code__c=\?\)/],
        ["Id = 'a00000000000001'", /SEARCH t0 USING .*INDEX .* \(id=\?\)/],
        ["Thing__c = 'a00000000000001'", /INDEX Thing__c.Thing__c \(thing__c=\?\)/],
        ["Name = 'n1' OR Code__c = 'x' OR Id = 'a00000000000001'", /MULTI-INDEX OR/],
        ["Count__c = 1 AND (Name = 'n1' OR Name = 'n2')", /(MULTI-INDEX OR|INDEX Thing__c.Name)/],
        ["Thing__c IN (SELECT Id FROM Thing__c WHERE Name = 'x')", /INDEX Thing__c.Thing__c \(/]
    ])('%s', (condition, plan) => {
        expect(org.plan(`SELECT Count__c FROM Thing__c WHERE ${condition}`)).toMatch(plan);
    });

    it('ORDER BY a name', () => {
        const plan = org.plan('SELECT Count__c FROM Thing__c ORDER BY Name');
        expect(plan).toMatch(/USING INDEX Thing__c.Name/);
        expect(plan).not.toMatch(/TEMP B-TREE/);
    });

    it.each([
        ['ORDER BY Name', 1],
        ['ORDER BY Id DESC', 0]
    ])('%s of a page, whose rows alone are sorted again', (order, sorts) => {
        const plan = org.plan(`SELECT Count__c FROM Thing__c ${order} LIMIT 10 OFFSET 20`);
        expect(plan).toMatch(/LIST SUBQUERY \d+; SCAN t0 USING (COVERING )?INDEX /);
        expect(plan.match(/TEMP B-TREE/g) ?? []).toHaveLength(sorts);
    });
});
