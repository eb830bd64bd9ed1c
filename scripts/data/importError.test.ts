import { describe, expect, it } from 'vitest';
import { ImportError, refusedRequest } from './importError.ts';

describe('what an import error says', () => {
    const fault = {
        file: 'callback-numbers.json',
        ref: 'LarkfieldBerlin',
        fields: ['Number__c'],
        code: 'STRING_TOO_LONG',
        message: 'Callback Number: data value too large'
    };

    it('is where it went wrong, why, and what to do', () => {
        expect(new ImportError([fault]).message).toBe(
            [
                'The import stopped:',
                '  callback-numbers.json, LarkfieldBerlin, Number__c: Callback Number: data value too large (STRING_TOO_LONG)',
                'What to do: Shorten the value. Then start the import again; records that are there already are left alone.'
            ].join('\n')
        );
    });

    it('names each remedy once', () => {
        const { message } = new ImportError([fault, { ...fault, ref: 'LarkfieldParis' }]);
        expect(message.match(/Shorten the value/g)).toHaveLength(1);
    });

    it('has a remedy for codes it does not know', () => {
        expect(new ImportError([{ ...fault, code: 'NEW_IN_2031' }]).message).toContain(
            'What to do: Correct the cause.'
        );
    });

    it('keeps the cause of a request that was refused as a whole', () => {
        const cause = Object.assign(new Error('Session expired or invalid'), {
            errorCode: 'INVALID_SESSION_ID'
        });
        const record = { file: 'leads.json', object: 'Lead', ref: 'AbigailFrost', values: {} };
        const error = refusedRequest(cause, record);
        expect(error.cause).toBe(cause);
        expect(error.message).toContain(
            'leads.json, AbigailFrost: Session expired or invalid (INVALID_SESSION_ID)'
        );
        expect(error.message).toContain('get a new one');
    });
});
