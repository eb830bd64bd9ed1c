import type { OrgSession } from '../engine/types.ts';

/** What a describe says, in the names of the UI API. */

interface DescribedField {
    readonly name: string;
    readonly label: string;
    readonly type: string;
    readonly referenceTo: readonly string[];
    readonly nillable: boolean;
    readonly defaultedOnCreate: boolean;
    readonly nameField: boolean;
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
        defaultRecordTypeId: null,
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
        recordTypeInfos: {},
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
