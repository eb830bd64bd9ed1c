import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OrgError } from '../engine/orgError.ts';
import { sampleOrg, type SampleOrg } from './testing/sampleOrg.ts';

let org: SampleOrg;

beforeAll(() => {
    org = sampleOrg();
});

afterAll(() => org.close());

const APPROPRIATE = 'Please reference your WSDL or the describe call for the appropriate names.';

describe('a refusal shows the place in the query', () => {
    it.each([
        [
            'SELECT Id, Foo FROM Contact',
            'INVALID_FIELD',
            '\nSELECT Id, Foo FROM Contact\n           ^\nERROR at Row:1:Column:12\n' +
                "No such column 'Foo' on entity 'Contact'. If you are attempting to use a custom " +
                `field, be sure to append the '__c' after the custom field name. ${APPROPRIATE}`
        ],
        [
            'SELECT Id FROM Nothing__c',
            'INVALID_TYPE',
            '\nSELECT Id FROM Nothing__c\n               ^\nERROR at Row:1:Column:16\n' +
                "sObject type 'Nothing__c' is not supported. If you are attempting to use a custom " +
                `object, be sure to append the '__c' after the entity name. ${APPROPRIATE}`
        ],
        [
            'SELECT Boss__r.Name FROM Contact',
            'INVALID_FIELD',
            '\nSELECT Boss__r.Name FROM Contact\n       ^\nERROR at Row:1:Column:8\n' +
                "Didn't understand relationship 'Boss__r' in field path. If you are attempting to " +
                "use a custom relationship, be sure to append the '__r' after the custom " +
                `relationship name. ${APPROPRIATE}`
        ],
        [
            'SELECT (SELECT Id FROM Friends) FROM Contact',
            'INVALID_TYPE',
            '\nSELECT (SELECT Id FROM Friends) FROM Contact\n                       ^\n' +
                "ERROR at Row:1:Column:24\nDidn't understand relationship 'Friends' in FROM part " +
                'of query call. If you are attempting to use a custom relationship, be sure to ' +
                `append the '__r' after the custom relationship name. ${APPROPRIATE}`
        ],
        [
            'SELECT Id FROM Contact WHERE Name = 5',
            'INVALID_FIELD',
            '\nSELECT Id FROM Contact WHERE Name = 5\n                             ^\n' +
                "ERROR at Row:1:Column:30\nvalue of filter criterion for field 'Name' must be of " +
                'type string and should be enclosed in quotes'
        ],
        [
            'SELECT Id, Name, Email, AccountId, CreatedDate, Foo, DoNotCall, OwnerId, MailingCity FROM Contact',
            'INVALID_FIELD',
            expect.stringContaining(
                '\nEmail, AccountId, CreatedDate, Foo, DoNotCall, OwnerId, MailingCity\n' +
                    '                               ^\nERROR at Row:1:Column:49\n'
            )
        ],
        [
            "SELECT Id\nFROM Contact\nWHERE Name = 'x'\n  AND Foo = 'Foo'",
            'INVALID_FIELD',
            expect.stringContaining('\nERROR at Row:4:Column:7\n')
        ],
        [
            "SELECT Name FROM Contact WHERE Account.Name = 'x' AND Account.Nme = 'x'",
            'INVALID_FIELD',
            expect.stringContaining(
                "ERROR at Row:1:Column:55\nNo such column 'Nme' on entity 'Account'"
            )
        ]
    ])('%j', (soql, errorCode, message) => {
        expect(() => org.compile(soql)).toThrow(OrgError);
        expect(() => org.compile(soql)).toThrow(expect.objectContaining({ errorCode, message }));
    });
});

function refused(soql: string, errorCode: string, message: string): void {
    expect(() => org.compile(soql)).toThrow(
        expect.objectContaining({ errorCode, message: expect.stringContaining(message) })
    );
}

