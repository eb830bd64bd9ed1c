import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FieldSchema, ObjectSchema, SharingModel, ValidationRule } from '../types.ts';
import { customField, type ValueSets } from './customField.ts';
import {
    elements,
    flag,
    metadataFiles,
    readMetadataFile,
    text,
    type XmlElement
} from './metadataXml.ts';
import { OWNER_FIELD, SYSTEM_FIELDS } from './systemFields.ts';

/** What one folder under objects/ says; for a standard object only what it adds. */
export interface ObjectMetadata {
    readonly apiName: string;
    readonly fields: readonly FieldSchema[];
    readonly validationRules: readonly ValidationRule[];
    /** Absent for a standard object. */
    readonly definition?: XmlElement;
}

/** Reads `objects/` of a package directory such as force-app/main/default. */
export function readObjects(metadataDir: string): ObjectMetadata[] {
    const folder = join(metadataDir, 'objects');
    if (!existsSync(folder)) return [];
    const valueSets = readValueSets(metadataDir);
    return readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort()
        .map((apiName) => readObject(join(folder, apiName), apiName, valueSets));
}

function readObject(folder: string, apiName: string, valueSets: ValueSets): ObjectMetadata {
    const file = join(folder, `${apiName}.object-meta.xml`);
    const custom = apiName.endsWith('__c');
    return {
        apiName,
        fields: metadataFiles(join(folder, 'fields'), '__c.field-meta.xml').map((fieldFile) =>
            customField(readMetadataFile(fieldFile, 'CustomField'), fieldFile, valueSets)
        ),
        validationRules: metadataFiles(
            join(folder, 'validationRules'),
            '.validationRule-meta.xml'
        ).flatMap(validationRule),
        ...(custom && { definition: readMetadataFile(file, 'CustomObject') })
    };
}

/** A custom object as a schema, once it has a key prefix. */
export function customObject(
    { apiName, fields, validationRules, definition }: ObjectMetadata,
    keyPrefix: string
): ObjectSchema {
    const detail = fields.some((field) => field.masterDetail);
    const label = text(definition, 'label') ?? apiName;
    const all = [
        ...SYSTEM_FIELDS,
        ...(detail ? [] : [OWNER_FIELD]),
        nameField(elements(definition, 'nameField')[0]),
        ...fields
    ];
    return {
        apiName,
        label,
        labelPlural: text(definition, 'pluralLabel') ?? label,
        keyPrefix,
        custom: true,
        sharingModel: sharingModel(text(definition, 'sharingModel'), detail),
        fields: new Map(all.map((field) => [field.apiName.toLowerCase(), field])),
        validationRules
    };
}

function nameField(element: XmlElement | undefined): FieldSchema {
    const auto = text(element, 'type') === 'AutoNumber';
    return {
        apiName: 'Name',
        label: text(element, 'label') ?? 'Name',
        type: 'string',
        custom: false,
        length: 80,
        required: !auto,
        unique: false,
        caseSensitive: false,
        externalId: false,
        restrictedPicklist: false,
        referenceTo: [],
        masterDetail: false,
        createable: !auto,
        updateable: !auto,
        nameField: true,
        idLookup: true,
        ...(auto && { autoNumberFormat: text(element, 'displayFormat') ?? '{0}' })
    };
}

function sharingModel(model: string | undefined, detail: boolean): SharingModel {
    if (detail) return 'ControlledByParent';
    return model === 'Private' || model === 'Read' ? model : 'ReadWrite';
}

function validationRule(file: string): ValidationRule[] {
    const rule = readMetadataFile(file, 'ValidationRule');
    if (!flag(rule, 'active')) return [];
    const field = text(rule, 'errorDisplayField');
    return [
        {
            name: text(rule, 'fullName') ?? basename(file, '.validationRule-meta.xml'),
            formula: text(rule, 'errorConditionFormula') ?? 'FALSE',
            message: text(rule, 'errorMessage') ?? '',
            ...(field && { field })
        }
    ];
}

function readValueSets(metadataDir: string): ValueSets {
    const suffix = '.globalValueSet-meta.xml';
    return new Map(
        metadataFiles(join(metadataDir, 'globalValueSets'), suffix).map((file) => [
            basename(file, suffix),
            elements(readMetadataFile(file, 'GlobalValueSet'), 'customValue')
        ])
    );
}
