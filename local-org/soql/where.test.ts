import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf, sampleOrg, type RowValues, type SampleOrg } from './testing/sampleOrg.ts';

let org: SampleOrg;

beforeAll(() => {
    org = sampleOrg();
});

afterAll(() => org.close());

/** Replaces the things of the org. */
function things(...rows: RowValues[]): void {
    org.rows('DELETE FROM "thing__c"');
    for (const row of rows) org.add('Thing__c', row);
}

const where = (condition: string) =>
    org.names(`SELECT Name FROM Thing__c WHERE ${condition} ORDER BY Id`);

describe('texts', () => {
    beforeAll(() =>
        things(
            { Name: 'Berlin' },
            { Name: 'BERLIN' },
            { Name: 'Bern' },
            { Name: 'Zürich' },
            { Name: 'ZÜRICH' },
            { Name: 'a_b' },
            { Name: 'a%b' },
            { Name: 'axb', Short__c: 'set' },
            { Name: '[*?]' },
            { Name: 'back\\slash' },
            { Name: null, Short__c: 'nameless' }
        )
    );

    it.each<[string, (string | null)[]]>([
        ["Name = 'berlin'", ['Berlin', 'BERLIN']],
        ["Name = 'zürich'", ['Zürich', 'ZÜRICH']],
        ["Name != 'berlin' AND Name != 'zürich'", expect.arrayContaining([null, 'Bern', 'a_b'])],
        ["Name = ''", [null]],
        ['Name = null', [null]],
        ["Name > 'z'", ['Zürich', 'ZÜRICH']],
        ["Name <= 'BACK\\\\slash' AND Name >= 'axb'", ['axb', 'back\\slash']],
        ["Name <> ''", expect.not.arrayContaining([null])],
        ["Name IN ('BERN', 'züRICH', 'nobody')", ['Bern', 'Zürich', 'ZÜRICH']],
        ["Name IN ('bern', '')", ['Bern', null]],
        ["Name IN ('bern', null)", ['Bern', null]],
        ["Name NOT IN ('berlin', 'zürich', 'bern', 'x') AND Short__c != ''", ['axb', null]],
        ["Name NOT IN ('axb', null) AND Short__c != ''", []],
        ["Name LIKE 'ber%'", ['Berlin', 'BERLIN', 'Bern']],
        ["Name LIKE 'BER_'", ['Bern']],
        ["Name LIKE '%rich'", ['Zürich', 'ZÜRICH']],
        ["Name LIKE 'zü%'", ['Zürich', 'ZÜRICH']],
        ["Name LIKE 'z_rich'", ['Zürich', 'ZÜRICH']],
        ["Name LIKE '%Ü_i%'", ['Zürich', 'ZÜRICH']],
        ["Name LIKE 'a_b'", ['a_b', 'a%b', 'axb']],
        ["Name LIKE 'a\\_b'", ['a_b']],
        ["Name LIKE 'a\\%b'", ['a%b']],
        ["Name LIKE '[*?]'", ['[*?]']],
        ["Name LIKE 'back\\\\\\\\%' OR Name LIKE 'back\\\\%'", ['back\\slash']],
        ["Name LIKE ''", []],
        ["NOT Name LIKE '%e%' AND Short__c != ''", ['axb', null]],
        ["(NOT Name LIKE 'a%') AND Short__c = 'SET'", []]
    ])('%s', (condition, expected) => {
        expect(where(condition)).toEqual(expected);
    });

    it('escapes stand for what they mean', () => {
        things({ Name: 'line\nbreak' }, { Name: '"quoted"' }, { Name: 'café' }, { Name: "o'neil" });
        expect(where("Name = 'line\\nbreak'")).toEqual(['line\nbreak']);
        expect(where('Name = \'\\"quoted\\"\'')).toEqual(['"quoted"']);
        expect(where("Name = 'caf\\u00E9'")).toEqual(['café']);
        expect(where("Name = 'O\\'Neil'")).toEqual(["o'neil"]);
    });

    it('count case where the field does', () => {
        things(
            { Name: 'lower', Code__c: 'abc' },
            { Name: 'upper', Code__c: 'ABC' },
            { Name: 'umlaut', Code__c: 'äbc' }
        );
        expect(where("Code__c = 'abc'")).toEqual(['lower']);
        expect(where("Code__c IN ('ABC', 'ÄBC')")).toEqual(['upper']);
        expect(where("Code__c LIKE 'A%'")).toEqual(['upper']);
        expect(where("Code__c != 'abc'")).toEqual(['upper', 'umlaut']);
    });

    it('of picklists are compared without case', () => {
        things({ Name: 'a', Status__c: 'In progress' }, { Name: 'b', Status__c: null });
        expect(where("Status__c = 'in PROGRESS'")).toEqual(['a']);
        expect(where("Status__c != 'New'")).toEqual(['a', 'b']);
    });
});

