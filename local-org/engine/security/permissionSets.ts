import { basename, join } from 'node:path';
import {
    elements,
    flag,
    metadataFiles,
    readMetadataFile,
    text,
    type XmlElement
} from '../schema/metadataXml.ts';
import type { FieldRight, Grants, ObjectRight } from './grants.ts';

/** A permission set as it stands in the package. */
export interface PermissionSetMetadata extends Grants {
    readonly name: string;
    readonly label: string;
    readonly description: string | null;
}

const SUFFIX = '.permissionset-meta.xml';

/** Reads permissionsets/ of a package directory such as force-app/main/default. */
export function readPermissionSets(metadataDir: string): PermissionSetMetadata[] {
    return metadataFiles(join(metadataDir, 'permissionsets'), SUFFIX).map(readPermissionSet);
}

function readPermissionSet(file: string): PermissionSetMetadata {
    const xml = readMetadataFile(file, 'PermissionSet');
    const name = basename(file, SUFFIX);
    return {
        name,
        label: text(xml, 'label') ?? name,
        description: text(xml, 'description') ?? null,
        objects: new Map(
            elements(xml, 'objectPermissions').map((right) => [
                lower(right, 'object'),
                objectRight(right)
            ])
        ),
        fields: new Map(
            elements(xml, 'fieldPermissions').map((right) => [
                lower(right, 'field'),
                fieldRight(right)
            ])
        ),
        customPermissions: enabledNames(elements(xml, 'customPermissions')),
        userPermissions: enabledNames(elements(xml, 'userPermissions'))
    };
}

/** Salesforce refuses a set that grants more without the less it needs; here the less comes along. */
function objectRight(xml: XmlElement): ObjectRight {
    const modifyAll = flag(xml, 'modifyAllRecords');
    const viewAll = modifyAll || flag(xml, 'viewAllRecords');
    const remove = modifyAll || flag(xml, 'allowDelete');
    const edit = remove || flag(xml, 'allowEdit');
    const create = flag(xml, 'allowCreate');
    return {
        read: viewAll || edit || create || flag(xml, 'allowRead'),
        create,
        edit,
        delete: remove,
        viewAll,
        modifyAll,
        viewAllFields: flag(xml, 'viewAllFields')
    };
}

function fieldRight(xml: XmlElement): FieldRight {
    const edit = flag(xml, 'editable');
    return { read: edit || flag(xml, 'readable'), edit };
}

function enabledNames(list: readonly XmlElement[]): ReadonlySet<string> {
    return new Set(
        list.filter((item) => flag(item, 'enabled')).map((item) => text(item, 'name') ?? '')
    );
}

function lower(xml: XmlElement, name: string): string {
    return (text(xml, name) ?? '').toLowerCase();
}
