import type { ObjectInfo } from 'lightning/uiObjectInfoApi';
import type { RecordRepresentation } from 'lightning/uiRecordApi';
import type { PhoneField } from './types';

/** The telephone fields of an object that the agent may see, by label. */
export function phoneFieldsOf({ fields }: Pick<ObjectInfo, 'fields'>): readonly PhoneField[] {
    return Object.values(fields)
        .filter(({ dataType }) => dataType === 'Phone')
        .map(({ apiName, label }) => ({ apiName, label }))
        .sort((a, b) => a.label.localeCompare(b.label));
}

/** In the form of getRecord: `Contact.Phone`. */
export function fieldNamesOf(
    objectApiName: string,
    phoneFields: readonly PhoneField[]
): readonly string[] {
    return phoneFields.map(({ apiName }) => `${objectApiName}.${apiName}`);
}

/** The record's numbers as they are written there, without the blank ones. */
export function phonesOf(
    { fields }: Pick<RecordRepresentation, 'fields'>,
    phoneFields: readonly PhoneField[]
): readonly (PhoneField & { readonly number: string })[] {
    return phoneFields.flatMap((field) => {
        const number = String(fields[field.apiName]?.value ?? '').trim();
        return number === '' ? [] : [{ ...field, number }];
    });
}
