import { filled } from 'c/callbackLabel';

jest.mock('@salesforce/i18n/locale', () => ({ default: 'de' }), { virtual: true });

it('puts values into their places, as often as the label wants them', () => {
    expect(filled('{1} of {0}, {1}', 'all', 'some')).toBe('some of all, some');
});

it('writes numbers as the locale of the user does', () => {
    expect(filled('{0} Nummern', 12_345)).toBe('12.345 Nummern');
});

it('takes a value as it is, whatever signs are in it', () => {
    expect(filled('{0}: {1}', '$&', '{0}')).toBe('$&: {0}');
});

it('leaves a place empty that has no value', () => {
    expect(filled('{0}{1}', 'a')).toBe('a');
});
