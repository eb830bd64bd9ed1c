import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Metadata files for tests, written the way a package directory holds them. */

/** Element names and values; a list repeats the element, an object nests. */
export type Xml = { readonly [name: string]: string | boolean | number | Xml | readonly Xml[] };

/** Paths inside the package directory and what is in them. */
export type MetadataFiles = Readonly<Record<string, string>>;

export function objectFile(name: string, content: Xml): MetadataFiles {
    return { [`objects/${name}/${name}.object-meta.xml`]: file('CustomObject', content) };
}

export function fieldFile(object: string, fullName: string, content: Xml): MetadataFiles {
    const path = `objects/${object}/fields/${fullName}.field-meta.xml`;
    const label = fullName.replace('__c', '').replaceAll('_', ' ');
    return { [path]: file('CustomField', { fullName, label, ...content }) };
}

export function ruleFile(object: string, fullName: string, content: Xml): MetadataFiles {
    const path = `objects/${object}/validationRules/${fullName}.validationRule-meta.xml`;
    return { [path]: file('ValidationRule', { fullName, active: true, ...content }) };
}

export function permissionSetFile(name: string, content: Xml): MetadataFiles {
    const path = `permissionsets/${name}.permissionset-meta.xml`;
    return { [path]: file('PermissionSet', { label: name, ...content }) };
}

export function picklist(restricted: boolean, values: readonly string[], initial?: string): Xml {
    return {
        type: 'Picklist',
        valueSet: {
            restricted,
            valueSetDefinition: {
                sorted: false,
                value: values.map((value) => ({
                    fullName: value,
                    default: value === initial,
                    label: value
                }))
            }
        }
    };
}

/** Everything allowed on an object, but for what is said. */
export function objectPermission(object: string, allowed: readonly string[]): Xml {
    const names = ['allowCreate', 'allowDelete', 'allowEdit', 'allowRead', 'modifyAllRecords'];
    const rights = [...names, 'viewAllRecords'].map((name) => [name, allowed.includes(name)]);
    return { ...Object.fromEntries(rights), object };
}

/** Writes a package directory. @returns its path, and a function that removes it */
export function writePackage(files: MetadataFiles): { dir: string; remove: () => void } {
    const dir = mkdtempSync(join(tmpdir(), 'org-package-'));
    addToPackage(dir, files);
    return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

export function addToPackage(dir: string, files: MetadataFiles): void {
    for (const [path, content] of Object.entries(files)) {
        mkdirSync(dirname(join(dir, path)), { recursive: true });
        writeFileSync(join(dir, path), content);
    }
}

function file(root: string, content: Xml): string {
    const namespace = 'http://soap.sforce.com/2006/04/metadata';
    return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${namespace}">${inner(content)}</${root}>\n`;
}

function inner(content: Xml): string {
    return Object.entries(content)
        .flatMap(([name, value]) =>
            (Array.isArray(value) ? value : [value]).map((one) => ({ name, one }))
        )
        .map(
            ({ name, one }) =>
                `<${name}>${typeof one === 'object' ? inner(one) : escaped(String(one))}</${name}>`
        )
        .join('');
}

function escaped(text: string): string {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
