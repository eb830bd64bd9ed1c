import { describe, expect, it } from 'vitest';
import { fillReferences, UnresolvedReference } from './compositeReferences.ts';

const answered = new Map<string, unknown>([
    ['account', { id: '001A', success: true, count: 3 }],
    ['found', { records: [{ Id: '003A' }, { Id: '003B' }] }],
    ['many', [{ id: '001X' }]]
]);

describe('references between the parts of a composite', () => {
    it('fills in a value inside a text', () => {
        expect(fillReferences('/sobjects/Account/@{account.id}/x', answered)).toBe(
            '/sobjects/Account/001A/x'
        );
    });

    it('keeps the type of a value that stands alone', () => {
        expect(
            fillReferences({ n: '@{account.count}', b: ['@{account.success}'] }, answered)
        ).toEqual({ n: 3, b: [true] });
    });

    it('walks into lists by position', () => {
        expect(fillReferences('@{found.records[1].Id}', answered)).toBe('003B');
        expect(fillReferences('@{many[0].id}', answered)).toBe('001X');
    });

    it('encodes what it puts into an address', () => {
        const odd = new Map([['a', { v: "x' OR" }]]);
        expect(fillReferences('/query?q=@{a.v}', odd, encodeURIComponent)).toBe("/query?q=x'%20OR");
    });

    it('leaves everything else as it is', () => {
        const body = { Name: 'a @ {b}', n: 1, nothing: null };
        expect(fillReferences(body, answered)).toEqual(body);
    });

    it.each(['@{nobody.id}', '@{account.name}', '@{account.id.more}', '@{account.constructor}'])(
        'refuses %s, which has no value',
        (reference) => {
            expect(() => fillReferences(reference, answered)).toThrow(UnresolvedReference);
        }
    );
});
