import { gql } from 'lightning/graphql';
import type { SimulatedCall } from 'c/callbackSimulation';
import { fieldsOfRows, readPage, type Ask } from './asking';
import { OBJECTS } from './objects';

/** What a call that is tried can be put together from, for `lightning-record-picker`. */

export const AGENT_PICKER = {
    objectApiName: 'User',
    displayInfo: { primaryField: 'Name', additionalFields: ['Username'] },
    matchingInfo: {
        primaryField: { fieldPath: 'Name' },
        additionalFields: [{ fieldPath: 'Username' }]
    },
    filter: { criteria: [{ fieldPath: 'IsActive', operator: 'eq', value: true }] }
} as const;

export function entryPickerFor(dialListId: string) {
    return {
        objectApiName: OBJECTS.dialEntry,
        displayInfo: { primaryField: 'Phone__c', additionalFields: ['Customer__c'] },
        matchingInfo: {
            primaryField: { fieldPath: 'Phone__c', mode: 'contains' },
            additionalFields: [{ fieldPath: 'Customer__c' }]
        },
        filter: { criteria: [{ fieldPath: 'Dial_List__c', operator: 'eq', value: dialListId }] }
    } as const;
}

const ENTRY = gql`
    query DialEntryToTry($id: ID!) { uiapi { query {
        rows: Dial_Entry__c(where: { Id: { eq: $id } }, first: 1) ${fieldsOfRows(
            'Phone__c',
            'Record_Id__c',
            'Object__c',
            'Dial_List__c'
        )}
    } } }
`;

interface EntryRow {
    readonly Phone__c: string | null;
    readonly Record_Id__c: string | null;
    readonly Object__c: string | null;
    readonly Dial_List__c: string;
}

/** What a dial entry says of its call; nothing where it is gone. */
export async function readEntryCall(ask: Ask, entryId: string): Promise<Partial<SimulatedCall>> {
    const { rows } = await readPage<EntryRow>(ask, { query: ENTRY, variables: { id: entryId } });
    const [entry] = rows;
    const hasRecord = entry?.Record_Id__c && entry.Object__c;
    return entry
        ? {
              dialListId: entry.Dial_List__c,
              number: entry.Phone__c ?? '',
              recordId: hasRecord ? entry.Record_Id__c! : '',
              objectApiName: hasRecord ? entry.Object__c! : ''
          }
        : {};
}
