import { LightningElement, api, wire } from 'lwc';
import {
    getRecord,
    notifyRecordUpdateAvailable,
    type RecordRepresentation
} from 'lightning/uiRecordApi';

export interface RecordRequest {
    readonly recordId: string;
    /** In the form of getRecord: `Contact.Account.Industry`. What the user may not see is left out. */
    readonly fields: readonly string[];
}

interface Asked {
    resolve(record: RecordRepresentation | null): void;
    reject(error: unknown): void;
}

/**
 * Container. Without a face: reads fields of single records for whoever asks, one record after
 * the other.
 */
export default class CallbackRecordReader extends LightningElement {
    recordId: string | undefined;
    fields: readonly string[] | undefined;

    private asked: Asked | undefined;
    private underWay: Promise<unknown> = Promise.resolve();
    private readonly readIds = new Set<string>();

    @wire(getRecord, { recordId: '$recordId', optionalFields: '$fields' })
    told({
        data,
        error
    }: {
        readonly data?: RecordRepresentation;
        readonly error?: unknown;
    }): void {
        if (data) {
            this.asked?.resolve(data);
        } else if (isNotThere(error)) {
            this.asked?.resolve(null);
        } else if (error) {
            this.asked?.reject(error);
        }
    }

    /**
     * @returns null for a record that is not there, or that the user may not see
     * @throws what the platform says when it cannot tell
     */
    @api
    read({ recordId, fields }: RecordRequest): Promise<RecordRepresentation | null> {
        this.readIds.add(recordId);
        const answer = this.underWay.then(async () => {
            this.recordId = undefined;
            // A wire asks again only when something changes.
            await Promise.resolve();
            return new Promise<RecordRepresentation | null>((resolve, reject) => {
                this.asked = { resolve, reject };
                this.fields = fields;
                this.recordId = recordId;
            });
        });
        this.underWay = answer.catch(() => undefined).then(() => (this.asked = undefined));
        return answer;
    }

    /** What the platform remembers of the records read so far may be old: the next answers are of now. */
    @api
    async forget(): Promise<void> {
        const records = [...this.readIds].map((recordId) => ({ recordId }));
        this.readIds.clear();
        if (records.length > 0) {
            await notifyRecordUpdateAvailable(records);
        }
    }
}

function isNotThere(error: unknown): boolean {
    const { status } = (error ?? {}) as { readonly status?: unknown };
    return typeof status === 'number' && status >= 400 && status < 500;
}
