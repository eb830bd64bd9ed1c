import type { FieldSchema, ObjectSchema, SaveResult } from '../types.ts';

/** Refusals of a row, in Salesforce's own words. */
export type RowError = SaveResult['errors'][number];

/** Ends the work on one row; the rows beside it go on. */
export class RowRefused extends Error {
    readonly errors: readonly RowError[];

    constructor(...errors: readonly RowError[]) {
        super(errors.map(({ message }) => message).join('; '));
        this.name = 'RowRefused';
        this.errors = errors;
    }
}

export function rowError(
    statusCode: string,
    message: string,
    fields: readonly string[] = []
): RowError {
    return { statusCode, message, fields };
}

export const unsupportedObject = (name: string) =>
    rowError('INVALID_TYPE', `sObject type '${name}' is not supported.`);

export const noSuchColumn = (object: ObjectSchema, name: string) =>
    rowError('INVALID_FIELD', `No such column '${name}' on sobject of type ${object.apiName}`);

export const notWriteable = (fields: readonly string[]) =>
    rowError(
        'INVALID_FIELD_FOR_INSERT_UPDATE',
        `Unable to create/update fields: ${fields.join(', ')}. Please check the security settings ` +
            'of this field and verify that it is read/write for your profile or permission set.',
        fields
    );

export const requiredMissing = (fields: readonly string[]) =>
    rowError(
        'REQUIRED_FIELD_MISSING',
        `Required fields are missing: [${fields.join(', ')}]`,
        fields
    );

/** @param kind the field's type as the JSON reader names it */
export const wrongJson = (kind: string, value: unknown) =>
    rowError(
        'JSON_PARSER_ERROR',
        `Cannot deserialize instance of ${kind} from ${tokenOf(value)} value ${shown(value)} ` +
            'or request may be missing a required field'
    );

function tokenOf(value: unknown): string {
    if (Array.isArray(value)) return 'START_ARRAY';
    if (typeof value === 'number') {
        return Number.isInteger(value) ? 'VALUE_NUMBER_INT' : 'VALUE_NUMBER_FLOAT';
    }
    if (typeof value === 'boolean') return `VALUE_${String(value).toUpperCase()}`;
    return typeof value === 'string' ? 'VALUE_STRING' : 'START_OBJECT';
}

function shown(value: unknown): string {
    if (Array.isArray(value)) return '[';
    return typeof value === 'object' ? '{' : String(value);
}

export const tooLong = (field: FieldSchema, value: string) =>
    rowError(
        'STRING_TOO_LONG',
        `${field.label}: data value too large: ${value} (max length=${field.length})`,
        [field.apiName]
    );

export const notInPicklist = (field: FieldSchema, value: string) =>
    rowError(
        'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
        `${field.label}: bad value for restricted picklist field: ${value}`,
        [field.apiName]
    );

export const outOfRange = (field: FieldSchema, value: number) =>
    rowError(
        'NUMBER_OUTSIDE_VALID_RANGE',
        `${field.label}: value outside of valid range on numeric field: ${value}`,
        [field.apiName]
    );

export const invalidEmail = (field: FieldSchema, value: string) =>
    rowError('INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${value}`, [
        field.apiName
    ]);

export const wrongIdType = (field: FieldSchema, value: string) =>
    rowError('MALFORMED_ID', `${field.label}: id value of incorrect type: ${value}`, [
        field.apiName
    ]);

export const unknownReference = (field: FieldSchema) =>
    rowError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', [field.apiName]);

export const referenceOutOfReach = (field: FieldSchema, id: string) =>
    rowError(
        'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
        `insufficient access rights on cross-reference id: ${id.slice(0, 15)}`,
        [field.apiName]
    );

export const foreignKeyNotFound = (value: unknown, field: string, object: ObjectSchema) =>
    rowError(
        'INVALID_FIELD',
        `Foreign key external ID: ${String(value).toLowerCase()} not found for field ${field} ` +
            `in entity ${object.apiName}`
    );

/** Salesforce shows the other record's id with 15 characters here. */
export const duplicateValue = (field: FieldSchema, otherId: string) =>
    rowError(
        'DUPLICATE_VALUE',
        `duplicate value found: ${field.apiName} duplicates value on record with id: ` +
            otherId.slice(0, 15)
    );

export const severalFound = (ids: readonly string[]) =>
    rowError(
        'DUPLICATE_EXTERNAL_ID',
        `more than one record found for external id field: [${ids.join(', ')}]`
    );

export const recordNotFound = () => rowError('NOT_FOUND', 'The requested resource does not exist');

export const recordDeleted = () => rowError('ENTITY_IS_DELETED', 'entity is deleted');

export const noAccessToRecord = () =>
    rowError('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');

export const rolledBack = () =>
    rowError(
        'ALL_OR_NONE_OPERATION_ROLLED_BACK',
        'Record rolled back because not all records were valid and the request was using ' +
            'AllOrNone header'
    );