describe('picklists with several values', () => {
    beforeAll(() =>
        things(
            { Name: 'red+green', Colours__c: 'red;green' },
            { Name: 'dark', Colours__c: 'dark red' },
            { Name: 'blue', Colours__c: 'blue' },
            { Name: 'none', Colours__c: null }
        )
    );

    it.each([
        ["Colours__c INCLUDES ('red')", ['red+green']],
        ["Colours__c INCLUDES ('RED;green', 'blue')", ['red+green', 'blue']],
        ["Colours__c INCLUDES ('red;blue')", []],
        ["Colours__c EXCLUDES ('red', 'blue')", ['dark', 'none']],
        ["Colours__c = 'red;green'", ['red+green']],
        ['Colours__c = null', ['none']]
    ])('%s', (condition, expected) => {
        expect(where(condition)).toEqual(expected);
    });
});

describe('numbers and checkboxes', () => {
    beforeAll(() =>
        things(
            { Name: 'one', Amount__c: 1, Count__c: 1, Active__c: 1 },
            { Name: 'half', Amount__c: 0.5, Count__c: -2, Active__c: 0 },
            { Name: 'blank', Amount__c: null, Count__c: null, Active__c: 0 }
        )
    );

    it.each([
        ['Amount__c = 1', ['one']],
        ['Amount__c = 1.0', ['one']],
        ['Amount__c = .5', ['half']],
        ['Count__c = -2', ['half']],
        ['Amount__c != 1', ['half', 'blank']],
        ['Amount__c > 0.5', ['one']],
        ['Amount__c >= 0.5', ['one', 'half']],
        ['Amount__c < 100', ['one', 'half']],
        ['Amount__c < null', []],
        ['NOT Amount__c < 100', ['blank']],
        ['Amount__c IN (1, 7)', ['one']],
        ['Amount__c NOT IN (1, 7)', ['half', 'blank']],
        ['Amount__c = null', ['blank']],
        ['Active__c = true', ['one']],
        ['Active__c = FALSE', ['half', 'blank']],
        ['Active__c != true', ['half', 'blank']],
        ['Active__c = null', ['half', 'blank']],
        ['Contact__r.DoNotCall = false AND Amount__c = 1', ['one']],
        ['Contact__r.DoNotCall = true', []]
    ])('%s', (condition, expected) => {
        expect(where(condition)).toEqual(expected);
    });
});

describe('ids', () => {
    beforeAll(() => {
        const first = idOf('Thing__c', 900);
        things(
            { Name: 'parent', Id: first },
            { Name: 'child', Id: idOf('Thing__c', 901), Thing__c: first },
            { Name: 'orphan', Id: idOf('Thing__c', 902) }
        );
    });

    it.each([
        ["Id = 'a00000000000900'", ['parent']],
        ["Id = 'a00000000000900AAA'", ['parent']],
        ["Id IN ('a00000000000900', 'a00000000000902AAA')", ['parent', 'orphan']],
        ["Id NOT IN ('a00000000000900')", ['child', 'orphan']],
        ["Id > 'a00000000000900AAA'", ['child', 'orphan']],
        ["Thing__c = 'a00000000000900'", ['child']],
        ["Thing__c != 'a00000000000900'", ['parent', 'orphan']],
        ['Thing__c = null', ['parent', 'orphan']],
        ["Thing__c IN (null, 'a00000000000900')", ['parent', 'child', 'orphan']]
    ])('%s', (condition, expected) => {
        expect(where(condition)).toEqual(expected);
    });
});

