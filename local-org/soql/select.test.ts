import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf, sampleOrg, type SampleOrg } from './testing/sampleOrg.ts';

let org: SampleOrg;
const ann = idOf('User', 1);
const acme = idOf('Account', 1);
const zoe = idOf('Contact', 1);

beforeAll(() => {
    org = sampleOrg();
    org.add('User', { Name: 'Ann', IsActive: 1, ManagerId: idOf('User', 2) });
    org.add('User', { Name: 'Max', IsActive: 0 });
    org.add('Account', { Name: 'Acme', OwnerId: ann, AnnualRevenue: 5 });
    org.add('Account', { Name: 'Beta', ParentId: acme, AnnualRevenue: null });
    org.add('Account', { Name: 'Gamma', ParentId: idOf('Account', 2), AnnualRevenue: 3 });
    org.add('Contact', { Name: 'Zoe', AccountId: acme, DoNotCall: 1, MailingCity: 'Bonn' });
    org.add('Contact', { Name: 'Bob', AccountId: acme, DoNotCall: 0, OwnerId: ann });
    org.add('Contact', { Name: 'Cyd', AccountId: idOf('Account', 2), DoNotCall: 0 });
    org.add('Contact', { Name: 'Dan', DoNotCall: 0 });
    org.add('Thing__c', { Name: 'T1', Contact__c: zoe, Status__c: 'Done' });
    org.add('Thing__c', { Name: 'T2', Contact__c: zoe, Status__c: 'New', Colours__c: 'red;blue' });
    org.add('Thing__c', { Name: 'T3', Status__c: 'Elsewhere' });
    org.add('Thing__c', { Name: 'T4', Status__c: 'In progress' });
    org.add('Thing__c', { Name: 'T5', Status__c: null });
});

afterAll(() => org.close());

describe('fields', () => {
    it('come as the schema spells them, with attributes first', () => {
        const query = org.compile("select id, NAME from contact where Name = 'Zoe'");
        const [record] = query.records(org.rows(query.sql, query.params), org.rows);
        expect(Object.keys(record)).toEqual(['attributes', 'Id', 'Name']);
        expect(record.attributes).toEqual({ type: 'Contact', url: `/Contact/${zoe}` });
    });

    it('of checkboxes are true and false', () => {
        expect(org.query("SELECT DoNotCall FROM Contact WHERE Name IN ('Zoe', 'Bob')")).toEqual(
            expect.arrayContaining([{ DoNotCall: true }, { DoNotCall: false }])
        );
    });

    it('of a compound address are put together', () => {
        expect(org.query("SELECT MailingAddress FROM Contact WHERE Name = 'Zoe'")).toEqual([
            {
                MailingAddress: {
                    geocodeAccuracy: null,
                    city: 'Bonn',
                    postalCode: null,
                    latitude: null
                }
            }
        ]);
        expect(org.query("SELECT MailingAddress FROM Contact WHERE Name = 'Bob'")).toEqual([
            { MailingAddress: null }
        ]);
    });

    it('may be named by the object or its alias', () => {
        const expected = [{ Name: 'Bob', Account: { Name: 'Acme' } }];
        for (const soql of [
            "SELECT c.Name, c.Account.Name FROM Contact c WHERE c.Name = 'Bob' ORDER BY c.Name",
            "SELECT Contact.Name, Account.Name FROM Contact WHERE Contact.Name = 'Bob'"
        ]) {
            expect(org.query(soql)).toEqual(expected);
        }
    });

    it('come as labels by toLabel', () => {
        expect(
            org.query(
                "SELECT toLabel(Status__c), toLabel(Colours__c) c FROM Thing__c WHERE Name = 'T2'"
            )
        ).toEqual([{ Status__c: 'New label', c: 'red label;blue label' }]);
    });

    it('come in groups by FIELDS, hidden ones left out', () => {
        const fields = (which: string) =>
            Object.keys(
                (org.query(`SELECT FIELDS(${which}) FROM Thing__c LIMIT 1`) as object[])[0]
            );
        expect(fields('standard')).toEqual(['Id', 'CreatedDate', 'OwnerId', 'Name']);
        expect(fields('CUSTOM')).toContain('Code__c');
        expect(fields('CUSTOM')).not.toContain('Id');
        expect(fields('ALL')).toEqual(expect.arrayContaining(['Id', 'Code__c']));
        expect(fields('ALL')).not.toContain('Hidden__c');
    });
});

describe('rows that were kept', () => {
    it('fit the same query when a field was hidden since', () => {
        const soql = 'SELECT FIELDS(STANDARD) FROM Contact ORDER BY Name LIMIT 1';
        const before = org.compile(soql);
        const rows = org.rows(before.sql, before.params);
        const hidden = sampleOrg({ canReadField: (_, { apiName }) => apiName !== 'Email' });
        const [record] = hidden.compile(soql).records(rows, org.rows);
        expect(record).toMatchObject({ Name: 'Bob', DoNotCall: false, OwnerId: ann });
        expect(record).not.toHaveProperty('Email');
        hidden.close();
    });
});

