import { createHash } from 'node:crypto';
import { OrgError } from '../engine/orgError.ts';
import type { OrgSession } from '../engine/types.ts';

/** What a describe says, in the names of the UI API. */

interface DescribedValue {
    readonly label: string;
    readonly value: string;
    readonly active: boolean;
    readonly defaultValue: boolean;
}

interface DescribedField {
    readonly name: string;
    readonly label: string;
    readonly type: string;
    readonly referenceTo: readonly string[];
    readonly nillable: boolean;
    readonly defaultedOnCreate: boolean;
    readonly nameField: boolean;
    readonly picklistValues: readonly DescribedValue[];
    readonly [fact: string]: unknown;
}

const DATA_TYPES: Readonly<Record<string, string>> = {
    anyType: 'ComplexValue',
    datetime: 'DateTime',
    id: 'Reference',
    multipicklist: 'MultiPicklist',
    textarea: 'TextArea'
};

const SAME_NAME = [
    'calculated',
    'compound',
    'createable',
    'custom',
    'externalId',
    'filterable',
    'inlineHelpText',
    'label',
    'length',
    'precision',
    'relationshipName',
    'scale',
    'sortable',
    'unique',
    'updateable'
];

/** Of objects without record types. */
export const MASTER_RECORD_TYPE = '012000000000000AAA';

/** The answer of `ui-api/object-info/X`. @throws OrgError NOT_FOUND for an object the user may not read */
export function objectInfo(session: OrgSession, object: string): Record<string, unknown> {
    const described = session.describe(object);
    const fields = described.fields as readonly DescribedField[];
    return {
        apiName: described.name,
        associateEntityType: null,
        associateParentEntity: null,
        childRelationships: described.childRelationships,
        compactLayoutable: true,
        createable: described.createable,
        custom: described.custom,
        defaultRecordTypeId: MASTER_RECORD_TYPE,
        deletable: described.deletable,
        dependentFields: {},
        feedEnabled: false,
        fields: Object.fromEntries(fields.map((field) => [field.name, fieldInfo(field)])),
        keyPrefix: described.keyPrefix,
        label: described.label,
        labelPlural: described.labelPlural,
        layoutable: true,
        mruEnabled: true,
        nameFields: fields.filter(({ nameField }) => nameField).map(({ name }) => name),
        queryable: described.queryable,
        recordTypeInfos: {
            [MASTER_RECORD_TYPE]: {
                available: true,
                defaultRecordTypeMapping: true,
                master: true,
                name: 'Master',
                recordTypeId: MASTER_RECORD_TYPE
            }
        },
        searchable: true,
        themeInfo: null,
        updateable: described.updateable
    };
}

function fieldInfo(field: DescribedField): Record<string, unknown> {
    return {
        ...Object.fromEntries(SAME_NAME.map((fact) => [fact, field[fact] ?? null])),
        apiName: field.name,
        compound: field.type === 'address',
        dataType: DATA_TYPES[field.type] ?? field.type[0].toUpperCase() + field.type.slice(1),
        reference: field.type === 'reference',
        referenceToInfos: field.referenceTo.map((apiName) => ({ apiName, nameFields: ['Name'] })),
        required: !field.nillable && !field.defaultedOnCreate
    };
}

/**
 * The answer of `ui-api/object-info/X/picklist-values/<record type>/<field>`.
 * @throws OrgError NOT_FOUND for an object or field the user may not read, or that holds no list
 */
export function picklistValues(
    session: OrgSession,
    object: string,
    fieldName: string
): Record<string, unknown> {
    const fields = session.describe(object).fields as readonly DescribedField[];
    const field = fields.find(({ name }) => name.toLowerCase() === fieldName.toLowerCase());
    if (!field || !['picklist', 'multipicklist'].includes(field.type)) {
        throw new OrgError('NOT_FOUND', `${fieldName} is no picklist of ${object}`, [], 404);
    }
    const values = field.picklistValues.filter(({ active }) => active).map(picklistValue);
    const chosen = field.picklistValues.find((one) => one.active && one.defaultValue);
    return {
        controllerValues: {},
        defaultValue: chosen ? picklistValue(chosen) : null,
        eTag: createHash('md5').update(JSON.stringify(values)).digest('hex'),
        url: null,
        values
    };
}

function picklistValue({ label, value }: DescribedValue): Record<string, unknown> {
    return { attributes: null, label, validFor: [], value };
}
