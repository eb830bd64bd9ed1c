import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { create, openTestOrg, tryUpdate, type TestOrg } from '../testing/testOrg.ts';

let test: TestOrg;
beforeAll(() => (test = openTestOrg()));
afterAll(() => test.close());

const stored = (id: string) => test.system.retrieve('Line__c', id);

describe('updating a record', () => {
    it('changes what was sent and leaves the rest', () => {
        const id = create(test.system, 'Line__c', { Label__c: 'old', Rate__c: 1.5 });
        expect(tryUpdate(test.system, 'Line__c', id, { Label__c: 'new' })).toEqual({
            id,
            success: true,
            created: false,
            errors: []
        });
        expect(stored(id)).toMatchObject({ Label__c: 'new', Rate__c: 1.5 });
        tryUpdate(test.system, 'Line__c', id.slice(0, 15), { Label__c: null });
        expect(stored(id).Label__c).toBeNull();
    });

    it('asks validation rules with the values before', () => {
        const id = create(test.system, 'Line__c', { Status__c: 'Gone' });
        expect(tryUpdate(test.system, 'Line__c', id, { Status__c: 'Live' }).errors).toEqual([
            {
                statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
                message: 'A line that is gone stays gone.',
                fields: ['Status__c']
            }
        ]);
        expect(tryUpdate(test.system, 'Line__c', id, { Label__c: 'x' }).success).toBe(true);
    });

    it('keeps a full name true', () => {
        const id = create(test.system, 'Contact', { FirstName: 'Ann', LastName: 'Lee' });
        tryUpdate(test.system, 'Contact', id, { LastName: 'Poe' });
        expect(test.system.retrieve('Contact', id).Name).toBe('Ann Poe');
    });

    it('refuses to blank what is required', () => {
        const id = create(test.system, 'Brand__c', { Name: 'B', Code__c: 'b' });
        expect(tryUpdate(test.system, 'Brand__c', id, { Code__c: null }).errors[0]).toMatchObject({
            statusCode: 'REQUIRED_FIELD_MISSING',
            fields: ['Code__c']
        });
    });

    it('lets a record keep its own unique value', () => {
        const id = create(test.system, 'Brand__c', { Name: 'K', Code__c: 'keep' });
        expect(tryUpdate(test.system, 'Brand__c', id, { Code__c: 'KEEP' }).success).toBe(true);
    });

    it('refuses another’s unique value', () => {
        create(test.system, 'Brand__c', { Name: 'T', Code__c: 'taken' });
        const id = create(test.system, 'Brand__c', { Name: 'F', Code__c: 'free' });
        expect(
            tryUpdate(test.system, 'Brand__c', id, { Code__c: 'taken' }).errors[0].statusCode
        ).toBe('DUPLICATE_VALUE');
    });

    it('refuses to move a detail to another master', () => {
        const [line, other] = [1, 2].map(() => create(test.system, 'Line__c', {}));
        const id = create(test.system, 'Extension__c', { Name: '1', Line__c: line });
        expect(
            tryUpdate(test.system, 'Extension__c', id, { Line__c: other }).errors[0]
        ).toMatchObject({
            statusCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
            fields: ['Line__c']
        });
    });

    it('refuses an id that is none, and one that nobody has', () => {
        expect(tryUpdate(test.system, 'Line__c', 'x', {}).errors[0].statusCode).toBe(
            'MALFORMED_ID'
        );
        const prefix = test.org.schema.object('Line__c')!.keyPrefix;
        expect(tryUpdate(test.system, 'Line__c', `${prefix}CN0zzzzzzzzz`, {}).errors[0]).toEqual({
            statusCode: 'NOT_FOUND',
            message: 'The requested resource does not exist',
            fields: []
        });
    });
});
