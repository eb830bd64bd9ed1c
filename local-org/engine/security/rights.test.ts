import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
    create,
    createUser,
    openTestOrg,
    tryCreate,
    tryDelete,
    tryUpdate,
    type TestOrg
} from '../testing/testOrg.ts';

let test: TestOrg;
beforeAll(() => (test = openTestOrg()));
afterAll(() => test.close());

const as = (profile: string, ...sets: string[]) =>
    test.org.session(createUser(test.system, profile, sets));
const MINIMUM = 'Minimum Access - Salesforce';

describe('a profile', () => {
    it('of a system administrator gives everything', () => {
        const admin = as('System Administrator');
        const id = create(admin, 'Line__c', { Secret__c: 'x', Label__c: 'y' });
        expect(admin.retrieve('Line__c', id).Secret__c).toBe('x');
        expect(tryDelete(admin, id).success).toBe(true);
    });

    it('of a standard user gives accounts, contacts, leads and cases, without deleting others’', () => {
        const user = as('Standard User');
        const contact = create(user, 'Contact', { LastName: 'Lee', Phone: '1' });
        expect(user.retrieve('Contact', contact).Phone).toBe('1');
        expect(tryUpdate(user, 'Contact', contact, { Phone: '2' }).success).toBe(true);
        expect(tryDelete(user, contact).errors[0].statusCode).toBe(
            'INSUFFICIENT_ACCESS_OR_READONLY'
        );
        expect(tryCreate(user, 'Brand__c', {}).errors[0].statusCode).toBe('INVALID_TYPE');
    });

    it('of a standard user leaves out the package’s fields until a permission set gives them', () => {
        const user = as('Standard User');
        const id = create(test.system, 'Contact', { LastName: 'Lee', Tier__c: 'gold' });
        expect(user.retrieve('Contact', id)).not.toHaveProperty('Tier__c');
    });

    it('that somebody added gives what a standard user has', () => {
        create(test.system, 'Profile', { Name: 'Call Centre Agent' });
        const user = as('Call Centre Agent');
        expect(tryCreate(user, 'Lead', { LastName: 'L', Company: 'C' }).success).toBe(true);
        expect(tryCreate(user, 'Line__c', {}).success).toBe(false);
    });

    it('of minimum access gives nothing but who is who', () => {
        const user = as(MINIMUM);
        expect(user.retrieve('User', user.userId).IsActive).toBe(true);
        expect(tryCreate(user, 'Contact', { LastName: 'Lee' }).errors[0].statusCode).toBe(
            'INVALID_TYPE'
        );
        expect(() => user.retrieve('Contact', '003CN0000000001')).toThrow(
            "sObject type 'Contact' is not supported."
        );
        const names = (user.describeGlobal().sobjects as { name: string }[]).map((one) => one.name);
        expect(names).not.toContain('Contact');
        expect(names).toContain('User');
    });

    it('other than an administrator’s lets nobody change users, profiles or assignments', () => {
        const user = as('Standard User');
        expect(tryUpdate(user, 'User', user.userId, { Title: 'Boss' }).success).toBe(false);
        const set = String(test.system.query('SELECT Id FROM PermissionSet').records[0].Id);
        const assignment = { AssigneeId: user.userId, PermissionSetId: set };
        expect(tryCreate(user, 'PermissionSetAssignment', assignment).success).toBe(false);
    });
});

