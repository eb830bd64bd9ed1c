/** What people write, and what spreadsheets make of a truth value in the product's languages. */
const YES = new Set([
    'true',
    'yes',
    'y',
    '1',
    'x',
    'wahr',
    'ja',
    'j',
    'vrai',
    'oui',
    'verdadero',
    'sí',
    'si',
    's'
]);
const NO = new Set(['false', 'no', 'n', '0', 'falsch', 'nein', 'faux', 'non', 'falso']);

export function yesOrNo(text: string): boolean | undefined {
    const word = text.toLowerCase();
    return YES.has(word) || (NO.has(word) ? false : undefined);
}
