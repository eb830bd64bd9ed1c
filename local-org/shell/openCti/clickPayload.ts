import type { ClickToDialPayload } from './protocol.ts';

/** What a component on the page knows of a click. */
export interface Click {
    readonly number: string;
    readonly recordId?: string;
    readonly params?: string;
}

/** What the page knows of records. */
export interface Records {
    /** @returns undefined where the user may not read the object */
    objectOf(recordId: string): string | undefined;
    /** @throws where the user may not read the record */
    nameOf(recordId: string, object: string): Promise<string | undefined>;
}

/** What the softphone is told of a click: the object and the name of its record, too, as far as the user may know them. */
export async function payloadOf(click: Click, records: Records): Promise<ClickToDialPayload> {
    const { number, recordId, params } = click;
    const objectType = recordId && records.objectOf(recordId);
    const recordName =
        objectType && (await records.nameOf(recordId, objectType).catch(() => undefined));
    return {
        number,
        ...(recordId && { recordId }),
        ...(recordName && { recordName }),
        ...(objectType && { objectType }),
        ...(params && { params })
    };
}
