import { describe, expect, it } from 'vitest';
import { differences, linesMissing } from './asPrinted.ts';

describe('An answer as a guide prints it', () => {
    it.each([
        ['the same', { a: [1, 'x'] }, { a: [1, 'x'] }],
        ['an ellipsis for a value', { a: '…' }, { a: { b: 1 } }],
        ['an ellipsis within a text', { a: 'call-…' }, { a: 'call-7f' }],
        ['an ellipsis for the rest of a list', [1, '…'], [1, 2, 3]]
    ])('allows %s', (_, printed, actual) => {
        expect(differences(printed, actual)).toEqual([]);
    });

    it.each([
        ['another value', { a: 1 }, { a: 2 }, ['answer.a is 2, not 1']],
        ['a field too many', {}, { a: 2 }, ['answer.a is 2, not undefined']],
        ['a field too few', { a: '…' }, {}, ['answer.a is undefined, not "…"']],
        ['a list that is longer', [1], [1, 2], ['answer has 2 elements']],
        ['another end', { a: 'call-…' }, { a: 'pbx-7f' }, ['answer.a is "pbx-7f", not "call-…"']]
    ])('does not allow %s', (_, printed, actual, found) => {
        expect(differences(printed, actual)).toEqual(found);
    });

    it('names the printed lines that are not there', () => {
        expect(linesMissing('one\n…\nfour 4', 'one\ntwo\nfour 5')).toEqual(['four 4']);
    });
});
