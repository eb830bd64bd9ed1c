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

type Config = Readonly<Record<string, unknown>>;

/** What may have to read again. */
interface Reading {
    isOf(recordId: string): boolean;
    read(): Promise<void>;
}

const wires = new Set<Reading>();

/** A wire of the records it wants, once its configuration is whole. */
abstract class Wire<Given> {
    private readonly give: (result: Given) => void;
    private wanted: readonly Wanted[] = [];

    constructor(give: (result: Given) => void) {
        this.give = give;
        give({} as Given);
    }

    connect(): void {
        wires.add(this);
    }
    disconnect(): void {
        wires.delete(this);
    }

    update(config: Config): void {
        this.wanted = this.wantedBy(config);
        void this.read();
    }

    isOf(recordId: string): boolean {
        return this.wanted.some((one) => one.recordId.slice(0, 15) === recordId.slice(0, 15));
    }

    async read(): Promise<void> {
        const { wanted } = this;
        if (wanted.length > 0) {
            const results = await Promise.all(wanted.map(resultOf));
            if (wires.has(this) && this.wanted === wanted) {
                this.give(this.given(results));
            }
        }
    }

    protected abstract wantedBy(config: Config): readonly Wanted[];
    protected abstract given(results: readonly Result[]): Given;
}

export class getRecord extends Wire<Result> {
    protected wantedBy({ recordId, fields, optionalFields }: Config): readonly Wanted[] {
        return wantedOf([recordId], fields, optionalFields);
    }
    protected given([result]: readonly Result[]): Result {
        return result!;
    }
}

interface RecordSet {
    readonly recordIds?: unknown;
    readonly fields?: unknown;
    readonly optionalFields?: unknown;
}

/** `records: [{ recordIds, fields, optionalFields }]`; each record has an outcome of its own. */
export class getRecords extends Wire<object> {
    protected wantedBy({ records }: Config): readonly Wanted[] {
        const sets = (Array.isArray(records) ? records : []) as readonly RecordSet[];
        return sets.flatMap(({ recordIds, fields, optionalFields }) =>
            wantedOf(Array.isArray(recordIds) ? recordIds : [], fields, optionalFields)
        );
    }
    protected given(results: readonly Result[]): object {
        const outcomes = results.map(({ data, error }) => {
            const { status = 200, body } = (error ?? {}) as { status?: number; body?: unknown };
            return { statusCode: status, result: data ?? body };
        });
        return { data: frozen({ results: outcomes }), error: undefined };
    }
}

function wantedOf(
    recordIds: readonly unknown[],
    fields: unknown,
    optionalFields: unknown
): readonly Wanted[] {
    const names = { fields: namesOf(fields), optionalFields: namesOf(optionalFields) };
    if (names.fields.length + names.optionalFields.length === 0) return [];
    return recordIds.flatMap((recordId) =>
        typeof recordId === 'string' ? [{ recordId, ...names }] : []
    );
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
