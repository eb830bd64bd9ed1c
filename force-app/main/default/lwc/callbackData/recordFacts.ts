import type { DialListId, Facts, FieldFact } from 'c/callbackResolver';
import type { FieldValue, RecordRepresentation } from 'lightning/uiRecordApi';

const ENTRY = 'Dial_Entry__c';
const ENTRY_LIST = 'Dial_List__c';
const HIDDEN: FieldFact = { status: 'unreadable', reason: 'FIELD_NOT_FOUND' };

/** What tells the list of a dial entry. */
export const ENTRY_FIELDS: readonly string[] = [`${ENTRY}.${ENTRY_LIST}`];

/** In the form of getRecord. A field behind a relationship comes with the id that leads there. */
export function fieldsToRead(objectApiName: string, fields: readonly string[]): readonly string[] {
    const names = fields.flatMap((field) => {
        const [relationship, ...path] = field.split('.');
        return path.length > 0 ? [field, referenceField(relationship)] : [field];
    });
    return [...new Set(names)].map((name) => `${objectApiName}.${name}`);
}

/**
 * What a record says to rules, in the form in which the service reads it. Ask for the fields as
 * optional ones: what the agent may not see is then missing, and `unreadable` here.
 * @param fields as `previewOf` asked for them
 * @param record null where it could not be read
 */
export function factsOfRecord(
    objectApiName: string,
    fields: readonly string[],
    record: RecordRepresentation | null
): Facts {
    const named = fields.map((field) => field.slice(field.indexOf('.') + 1));
    if (objectApiName === ENTRY) {
        return { dialEntry: entryFact(record) };
    }
    return { fields: Object.fromEntries(named.map((field) => [field, fieldFact(record, field)])) };
}

function entryFact(record: RecordRepresentation | null): NonNullable<Facts['dialEntry']> {
    const list = record && valueOf(record, ENTRY_LIST)?.value;
    return typeof list === 'string'
        ? { status: 'read', dialListId: list as DialListId }
        : { status: 'unreadable', reason: 'RECORD_NOT_FOUND' };
}

function fieldFact(record: RecordRepresentation | null, field: string): FieldFact {
    if (!record) {
        return { status: 'unreadable', reason: 'RECORD_NOT_FOUND' };
    }
    const [first, ...path] = field.split('.');
    if (path.length === 0) {
        return asFact(valueOf(record, first));
    }
    const parent = valueOf(record, first)?.value;
    if (parent === null) {
        // Blank where it leads nowhere; a parent that the agent may not see is not blank.
        const leadsNowhere = valueOf(record, referenceField(first))?.value === null;
        return leadsNowhere ? { status: 'read', value: null } : HIDDEN;
    }
    return isRecord(parent) ? fieldFact(parent, path.join('.')) : HIDDEN;
}

function asFact(field: FieldValue | undefined): FieldFact {
    if (field === undefined || (typeof field.value === 'object' && field.value !== null)) {
        return HIDDEN;
    }
    return { status: 'read', value: textOf(field) };
}

const MOMENT = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3})Z$/;

/** As the REST API gives it to the service, which ends a moment with `+0000` and not with `Z`. */
function textOf({ value, displayValue }: FieldValue): string | null {
    if (value === null || value === undefined) {
        return null;
    }
    const text = String(value);
    // A text that only looks like a moment has no other way to be shown.
    return typeof displayValue === 'string' ? text.replace(MOMENT, '$1+0000') : text;
}

/** Names are spelled by rules, and their case does not count. */
function valueOf({ fields }: RecordRepresentation, name: string): FieldValue | undefined {
    const spelled = Object.keys(fields).find((key) => key.toLowerCase() === name.toLowerCase());
    return spelled === undefined ? undefined : fields[spelled];
}

/** `Account` → `AccountId`, `Parent__r` → `Parent__c`: how the platform names the two. */
function referenceField(relationship: string): string {
    return /__r$/i.test(relationship) ? relationship.replace(/__r$/i, '__c') : `${relationship}Id`;
}

function isRecord(value: unknown): value is RecordRepresentation {
    return typeof value === 'object' && value !== null && 'fields' in value;
}
