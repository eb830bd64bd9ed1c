import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { create, openTestOrg, tryCreate, type TestOrg } from '../testing/testOrg.ts';
import type { Values } from '../types.ts';

let test: TestOrg;
beforeAll(() => (test = openTestOrg()));
afterAll(() => test.close());

const line = (values: Values) =>
    test.system.retrieve('Line__c', create(test.system, 'Line__c', values));
const refused = (object: string, values: Values) => tryCreate(test.system, object, values).errors;

describe('creating a record', () => {
    it('answers with an 18-character id that says which object it is of', () => {
        const id = create(test.system, 'Brand__c', { Name: 'First', Code__c: 'first' });
        expect(id).toMatch(/^a\w{17}$/);
        expect(test.org.schema.objectOfId(id)!.apiName).toBe('Brand__c');
    });

    it('fills in who and when, the owner, defaults and the auto-number', () => {
        const record = line({});
        const moment = '2026-03-04T05:06:07.000+0000';
        expect(record).toMatchObject({
            CreatedDate: moment,
            LastModifiedDate: moment,
            SystemModstamp: moment,
            CreatedById: test.system.userId,
            OwnerId: test.system.userId,
            IsDeleted: false,
            Status__c: 'New',
            Open__c: true,
            Order__c: 10,
            Since__c: '2026-03-04',
            Label__c: null
        });
        expect(record.Name).toMatch(/^L-\d{4}$/);
        const number = Number(String(record.Name).slice(2));
        expect(line({}).Name).toBe(`L-${String(number + 1).padStart(4, '0')}`);
    });

    it('gives no default to a field that was sent as null', () => {
        expect(line({ Status__c: null, Order__c: null })).toMatchObject({
            Status__c: null,
            Order__c: null
        });
    });

    it('takes field names in any case, and ignores attributes', () => {
        const record = line({ attributes: { type: 'Line__c' }, LABEL__C: 'x' });
        expect(record.Label__c).toBe('x');
    });

    it('puts first and last name together', () => {
        const id = create(test.system, 'Contact', { FirstName: 'Ann', LastName: 'Lee' });
        expect(test.system.retrieve('Contact', id).Name).toBe('Ann Lee');
        const lead = create(test.system, 'Lead', { LastName: 'Lee', Company: 'Lee Ltd' });
        expect(test.system.retrieve('Lead', lead)).toMatchObject({
            Name: 'Lee',
            Status: 'Open - Not Contacted'
        });
    });

    it('numbers a case, and closes it when its status says so', () => {
        const id = create(test.system, 'Case', { Status: 'Closed' });
        expect(test.system.retrieve('Case', id)).toMatchObject({
            IsClosed: true,
            ClosedDate: '2026-03-04T05:06:07.000+0000',
            CaseNumber: expect.stringMatching(/^\d{8}$/)
        });
    });

    it('shows an address as one field made of its parts', () => {
        const id = create(test.system, 'Contact', { LastName: 'Poe', MailingCity: 'Bath' });
        expect(test.system.retrieve('Contact', id)).toMatchObject({
            MailingAddress: { city: 'Bath', street: null, country: null },
            OtherAddress: null
        });
    });
});

