import type { ObjectInfo } from 'lightning/uiObjectInfoApi';
import { fieldNamesOf, phoneFieldsOf, phonesOf } from 'c/callbackData';
import type { SimulatedCall } from 'c/callbackSimulation';
import type { RecordPhone } from 'c/callbackSimulatorCall';
import type { ReadRecord } from 'c/callbackSetupData';

export type InfoOf = (objectApiName: string) => Promise<ObjectInfo>;

/** The telephone numbers of the record dialled from; none where it cannot be read. */
export async function phonesOfRecord(
    { objectApiName, recordId }: SimulatedCall,
    infoOf: InfoOf,
    readRecord: ReadRecord
): Promise<readonly RecordPhone[]> {
    if (!objectApiName || !recordId) {
        return [];
    }
    try {
        const fields = phoneFieldsOf(await infoOf(objectApiName));
        const record =
            fields.length > 0
                ? await readRecord({ recordId, fields: fieldNamesOf(objectApiName, fields) })
                : null;
        return record ? phonesOf(record, fields) : [];
    } catch {
        // They are a convenience: the number can be written by hand.
        return [];
    }
}
