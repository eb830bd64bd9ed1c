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
import type { Values } from '../types.ts';

let test: TestOrg;
let brand: string;
beforeAll(() => {
    test = openTestOrg();
    brand = create(test.system, 'Brand__c', { Name: 'B', Code__c: 'b', Legacy_Key__c: 'old' });
});
afterAll(() => test.close());

const brandOf = (values: Values) =>
    test.system.retrieve('Line__c', create(test.system, 'Line__c', values)).Brand__c;
const refused = (values: Values) => tryCreate(test.system, 'Line__c', values).errors;

describe('a lookup', () => {
    it('takes an id of 15 or 18 characters and shows 18', () => {
        expect(brandOf({ Brand__c: brand })).toBe(brand);
        expect(brandOf({ Brand__c: brand.slice(0, 15) })).toBe(brand);
    });

    it('takes an external id of the parent in a nested object', () => {
        expect(brandOf({ Brand__r: { Code__c: 'B' } })).toBe(brand);
        expect(brandOf({ brand__R: { attributes: { type: 'Brand__c' }, Code__c: 'b' } })).toBe(
            brand
        );
        expect(brandOf({ Brand__r: null })).toBeNull();
    });

    it('takes a username for a user', () => {
        const { Username } = test.system.query('SELECT Username FROM User').records[0];
        const id = create(test.system, 'Line__c', { Agent__r: { Username } });
        expect(test.system.retrieve('Line__c', id).Agent__c).toMatch(/^005/);
    });

    it('refuses an external id that nobody has', () => {
        expect(refused({ Brand__r: { Code__c: 'NONE' } })).toEqual([
            {
                statusCode: 'INVALID_FIELD',
                message:
                    'Foreign key external ID: none not found for field Code__c in entity Line__c',
                fields: []
            }
        ]);
    });

    it('refuses an external id that several have', () => {
        create(test.system, 'Brand__c', { Name: 'B2', Code__c: 'b2', Legacy_Key__c: 'OLD' });
        expect(refused({ Brand__r: { Legacy_Key__c: 'old' } })[0].statusCode).toBe(
            'DUPLICATE_EXTERNAL_ID'
        );
    });

    it('refuses a nested object without exactly one external id', () => {
        expect(refused({ Brand__r: { Legacy_Key__c: 'x', Code__c: 'b' } })[0].statusCode).toBe(
            'INVALID_FIELD'
        );
        expect(refused({ Brand__r: { CreatedDate: 'x' } })[0].statusCode).toBe('INVALID_FIELD');
        expect(refused({ Brand__r: {} })[0].statusCode).toBe('INVALID_FIELD');
        expect(refused({ Brand__r: 'b' })[0].statusCode).toBe('JSON_PARSER_ERROR');
    });

    it('refuses what is no id, an id of another object, and an id nobody has', () => {
        expect(refused({ Brand__c: "x' OR 1=1" })[0]).toMatchObject({
            statusCode: 'MALFORMED_ID',
            fields: ['Brand__c']
        });
        expect(refused({ Brand__c: test.system.userId })[0].statusCode).toBe(
            'FIELD_INTEGRITY_EXCEPTION'
        );
        const nobody = `${brand.slice(0, 3)}CN0zzzzzzzzz`;
        expect(refused({ Brand__c: nobody })[0]).toMatchObject({
            statusCode: 'INVALID_CROSS_REFERENCE_KEY',
            message: 'invalid cross reference id'
        });
        expect(refused({ Brand__c: 7 })[0].statusCode).toBe('JSON_PARSER_ERROR');
    });

    it('says so when the parent was deleted', () => {
        const gone = create(test.system, 'Brand__c', { Name: 'G', Code__c: 'gone' });
        tryDelete(test.system, gone);
        expect(refused({ Brand__c: gone })[0].statusCode).toBe('ENTITY_IS_DELETED');
    });

    it('refuses an owner who is not active', () => {
        const user = createUser(test.system, 'Standard User');
        expect(tryUpdate(test.system, 'User', user, { IsActive: false }).success).toBe(true);
        expect(refused({ OwnerId: user })[0].statusCode).toBe('INACTIVE_OWNER_OR_USER');
        expect(refused({ Agent__c: user })).toEqual([]);
    });
});

describe('deleting a parent', () => {
    it('empties a lookup that may be empty', () => {
        const parent = create(test.system, 'Brand__c', { Name: 'P', Code__c: 'p1' });
        const child = create(test.system, 'Line__c', { Brand__c: parent });
        expect(tryDelete(test.system, parent)).toMatchObject({ success: true, id: parent });
        expect(test.system.retrieve('Line__c', child).Brand__c).toBeNull();
    });

    it('is refused where a lookup says so, and then changes nothing', () => {
        const parent = create(test.system, 'Brand__c', { Name: 'P', Code__c: 'p2' });
        const loose = create(test.system, 'Line__c', { Brand__c: parent });
        const tied = create(test.system, 'Line__c', { Backup_Brand__c: parent });
        const { success, errors } = tryDelete(test.system, parent);
        expect(success).toBe(false);
        expect(errors[0].statusCode).toBe('DELETE_FAILED');
        expect(errors[0].message).toContain(tied);
        expect(test.system.retrieve('Line__c', loose).Brand__c).toBe(parent);
    });

    it('takes the details with it', () => {
        const line = create(test.system, 'Line__c', {});
        const extension = create(test.system, 'Extension__c', { Name: '1', Line__c: line });
        tryDelete(test.system, line);
        expect(() => test.system.retrieve('Extension__c', extension)).toThrow('entity is deleted');
    });

    it('answers that a record is deleted, or that there never was one', () => {
        const line = create(test.system, 'Line__c', {});
        tryDelete(test.system, line);
        expect(tryDelete(test.system, line).errors[0].statusCode).toBe('ENTITY_IS_DELETED');
        expect(tryUpdate(test.system, 'Line__c', line, {}).errors[0].statusCode).toBe(
            'ENTITY_IS_DELETED'
        );
        expect(tryDelete(test.system, `${line.slice(0, 3)}CN0zzzzzzzzz`).errors[0].statusCode).toBe(
            'NOT_FOUND'
        );
        expect(tryDelete(test.system, 'nonsense').errors[0].statusCode).toBe('NOT_FOUND');
    });

    it('never deletes a user', () => {
        const user = createUser(test.system, 'Standard User');
        expect(tryDelete(test.system, user).success).toBe(false);
    });
});