describe('INVALID_FIELD', () => {
    it.each([
        ["Amount__c = '5'", 'must be of type double and should not be enclosed in quotes'],
        ['Count__c = true', 'must be of type int and should not be enclosed in quotes'],
        ["Active__c = 'true'", 'must be of type boolean and should not be enclosed in quotes'],
        ['Active__c = 1', 'must be of type boolean'],
        ["Day__c = '2026-01-01'", 'must be of type date and should not be enclosed in quotes'],
        ['Day__c = 2026-01-01T00:00:00Z', 'must be of type date'],
        ['Moment__c = 2026-01-01', 'must be of type dateTime'],
        ['Moment__c IN (2026-01-01T00:00:00Z, 5)', 'must be of type dateTime'],
        ["Time__c = '08:00'", 'must be of type time'],
        ['Name = TODAY', 'must be of type string and should be enclosed in quotes'],
        ['Name = true', 'must be of type string'],
        ['Name = 08:00:00Z', 'must be of type string'],
        ["Name IN ('a', 5)", 'must be of type string'],
        ['Name LIKE 5', 'must be of type string'],
        ['Thing__c = 5', 'must be of type ID and should be enclosed in quotes'],
        ['Amount__c = USD5', 'must be of type double'],
        ["Long__c = 'x'", "field 'Long__c' can not be filtered in a query call"],
        ["Hidden__c = 'x'", "No such column 'Hidden__c' on entity 'Thing__c'"],
        ['Name IN (SELECT Id FROM Account)', "should be an id field, cannot use: 'Name'"],
        ['Thing__c IN (SELECT Name FROM Account)', "should be an id field, cannot use: 'Name'"],
        ['HOUR_IN_DAY(Day__c) = 3', 'does not support the function HOUR_IN_DAY']
    ])('%s', (condition, message) => {
        refused(`SELECT Id FROM Thing__c WHERE ${condition}`, 'INVALID_FIELD', message);
    });

    it.each([
        ['SELECT Name, name FROM Contact', 'duplicate field selected: Name'],
        [
            'SELECT Account.Name, account.NAME FROM Contact',
            'duplicate field selected: Account.Name'
        ],
        ['SELECT Id, FIELDS(ALL) FROM Contact LIMIT 200', 'duplicate field selected: Id'],
        ['SELECT Hidden__c FROM Thing__c', "No such column 'Hidden__c'"],
        ['SELECT Owner FROM Thing__c', "No such column 'Owner'"],
        ['SELECT Id FROM Thing__c ORDER BY Long__c', 'can not be sorted in a query call'],
        ['SELECT Long__c FROM Thing__c GROUP BY Long__c', 'can not be grouped in a query call'],
        ['SELECT MailingAddress FROM Contact ORDER BY MailingAddress', 'can not be sorted'],
        ['SELECT Contact__r.Boss.Name FROM Thing__c', "relationship 'Boss' in field path"]
    ])('%s', (soql, message) => {
        refused(soql, 'INVALID_FIELD', message);
    });
});

describe('INVALID_QUERY_FILTER_OPERATOR', () => {
    it.each([
        ["Id = 'x'", 'invalid ID field: x'],
        ["Id = ''", 'invalid ID field: '],
        ["Id IN ('a00000000000001', '1 OR 1=1')", 'invalid ID field: 1 OR 1=1'],
        ["Id = 'a00000000000001AAB'", 'invalid ID field'],
        ["Id LIKE 'a00%'", 'invalid operator on id field'],
        ["Thing__c LIKE 'a00%'", 'invalid operator on id field'],
        ['Active__c > true', 'invalid operator on boolean field'],
        ['Active__c IN (true)', 'invalid operator on boolean field'],
        ["Amount__c LIKE '5'", 'invalid operator on double field'],
        ["Colours__c LIKE 'r%'", 'invalid operator on multipicklist field'],
        ["Status__c INCLUDES ('New')", 'invalid operator on picklist field'],
        ["Moment__c INCLUDES ('x')", 'invalid operator on dateTime field']
    ])('%s', (condition, message) => {
        const soql = `SELECT Id FROM Thing__c WHERE ${condition}`;
        refused(soql, 'INVALID_QUERY_FILTER_OPERATOR', message);
    });
});

describe('INVALID_TYPE', () => {
    it.each([
        ['SELECT Id FROM Secret__c', "sObject type 'Secret__c' is not supported"],
        ['SELECT Id FROM Contact WHERE Id IN (SELECT Id FROM Secret__c)', "'Secret__c'"],
        ['SELECT Id FROM "contact"', '']
    ])('%s', (soql, message) => {
        refused(soql, message === '' ? 'MALFORMED_QUERY' : 'INVALID_TYPE', message);
    });
});

