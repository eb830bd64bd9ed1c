import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { create, openTestOrg, tryCreate, type TestOrg } from '../testing/testOrg.ts';
import type { CommittedChange, SaveOperation } from '../types.ts';

let test: TestOrg;
beforeEach(() => {
    test?.close();
    test = openTestOrg();
});
afterAll(() => test.close());

const brand = (code: string | null): SaveOperation => ({
    kind: 'create',
    object: 'Brand__c',
    values: { Name: 'B', Code__c: code }
});
const brands = () => test.system.query('SELECT Id FROM Brand__c').totalSize;

describe('several rows in one call', () => {
    it('are saved one by one when not all must be', () => {
        const results = test.system.save([brand('a'), brand(null), brand('b')], {
            allOrNone: false
        });
        expect(results.map(({ success }) => success)).toEqual([true, false, true]);
        expect(results[1].errors[0].statusCode).toBe('REQUIRED_FIELD_MISSING');
        expect(brands()).toBe(2);
    });

    it('are all undone when all must be saved and one cannot', () => {
        const results = test.system.save([brand('a'), brand(null), brand('b')], {
            allOrNone: true
        });
        expect(results.map(({ errors }) => errors[0].statusCode)).toEqual([
            'ALL_OR_NONE_OPERATION_ROLLED_BACK',
            'REQUIRED_FIELD_MISSING',
            'ALL_OR_NONE_OPERATION_ROLLED_BACK'
        ]);
        expect(results.every(({ id }) => id === undefined)).toBe(true);
        expect(brands()).toBe(0);
    });

    it('see each other: the second with a unique value is refused', () => {
        const [first, second] = test.system.save([brand('same'), brand('SAME')], {
            allOrNone: false
        });
        expect(second.errors[0].message).toContain(first.id!.slice(0, 15));
    });

    it('of which two name the same record are both refused', () => {
        const id = create(test.system, 'Brand__c', { Name: 'B', Code__c: 'b' });
        const update = (recordId: string): SaveOperation => ({
            kind: 'update',
            object: 'Brand__c',
            id: recordId,
            values: { Name: 'C' }
        });
        const results = test.system.save([update(id), update(id.slice(0, 15))], {
            allOrNone: false
        });
        expect(results.map(({ errors }) => errors[0]?.statusCode)).toEqual([
            'DUPLICATE_VALUE',
            'DUPLICATE_VALUE'
        ]);
    });

    it('of no rows is nothing', () => {
        expect(test.system.save([], { allOrNone: true })).toEqual([]);
    });
});

describe('a transaction over several calls', () => {
    it('undoes them all when it throws', () => {
        expect(() =>
            test.org.transaction(() => {
                create(test.system, 'Brand__c', { Name: 'B', Code__c: 'b' });
                throw new Error('stop');
            })
        ).toThrow('stop');
        expect(brands()).toBe(0);
        expect(tryCreate(test.system, 'Brand__c', { Name: 'B', Code__c: 'b' }).success).toBe(true);
    });
});

describe('what listeners are told', () => {
    const listen = () => {
        const heard: CommittedChange[] = [];
        const stop = test.org.onCommit((change) => heard.push(change));
        return { heard, stop };
    };

    it('is every change, neighbours of one kind together', () => {
        const { heard } = listen();
        const ids = test.system
            .save([brand('a'), brand('b')], { allOrNone: false })
            .map(({ id }) => id!);
        expect(heard).toEqual([
            { kind: 'create', object: 'Brand__c', ids, userId: test.system.userId }
        ]);
    });

    it('includes what a delete does to others', () => {
        const parent = create(test.system, 'Brand__c', { Name: 'B', Code__c: 'b' });
        const line = create(test.system, 'Line__c', { Brand__c: parent });
        const { heard } = listen();
        test.system.save([{ kind: 'delete', id: parent }], { allOrNone: false });
        expect(heard.map(({ kind, object, ids }) => [kind, object, ...ids])).toEqual([
            ['update', 'Line__c', line],
            ['delete', 'Brand__c', parent]
        ]);
    });

    it('is nothing about what was refused or undone', () => {
        const parent = create(test.system, 'Brand__c', { Name: 'B', Code__c: 'b' });
        create(test.system, 'Line__c', { Brand__c: parent });
        create(test.system, 'Line__c', { Backup_Brand__c: parent });
        const { heard } = listen();
        test.system.save([brand('a'), brand(null)], { allOrNone: true });
        test.system.save([{ kind: 'delete', id: parent }], { allOrNone: false });
        try {
            test.org.transaction(() => {
                create(test.system, 'Brand__c', { Name: 'C', Code__c: 'c' });
                expect(heard).toEqual([]);
                throw new Error('stop');
            });
        } catch {
            // Undone.
        }
        expect(heard).toEqual([]);
    });

    it('comes after the outermost transaction, and not after they stopped listening', () => {
        const { heard, stop } = listen();
        test.org.transaction(() => {
            create(test.system, 'Brand__c', { Name: 'C', Code__c: 'c' });
            expect(heard).toHaveLength(0);
        });
        expect(heard).toHaveLength(1);
        stop();
        create(test.system, 'Brand__c', { Name: 'D', Code__c: 'd' });
        expect(heard).toHaveLength(1);
    });
});
