import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUser, openTestOrg, type TestOrg } from '../testing/testOrg.ts';
import type { OrgSession } from '../types.ts';

let test: TestOrg;
let agent: OrgSession;
beforeAll(() => {
    test = openTestOrg();
    agent = test.org.session(
        createUser(test.system, 'Minimum Access - Salesforce', ['Line_Agent'])
    );
});
afterAll(() => test.close());

type Described = Record<string, unknown> & { name: string };
const fieldsOf = (session: OrgSession, object: string) =>
    new Map((session.describe(object).fields as Described[]).map((field) => [field.name, field]));

describe('the list of objects', () => {
    it('says of each how it is called, where it is, and what this user may do', () => {
        const { sobjects } = agent.describeGlobal() as { sobjects: Described[] };
        const line = sobjects.find(({ name }) => name === 'Line__c')!;
        expect(line).toMatchObject({
            label: 'Line',
            labelPlural: 'Lines',
            keyPrefix: test.org.schema.object('Line__c')!.keyPrefix,
            custom: true,
            queryable: true,
            createable: true,
            deletable: true,
            urls: {
                sobject: '/services/data/v66.0/sobjects/Line__c',
                describe: '/services/data/v66.0/sobjects/Line__c/describe',
                rowTemplate: '/services/data/v66.0/sobjects/Line__c/{ID}'
            }
        });
        expect(sobjects.find(({ name }) => name === 'Brand__c')).toMatchObject({
            createable: false,
            updateable: false
        });
    });
});

describe('the describe of an object', () => {
    it('says what a field is and what it may hold', () => {
        const fields = fieldsOf(test.system, 'Line__c');
        expect(fields.get('Status__c')).toMatchObject({
            type: 'picklist',
            soapType: 'xsd:string',
            restrictedPicklist: true,
            defaultedOnCreate: true,
            nillable: true,
            length: 255,
            picklistValues: expect.arrayContaining([
                { active: true, defaultValue: true, label: 'New', validFor: null, value: 'New' }
            ])
        });
        expect(fields.get('Brand__c')).toMatchObject({
            type: 'reference',
            soapType: 'tns:ID',
            referenceTo: ['Brand__c'],
            relationshipName: 'Brand__r'
        });
        expect(fields.get('Rate__c')).toMatchObject({
            type: 'double',
            soapType: 'xsd:double',
            precision: 5,
            scale: 2,
            length: 0
        });
        expect(fields.get('Notes__c')).toMatchObject({
            type: 'textarea',
            filterable: false,
            sortable: false
        });
        expect(fields.get('Id')).toMatchObject({
            type: 'id',
            nillable: false,
            idLookup: true,
            createable: false,
            updateable: false
        });
        expect(fields.get('Name')).toMatchObject({
            nameField: true,
            autoNumber: true,
            createable: false
        });
        expect(fieldsOf(test.system, 'Brand__c').get('Code__c')).toMatchObject({
            unique: true,
            externalId: true,
            caseSensitive: false,
            nillable: false,
            defaultedOnCreate: false
        });
    });

    it('shows a user the fields they may see, and which of them they may write', () => {
        const fields = fieldsOf(agent, 'Line__c');
        expect(fields.get('Label__c')).toMatchObject({ createable: true, updateable: true });
        expect(fields.get('Status__c')).toMatchObject({ createable: false, updateable: false });
        expect(fields.has('Secret__c')).toBe(false);
    });

    it('names the lists of children', () => {
        const { childRelationships } = test.system.describe('Brand__c') as {
            childRelationships: Record<string, unknown>[];
        };
        expect(childRelationships).toContainEqual(
            expect.objectContaining({
                childSObject: 'Line__c',
                field: 'Backup_Brand__c',
                relationshipName: 'Backup_Lines__r',
                restrictedDelete: true
            })
        );
        // The agent sees lines, but not which brand backs them up.
        const seen = agent.describe('Brand__c').childRelationships as Record<string, unknown>[];
        expect(seen.map(({ field }) => field)).not.toContain('Backup_Brand__c');
    });

    it('is refused for an object that is not there, or not for this user', () => {
        expect(() => test.system.describe('Nothing__c')).toThrow(
            'The requested resource does not exist'
        );
        expect(() => agent.describe('Contact')).toThrow('The requested resource does not exist');
    });
});