describe('parents', () => {
    it('come as records within the record, null where there is none', () => {
        expect(
            org.query(
                'SELECT Account.Name, Name, Account.Owner.Name, Account.Owner.Manager.Name, ' +
                    "Account.Parent.Name FROM Contact WHERE Name IN ('Zoe', 'Dan') ORDER BY Name"
            )
        ).toEqual([
            { Account: null, Name: 'Dan' },
            {
                Account: {
                    Name: 'Acme',
                    Owner: { Name: 'Ann', Manager: { Name: 'Max' } },
                    Parent: null
                },
                Name: 'Zoe'
            }
        ]);
    });

    it('serve conditions and order five levels up', () => {
        expect(
            org.names(
                "SELECT Name FROM Account WHERE Parent.Parent.Owner.Manager.Name = 'max' " +
                    'ORDER BY Parent.Parent.Owner.Manager.IsActive'
            )
        ).toEqual(['Gamma']);
        expect(org.names("SELECT Name FROM Contact WHERE Account.Parent.Name = 'ACME'")).toEqual([
            'Cyd'
        ]);
    });

    it('that are not there are unlike any value', () => {
        expect(
            org.names("SELECT Name FROM Contact WHERE Account.Name != 'Acme' ORDER BY Name")
        ).toEqual(['Cyd', 'Dan']);
        expect(org.names('SELECT Name FROM Contact WHERE Account.Name = null')).toEqual(['Dan']);
    });

    it('are joined once, however often they are named', () => {
        const { sql } = org.compile(
            "SELECT Account.Id, Account.Name FROM Contact WHERE Account.Name = 'x' ORDER BY account.Name"
        );
        expect(sql.match(/JOIN/g)).toHaveLength(1);
    });
});

describe('children', () => {
    it('come as lists within the record, null where there are none', () => {
        expect(
            org.query(
                'SELECT Name, (SELECT Name, Account.Name FROM Contacts ORDER BY Name) ' +
                    'FROM Account ORDER BY Name'
            )
        ).toEqual([
            {
                Name: 'Acme',
                Contacts: {
                    totalSize: 2,
                    done: true,
                    records: [
                        { Name: 'Bob', Account: { Name: 'Acme' } },
                        { Name: 'Zoe', Account: { Name: 'Acme' } }
                    ]
                }
            },
            {
                Name: 'Beta',
                Contacts: {
                    totalSize: 1,
                    done: true,
                    records: [{ Name: 'Cyd', Account: { Name: 'Beta' } }]
                }
            },
            { Name: 'Gamma', Contacts: null }
        ]);
    });

    const childNames = (soql: string) =>
        (org.query(soql) as { Contacts: { records: { Name: string }[] } | null }[]).map(
            ({ Contacts }) => Contacts?.records.map(({ Name }) => Name) ?? null
        );

    it('have conditions, order, LIMIT and OFFSET parent by parent', () => {
        const contacts = (clauses: string) =>
            childNames(`SELECT (SELECT Name FROM Contacts ${clauses}) FROM Account ORDER BY Name`);
        expect(contacts("WHERE Name != 'Bob'")).toEqual([['Zoe'], ['Cyd'], null]);
        expect(contacts('ORDER BY Name DESC LIMIT 1')).toEqual([['Zoe'], ['Cyd'], null]);
        expect(contacts('ORDER BY Name LIMIT 5 OFFSET 1')).toEqual([['Zoe'], null, null]);
        expect(contacts('LIMIT 0')).toEqual([null, null, null]);
    });

    it('may have children in turn, each level one statement', () => {
        const query = org.compile(
            'SELECT (SELECT Name, (SELECT Name FROM Things__r ORDER BY Status__c) FROM Contacts) ' +
                "FROM Account WHERE Name = 'Acme'"
        );
        const rows = org.rows(query.sql, query.params);
        const before = org.statements;
        const [account] = query.records(rows, org.rows) as unknown as {
            Contacts: { records: { Name: string; Things__r: unknown }[] };
        }[];
        expect(org.statements - before).toBe(2);
        const zoesThings = account.Contacts.records.find(({ Name }) => Name === 'Zoe')?.Things__r;
        expect(zoesThings).toMatchObject({ records: [{ Name: 'T2' }, { Name: 'T1' }] });
    });

    it('are fetched for the page of rows that is asked for', () => {
        const query = org.compile(
            'SELECT Name, (SELECT Name FROM Contacts) FROM Account ORDER BY Name'
        );
        const rows = org.rows(query.sql, query.params);
        expect(query.records(rows.slice(1, 2), org.rows)).toMatchObject([
            { Name: 'Beta', Contacts: { totalSize: 1 } }
        ]);
        expect(query.records([], org.rows)).toEqual([]);
    });

    it('are those of now, however often a query is asked', () => {
        const query = org.compile(
            "SELECT (SELECT Name FROM Contacts) FROM Account WHERE Name = 'Gamma'"
        );
        const rows = org.rows(query.sql, query.params);
        const id = org.add('Contact', { Name: 'Eve', AccountId: idOf('Account', 3) });
        expect(query.records(rows, org.rows)).toMatchObject([{ Contacts: { totalSize: 1 } }]);
        org.rows('DELETE FROM "contact" WHERE "id" = ?', [id]);
        expect(query.records(rows, org.rows)).toMatchObject([{ Contacts: null }]);
    });
});

