import type { RecordRepresentation } from 'lightning/uiRecordApi';

/** For `optionalFields` of getRecord: where the name of a record is. */
export function nameFieldsOf(objectApiName: string): readonly string[] {
    return [`${objectApiName}.Name`];
}

/** Undefined where the agent may not see it. */
export function nameOf({ fields }: RecordRepresentation): string | undefined {
    const name = fields.Name?.value;
    return typeof name === 'string' && name !== '' ? name : undefined;
}
