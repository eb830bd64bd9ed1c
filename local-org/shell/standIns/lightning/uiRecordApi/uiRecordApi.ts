import type { FieldValue, RecordRepresentation } from 'lightning/uiRecordApi';
import { frozen, send } from 'platform/uiApi';

/**
 * Stand-in for `lightning/uiRecordApi`. Follows
 * https://developer.salesforce.com/docs/platform/lwc/guide/reference-lightning-ui-api-record.html
 */

interface Wanted {
    readonly recordId: string;
    readonly fields: readonly string[];
    readonly optionalFields: readonly string[];
}
type Result = { readonly data?: RecordRepresentation; readonly error?: unknown };

const wires = new Set<getRecord>();

export class getRecord {
    private readonly give: (result: Result) => void;
    private wanted: Wanted | undefined;

    constructor(give: (result: Result) => void) {
        this.give = give;
        give({});
    }

    connect(): void {
        wires.add(this);
    }
    disconnect(): void {
        wires.delete(this);
    }

    update(config: Partial<Record<keyof Wanted, unknown>>): void {
        const { recordId } = config;
        const [fields, optionalFields] = [namesOf(config.fields), namesOf(config.optionalFields)];
        const isWhole = typeof recordId === 'string' && fields.length + optionalFields.length > 0;
        this.wanted = isWhole ? { recordId, fields, optionalFields } : undefined;
        void this.read();
    }

    isOf(recordId: string): boolean {
        return this.wanted?.recordId.slice(0, 15) === recordId.slice(0, 15);
    }

    async read(): Promise<void> {
        const { wanted } = this;
        if (wanted) {
            const result = await resultOf(wanted);
            if (wires.has(this) && this.wanted === wanted) {
                this.give(result);
            }
        }
    }
}

async function resultOf({ recordId, fields, optionalFields }: Wanted): Promise<Result> {
    const asked = new URLSearchParams({
        ...(fields.length > 0 && { fields: fields.join(',') }),
        ...(optionalFields.length > 0 && { optionalFields: optionalFields.join(',') })
    });
    try {
        const path = `ui-api/records/${encodeURIComponent(recordId)}?${asked}`;
        return { data: frozen(await send<RecordRepresentation>('GET', path)), error: undefined };
    } catch (error) {
        return { data: undefined, error: frozen(error) };
    }
}

/** As text, or as `@salesforce/schema` gives them. */
function namesOf(fields: unknown): string[] {
    const list = Array.isArray(fields) ? fields : fields ? [fields] : [];
    return list.map((field: string | { objectApiName: string; fieldApiName: string }) =>
        typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`
    );
}

export async function createRecord(input: {
    readonly apiName: string;
    readonly fields: Readonly<Record<string, unknown>>;
}): Promise<RecordRepresentation> {
    return frozen(await send<RecordRepresentation>('POST', 'ui-api/records', input));
}

export async function updateRecord({
    fields: { Id, ...fields }
}: {
    readonly fields: Readonly<Record<string, unknown>>;
}): Promise<RecordRepresentation> {
    const recordId = String(Id);
    const path = `ui-api/records/${encodeURIComponent(recordId)}`;
    const record = await send<RecordRepresentation>('PATCH', path, { fields });
    await notifyRecordUpdateAvailable([{ recordId }]);
    return frozen(record);
}

export async function deleteRecord(recordId: string): Promise<void> {
    await send('DELETE', `ui-api/records/${encodeURIComponent(recordId)}`);
}

/** The wires of these records read again. */
export async function notifyRecordUpdateAvailable(
    records: readonly { readonly recordId: string }[]
): Promise<void> {
    const concerned = [...wires].filter((wire) =>
        records.some(({ recordId }) => wire.isOf(recordId))
    );
    await Promise.all(concerned.map((wire) => wire.read()));
}

export function getFieldValue(record: RecordRepresentation | undefined, field: string): unknown {
    return fieldOf(record, field)?.value;
}

export function getFieldDisplayValue(
    record: RecordRepresentation | undefined,
    field: string
): unknown {
    return fieldOf(record, field)?.displayValue;
}

/** @param field `Contact.Account.Name` */
function fieldOf(record: RecordRepresentation | undefined, field: string): FieldValue | undefined {
    const [, ...path] = namesOf(field)[0]!.split('.');
    return path.reduce<FieldValue | undefined>(
        (from, name) => (from?.value as RecordRepresentation | null | undefined)?.fields[name],
        { value: record }
    );
}
