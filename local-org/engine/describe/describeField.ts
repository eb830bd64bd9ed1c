import type { Rights } from '../security/rights.ts';
import type { FieldSchema, FieldType, ObjectSchema } from '../types.ts';

/** A field as `/sobjects/<object>/describe` shows it. */
export function describeField(
    object: ObjectSchema,
    field: FieldSchema,
    rights: Rights
): Record<string, unknown> {
    const { type, length = 0 } = field;
    const long = type === 'textarea' && length > 255;
    const compound = type === 'address';
    const autoNumber = field.autoNumberFormat !== undefined;
    const hasDefault =
        field.defaultValue !== undefined ||
        type === 'boolean' ||
        field.picklistValues?.some(({ isDefault }) => isDefault);
    const setByOrg = !field.createable && !field.compoundField;
    return {
        aggregatable: !long && !compound && type !== 'boolean',
        autoNumber,
        byteLength: length * 3,
        calculated: false,
        calculatedFormula: null,
        cascadeDelete: field.onParentDelete === 'cascade',
        caseSensitive: field.caseSensitive,
        compoundFieldName: field.compoundField ?? null,
        controllerName: null,
        createable: rights.canCreate(object, field),
        custom: field.custom,
        defaultValue: type === 'boolean' ? field.defaultValue === 'true' : null,
        defaultValueFormula: field.custom ? (field.defaultValue ?? null) : null,
        defaultedOnCreate: Boolean(
            hasDefault || autoNumber || field.apiName === 'OwnerId' || (setByOrg && !compound)
        ),
        dependentPicklist: false,
        deprecatedAndHidden: false,
        digits: type === 'int' ? (field.precision ?? 8) : 0,
        displayLocationInDecimal: false,
        encrypted: false,
        externalId: field.externalId,
        extraTypeInfo: type === 'textarea' ? 'plaintextarea' : null,
        filterable: !long && !compound,
        filteredLookupInfo: null,
        groupable:
            !long && !compound && !['double', 'currency', 'percent', 'datetime'].includes(type),
        htmlFormatted: false,
        idLookup: Boolean(field.idLookup || field.externalId || type === 'id'),
        inlineHelpText: field.helpText ?? null,
        label: field.label,
        length: autoNumber || LENGTH_TYPES.has(type) ? length : 0,
        mask: null,
        maskType: null,
        name: field.apiName,
        nameField: field.nameField === true,
        namePointing: field.referenceTo.length > 1,
        nillable: isNillable(field),
        permissionable: field.permissionable === true,
        picklistValues: (field.picklistValues ?? []).map((value) => ({
            active: value.active,
            defaultValue: value.isDefault,
            label: value.label,
            validFor: null,
            value: value.value
        })),
        polymorphicForeignKey: field.referenceTo.length > 1,
        precision: NUMBERS.has(type) ? (field.precision ?? 18) : 0,
        queryByDistance: false,
        referenceTargetField: null,
        referenceTo: field.referenceTo,
        relationshipName: field.relationshipName ?? null,
        relationshipOrder: field.masterDetail ? 0 : null,
        restrictedDelete: field.onParentDelete === 'restrict',
        restrictedPicklist: field.restrictedPicklist,
        scale: NUMBERS.has(type) ? (field.scale ?? 0) : 0,
        searchPrefilterable: type === 'reference',
        soapType: soapType(field),
        sortable: !long && !compound,
        type,
        unique: field.unique,
        updateable: rights.canUpdate(object, field),
        writeRequiresMasterRead: field.writeRequiresMasterRead ?? false
    };
}

const LENGTH_TYPES: ReadonlySet<FieldType> = new Set([
    'id',
    'string',
    'textarea',
    'picklist',
    'multipicklist',
    'reference',
    'phone',
    'email',
    'url'
]);

const NUMBERS: ReadonlySet<FieldType> = new Set(['double', 'currency', 'percent']);

/** A required field, a checkbox and what the org always sets is never null. */
function isNillable(field: FieldSchema): boolean {
    if (field.required || field.type === 'boolean' || field.type === 'id') return false;
    return !ALWAYS_SET.has(field.apiName) && field.autoNumberFormat === undefined;
}

const ALWAYS_SET: ReadonlySet<string> = new Set([
    'CreatedById',
    'CreatedDate',
    'LastModifiedById',
    'LastModifiedDate',
    'OwnerId',
    'SystemModstamp'
]);

const SOAP_TYPES: Partial<Record<FieldType, string>> = {
    address: 'urn:address',
    boolean: 'xsd:boolean',
    currency: 'xsd:double',
    date: 'xsd:date',
    datetime: 'xsd:dateTime',
    double: 'xsd:double',
    id: 'tns:ID',
    int: 'xsd:int',
    percent: 'xsd:double',
    reference: 'tns:ID',
    time: 'xsd:time',
    anyType: 'xsd:anyType'
};

function soapType(field: FieldSchema): string {
    return SOAP_TYPES[field.type] ?? 'xsd:string';
}
