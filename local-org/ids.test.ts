import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isId, sameId, to18 } from './ids.ts';

const id15 = fc.stringMatching(/^[A-Za-z0-9]{15}$/);

describe('record ids', () => {
    it.each([
        ['001A0000006Vm9r', '001A0000006Vm9rIAC'],
        ['003D000000QV9mU', '003D000000QV9mUIAT'],
        ['005000000000000', '005000000000000AAA'],
        ['aaaaaAAAAAaaaaa', 'aaaaaAAAAAaaaaaA5A']
    ])('%s is %s with its checksum', (short, long) => {
        expect(to18(short)).toBe(long);
        expect(to18(long)).toBe(long);
        expect(sameId(short, long)).toBe(true);
    });

    it.each([
        '',
        '001',
        '001A0000006Vm9',
        '001A0000006Vm9rI',
        '001A0000006Vm9-',
        "001' OR Id != ''"
    ])('"%s" is not an id', (text) => {
        expect(isId(text)).toBe(false);
        expect(() => to18(text)).toThrow(RangeError);
        expect(sameId(text, text)).toBe(false);
    });

    it('refuses 18 characters whose checksum does not fit', () => {
        expect(isId('001A0000006Vm9rIAD')).toBe(false);
        expect(isId('001a0000006vm9rIAC')).toBe(false);
    });

    it('counts case in the first 15 characters', () => {
        expect(sameId('001A0000006Vm9r', '001a0000006Vm9r')).toBe(false);
    });

    it('gives ids that differ only in case different checksums', () => {
        fc.assert(
            fc.property(id15, (id) => {
                const long = to18(id);
                expect(isId(long)).toBe(true);
                for (const other of [id.toLowerCase(), id.toUpperCase()]) {
                    if (other !== id) {
                        expect(to18(other).slice(15)).not.toBe(long.slice(15));
                    }
                }
            })
        );
    });
});
