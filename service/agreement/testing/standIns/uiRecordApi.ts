import type { RecordRepresentation } from 'lightning/uiRecordApi';
import { currentSession } from '../uiApi.ts';

/** The functions of the record API over HTTP, in the name of whoever is signed in. */

export function createRecord(input: {
    readonly apiName: string;
    readonly fields: Readonly<Record<string, unknown>>;
}): Promise<RecordRepresentation> {
    return currentSession().send('POST', 'ui-api/records', input);
}

export function updateRecord({
    fields: { Id, ...fields }
}: {
    readonly fields: Readonly<Record<string, unknown>>;
}): Promise<RecordRepresentation> {
    return currentSession().send('PATCH', `ui-api/records/${String(Id)}`, { fields });
}
