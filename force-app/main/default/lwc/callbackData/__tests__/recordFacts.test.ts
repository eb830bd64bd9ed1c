import { factsOfRecord } from 'c/callbackData';
import type { FieldValue, RecordRepresentation } from 'lightning/uiRecordApi';

const HIDDEN = { status: 'unreadable', reason: 'FIELD_NOT_FOUND' };

function contact(fields: Readonly<Record<string, FieldValue>>): RecordRepresentation {
    return { apiName: 'Contact', id: '003000000000001AAA', fields };
}

function account(fields: Readonly<Record<string, FieldValue>>): FieldValue {
    return { value: { apiName: 'Account', id: '001000000000001AAA', fields }, displayValue: 'A' };
}

function fact(record: RecordRepresentation | null, field: string) {
    return factsOfRecord('Contact', [`Contact.${field}`], record).fields?.[field];
}

describe('A field of a record is a fact in the form in which the service reads it', () => {
    it.each<[string, unknown, string | null, string | null]>([
        ['a text', 'Finance', null, 'Finance'],
        ['nothing', null, null, null],
        ['a checkbox', true, null, 'true'],
        ['a number', 1234.5, '1,234.50', '1234.5'],
        ['a date', '2026-01-31', '1/31/2026', '2026-01-31'],
        [
            'a moment',
            '2026-01-31T10:00:00.000Z',
            '1/31/26, 10:00 AM',
            '2026-01-31T10:00:00.000+0000'
        ],
        ['a text like a moment', '2026-01-31T10:00:00.000Z', null, '2026-01-31T10:00:00.000Z'],
        ['a picklist by its value', 'Web', 'Website', 'Web']
    ])('%s', (_, value, displayValue, text) => {
        const record = contact({ Field__c: { value, displayValue } });
        expect(fact(record, 'Field__c')).toEqual({ status: 'read', value: text });
    });

    it('whatever the case in which a rule spells its name', () => {
        const record = contact({ Department: { value: 'Finance' } });
        expect(fact(record, 'department')).toEqual({ status: 'read', value: 'Finance' });
    });

    it('also of a parent', () => {
        const record = contact({ Account: account({ Industry: { value: 'Banking' } }) });
        expect(fact(record, 'Account.Industry')).toEqual({ status: 'read', value: 'Banking' });
    });

    it('blank where there is no parent', () => {
        const record = contact({ Account: { value: null }, AccountId: { value: null } });
        expect(fact(record, 'Account.Industry')).toEqual({ status: 'read', value: null });
    });
});

describe('It is unreadable, and never blank,', () => {
    it('where the agent may not see the field', () => {
        expect(fact(contact({}), 'Department')).toEqual(HIDDEN);
        expect(fact(contact({ Account: account({}) }), 'Account.Industry')).toEqual(HIDDEN);
    });

    it('where there is a parent that the agent may not see', () => {
        const id = { value: '001000000000001AAA' };
        const record = contact({ Account: { value: null }, AccountId: id });
        expect(fact(record, 'Account.Industry')).toEqual(HIDDEN);
    });

    it('where it cannot be told whether there is a parent', () => {
        const record = contact({ Parent__r: { value: null } });
        expect(fact(record, 'Parent__r.Name')).toEqual(HIDDEN);
    });

    it('where it has several parts', () => {
        const record = contact({ MailingAddress: { value: { city: 'Berlin' } } });
        expect(fact(record, 'MailingAddress')).toEqual(HIDDEN);
    });

    it('where the record could not be read', () => {
        expect(fact(null, 'Department')).toEqual({
            status: 'unreadable',
            reason: 'RECORD_NOT_FOUND'
        });
    });
});

describe('A dial entry', () => {
    const fields = ['Dial_Entry__c.Dial_List__c'];

    it('says its list', () => {
        const record = {
            apiName: 'Dial_Entry__c',
            id: 'a07000000000001AAA',
            fields: { Dial_List__c: { value: 'a08000000000001AAA' } }
        };
        expect(factsOfRecord('Dial_Entry__c', fields, record)).toEqual({
            dialEntry: { status: 'read', dialListId: 'a08000000000001AAA' }
        });
    });

    it('that is hidden says nothing', () => {
        expect(factsOfRecord('Dial_Entry__c', fields, null)).toEqual({
            dialEntry: { status: 'unreadable', reason: 'RECORD_NOT_FOUND' }
        });
    });
});
