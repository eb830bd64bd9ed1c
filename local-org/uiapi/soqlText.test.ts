import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INTEGRATION_USERNAME } from '../engine/firstRows.ts';
import { startTestOrg, type TestOrg } from '../http/testing/testOrg.ts';
import { scanSoql } from '../soql/scan.ts';
import { ask } from './testing/ask.ts';
import { literal } from './soqlText.ts';

let org: TestOrg;
beforeAll(async () => {
    org = await startTestOrg();
});
afterAll(() => org.close());

const text = { type: 'string' } as Parameters<typeof literal>[0];
const number = { type: 'double' } as Parameters<typeof literal>[0];
const sentence = (written: string) => `SELECT Id FROM Gadget__c WHERE Name = ${written} LIMIT 1`;

/** Texts made of what means something to SOQL, and texts of anything. */
const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
        .array(
            fc.constantFrom("'", '\\', '\n', '\r', '%', '_', '"', ' OR ', '--', '\u2028', ')', 'x')
        )
        .map((parts) => parts.join(''))
);

describe('a value as SOQL text', () => {
    it('never becomes syntax, whatever it holds', () => {
        const harmless = scanSoql(sentence("'x'")).numbered;
        fc.assert(
            fc.property(anyText, (value) => {
                const scanned = scanSoql(sentence(literal(text, value)));
                expect(scanned.numbered).toBe(harmless);
                expect(scanned.literals).toHaveLength(1);
            }),
            { numRuns: 1_000 }
        );
    });

    it('is a plain number without an exponent', () => {
        fc.assert(
            fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
                expect(literal(number, value)).toMatch(/^-?\d+(\.\d+)?$/);
            })
        );
    });

    it('finds the record that has it, and no other', async () => {
        const marker = "it's 100% \\' OR Name != '\n\t\"_\\";
        const connection = org.connect(INTEGRATION_USERNAME);
        await connection.sobject('Gadget__c').create([{ Name: marker }, { Name: 'other' }]);
        const { data, errors } = await ask(
            org,
            INTEGRATION_USERNAME,
            'query ($name: String) { uiapi { query { Gadget__c(where: { Name: { in: [$name] } }) { edges { node { Name { value } } } } } } }',
            { name: marker }
        );
        expect(errors).toEqual([]);
        expect(data.uiapi.query.Gadget__c.edges).toHaveLength(1);
    });
});
