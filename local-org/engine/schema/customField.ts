import type { FieldSchema, FieldType, PicklistValue } from '../types.ts';
import { elements, flag, text, type XmlElement } from './metadataXml.ts';

/** Values of the global value sets by their name. */
export type ValueSets = ReadonlyMap<string, readonly XmlElement[]>;

const TYPES: Readonly<Record<string, FieldType>> = {
    AutoNumber: 'string',
    Checkbox: 'boolean',
    Currency: 'currency',
    Date: 'date',
    DateTime: 'datetime',
    Email: 'email',
    Html: 'textarea',
    LongTextArea: 'textarea',
    Lookup: 'reference',
    MasterDetail: 'reference',
    MultiselectPicklist: 'multipicklist',
    Number: 'double',
    Percent: 'percent',
    Phone: 'phone',
    Picklist: 'picklist',
    Text: 'string',
    TextArea: 'textarea',
    Time: 'time',
    Url: 'url'
};

/** Salesforce's own lengths where the metadata gives none. */
const LENGTHS: Partial<Record<FieldType, number>> = {
    email: 80,
    multipicklist: 4099,
    phone: 40,
    picklist: 255,
    reference: 18,
    textarea: 255,
    url: 255
};

const DELETE_RULES = { SetNull: 'setNull', Restrict: 'restrict', Cascade: 'cascade' } as const;

/** A field-meta.xml as a field. @throws Error naming the file for what this org cannot hold */
export function customField(xml: XmlElement, file: string, valueSets: ValueSets): FieldSchema {
    const apiName = text(xml, 'fullName') ?? '';
    const typeName = text(xml, 'type') ?? '';
    const type = TYPES[typeName];
    if (!type || text(xml, 'formula') !== undefined) {
        const what = type ? 'formula field' : `field of type ${typeName || '(none)'}`;
        throw new Error(`${file}: the embedded org has no ${what}. Use a plain field there.`);
    }
    const masterDetail = typeName === 'MasterDetail';
    const autoNumber = typeName === 'AutoNumber';
    const required = flag(xml, 'required') || masterDetail;
    const length = autoNumber ? 30 : (numberOf(xml, 'length') ?? LENGTHS[type]);
    const precision = numberOf(xml, 'precision');
    const scale = numberOf(xml, 'scale');
    const defaultValue = text(xml, 'defaultValue') ?? (type === 'boolean' ? 'false' : undefined);
    const helpText = text(xml, 'inlineHelpText');
    return {
        apiName,
        label: text(xml, 'label') ?? apiName,
        type,
        custom: true,
        ...(length !== undefined && { length }),
        ...(precision !== undefined && { precision }),
        ...(scale !== undefined && { scale }),
        required,
        unique: flag(xml, 'unique'),
        caseSensitive: flag(xml, 'caseSensitive'),
        externalId: flag(xml, 'externalId'),
        ...(autoNumber && { autoNumberFormat: text(xml, 'displayFormat') ?? '{0}' }),
        ...picklist(elements(xml, 'valueSet')[0], valueSets, file),
        ...reference(xml, apiName, masterDetail),
        masterDetail,
        ...(flag(xml, 'writeRequiresMasterRead') && { writeRequiresMasterRead: true }),
        ...(defaultValue !== undefined && { defaultValue }),
        createable: !autoNumber,
        updateable: !autoNumber && (!masterDetail || flag(xml, 'reparentableMasterDetail')),
        permissionable: !required,
        ...(helpText && { helpText })
    };
}

function reference(
    xml: XmlElement,
    apiName: string,
    masterDetail: boolean
): Pick<
    FieldSchema,
    'referenceTo' | 'relationshipName' | 'childRelationshipName' | 'onParentDelete'
> {
    const parent = text(xml, 'referenceTo');
    if (parent === undefined) return { referenceTo: [] };
    const children = text(xml, 'relationshipName');
    const constraint = text(xml, 'deleteConstraint') as keyof typeof DELETE_RULES | undefined;
    const whenAbsent = flag(xml, 'required') ? 'restrict' : 'setNull';
    return {
        referenceTo: [parent],
        relationshipName: apiName.replace(/__c$/, '__r'),
        ...(children && { childRelationshipName: `${children}__r` }),
        onParentDelete: masterDetail
            ? 'cascade'
            : constraint
              ? DELETE_RULES[constraint]
              : whenAbsent
    };
}

function picklist(
    valueSet: XmlElement | undefined,
    valueSets: ValueSets,
    file: string
): Pick<FieldSchema, 'restrictedPicklist' | 'picklistValues'> {
    if (!valueSet) return { restrictedPicklist: false };
    const shared = text(valueSet, 'valueSetName');
    const values =
        shared === undefined
            ? elements(elements(valueSet, 'valueSetDefinition')[0], 'value')
            : valueSets.get(shared);
    if (!values) {
        throw new Error(
            `${file}: there is no global value set ${shared}. Add it to globalValueSets/.`
        );
    }
    return {
        // A shared set is always restricted.
        restrictedPicklist: flag(valueSet, 'restricted') || shared !== undefined,
        picklistValues: values.map(picklistValue)
    };
}

function picklistValue(xml: XmlElement): PicklistValue {
    const value = text(xml, 'fullName') ?? '';
    return {
        value,
        label: text(xml, 'label') ?? value,
        isDefault: flag(xml, 'default'),
        active: text(xml, 'isActive') !== 'false'
    };
}

function numberOf(xml: XmlElement, name: string): number | undefined {
    const value = text(xml, name);
    return value === undefined ? undefined : Number(value);
}
