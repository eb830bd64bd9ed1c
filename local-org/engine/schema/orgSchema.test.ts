import { describe, expect, it } from 'vitest';
import { fieldFile, objectFile, writePackage } from '../testing/metadataFiles.ts';
import { TEST_PACKAGE } from '../testing/testOrg.ts';
import { readObjects } from './customSchema.ts';
import { assignKeyPrefixes, buildSchema } from './orgSchema.ts';

function schemaOf(files = TEST_PACKAGE) {
    const { dir, remove } = writePackage(files);
    try {
        const metadata = readObjects(dir);
        const names = metadata.filter(({ definition }) => definition).map((one) => one.apiName);
        return buildSchema(metadata, assignKeyPrefixes(names, new Map()));
    } finally {
        remove();
    }
}

const fieldOf = (object: string, field: string) =>
    schemaOf().object(object)!.fields.get(field.toLowerCase())!;

describe('the schema read from a package', () => {
    it('finds an object by its name in any case, and by the first three characters of an id', () => {
        const schema = schemaOf();
        const line = schema.object('LINE__C')!;
        expect(line).toMatchObject({ apiName: 'Line__c', labelPlural: 'Lines', custom: true });
        expect(schema.objectOfId(`${line.keyPrefix}CN0000000001`)).toBe(line);
    });

    it('reads a text field with length, unique, external id and required', () => {
        expect(fieldOf('Brand__c', 'Code__c')).toMatchObject({
            type: 'string',
            label: 'Code',
            length: 10,
            unique: true,
            caseSensitive: false,
            externalId: true,
            required: true,
            permissionable: false
        });
    });

    it('reads picklist values, the default among them, and whether others are refused', () => {
        const status = fieldOf('Line__c', 'Status__c');
        expect(status.restrictedPicklist).toBe(true);
        expect(status.picklistValues?.map(({ value, isDefault }) => [value, isDefault])).toEqual([
            ['New', true],
            ['Live', false],
            ['Gone', false]
        ]);
        expect(fieldOf('Line__c', 'Colour__c').restrictedPicklist).toBe(false);
    });

    it('reads where a lookup points, its names from both sides, and what a delete does', () => {
        expect(fieldOf('Line__c', 'Brand__c')).toMatchObject({
            referenceTo: ['Brand__c'],
            relationshipName: 'Brand__r',
            childRelationshipName: 'Lines__r',
            onParentDelete: 'setNull'
        });
        expect(fieldOf('Line__c', 'Backup_Brand__c').onParentDelete).toBe('restrict');
    });

    it('makes a master-detail field required, not changeable, and its object without owner', () => {
        expect(fieldOf('Extension__c', 'Line__c')).toMatchObject({
            masterDetail: true,
            required: true,
            createable: true,
            updateable: false,
            onParentDelete: 'cascade'
        });
        const extension = schemaOf().object('Extension__c')!;
        expect(extension.sharingModel).toBe('ControlledByParent');
        expect(extension.fields.has('ownerid')).toBe(false);
    });

    it('numbers records whose name is an auto-number', () => {
        expect(fieldOf('Line__c', 'Name')).toMatchObject({
            autoNumberFormat: 'L-{0000}',
            createable: false,
            required: false,
            nameField: true
        });
    });

    it('leaves out validation rules that are switched off', () => {
        const names = schemaOf()
            .object('Line__c')!
            .validationRules.map(({ name }) => name);
        expect(names).toContain('Label_Is_Not_Bad');
        expect(names).not.toContain('Sleeping');
    });

    it('adds the package’s fields to a standard object', () => {
        expect(fieldOf('Contact', 'Tier__c')).toMatchObject({ type: 'string', custom: true });
        expect(fieldOf('Contact', 'LastName')).toMatchObject({ required: true, custom: false });
    });

    it('names the file of a field it cannot hold', () => {
        const formula = {
            ...TEST_PACKAGE,
            ...fieldFile('Brand__c', 'Twice__c', { type: 'Number', formula: '2' })
        };
        expect(() => schemaOf(formula)).toThrow(/Twice__c\.field-meta\.xml.*no formula field/);
        const summary = {
            ...TEST_PACKAGE,
            ...fieldFile('Brand__c', 'All__c', { type: 'Summary' })
        };
        expect(() => schemaOf(summary)).toThrow(/All__c\.field-meta\.xml.*type Summary/);
    });

    it('names the file that is not well-formed', () => {
        const path = 'objects/Brand__c/fields/Code__c.field-meta.xml';
        expect(() => schemaOf({ ...TEST_PACKAGE, [path]: '<CustomField><type>' })).toThrow(
            /Code__c\.field-meta\.xml is not well-formed/
        );
    });

    it('says so when a package extends a standard object this org does not have', () => {
        const files = { ...fieldFile('Opportunity', 'Tier__c', { type: 'Text', length: 5 }) };
        expect(() => schemaOf(files)).toThrow(/Opportunity.*no standard object/);
    });
});

describe('key prefixes', () => {
    it('are given in order of name, and stay when an object comes in between', () => {
        const first = assignKeyPrefixes(['B__c', 'A__c'], new Map());
        expect([...first]).toEqual([
            ['A__c', 'a00'],
            ['B__c', 'a01']
        ]);
        const later = assignKeyPrefixes(['A__c', 'AA__c', 'B__c'], first);
        expect(later.get('B__c')).toBe('a01');
        expect(later.get('AA__c')).toBe('a02');
    });

    it('never repeat among more objects than one digit counts', () => {
        const names = Array.from({ length: 200 }, (_, n) => `X${n}__c`);
        const prefixes = new Set(assignKeyPrefixes(names, new Map()).values());
        expect(prefixes.size).toBe(200);
        expect([...prefixes].every((prefix) => /^a[0-9A-Za-z]{2}$/.test(prefix))).toBe(true);
    });

    it('are kept for an object whose files are gone, so that its ids are not given to another', () => {
        const { dir, remove } = writePackage(objectFile('New__c', { label: 'New' }));
        remove();
        expect(dir).toBeTruthy();
        const prefixes = assignKeyPrefixes(['New__c'], new Map([['Gone__c', 'a00']]));
        expect(prefixes.get('New__c')).toBe('a01');
    });
});
