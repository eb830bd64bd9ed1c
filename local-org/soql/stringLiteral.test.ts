import { describe, expect, it } from 'vitest';
import { OrgError } from '../engine/orgError.ts';
import { patternOfLiteral, textOfLiteral } from './stringLiteral.ts';

describe('a string literal', () => {
    it.each([
        [String.raw`plain`, 'plain'],
        [String.raw`O\'Neil`, "O'Neil"],
        [String.raw`\"\\`, '"\\'],
        [String.raw`\n\N\r\R\t\T\b\B\f\F`, '\n\n\r\r\t\t\b\b\f\f'],
        [String.raw`caf\u00e9 \u00E9`, 'café é'],
        [String.raw`\\n`, '\\n'],
        [String.raw`\\\'`, "\\'"],
        [String.raw`\\u00e9`, '\\u00e9'],
        ['% _ * ? [a]', '% _ * ? [a]'],
        ['\u2028', '\u2028']
    ])('%j stands for %j', (raw, text) => {
        expect(textOfLiteral(raw)).toBe(text);
    });

    it.each(['\\q', '\\_', '\\%', '\\u12', '\\u12g4', '\\ ', '\\é'])('%j is refused', (raw) => {
        expect(() => textOfLiteral(raw)).toThrow(OrgError);
        expect(() => textOfLiteral(raw)).toThrow(`Illegal character sequence '\\${raw[1]}'`);
    });

    it('has no NUL characters, as the store has none', () => {
        expect(textOfLiteral('a\\u0000b')).toBe('a\uFFFDb');
    });
});

describe('a pattern of LIKE', () => {
    it.each([
        ['Ter%', [{ text: 'Ter' }, 'any number of characters']],
        ['_er', ['one character', { text: 'er' }]],
        [String.raw`Ter\%`, [{ text: 'Ter%' }]],
        [String.raw`a\_b`, [{ text: 'a_b' }]],
        [String.raw`a\\%`, [{ text: 'a\\' }, 'any number of characters']],
        [String.raw`a\'%`, [{ text: "a'" }, 'any number of characters']],
        ['', []]
    ])('%j', (raw, pieces) => {
        expect(patternOfLiteral(raw)).toEqual(pieces);
    });

    it('refuses other escapes', () => {
        expect(() => patternOfLiteral('\\d%')).toThrow("Illegal character sequence '\\d'");
    });
});
