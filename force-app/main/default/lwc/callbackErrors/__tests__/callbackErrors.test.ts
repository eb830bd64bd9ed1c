import { reduceErrors } from 'c/callbackErrors';

const UNKNOWN = 'c.Callback_Error_Unknown';

describe('Errors of the platform become sentences', () => {
    it.each<[string, unknown, string[]]>([
        ['a text', 'No luck.', ['No luck.']],
        ['a JavaScript error', new Error('No luck.'), ['No luck.']],
        ['a fetch error', { status: 500, body: { message: 'No luck.' } }, ['No luck.']],
        [
            'a fetch error with a list',
            { body: [{ message: 'A.' }, { message: 'B.' }] },
            ['A.', 'B.']
        ],
        ['an error with a status only', { status: 404, statusText: 'Not Found' }, ['Not Found']],
        ['GraphQL errors', { errors: [{ message: 'A.' }, { message: 'A.' }] }, ['A.']],
        ['a list of errors', [{ message: 'A.' }, 'B.'], ['A.', 'B.']],
        ['an error that says nothing', { status: 500 }, [UNKNOWN]],
        ['no error', undefined, []]
    ])('%s', (_, error, sentences) => {
        expect(reduceErrors(error)).toEqual(sentences);
    });

    it('a record error gives its details in place of the message above them', () => {
        const error = {
            body: {
                message: 'An error occurred while trying to update the record.',
                output: {
                    errors: [{ message: 'The number is retired.' }],
                    fieldErrors: { Number__c: [{ message: 'Not a number.' }] }
                }
            }
        };
        expect(reduceErrors(error)).toEqual(['The number is retired.', 'Not a number.']);
    });

    it('an error that holds itself comes to an end', () => {
        const error: { body?: unknown } = {};
        error.body = error;
        expect(reduceErrors(error)).toEqual([UNKNOWN]);
    });
});
