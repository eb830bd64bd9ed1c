import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPlan } from './plan.ts';

let folder: string;

beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'plan-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** A plan of accounts followed by contacts, each with these values. */
function planOf(accounts: Record<string, unknown>[], contacts: Record<string, unknown>[] = []) {
    const file = (type: string, rows: Record<string, unknown>[]) => ({
        records: rows.map(({ ref, ...values }) => ({
            attributes: { type, referenceId: ref },
            ...values
        }))
    });
    write('accounts.json', file('Account', accounts));
    write('contacts.json', file('Contact', contacts));
    return write('plan.json', [
        { sobject: 'Account', recognisedBy: ['Name'], files: ['accounts.json'] },
        { sobject: 'Contact', recognisedBy: ['Email'], files: ['contacts.json'] }
    ]);
}

function write(name: string, content: unknown): string {
    const path = join(folder, name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
}

describe('reading a plan', () => {
    it('keeps the order of steps and records', () => {
        const plan = readPlan(
            planOf(
                [
                    { ref: 'B', Name: 'b' },
                    { ref: 'A', Name: 'a' }
                ],
                [{ ref: 'C', Email: 'c@example.com', AccountId: '@A' }]
            )
        );
        expect(plan.steps.map(({ records }) => records.map(({ ref }) => ref))).toEqual([
            ['B', 'A'],
            ['C']
        ]);
    });

    it.each([
        ['a reference to nothing', '@Nobody', 'contacts.json, C, AccountId: no record "Nobody"'],
        ['a reference to a later record', '@C', 'contacts.json, C, AccountId: no record "C"'],
        ['a part of a key that leads nowhere', '@{A}:@{Nobody}', 'no record "Nobody"'],
        ['a text that only looks like a reference', '@ noon', '"@ noon" is no reference']
    ])('refuses %s before anything is sent', (_, AccountId, message) => {
        const file = planOf(
            [{ ref: 'A', Name: 'a' }],
            [{ ref: 'C', Email: 'c@example.com', AccountId }]
        );
        expect(() => readPlan(file)).toThrow(message);
    });

    it('names every fault at once', () => {
        const file = planOf(
            [{ ref: 'A' }],
            [{ ref: 'A', Email: 'c@example.com', AccountId: '@Nobody' }]
        );
        expect(() => readPlan(file)).toThrow(
            /A: Name is missing.*no record "Nobody".*"A" is given twice/s
        );
    });

    it('refuses a file of more than 200 records', () => {
        const many = Array.from({ length: 201 }, (_, n) => ({ ref: `A${n}`, Name: `a${n}` }));
        expect(() => readPlan(planOf(many))).toThrow('accounts.json holds 201 records');
    });

    it('refuses a step that does not say how its records are recognised', () => {
        const file = write('plan.json', [{ sobject: 'Account', files: [] }]);
        expect(() => readPlan(file)).toThrow('the step for Account needs "recognisedBy"');
    });

    it.each([
        ['is not there', undefined],
        ['is no JSON', '{ "records": [ }']
    ])('names a file that %s', (_, content) => {
        const file = write('plan.json', [
            { sobject: 'Account', recognisedBy: ['Name'], files: ['accounts.json'] }
        ]);
        if (content) write('accounts.json', content);
        expect(() => readPlan(file)).toThrow(/accounts\.json cannot be read as JSON/);
    });

    it('refuses a record of another object than the step', () => {
        const file = planOf([{ ref: 'A', Name: 'a' }]);
        write('accounts.json', { records: [{ attributes: { type: 'Lead', referenceId: 'A' } }] });
        expect(() => readPlan(file)).toThrow('record 1 needs "attributes" with type "Account"');
    });
});
