import { describe, expect, it } from 'vitest';
import { LANGUAGES, labelsIn, languageOf } from './labels.ts';

describe('the words of a page', () => {
    it.each([
        ['de', 'de'],
        ['de_AT', 'de'],
        ['fr-CA', 'fr'],
        ['en_GB', 'en_US'],
        ['ja', 'en_US'],
        [undefined, 'en_US']
    ])('for a user whose language is %s are %s', (locale, language) => {
        expect(languageOf(locale)).toBe(language);
    });

    it('are as many in every language', () => {
        const names = Object.keys(labelsIn('en_US')).sort();
        expect(names.length).toBeGreaterThan(0);
        for (const language of LANGUAGES) {
            expect(Object.keys(labelsIn(language)).sort()).toEqual(names);
        }
    });

    it('differ from language to language', () => {
        const words = LANGUAGES.map((language) => labelsIn(language)['Callback_Dial_No_Phone']);
        expect(new Set(words).size).toBe(LANGUAGES.length);
    });
});
