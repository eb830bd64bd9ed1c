import { stateOfErrors } from 'c/callbackData';

describe('Errors of the org', () => {
    it('that name what is hidden say what is missing, each once', () => {
        const errors = [
            "Validation error (FieldUndefined@[uiapi/query/Callback_Rule__c]) : Field 'Callback_Rule__c' in type 'RecordQuery' is undefined",
            "Field 'Country__c' in type 'Callback_Number__c' is undefined",
            "Field 'Country__c' in type 'Callback_Number__c' is undefined",
            "Validation error (WrongType@[uiapi/query/Callback_Policy__c]) : argument 'where' with value 'ObjectValue{}' contains a field not in 'Callback_Policy__c_Filter': 'Scope_Key__c'"
        ].map((message) => ({ message }));
        expect(stateOfErrors(errors)).toEqual({
            kind: 'noPermission',
            missing: [
                'Callback_Number__c.Country__c',
                'Callback_Policy__c.Scope_Key__c',
                'Callback_Rule__c'
            ]
        });
    });

    it('of another kind are told as sentences', () => {
        const errors = [{ message: 'The org is away.' }, { message: 'The org is away.' }];
        expect(stateOfErrors(errors)).toEqual({ kind: 'failed', errors: ['The org is away.'] });
    });

    it('that only in part are about what is hidden are told as sentences', () => {
        const hidden = "Field 'Callback_Rule__c' in type 'RecordQuery' is undefined";
        expect(stateOfErrors([{ message: hidden }, { message: 'Too many.' }])).toEqual({
            kind: 'failed',
            errors: [hidden, 'Too many.']
        });
    });

    it('that were thrown, or say nothing, are told too', () => {
        expect(stateOfErrors({ body: { message: 'No luck.' } })).toEqual({
            kind: 'failed',
            errors: ['No luck.']
        });
        expect(stateOfErrors({})).toEqual({
            kind: 'failed',
            errors: ['c.Callback_Error_Unknown']
        });
    });
});
