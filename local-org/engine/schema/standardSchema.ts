import type { FieldSchema, FieldType, ObjectSchema, PicklistValue } from '../types.ts';
import { STANDARD_OBJECTS, type StandardObject } from './standardObjects.ts';
import { OWNER_FIELD, SYSTEM_FIELDS } from './systemFields.ts';

/** The standard objects of the org, from the table in standardObjects.ts. */
export function standardObjects(): ObjectSchema[] {
    return Object.entries(STANDARD_OBJECTS).map(([apiName, object]) => toSchema(apiName, object));
}

function toSchema(apiName: string, object: StandardObject): ObjectSchema {
    const own = object.fields
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => toField(line, object));
    const fields = [...systemFields(object), ...(object.owned ? [OWNER_FIELD] : []), ...own];
    return {
        apiName,
        label: object.label,
        labelPlural: object.labelPlural,
        keyPrefix: object.keyPrefix,
        custom: false,
        sharingModel: object.sharingModel,
        fields: new Map(fields.map((field) => [field.apiName.toLowerCase(), field])),
        validationRules: []
    };
}

/** Set-up records have no recycle bin. */
function systemFields(object: StandardObject): readonly FieldSchema[] {
    if (object.fieldPermissions) return SYSTEM_FIELDS;
    return SYSTEM_FIELDS.filter(({ apiName }) => apiName !== 'IsDeleted');
}

/** `Phone phone(40)` → field. */
function toField(line: string, object: StandardObject): FieldSchema {
    const [apiName, typeWord, ...words] = line.trim().match(/(?:'[^']*'|\S)+/g)!;
    const [, typeName, size = ''] = typeWord.match(/^(\w+)(?:\((.*)\))?$/)!;
    const flags = new Set(words);
    const option = (name: string) =>
        words.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1);
    const wordAfter = (name: string) =>
        flags.has(name) ? words[words.indexOf(name) + 1] : undefined;

    const autoNumber = typeName === 'autonumber';
    const type = (autoNumber ? 'string' : typeName) as FieldType;
    const readonly = flags.has('readonly') || autoNumber;
    const required = flags.has('required');
    const values = option('values');
    const compoundField = option('in');
    const [reference, parentField] = option('from')?.split('.') ?? [];
    const onParentDelete = (['restrict', 'cascade'] as const).find((word) => flags.has(word));
    return {
        apiName,
        label: labelOf(apiName),
        type,
        custom: false,
        ...(autoNumber ? { length: 30, autoNumberFormat: size } : sizeOf(type, size)),
        required,
        unique: flags.has('unique') || flags.has('unique!'),
        caseSensitive: flags.has('unique!'),
        externalId: false,
        ...(values && { picklistValues: picklist(values) }),
        restrictedPicklist: flags.has('restricted'),
        referenceTo: type === 'reference' ? [option('to')!] : [],
        ...(type === 'reference' && {
            length: 18,
            relationshipName: wordAfter('as')!,
            onParentDelete: onParentDelete ?? (required ? 'restrict' : 'setNull')
        }),
        ...(flags.has('child') && { childRelationshipName: wordAfter('child')! }),
        masterDetail: false,
        ...(type === 'boolean' && { defaultValue: 'false' }),
        ...(option('default') !== undefined && { defaultValue: option('default')! }),
        createable: !readonly,
        updateable: !readonly,
        ...(flags.has('name') && { nameField: true }),
        ...(flags.has('lookup') && { idLookup: true }),
        ...(compoundField && { compoundField }),
        ...(reference && parentField && { copyOf: { reference, field: parentField } }),
        permissionable: object.fieldPermissions && !required && !flags.has('open')
    };
}

function sizeOf(
    type: FieldType,
    size: string
): Pick<FieldSchema, 'length' | 'precision' | 'scale'> {
    if (size === '') return {};
    const [first, second] = size.split(',').map(Number);
    if (type === 'double' || type === 'currency' || type === 'percent') {
        return { precision: first, scale: second ?? 0 };
    }
    return type === 'int' ? { precision: first, scale: 0 } : { length: first };
}

function picklist(values: string): PicklistValue[] {
    return values.split('|').map((word) => {
        const value = word.replace(/^\*/, '').replaceAll('_', ' ');
        return { value, label: value, isDefault: word.startsWith('*'), active: true };
    });
}

/** `AccountId` → `Account ID`, `MobilePhone` → `Mobile Phone`. */
function labelOf(apiName: string): string {
    return apiName.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/ Id$/, ' ID');
}
