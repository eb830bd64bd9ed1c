import { TextEncoder } from 'node:util';
import { MOST_BYTES, problemOfSize, textOfBytes } from '../callbackCsv';

const utf8 = (text: string) => new TextEncoder().encode(text);
const windows1252 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf16 = (text: string, littleEndian: boolean) =>
    Uint8Array.from(
        [...`\ufeff${text}`.split('')].flatMap((letter) => {
            const [high, low] = [letter.charCodeAt(0) >> 8, letter.charCodeAt(0) & 0xff];
            return littleEndian ? [low, high] : [high, low];
        })
    );

describe('the text of a file', () => {
    it.each([
        ['plain', utf8('Label,Number\n')],
        ['with its mark', utf8('\ufeffLabel,Number\n')],
        ['UTF-16, little-endian', utf16('Label,Number\n', true)],
        ['UTF-16, big-endian', utf16('Label,Number\n', false)]
    ])('is read: %s', (_name, bytes) => {
        expect(textOfBytes(bytes)).toEqual({ text: 'Label,Number\n' });
    });

    it('is read with letters of every length', () => {
        const text = 'aé€😀\u0800\uffff\u{10ffff}'.repeat(5_000);
        expect(textOfBytes(utf8(text))).toEqual({ text });
        expect(textOfBytes(utf16(text, true))).toEqual({ text });
    });

    it('says in which row and column Windows-1252 shows', () => {
        const file = windows1252(
            'Label;"Num\nber";Description\r\nA;"1;\r\n2";ok\r\nB;3;M\xfcnchen\r\n'
        );
        expect(textOfBytes(file)).toEqual({
            problem: { code: 'notText', row: 3, column: 'Description' }
        });
        expect(textOfBytes(windows1252('L\xe4nge,Number'))).toEqual({
            problem: { code: 'notText', row: 1 }
        });
    });

    it.each([
        ['a letter that is cut off', [0x41, 0xe2, 0x82]],
        ['a letter written longer than needed', [0x41, 0xe0, 0x80, 0xaf]],
        ['half a pair', [0x41, 0xed, 0xa0, 0x80]],
        ['beyond Unicode', [0x41, 0xf4, 0x90, 0x80, 0x80]],
        ['a byte that only continues', [0x41, 0x80]],
        ['NUL', [0x41, 0x42, 0x0a, 0x00]]
    ])('is none: %s', (_name, bytes) => {
        expect(textOfBytes(Uint8Array.from(bytes))).toEqual({
            problem: expect.objectContaining({ code: 'notText' })
        });
    });

    it.each([
        ['UTF-16 without its mark', utf16('Label', true).slice(2)],
        ['UTF-16 that is cut off', utf16('Label', true).slice(0, -1)],
        ['UTF-16 with half a pair', utf16('\ud800a', true)],
        ['UTF-16 with NUL', utf16('a\0', true)]
    ])('is none: %s', (_name, bytes) => {
        expect(textOfBytes(bytes)).toEqual({ problem: { code: 'utf16' } });
    });

    it.each([
        ['of Excel', [0x50, 0x4b, 3, 4]],
        ['of an older Excel', [0xd0, 0xcf, 0x11, 0xe0]]
    ])('is not a workbook %s', (_name, bytes) => {
        expect(textOfBytes(Uint8Array.from(bytes))).toEqual({ problem: { code: 'workbook' } });
    });

    it.each([[''], ['\ufeff'], ['\r\n \n']])('is not nothing: %j', (text) => {
        expect(textOfBytes(utf8(text))).toEqual({ problem: { code: 'empty' } });
    });

    it('is at most 20 MB long, which is known before reading', () => {
        expect(problemOfSize(MOST_BYTES)).toBeUndefined();
        expect(problemOfSize(MOST_BYTES + 1)).toEqual({
            code: 'tooLarge',
            size: 20_971_521,
            limit: 20_971_520
        });
        expect(problemOfSize(0)).toEqual({ code: 'empty' });
        expect(textOfBytes(new Uint8Array(MOST_BYTES + 1))).toEqual({
            problem: expect.objectContaining({ code: 'tooLarge' })
        });
    });
});
