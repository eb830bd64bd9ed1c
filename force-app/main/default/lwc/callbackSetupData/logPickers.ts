import { OBJECTS } from './objects';

/** What the log can be filtered by, for `lightning-record-picker`; agents who left, too. */
export const LOG_PICKERS = {
    agent: {
        objectApiName: 'User',
        displayInfo: { primaryField: 'Name', additionalFields: ['Username'] },
        matchingInfo: {
            primaryField: { fieldPath: 'Name' },
            additionalFields: [{ fieldPath: 'Username' }]
        }
    },
    number: {
        objectApiName: OBJECTS.number,
        displayInfo: { primaryField: 'Name', additionalFields: ['Number__c'] },
        matchingInfo: {
            primaryField: { fieldPath: 'Name' },
            additionalFields: [{ fieldPath: 'Number__c' }]
        }
    },
    rule: { objectApiName: OBJECTS.rule }
} as const;
