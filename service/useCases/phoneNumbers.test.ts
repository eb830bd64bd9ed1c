import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isE164 } from '#resolver';
import { createNumberReader } from './phoneNumbers.ts';

const read = createNumberReader();

describe('A number as dialled', () => {
    it.each([
        ['+442079460018', 'DE', '+442079460018'],
        ['020 7946 0018', 'GB', '+442079460018'],
        ['(020) 7946-0018 x123', 'GB', '+442079460018'],
        ['0044 20 7946 0018', 'GB', '+442079460018'],
        ['+44 (0)20 7946 0018', 'DE', '+442079460018'],
        ['011 44 20 7946 0018', 'US', '+442079460018'],
        ['tel:+442079460018', 'GB', '+442079460018'],
        ['  030 901820 ', 'DE', '+4930901820'],
        ['1800 123 456', 'AU', '+611800123456'],
        ['2079460018', 'GB', '+442079460018'],
        ['+44 20 7946 0018 ext. 5', undefined, '+442079460018']
    ])('%s in %s is %s', (text, country, number) => {
        expect(read(text, country)).toBe(number);
    });

    it.each([
        ['GB', ['999', '112', '101', '111', '118118', '116123', '2410']],
        ['DE', ['110', '112', '115', '116117', '11833', '24100']],
        ['FR', ['15', '17', '112', '3008', '118218']],
        ['ES', ['112', '091', '061', '11811']],
        ['US', ['911', '411', '311', '988', '555-0100', '2410']],
        ['AU', ['000', '106', '112', '13 22 00']]
    ])('in %s emergency numbers, short codes and extensions stay as dialled', (country, texts) => {
        expect(texts.map((text) => read(text, country))).toEqual(texts);
    });

    it('without a default country a national number stays as dialled', () => {
        expect(read('020 7946 0018', undefined)).toBe('020 7946 0018');
    });

    it('that no country knows stays as dialled', () => {
        expect(read('0800-FLOWERS', 'GB')).toBe('0800-FLOWERS');
        expect(read('*21#', 'GB')).toBe('*21#');
        expect(read('020 7946 0018', 'ZZ')).toBe('020 7946 0018');
    });

    it('is never refused, and is E.164 or as dialled', () => {
        fc.assert(
            fc.property(fc.string({ maxLength: 64 }), (text) => {
                const number = read(text, 'GB');
                expect(isE164(number) || number === text.trim()).toBe(true);
            })
        );
    });
});