describe('NUMBER_OUTSIDE_VALID_RANGE', () => {
    it.each([
        'SELECT Id FROM Contact OFFSET 2001',
        'SELECT COUNT() FROM Contact OFFSET 99999',
        'SELECT (SELECT Id FROM Contacts OFFSET 2001) FROM Account'
    ])('%s', (soql) => {
        refused(soql, 'NUMBER_OUTSIDE_VALID_RANGE', 'Maximum SOQL offset allowed is 2000');
    });
});

describe('MALFORMED_QUERY', () => {
    it.each([
        ['', "unexpected token: '<EOF>'"],
        ['hello', "unexpected token: 'hello'"],
        ['SELECT * FROM Contact', "Column:8\nunexpected token: '*'"],
        ['SELECT FROM Contact', "unexpected token: 'FROM'"],
        ['SELECT Id, FROM Contact', "unexpected token: 'FROM'"],
        ['SELECT Id FROM Contact;', "unexpected token: ';'"],
        ['SELECT Id FROM Contact; DELETE FROM Contact', "unexpected token: ';'"],
        ['SELECT Id FROM Contact -- x', "unexpected token: '-'"],
        ['SELECT Id FROM Contact WHERE', "unexpected token: '<EOF>'"],
        ['SELECT Id FROM Contact WHERE Name', "unexpected token: '<EOF>'"],
        ['SELECT Id FROM Contact WHERE Name = x', "unexpected token: 'x'"],
        ['SELECT Id FROM Contact WHERE Name = "x"', "unexpected token: '\"'"],
        ['SELECT Id FROM Contact WHERE Name = :x', 'Bind variables only allowed in Apex code'],
        ["SELECT Id FROM Contact WHERE Name = 'x", 'unexpected token'],
        ["SELECT Id FROM Contact WHERE Name = 'x\\'", 'unexpected token'],
        ["SELECT Id FROM Contact WHERE Name = 'x''y'", "unexpected token: 'y'"],
        [
            "SELECT Id FROM Contact WHERE Name = 'x\ny'",
            'Line breaks not allowed in string literals'
        ],
        ["SELECT Id FROM Contact WHERE Name = 'x\\y'", "Illegal character sequence '\\y'"],
        ["SELECT Id FROM Contact WHERE Name = 'x\\%'", "Illegal character sequence '\\%'"],
        ["SELECT Id FROM Contact WHERE (Name = 'x'", 'unexpected token'],
        ["SELECT Id FROM Contact WHERE Name = 'x')", "unexpected token: ')'"],
        ["SELECT Id FROM Contact WHERE Name = 'x' Email = 'y'", 'unexpected token'],
        ["SELECT Id FROM Contact WHERE Name = 'x' NOT Email = 'y'", 'unexpected token'],
        ["SELECT Id FROM Contact WHERE AND Name = 'x'", 'unexpected token'],
        ["SELECT Id FROM Contact WHERE Name = 'x' OR", 'unexpected token'],
        ["SELECT Id FROM Contact WHERE Name = ('x')", 'unexpected token'],
        ["SELECT Id FROM Contact WHERE Name IN 'x'", 'unexpected token'],
        ['SELECT Id FROM Contact WHERE Name IN ()', 'unexpected token'],
        [
            "SELECT Id FROM Contact WHERE Name = 'a' AND Name = 'b' OR Name = 'c'",
            "Column:56\nunexpected token: 'OR'"
        ],
        [
            "SELECT Id FROM Contact WHERE (Name = 'a' OR Name = 'b' AND Name = 'c')",
            "unexpected token: 'AND'"
        ],
        ["SELECT Id FROM Contact WHERE NOT (NOT (NOT Name = 'a'))", 'unexpected token'],
        ['SELECT Id FROM Thing__c WHERE Day__c = 2026-02-30', 'invalid date: 2026-02-30'],
        ['SELECT Id FROM Thing__c WHERE Day__c = 2026-13-45', 'invalid date'],
        ['SELECT Id FROM Thing__c WHERE Moment__c = 2026-01-01T25:00:00Z', 'invalid date'],
        ['SELECT Id FROM Thing__c WHERE Day__c = LAST_N_DAYS:-5', 'invalid date'],
        ['SELECT Id FROM Thing__c WHERE Day__c = LAST_N_DAYS:99999999', 'invalid date'],
        ['SELECT Id FROM Thing__c WHERE Time__c = 25:00:00Z', 'invalid time: 25:00:00Z'],
        ['SELECT Id FROM Thing__c WHERE COUNT(Id) > 1', "unexpected token: 'COUNT'"],
        [
            'SELECT FIELDS(ALL) FROM Contact',
            'The SOQL FIELDS function must have a LIMIT of at most 200'
        ],
        ['SELECT FIELDS(CUSTOM) FROM Thing__c LIMIT 201', 'must have a LIMIT of at most 200'],
        ['SELECT Name n FROM Contact', 'only aggregate expressions use field aliasing'],
        ['SELECT Name, COUNT(Id) FROM Contact', 'Field must be grouped or aggregated: Name'],
        ['SELECT Name FROM Contact GROUP BY Email', 'Field must be grouped or aggregated: Name'],
        [
            'SELECT Email FROM Contact GROUP BY Email ORDER BY Name',
            'Ordered field must be grouped or aggregated: Name'
        ],
        [
            'SELECT Email FROM Contact GROUP BY Email HAVING NOT COUNT(Id) > 1 AND COUNT(Id) < 5',
            'unexpected token'
        ],
        [
            'SELECT MAX(Name) FROM Contact LIMIT 1',
            'Non-grouped query that uses overall aggregate functions cannot also use LIMIT'
        ],
        ['SELECT SUM(Name) FROM Contact', 'does not support aggregate operator SUM'],
        ['SELECT MAX(Active__c) FROM Thing__c', 'does not support aggregate operator MAX'],
        ['SELECT Name n, Email n FROM Contact GROUP BY Name, Email', 'duplicate alias: n'],
        ['SELECT COUNT(), Name FROM Contact GROUP BY Name', 'COUNT() stands alone'],
        ['SELECT COUNT() FROM Contact ORDER BY Name', 'COUNT() cannot be used with ORDER BY'],
        ['SELECT FIELDS(ALL) FROM Contact GROUP BY Name LIMIT 5', 'FIELDS function'],
        ['SELECT Name, (SELECT Id FROM Contacts) FROM Account GROUP BY Name', 'Child queries'],
        [
            'SELECT Id FROM Contact WHERE AccountId IN (SELECT Id, Name FROM Account)',
            'exactly one field'
        ],
        [
            'SELECT Id FROM Contact WHERE AccountId IN (SELECT Id FROM Account LIMIT 1)',
            'no GROUP BY'
        ],
        [
            'SELECT Id FROM Contact WHERE AccountId IN (SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact))',
            'Nesting of semi join sub-selects is not supported'
        ],
        ['SELECT Parent.Parent.Parent.Parent.Parent.Parent.Name FROM Account', 'at most 5'],
        ['SELECT TYPEOF Owner WHEN User THEN Name END FROM Account', 'TYPEOF is not supported'],
        ['SELECT FORMAT(CreatedDate) FROM Account', "unexpected token: 'FORMAT'"],
        ['SELECT Name FROM Contact GROUP BY ROLLUP(Name)', "unexpected token: 'ROLLUP'"],
        ['SELECT Id FROM Contact USING SCOPE team', 'Scope not supported here: team'],
        ['SELECT Id FROM Contact WITH DATA CATEGORY a__c AT b__c', 'DATA CATEGORY'],
        ['SELECT Id FROM Contact ALL ROWS', 'unexpected token'],
        ['SELECT constructor FROM Contact WHERE __proto__ = 1', 'unexpected token']
    ])('%j', (soql, message) => {
        refused(soql, 'MALFORMED_QUERY', message);
    });
});

describe('names from the language of the program', () => {
    it.each(['constructor', 'toString', 'hasOwnProperty', 'rowid', 'sqlite_master'])(
        '%s',
        (name) => {
            refused(`SELECT ${name} FROM Contact`, 'INVALID_FIELD', `No such column '${name}'`);
            refused(`SELECT Id FROM ${name}`, 'INVALID_TYPE', `sObject type '${name}'`);
            refused(`SELECT ${name}.Id FROM Contact`, 'INVALID_FIELD', `relationship '${name}'`);
        }
    );
});