describe('subqueries in conditions', () => {
    it.each([
        ["AccountId IN (SELECT Id FROM Account WHERE Name = 'acme')", ['Bob', 'Zoe']],
        ["AccountId NOT IN (SELECT Id FROM Account WHERE Name = 'acme')", ['Cyd', 'Dan']],
        ['Id IN (SELECT Contact__c FROM Thing__c)', ['Zoe']],
        ['Id NOT IN (SELECT Contact__c FROM Thing__c)', ['Bob', 'Cyd', 'Dan']],
        ["Id IN (SELECT Contact__c FROM Thing__c WHERE Contact__r.Account.Name = 'Acme')", ['Zoe']],
        ['DoNotCall = false AND AccountId IN (SELECT Id FROM Account)', ['Bob', 'Cyd']]
    ])('%s', (condition, expected) => {
        expect(org.names(`SELECT Name FROM Contact WHERE ${condition} ORDER BY Name`)).toEqual(
            expected
        );
    });
});

describe('order and bounds', () => {
    it.each([
        ['Account ORDER BY AnnualRevenue', ['Beta', 'Gamma', 'Acme']],
        ['Account ORDER BY AnnualRevenue ASC NULLS LAST', ['Gamma', 'Acme', 'Beta']],
        ['Account ORDER BY AnnualRevenue DESC', ['Beta', 'Acme', 'Gamma']],
        ['Account ORDER BY AnnualRevenue DESC NULLS LAST', ['Acme', 'Gamma', 'Beta']],
        ['Account ORDER BY Name LIMIT 1', ['Acme']],
        ['Account ORDER BY Name LIMIT 1 OFFSET 1', ['Beta']],
        ['Account ORDER BY Name OFFSET 2', ['Gamma']],
        ['Account LIMIT 0', []],
        ['Account ORDER BY Name LIMIT 99999999999999999999', ['Acme', 'Beta', 'Gamma']],
        ['Account  ORDER\n\tBY  Name\nLIMIT  1', ['Acme']],
        ['Thing__c ORDER BY Status__c', ['T5', 'T2', 'T4', 'T1', 'T3']],
        ['Thing__c ORDER BY Status__c DESC NULLS LAST, Name', ['T3', 'T1', 'T4', 'T2', 'T5']]
    ])('SELECT Name FROM %s', (rest, expected) => {
        expect(org.names(`SELECT Name FROM ${rest}`)).toEqual(expected);
    });
});

describe('what a user sees', () => {
    it('limits rows, children, parents and subqueries by visibility', () => {
        const seen = sampleOrg({
            visibleRows: ({ apiName }, alias) =>
                apiName === 'User' ? null : { sql: `${alias}."ownerid" = ?`, params: [ann] }
        });
        const own = seen.add('Account', { Name: 'own', OwnerId: ann });
        const foreign = seen.add('Account', { Name: 'foreign', OwnerId: idOf('User', 2) });
        seen.add('Contact', { Name: 'c1', AccountId: own, OwnerId: ann });
        seen.add('Contact', { Name: 'c2', AccountId: own, OwnerId: idOf('User', 2) });
        seen.add('Contact', { Name: 'c3', AccountId: foreign, OwnerId: ann });

        expect(seen.query('SELECT COUNT() FROM Account')).toBe(1);
        expect(
            seen.query("SELECT Name FROM Account WHERE Name = 'own' OR Name = 'foreign'")
        ).toEqual([{ Name: 'own' }]);
        expect(seen.query('SELECT (SELECT Name FROM Contacts) FROM Account')).toMatchObject([
            { Contacts: { records: [{ Name: 'c1' }] } }
        ]);
        expect(
            seen.names('SELECT Name FROM Contact WHERE AccountId NOT IN (SELECT Id FROM Account)')
        ).toEqual(['c3']);
        expect(seen.query("SELECT Account.Name FROM Contact WHERE Name = 'c3'")).toEqual([
            { Account: null }
        ]);
        expect(seen.names("SELECT Name FROM Contact WHERE Account.Name = 'foreign'")).toEqual([]);
        expect(seen.names("SELECT Name FROM Contact WHERE Account.Name = 'own'")).toEqual(['c1']);
        seen.close();
    });

    it('is narrowed to the own records by USING SCOPE mine', () => {
        expect(org.names('SELECT Name FROM Contact USING SCOPE mine')).toEqual(['Bob']);
        expect(org.names('SELECT Name FROM Contact USING SCOPE Everything')).toHaveLength(4);
    });

    it('is the same with and without WITH USER_MODE and FOR VIEW', () => {
        expect(org.names('SELECT Name FROM Account WITH USER_MODE LIMIT 1 FOR VIEW')).toEqual([
            'Acme'
        ]);
    });
});
