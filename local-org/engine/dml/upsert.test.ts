import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { create, openTestOrg, type TestOrg } from '../testing/testOrg.ts';
import type { SaveOperation, Values } from '../types.ts';

let test: TestOrg;
beforeAll(() => (test = openTestOrg()));
afterAll(() => test.close());

const operation = (externalIdField: string, externalId: string, values: Values): SaveOperation => ({
    kind: 'upsert',
    object: 'Brand__c',
    externalIdField,
    externalId,
    values
});
const upsert = (field: string, key: string, values: Values = {}) =>
    test.system.save([operation(field, key, values)], { allOrNone: false })[0];

describe('an upsert', () => {
    it('creates the first time and updates the second, whatever the case of the key', () => {
        const first = upsert('Code__c', 'up', { Name: 'One' });
        expect(first).toMatchObject({ success: true, created: true });
        const second = upsert('code__C', 'UP', { Name: 'Two' });
        expect(second).toEqual({ id: first.id, success: true, created: false, errors: [] });
        expect(test.system.retrieve('Brand__c', first.id!)).toMatchObject({
            Name: 'Two',
            Code__c: 'up'
        });
    });

    it('takes the key among the values for what it is', () => {
        const { id } = upsert('Code__c', 'among', { Name: 'One', Code__c: 'among' });
        expect(test.system.retrieve('Brand__c', id!).Code__c).toBe('among');
    });

    it('names all records when the key is not unique', () => {
        const ids = ['m1', 'm2'].map((code) =>
            create(test.system, 'Brand__c', { Name: 'M', Code__c: code, Legacy_Key__c: 'many' })
        );
        expect(upsert('Legacy_Key__c', 'many').errors).toEqual([
            {
                statusCode: 'DUPLICATE_EXTERNAL_ID',
                message: `more than one record found for external id field: [${ids.join(', ')}]`,
                fields: []
            }
        ]);
    });

    it('needs a key, and a field that can be one', () => {
        expect(upsert('Code__c', ' ').errors[0].statusCode).toBe('MISSING_ARGUMENT');
        expect(upsert('CreatedDate', 'x').errors[0].statusCode).toBe('INVALID_FIELD');
        expect(upsert('Nothing__c', 'x').errors[0].statusCode).toBe('INVALID_FIELD');
    });

    it('by Id updates, or creates when there is none', () => {
        const { id } = upsert('Id', '', { Name: 'I', Code__c: 'i' });
        expect(upsert('Id', id!, { Name: 'J' })).toMatchObject({ id, created: false });
        expect(test.system.retrieve('Brand__c', id!).Name).toBe('J');
    });

    it('saves neither of two rows with one key in the same call', () => {
        const results = test.system.save(
            [
                operation('Code__c', 'twin', { Name: 'A' }),
                operation('Code__c', 'alone', { Name: 'B' }),
                operation('Code__c', 'TWIN', { Name: 'C' })
            ],
            { allOrNone: false }
        );
        expect(results.map(({ success }) => success)).toEqual([false, true, false]);
        expect(results[0].errors[0]).toEqual({
            statusCode: 'DUPLICATE_VALUE',
            message: 'Duplicate external id specified: twin',
            fields: ['Code__c']
        });
    });
});
