import * as libphonenumber from 'libphonenumber-js/max';
import { createNumberReader, type PhoneLibrary } from 'c/callbackPhone';
import { isE164 } from 'c/callbackResolver';

const library = libphonenumber as PhoneLibrary;

describe('A number as dialled', () => {
    const read = createNumberReader(library, isE164);

    it.each([
        ['020 7946 0018', 'GB', '+442079460018'],
        ['+44 (0)20 7946 0018', 'DE', '+442079460018'],
        ['  030 901820 ', 'DE', '+4930901820'],
        ['+442079460018', undefined, '+442079460018']
    ])('%s in %s is %s', (text, country, number) => {
        expect(read(text, country)).toBe(number);
    });

    it.each([
        ['999', 'GB'],
        ['9018200', 'DE'],
        ['0800 1234 HELP', 'GB'],
        ['020 7946 0018', undefined]
    ])('%s in %s stays as dialled', (text, country) => {
        expect(read(text, country)).toBe(text);
    });

    it('is parsed once, however often it is dialled, and separately for each country', () => {
        const parsePhoneNumberFromString = jest.fn(library.parsePhoneNumberFromString);
        const counting = createNumberReader({ parsePhoneNumberFromString }, isE164);
        counting('030 901820', 'DE');
        counting('030 901820', 'DE');
        expect(parsePhoneNumberFromString).toHaveBeenCalledTimes(1);
        expect(counting('030 901820', 'GB')).toBe('030 901820');
        expect(parsePhoneNumberFromString).toHaveBeenCalledTimes(2);
    });

    it('in E.164 is not parsed at all', () => {
        const parsePhoneNumberFromString = jest.fn();
        createNumberReader({ parsePhoneNumberFromString }, isE164)('+442079460018', 'GB');
        expect(parsePhoneNumberFromString).not.toHaveBeenCalled();
    });
});
