import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toId18 } from './salesforceId.ts';

const id15 = fc.stringMatching(/^[a-zA-Z0-9]{15}$/);

describe('A record id', () => {
    it.each([
        ['005000000000001', '005000000000001AAA'],
        ['00Q000000000001', '00Q000000000001EAA'],
        ['AAAAAAAAAAAAAAA', 'AAAAAAAAAAAAAAA555'],
        ['a0Bcd000000zzzZ', 'a0Bcd000000zzzZEAQ']
    ])('%s is %s in 18 characters', (short, long) => {
        expect(toId18(short)).toBe(long);
        expect(toId18(long)).toBe(long);
    });

    it('means the same in 15 and in 18 characters', () => {
        fc.assert(
            fc.property(id15, (id) => {
                const long = toId18(id)!;
                expect(long.slice(0, 15)).toBe(id);
                expect(toId18(long)).toBe(long);
            })
        );
    });

    it('whose case was changed on the way is not taken for another one', () => {
        fc.assert(
            fc.property(id15, (id) => {
                const long = toId18(id)!;
                const lower = long.slice(0, 15).toLowerCase() + long.slice(15);
                expect(toId18(lower)).toBe(lower.slice(0, 15) === id ? long : undefined);
            })
        );
    });

    it.each([
        '',
        '0',
        '00500000000000',
        '0050000000000012',
        '005000000000001AA',
        'ö05000000000001'
    ])('is not %j', (text) => {
        expect(toId18(text)).toBeUndefined();
    });
});