describe('a record is refused', () => {
    it('when required fields are missing, all of them named', () => {
        expect(refused('Lead', {})).toEqual([
            {
                statusCode: 'REQUIRED_FIELD_MISSING',
                message: 'Required fields are missing: [LastName, Company]',
                fields: ['LastName', 'Company']
            }
        ]);
        expect(refused('Brand__c', { Name: ' ', Code__c: '' })[0].fields).toEqual([
            'Name',
            'Code__c'
        ]);
        expect(refused('Extension__c', { Name: '1' })[0].fields).toEqual(['Line__c']);
    });

    it('when a field does not exist', () => {
        expect(refused('Brand__c', { Name: 'x', Colour: 'red' })).toEqual([
            {
                statusCode: 'INVALID_FIELD',
                message: "No such column 'Colour' on sobject of type Brand__c",
                fields: []
            }
        ]);
    });

    it('when the object does not exist', () => {
        expect(refused('Nothing__c', {})).toEqual([
            {
                statusCode: 'INVALID_TYPE',
                message: "sObject type 'Nothing__c' is not supported.",
                fields: []
            }
        ]);
    });

    it('when it fills in what the org fills in', () => {
        expect(refused('Line__c', { CreatedDate: '2020-01-01T00:00:00Z', Name: 'L-1' })).toEqual([
            {
                statusCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
                message: expect.stringContaining('fields: CreatedDate, Name.'),
                fields: ['CreatedDate', 'Name']
            }
        ]);
        expect(refused('Contact', { LastName: 'x', Name: 'y' })[0].fields).toEqual(['Name']);
    });

    it('for several bad values with one error each', () => {
        const errors = refused('Line__c', { Mail__c: 'nobody', Rate__c: 12345, Status__c: 'Odd' });
        expect(errors.map(({ statusCode }) => statusCode)).toEqual([
            'INVALID_EMAIL_ADDRESS',
            'NUMBER_OUTSIDE_VALID_RANGE',
            'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'
        ]);
    });

    it('by every validation rule that says no, each with its own field', () => {
        expect(refused('Line__c', { Label__c: 'bad', Rate__c: 1 })).toEqual([
            {
                statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
                message: 'A bad label has no rate.',
                fields: []
            },
            {
                statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
                message: 'Choose another label.',
                fields: ['Label__c']
            }
        ]);
    });

    it('by a validation rule about its parent', () => {
        const closed = create(test.system, 'Brand__c', { Name: 'Closed', Code__c: 'closed' });
        expect(refused('Line__c', { Brand__c: closed })[0].message).toBe('The brand is closed.');
    });
});

describe('a unique field', () => {
    it('refuses a second record with the same value in another case, naming the first', () => {
        const first = create(test.system, 'Brand__c', { Name: 'U', Code__c: 'Unique' });
        expect(refused('Brand__c', { Name: 'U2', Code__c: 'UNIQUE' })).toEqual([
            {
                statusCode: 'DUPLICATE_VALUE',
                message: `duplicate value found: Code__c duplicates value on record with id: ${first.slice(0, 15)}`,
                fields: []
            }
        ]);
    });

    it('tells values apart by case when it is case-sensitive', () => {
        create(test.system, 'Brand__c', { Name: 'E', Code__c: 'e1', Exact_Key__c: 'Key' });
        create(test.system, 'Brand__c', { Name: 'E', Code__c: 'e2', Exact_Key__c: 'KEY' });
        expect(
            refused('Brand__c', { Name: 'E', Code__c: 'e3', Exact_Key__c: 'KEY' })[0].statusCode
        ).toBe('DUPLICATE_VALUE');
    });

    it('lets any number of records be without a value', () => {
        create(test.system, 'Brand__c', { Name: 'N', Code__c: 'n1' });
        create(test.system, 'Brand__c', { Name: 'N', Code__c: 'n2', Exact_Key__c: '' });
    });

    it('keeps usernames and assignments apart', () => {
        const user = test.system.query('SELECT Username FROM User').records[0];
        const again = refused('User', {
            LastName: 'x',
            Username: String(user.Username).toUpperCase(),
            Email: 'x@callback-numbers.example',
            Alias: 'x',
            ProfileId: test.system.query('SELECT Id FROM Profile').records[0].Id,
            TimeZoneSidKey: 'GMT',
            LocaleSidKey: 'en_GB',
            EmailEncodingKey: 'UTF-8',
            LanguageLocaleKey: 'en_US'
        });
        expect(again[0].statusCode).toBe('DUPLICATE_USERNAME');
        const set = test.system.query('SELECT Id FROM PermissionSet').records[0].Id;
        const assignment = { AssigneeId: test.system.userId, PermissionSetId: set };
        create(test.system, 'PermissionSetAssignment', assignment);
        expect(refused('PermissionSetAssignment', assignment)[0].statusCode).toBe(
            'DUPLICATE_VALUE'
        );
    });
});
