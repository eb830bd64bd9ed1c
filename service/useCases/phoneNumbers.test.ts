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
        ['+44 20 7946 0018 ext. 5', undefined, '+442079460018'],
        ['tel:+44-20-7946-0018;ext=12', 'DE', '+442079460018'],
        ['020 7946 0018,,123#', 'GB', '+442079460018'],
        ['\u202a020 7946 0018\u202c', 'GB', '+442079460018'],
        ['\u202a+442079460018\u202c', 'GB', '+442079460018'],
        ['030 23125 417 (privat)', 'DE', '+493023125417'],
        ['٠٢٠٧٩٤٦٠٠١٨', 'GB', '+442079460018'],
        ['617.555.0187', 'US', '+16175550187'],
        ['04.65.71.03.41', 'FR', '+33465710341'],
        ['00 33 4 65 71 04 46', 'GB', '+33465710446'],
        ['08-465 004 17', 'SE', '+46846500417'],
        ['06 698 12345', 'IT', '+390669812345'],
        ['+49 116117', 'DE', '+49116117']
    ])('%s in %s is %s', (text, country, number) => {
        expect(read(text, country)).toBe(number);
    });

    it.each([
        ['GB', '999 112 111 101 105 116123 116000 118500 118118 123 150 159 1471 1571 2410 55'],
        ['DE', '110 112 115 116117 116116 116006 11833 11880 118000 19222 22133 24100 417'],
        ['FR', '15 17 18 112 114 115 119 191 196 197 116000 118218 118008 1013 3008 3949 36300'],
        ['ES', '112 061 062 080 085 088 091 092 012 016 010 060 024 1004 11811 11888 116111'],
        ['US', '911 112 211 311 411 511 611 711 811 988 933 0 00 22395 741741 5550100 555-0100'],
        ['AU', '000 106 112 119 1194 1223 1225 12455 12550 1300 1800 1345 131114 132200 0011 1831'],
        ['SE', '112 1177 11414 11313 116117 116000 118118 90510'],
        ['IT', '112 113 115 118 1500 1522 116117 12 4040']
    ])('in %s emergency numbers, short codes and extensions stay as dialled', (country, texts) => {
        const asDialled = texts.split(' ');
        expect(asDialled.map((text) => read(text, country))).toEqual(asDialled);
    });

    it.each([
        ['9018200', 'DE', 'the area code is missing'],
        ['946 0018', 'GB', 'the area code is missing'],
        ['020 7946', 'GB', 'it was cut off'],
        ['+44 20 79', 'GB', 'it was cut off'],
        ['0000000000', 'GB', 'there is no such number'],
        ['020 7946 0018, 020 7946 0019', 'GB', 'there are two'],
        ['0800 1234 HELP', 'GB', 'it has letters'],
        ['1-800-FLOWERS', 'US', 'it has letters'],
        ['*31#02079460018', 'GB', 'it is a command'],
        ['12345678901234567890', 'GB', 'it is too long'],
        ['call the office', 'GB', 'it is a sentence']
    ])('%s in %s stays as dialled: %s', (text, country) => {
        expect(read(text, country)).toBe(text);
    });

    it('of a range that is not open yet is a number all the same, when it says so itself', () => {
        expect(read('07700 900461', 'GB')).toBe('+447700900461');
        expect(read('+44 7700 900461', 'DE')).toBe('+447700900461');
    });

    it.each(['in the EU', 'GBR', 'gb', '__proto__', ''])(
        'is read without a country that does not exist: %s',
        (country) => {
            expect(read('020 7946 0018', country)).toBe('020 7946 0018');
            expect(read('+44 20 7946 0018', country)).toBe('+442079460018');
        }
    );

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
