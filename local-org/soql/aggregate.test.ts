import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf, sampleOrg, type SampleOrg } from './testing/sampleOrg.ts';

let org: SampleOrg;

beforeAll(() => {
    org = sampleOrg();
    const acme = org.add('Account', { Name: 'Acme' });
    const contact = org.add('Contact', { Name: 'Zoe', AccountId: acme });
    const add = (Name: string, values: Record<string, string | number | null>) =>
        org.add('Thing__c', { Name, Active__c: 0, ...values });
    add('a', { Status__c: 'New', Amount__c: 1, Day__c: '2026-01-15', Active__c: 1 });
    add('A', { Status__c: 'New', Amount__c: 3, Day__c: '2026-03-01' });
    add('b', { Status__c: 'Done', Amount__c: null, Day__c: '2025-12-31', Contact__c: contact });
    add('c', { Status__c: null, Amount__c: 10, Moment__c: '2026-01-15T23:00:00.000+0000' });
});

afterAll(() => org.close());

describe('counting', () => {
    it.each([
        ['SELECT COUNT() FROM Thing__c', 4],
        ["SELECT count() FROM Thing__c WHERE Name = 'a'", 2],
        ['SELECT COUNT() FROM Thing__c LIMIT 3', 3],
        ["SELECT COUNT() FROM Thing__c WHERE Contact__r.Account.Name = 'acme'", 1],
        ['SELECT COUNT() FROM Secret__c', 'INVALID_TYPE']
    ])('%s is %s', (soql, expected) => {
        if (typeof expected === 'number') expect(org.query(soql)).toBe(expected);
        else
            expect(() => org.query(soql)).toThrow(expect.objectContaining({ errorCode: expected }));
    });

    it('gives no records', () => {
        const { kind, records } = org.compile('SELECT COUNT() FROM Thing__c');
        expect(kind).toBe('count');
        expect(records([{ n: 4 }], org.rows)).toEqual([]);
    });
});

describe('functions over rows', () => {
    it.each([
        ['COUNT(Id)', 4],
        ['COUNT(Amount__c)', 3],
        ['COUNT_DISTINCT(Name)', 3],
        ['SUM(Amount__c)', 14],
        ['AVG(Amount__c)', 14 / 3],
        ['MIN(Amount__c)', 1],
        ['MAX(Name)', 'c'],
        ['MIN(Day__c)', '2025-12-31'],
        ['MAX(Moment__c)', '2026-01-15T23:00:00.000+0000']
    ])('%s is %s', (call, expected) => {
        expect(org.query(`SELECT ${call} FROM Thing__c`)).toEqual([{ expr0: expected }]);
    });

    it('answers one row even of none', () => {
        expect(
            org.query("SELECT COUNT(Id) n, SUM(Amount__c) sum FROM Thing__c WHERE Name = 'none'")
        ).toEqual([{ n: 0, sum: null }]);
    });
});

describe('groups', () => {
    it.each<[string, unknown[]]>([
        [
            'SELECT Status__c, COUNT(Id) n FROM Thing__c GROUP BY Status__c ORDER BY Status__c',
            [
                { Status__c: null, n: 1 },
                { Status__c: 'New', n: 2 },
                { Status__c: 'Done', n: 1 }
            ]
        ],
        [
            'SELECT Name x, COUNT(Id), MAX(Amount__c) FROM Thing__c GROUP BY Name ORDER BY COUNT(Id) DESC LIMIT 1',
            [{ x: expect.stringMatching(/^a$/i), expr0: 2, expr1: 3 }]
        ],
        [
            'SELECT Status__c FROM Thing__c GROUP BY Status__c HAVING COUNT(Id) > 1',
            [{ Status__c: 'New' }]
        ],
        [
            'SELECT Status__c FROM Thing__c GROUP BY Status__c HAVING NOT COUNT(Id) > 1 ORDER BY Status__c',
            [{ Status__c: null }, { Status__c: 'Done' }]
        ],
        [
            "SELECT Status__c, SUM(Amount__c) s FROM Thing__c GROUP BY Status__c HAVING SUM(Amount__c) >= 4 AND (Status__c = 'new' OR Status__c = 'x')",
            [{ Status__c: 'New', s: 4 }]
        ],
        [
            'SELECT Active__c, COUNT(Id) n FROM Thing__c GROUP BY Active__c ORDER BY Active__c',
            [
                { Active__c: false, n: 3 },
                { Active__c: true, n: 1 }
            ]
        ],
        [
            'SELECT Contact__r.Account.Name, COUNT(Id) FROM Thing__c WHERE Contact__c != null GROUP BY Contact__r.Account.Name',
            [{ Name: 'Acme', expr0: 1 }]
        ],
        [
            'SELECT CALENDAR_YEAR(Day__c) y, CALENDAR_MONTH(Day__c), COUNT(Id) n FROM Thing__c WHERE Day__c != null GROUP BY CALENDAR_YEAR(Day__c), CALENDAR_MONTH(Day__c) ORDER BY CALENDAR_YEAR(Day__c) DESC, CALENDAR_MONTH(Day__c)',
            [
                { y: 2026, expr0: 1, n: 1 },
                { y: 2026, expr0: 3, n: 1 },
                { y: 2025, expr0: 12, n: 1 }
            ]
        ]
    ])('%s', (soql, expected) => {
        expect(org.query(soql)).toEqual(expected);
    });

    it('come as AggregateResult', () => {
        const query = org.compile('SELECT Name, COUNT(Id) FROM Thing__c GROUP BY Name LIMIT 1');
        const [record] = query.records(org.rows(query.sql, query.params), org.rows);
        expect(query.kind).toBe('aggregate');
        expect(record.attributes).toEqual({ type: 'AggregateResult' });
    });

    it('count only rows the user sees', () => {
        const none = sampleOrg({ visibleRows: () => ({ sql: '0', params: [] }) });
        none.add('Thing__c', { Name: 'x', OwnerId: idOf('User', 1) });
        expect(none.query('SELECT Name, COUNT(Id) FROM Thing__c GROUP BY Name')).toEqual([]);
        none.close();
    });
});
