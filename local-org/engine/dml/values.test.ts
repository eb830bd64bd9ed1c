import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FieldSchema } from '../types.ts';
import { openTestOrg, type TestOrg } from '../testing/testOrg.ts';
import { RowRefused } from './rowErrors.ts';
import { toStored } from './values.ts';

let test: TestOrg;
beforeAll(() => (test = openTestOrg()));
afterAll(() => test.close());

const field = (name: string): FieldSchema =>
    test.org.schema.object('Line__c')!.fields.get(name.toLowerCase())!;

function refusal(name: string, value: unknown) {
    try {
        toStored(field(name), value);
    } catch (error) {
        if (error instanceof RowRefused) return error.errors[0];
        throw error;
    }
    return undefined;
}

describe('a value is stored', () => {
    it.each([
        ['Label__c', ' two words ', 'two words'],
        ['Label__c', '   ', null],
        ['Label__c', 'a\0b', 'ab'],
        ['Notes__c', '  kept as it is\n', '  kept as it is\n'],
        ['Open__c', true, 1],
        ['Open__c', 'false', 0],
        ['Open__c', null, 0],
        ['Rate__c', 1.005, 1.01],
        ['Rate__c', -1.005, -1.01],
        ['Rate__c', '12.5', 12.5],
        ['Rate__c', 0.1 + 0.2, 0.3],
        ['Rate__c', 1e-7, 0],
        ['Order__c', 9999, 9999],
        ['Since__c', '2024-02-29', '2024-02-29'],
        ['Seen__c', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05.000+0000'],
        ['Seen__c', '2026-01-02T03:04:05.678+0530', '2026-01-01T21:34:05.000+0000'],
        ['Seen__c', '2026-01-02T03:04:05.000-01:00', '2026-01-02T04:04:05.000+0000'],
        ['From__c', '09:30:00', '09:30:00.000Z'],
        ['From__c', '09:30:00.5Z', '09:30:00.500Z'],
        ['Tags__c', 'a;c', 'a;c'],
        ['Colour__c', 'Green', 'Green'],
        ['Mail__c', 'a.b+c@example.co.uk', 'a.b+c@example.co.uk']
    ])('%s: %j as %j', (name, value, expected) => {
        expect(toStored(field(name), value)).toBe(expected);
    });
});

describe('a value is refused', () => {
    it.each([
        ['Label__c', 'thirteen char', 'STRING_TOO_LONG'],
        ['Label__c', 5, 'JSON_PARSER_ERROR'],
        ['Label__c', { a: 1 }, 'JSON_PARSER_ERROR'],
        ['Label__c', ['a'], 'JSON_PARSER_ERROR'],
        ['Open__c', 'maybe', 'JSON_PARSER_ERROR'],
        ['Open__c', 1, 'JSON_PARSER_ERROR'],
        ['Rate__c', 'much', 'JSON_PARSER_ERROR'],
        ['Rate__c', true, 'JSON_PARSER_ERROR'],
        ['Rate__c', 1000, 'NUMBER_OUTSIDE_VALID_RANGE'],
        ['Rate__c', 999.999, 'NUMBER_OUTSIDE_VALID_RANGE'],
        ['Since__c', '2026-02-30', 'JSON_PARSER_ERROR'],
        ['Since__c', 'today', 'JSON_PARSER_ERROR'],
        ['Seen__c', '2026-01-02', 'JSON_PARSER_ERROR'],
        ['Seen__c', '2026-02-30T00:00:00Z', 'JSON_PARSER_ERROR'],
        ['Seen__c', '2026-01-02T25:00:00Z', 'JSON_PARSER_ERROR'],
        ['From__c', '24:00:00', 'JSON_PARSER_ERROR'],
        ['Status__c', 'new', 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'],
        ['Tags__c', 'a;z', 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'],
        ['Mail__c', 'nobody', 'INVALID_EMAIL_ADDRESS'],
        ['Mail__c', 'a@b', 'INVALID_EMAIL_ADDRESS'],
        ['Notes__c', 'x'.repeat(1001), 'STRING_TOO_LONG']
    ])('%s: %j with %s', (name, value, code) => {
        expect(refusal(name, value)?.statusCode).toBe(code);
    });

    it('in Salesforce’s words, with the label and the field', () => {
        expect(refusal('Label__c', 'thirteen char')).toEqual({
            statusCode: 'STRING_TOO_LONG',
            message: 'Label: data value too large: thirteen char (max length=12)',
            fields: ['Label__c']
        });
        expect(refusal('Status__c', 'Odd')).toMatchObject({
            message: 'Status: bad value for restricted picklist field: Odd'
        });
        expect(refusal('Label__c', [1])?.message).toMatch(
            /^Cannot deserialize instance of string from START_ARRAY value \[/
        );
    });
});
