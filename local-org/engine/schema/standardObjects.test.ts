import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { STANDARD_OBJECTS } from './standardObjects.ts';
import { standardObjects } from './standardSchema.ts';

/** jsforce ships the fields of Salesforce's standard objects as types. */
const jsforceTypes = readFileSync(
    join(
        dirname(createRequire(import.meta.url).resolve('jsforce/package.json')),
        'lib/types/standard-schema.d.ts'
    ),
    'utf8'
);

function fieldsInSalesforce(object: string): Set<string> {
    const block = new RegExp(`type Fields\\$${object} = \\{([^}]*)\\}`).exec(jsforceTypes)![1];
    return new Set([...block.matchAll(/^\s+(\w+):/gm)].map(([, name]) => name));
}

/** In Salesforce, but not in the org that jsforce's list was taken from. */
const NOT_LISTED = new Set([
    'Account.AccountNumber',
    'Account.Rating',
    'Account.Site',
    'Lead.DoNotCall',
    'Lead.Fax',
    'Lead.HasOptedOutOfEmail',
    'Lead.HasOptedOutOfFax',
    'Lead.MobilePhone',
    'PermissionSetAssignment.CreatedById',
    'PermissionSetAssignment.CreatedDate',
    'PermissionSetAssignment.IsActive',
    'PermissionSetAssignment.LastModifiedById',
    'PermissionSetAssignment.LastModifiedDate'
]);

describe('the table of standard objects', () => {
    it.each(standardObjects())('names only fields that Salesforce has: $apiName', (object) => {
        const known = fieldsInSalesforce(object.apiName);
        const unknown = [...object.fields.values()]
            .map(({ apiName }) => apiName)
            .filter((name) => !known.has(name) && !NOT_LISTED.has(`${object.apiName}.${name}`));
        expect(unknown).toEqual([]);
    });

    it.each(standardObjects())('gives every lookup of $apiName an object to point to', (object) => {
        for (const field of object.fields.values()) {
            if (field.type !== 'reference') continue;
            expect(STANDARD_OBJECTS).toHaveProperty(field.referenceTo[0]);
            expect(field.relationshipName).toBeTruthy();
        }
    });

    it.each(standardObjects())('has exactly one field that names a $apiName', (object) => {
        const names = [...object.fields.values()].filter(({ nameField }) => nameField);
        expect(names).toHaveLength(object.apiName === 'PermissionSetAssignment' ? 0 : 1);
    });

    it('reads options of a line: a phone, a default with a space, a required picklist', () => {
        const field = (object: string, name: string) =>
            standardObjects()
                .find(({ apiName }) => apiName === object)!
                .fields.get(name)!;
        expect(field('Contact', 'mobilephone')).toMatchObject({
            type: 'phone',
            length: 40,
            label: 'Mobile Phone',
            permissionable: true
        });
        expect(field('Organization', 'organizationtype').defaultValue).toBe("'Developer Edition'");
        expect(field('Lead', 'status').picklistValues![0]).toMatchObject({
            value: 'Open - Not Contacted',
            isDefault: true
        });
        expect(field('Contact', 'mailingcity').compoundField).toBe('MailingAddress');
        expect(field('Case', 'casenumber')).toMatchObject({
            autoNumberFormat: '{00000000}',
            createable: false,
            nameField: true
        });
    });
});
