import { LightningElement, api, wire } from 'lwc';
import {
    getObjectInfo,
    getPicklistValues,
    type ObjectInfo,
    type PicklistValue,
    type PicklistValues
} from 'lightning/uiObjectInfoApi';

interface Wired<Data> {
    readonly data?: Data;
    readonly error?: unknown;
}
interface Asked<Data> {
    resolve(data: Data): void;
    reject(error: unknown): void;
}

/** What the platform calls the record type of objects that have none. */
const NO_RECORD_TYPE = '012000000000000AAA';

/**
 * Container. Without a face: tells what objects and fields there are, as the user may see them,
 * to whoever asks. What was told is remembered.
 */
export default class CallbackSchema extends LightningElement {
    objectApiName: string | undefined;
    recordTypeId: string | undefined;
    fieldApiName: string | undefined;

    private readonly infos = new Map<string, Promise<ObjectInfo>>();
    private readonly picklists = new Map<string, Promise<readonly PicklistValue[]>>();
    private underWay: Promise<unknown> = Promise.resolve();
    private askedInfo: Asked<ObjectInfo> | undefined;
    private askedValues: Asked<PicklistValues> | undefined;

    @wire(getObjectInfo, { objectApiName: '$objectApiName' })
    toldInfo(told: Wired<ObjectInfo>): void {
        tell(this.askedInfo, told);
    }
    @wire(getPicklistValues, { recordTypeId: '$recordTypeId', fieldApiName: '$fieldApiName' })
    toldValues(told: Wired<PicklistValues>): void {
        tell(this.askedValues, told);
    }

    /** @throws what the platform says of an object that the user may not see, or that is none */
    @api
    infoOf(objectApiName: string): Promise<ObjectInfo> {
        return remembered(this.infos, objectApiName, () =>
            this.next(
                () => (this.objectApiName = undefined),
                () => (this.objectApiName = objectApiName),
                (asked) => (this.askedInfo = asked)
            )
        );
    }

    /** The values of a picklist, over all record types. @throws for a field that is none */
    @api
    valuesOf(objectApiName: string, field: string): Promise<readonly PicklistValue[]> {
        return remembered(this.picklists, `${objectApiName}.${field}`, async () => {
            const { defaultRecordTypeId } = await this.infoOf(objectApiName);
            const { values } = await this.next<PicklistValues>(
                () => (this.fieldApiName = undefined),
                () => {
                    this.recordTypeId = defaultRecordTypeId ?? NO_RECORD_TYPE;
                    this.fieldApiName = `${objectApiName}.${field}`;
                },
                (asked) => (this.askedValues = asked)
            );
            return values;
        });
    }

    /** One question after the other: a wire answers only the last one. */
    private next<Data>(
        clear: () => void,
        ask: () => void,
        keep: (asked: Asked<Data> | undefined) => void
    ): Promise<Data> {
        const answer = this.underWay.then(async () => {
            clear();
            // A wire asks again only when something changes.
            await Promise.resolve();
            return new Promise<Data>((resolve, reject) => {
                keep({ resolve, reject });
                ask();
            });
        });
        this.underWay = answer.then(
            () => keep(undefined),
            () => keep(undefined)
        );
        return answer;
    }
}

function tell<Data>(asked: Asked<Data> | undefined, { data, error }: Wired<Data>): void {
    if (data) {
        asked?.resolve(data);
    } else if (error) {
        asked?.reject(error);
    }
}

function remembered<Data>(
    known: Map<string, Promise<Data>>,
    key: string,
    ask: () => Promise<Data>
): Promise<Data> {
    const answer = known.get(key) ?? ask();
    known.set(key, answer);
    answer.catch(() => known.delete(key));
    return answer;
}
