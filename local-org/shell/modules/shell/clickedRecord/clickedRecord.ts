import { objectInfo, readRecord, shell } from 'shell/org';

/** Service. What the page knows of the record whose number was clicked, as far as the user may. */

export function objectOf(recordId: string): string | undefined {
    return shell.objectsByPrefix[recordId.slice(0, 3)];
}

/**
 * Cases have no `Name`: what stands for it is what the object says.
 * @throws where the user may not read the record
 */
export async function nameOf(recordId: string, object: string): Promise<string | undefined> {
    const { nameFields } = await objectInfo(object);
    const field = nameFields.includes('Name') ? 'Name' : nameFields[0];
    const { fields } = await readRecord(recordId, [`${object}.${field}`]);
    return field && (fields[field]?.value as string | undefined);
}