describe('dates, datetimes and times', () => {
    beforeAll(() =>
        things(
            {
                Name: 'yesterday',
                Day__c: '2026-03-03',
                Moment__c: '2026-03-03T23:59:59.000+0000',
                Time__c: '08:30:00.000Z'
            },
            {
                Name: 'today',
                Day__c: '2026-03-04',
                Moment__c: '2026-03-04T00:00:00.000+0000',
                Time__c: '17:00:00.000Z'
            },
            { Name: 'never', Day__c: null, Moment__c: null, Time__c: null }
        )
    );

    it.each([
        ['Day__c = 2026-03-04', ['today']],
        ['Day__c != 2026-03-04', ['yesterday', 'never']],
        ['Day__c < 2026-03-04', ['yesterday']],
        ['Day__c = TODAY', ['today']],
        ['Day__c != today', ['yesterday', 'never']],
        ['Day__c < TODAY', ['yesterday']],
        ['Day__c <= TODAY', ['yesterday', 'today']],
        ['Day__c > YESTERDAY', ['today']],
        ['Day__c >= YESTERDAY', ['yesterday', 'today']],
        ['Day__c IN (YESTERDAY, 2026-03-04)', ['yesterday', 'today']],
        ['Day__c NOT IN (LAST_N_DAYS:3, 2020-01-01)', ['never']],
        ['Day__c = N_DAYS_AGO:1', ['yesterday']],
        ['Moment__c = TODAY', ['today']],
        ['Moment__c = LAST_N_DAYS:1', ['yesterday', 'today']],
        ['Moment__c < TODAY', ['yesterday']],
        ['Moment__c = 2026-03-04T00:00:00Z', ['today']],
        ['Moment__c = 2026-03-04T01:00:00+01:00', ['today']],
        ['Moment__c = 2026-03-03T19:00:00.000-0500', ['today']],
        ['Moment__c > 2026-03-03T23:59:58.999Z', ['yesterday', 'today']],
        ['Time__c = 08:30:00Z', ['yesterday']],
        ['Time__c > 08:30:00.000Z', ['today']],
        ['CALENDAR_YEAR(Day__c) = 2026', ['yesterday', 'today']],
        ['DAY_ONLY(Moment__c) = YESTERDAY', ['yesterday']],
        ['HOUR_IN_DAY(Moment__c) = 23', ['yesterday']],
        ['DAY_IN_WEEK(Day__c) = 4', ['today']],
        ['CALENDAR_QUARTER(Day__c) IN (1)', ['yesterday', 'today']],
        ['WEEK_IN_MONTH(Day__c) = 1', ['yesterday', 'today']],
        ['DAY_IN_YEAR(Day__c) = 63', ['today']]
    ])('%s', (condition, expected) => {
        expect(where(condition)).toEqual(expected);
    });
});

describe('AND, OR, NOT and parentheses', () => {
    beforeAll(() =>
        things(
            { Name: 'a', Count__c: 1, Amount__c: 1 },
            { Name: 'b', Count__c: 1, Amount__c: 2 },
            { Name: 'c', Count__c: 2, Amount__c: 1 },
            { Name: 'd', Count__c: null, Amount__c: 2 }
        )
    );

    it.each([
        ['Count__c = 1 AND Amount__c = 1', ['a']],
        ['Count__c = 1 or Amount__c = 1', ['a', 'b', 'c']],
        ['(Count__c = 1 AND Amount__c = 1) OR Count__c = 2', ['a', 'c']],
        ['Count__c = 1 AND (Amount__c = 1 OR Count__c = 2)', ['a']],
        ['NOT Count__c = 1', ['c', 'd']],
        ['NOT Count__c = 1 AND Amount__c = 2', ['d']],
        ['NOT (Count__c = 1 AND Amount__c = 2)', ['a', 'c', 'd']],
        ['NOT (NOT Count__c = 1)', ['a', 'b']],
        ['(NOT Count__c = 1) OR (NOT (Amount__c = 1 OR Count__c = 2))', ['b', 'c', 'd']],
        ['((Count__c = 1))', ['a', 'b']],
        ['Count__c = 1 AND NOT (Amount__c = 1 OR Amount__c = 7)', ['b']],
        ['(((Count__c = 1) AND (Amount__c = 2)) OR ((Count__c = 2)))', ['b', 'c']]
    ])('%s', (condition, expected) => {
        expect(where(condition)).toEqual(expected);
    });
});