describe('a permission set', () => {
    it('gives its objects and fields from the moment it is assigned until it is taken away', () => {
        const user = as(MINIMUM);
        const brand = create(test.system, 'Brand__c', { Name: 'B', Code__c: 'b' });
        expect(() => user.retrieve('Brand__c', brand)).toThrow(/not supported/);
        const set = test.system.query("SELECT Id FROM PermissionSet WHERE Name = 'Line_Agent'");
        const assignment = create(test.system, 'PermissionSetAssignment', {
            AssigneeId: user.userId,
            PermissionSetId: set.records[0].Id
        });
        expect(user.retrieve('Brand__c', brand).Name).toBe('B');
        tryDelete(test.system, assignment);
        expect(() => user.retrieve('Brand__c', brand)).toThrow(/not supported/);
    });

    it('shows only the fields it names, and those no permission can hide', () => {
        const user = as(MINIMUM, 'Line_Agent');
        const id = create(user, 'Line__c', { Label__c: 'mine' });
        expect(Object.keys(user.retrieve('Line__c', id)).sort()).toEqual([
            'Brand__c',
            'CreatedById',
            'CreatedDate',
            'Id',
            'IsDeleted',
            'Label__c',
            'LastModifiedById',
            'LastModifiedDate',
            'Name',
            'OwnerId',
            'Status__c',
            'SystemModstamp',
            'attributes'
        ]);
        expect(() => user.retrieve('Line__c', id, ['Secret__c'])).toThrow(
            "No such column 'Secret__c' on sobject of type Line__c"
        );
    });

    it('lets nobody write a field that is hidden or only readable', () => {
        const user = as(MINIMUM, 'Line_Agent', 'Line_Viewer');
        expect(tryCreate(user, 'Line__c', { Rate__c: 1 }).errors[0]).toMatchObject({
            statusCode: 'INVALID_FIELD',
            message: "No such column 'Rate__c' on sobject of type Line__c"
        });
        expect(tryCreate(user, 'Line__c', { Secret__c: 'x' }).errors[0]).toMatchObject({
            statusCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
            fields: ['Secret__c']
        });
    });

    it('still fills in the defaults of fields its user may not see', () => {
        const user = as(MINIMUM, 'Line_Agent');
        const id = create(user, 'Line__c', {});
        expect(test.system.retrieve('Line__c', id)).toMatchObject({
            Status__c: 'New',
            Order__c: 10
        });
    });

    it('adds up with others', () => {
        const user = as(MINIMUM, 'Line_Agent', 'Line_Viewer');
        const id = create(test.system, 'Line__c', { Secret__c: 'x', Label__c: 'y' });
        expect(user.retrieve('Line__c', id)).toMatchObject({ Secret__c: 'x', Label__c: 'y' });
    });

    it('covers the parts of an address with the address', () => {
        const user = as('Standard User', 'Line_Agent');
        const contact = create(user, 'Contact', { LastName: 'Lee', MailingCity: 'Bath' });
        expect(user.retrieve('Contact', contact).MailingCity).toBe('Bath');
    });

    it('refuses to create where it only lets read', () => {
        const user = as(MINIMUM, 'Line_Agent');
        expect(tryCreate(user, 'Brand__c', { Name: 'B', Code__c: 'x' }).errors[0].statusCode).toBe(
            'INSUFFICIENT_ACCESS_OR_READONLY'
        );
    });
});

describe('a session', () => {
    it('is refused to nobody we know, and ends when the user is switched off', () => {
        expect(() => test.org.session('005CN0zzzzzzzzz')).toThrow('Session expired or invalid');
        expect(() => test.org.session("' OR 1=1")).toThrow('Session expired or invalid');
        const user = as('Standard User');
        tryUpdate(test.system, 'User', user.userId, { IsActive: false });
        expect(() => user.describeGlobal()).toThrow('Session expired or invalid');
        expect(() => test.org.session(user.userId)).toThrow('Session expired or invalid');
    });

    it('takes a user id of 15 characters', () => {
        const user = as('Standard User');
        expect(test.org.session(user.userId.slice(0, 15)).userId).toBe(user.userId);
    });
});

describe('a new org', () => {
    it('has the three profiles, an administrator and an integration user without further rights', () => {
        const { records } = test.system.query('SELECT Username, ProfileId, Id FROM User');
        const integration = records.find(
            ({ Username }) => Username === 'integration@callback-numbers.example'
        )!;
        const session = test.org.session(String(integration.Id));
        expect(() => session.retrieve('Brand__c', 'a00CN0000000001')).toThrow(/not supported/);
        expect(records.map(({ Username }) => Username)).toContain('admin@callback-numbers.example');
        const profiles = test.system.query('SELECT Name FROM Profile').records;
        expect(profiles.map(({ Name }) => Name)).toEqual(
            expect.arrayContaining(['System Administrator', 'Standard User', MINIMUM])
        );
        expect(test.system.query('SELECT Id FROM Organization').records[0].Id).toBe(
            test.org.organizationId
        );
    });
});
