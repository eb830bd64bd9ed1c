import type { ObjectInfo } from 'lightning/uiObjectInfoApi';
import { fieldNamesOf, phoneFieldsOf, phonesOf } from 'c/callbackData';

const fields = Object.fromEntries(
    [
        ['Phone', 'Business Phone', 'Phone'],
        ['AssistantPhone', 'Asst. Phone', 'Phone'],
        ['Email', 'Email', 'Email'],
        ['Night__c', 'Night line', 'Phone']
    ].map(([apiName, label, dataType]) => [apiName, { apiName, label, dataType }])
);
const phones = phoneFieldsOf({ fields } as unknown as ObjectInfo);

describe('The telephone fields of an object', () => {
    it('are those of its type, by label', () => {
        expect(phones).toEqual([
            { apiName: 'AssistantPhone', label: 'Asst. Phone' },
            { apiName: 'Phone', label: 'Business Phone' },
            { apiName: 'Night__c', label: 'Night line' }
        ]);
    });

    it('are asked for in the form of getRecord', () => {
        expect(fieldNamesOf('Contact', phones)).toEqual([
            'Contact.AssistantPhone',
            'Contact.Phone',
            'Contact.Night__c'
        ]);
    });

    it('give the numbers of a record, without those that are blank or hidden', () => {
        const record = { fields: { Phone: { value: ' 020 7946 0018 ' }, Night__c: { value: '' } } };
        expect(phonesOf(record, phones)).toEqual([
            { apiName: 'Phone', label: 'Business Phone', number: '020 7946 0018' }
        ]);
    });
});
