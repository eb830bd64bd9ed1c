import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fieldFile, objectFile } from '../testing/metadataFiles.ts';
import { openTestOrg, type TestOrg } from '../testing/testOrg.ts';

let engine: TestOrg;
const COUNT = 2_500;
const day = (n: number) => `2026-03-01T00:${String(n % 60).padStart(2, '0')}:00.000Z`;

beforeAll(() => {
    engine = openTestOrg({
        ...objectFile('Event__c', {
            label: 'Event',
            pluralLabel: 'Events',
            nameField: { label: 'Event Name', type: 'Text' },
            sharingModel: 'ReadWrite'
        }),
        ...fieldFile('Event__c', 'At__c', { type: 'DateTime', required: true }),
        ...fieldFile('Event__c', 'Ended__c', { type: 'DateTime' }),
        ...fieldFile('Event__c', 'Before__c', {
            type: 'Lookup',
            referenceTo: 'Event__c',
            relationshipName: 'After',
            deleteConstraint: 'SetNull'
        })
    });
    const results = engine.system.save(
        Array.from({ length: COUNT }, (_, n) => ({
            kind: 'create' as const,
            object: 'Event__c',
            values: { Name: `e${n}`, At__c: day(n), ...(n % 2 === 0 && { Ended__c: day(n) }) }
        })),
        { allOrNone: true }
    );
    engine.system.save(
        [
            {
                kind: 'update',
                object: 'Event__c',
                id: results[0]!.id!,
                values: { Before__c: results[59]!.id! }
            }
        ],
        { allOrNone: true }
    );
});
afterAll(() => engine.close());

const ids = (order: string) => engine.system.query(`SELECT Id FROM Event__c ORDER BY ${order}`);

describe('a part of an answer', () => {
    it.each([
        'At__c DESC, Id DESC',
        'At__c, Id',
        'Ended__c DESC, Id',
        'Ended__c DESC NULLS LAST, Id'
    ])('is the one that ORDER BY %s puts there, however far', (order) => {
        let page = ids(order);
        const whole = [...page.records];
        while (page.nextLocator) {
            page = engine.system.queryMore(page.nextLocator);
            whole.push(...page.records);
        }
        const soql = `SELECT Id FROM Event__c ORDER BY ${order}`;
        const part = engine.system.querySpan(soql, { offset: 2_300, limit: 120 });
        expect(part).toEqual(whole.slice(2_300, 2_420));
        expect(engine.system.querySpan(soql, { offset: 2_400, limit: 900 })).toHaveLength(100);
    });

    it('has records without a value first, downwards too, where a field may be empty', () => {
        const first = (order: string) =>
            engine.system.querySpan(
                `SELECT At__c, Ended__c, Before__r.At__c FROM Event__c ORDER BY ${order}`,
                {
                    offset: 0,
                    limit: 1
                }
            )[0]!;
        expect(first('Ended__c DESC').Ended__c).toBeNull();
        expect(first('Before__r.At__c DESC').Before__r).toBeNull();
        expect(first('Before__r.At__c DESC NULLS LAST').Before__r).toMatchObject({
            At__c: '2026-03-01T00:59:00.000+0000'
        });
        expect(first('At__c DESC').At__c).toBe('2026-03-01T00:59:00.000+0000');
    });
});
