import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';

/** An element of a metadata file: texts stay texts (`<scale>0</scale>` is '0'). */
export type XmlElement = { readonly [name: string]: XmlElement[] | string | undefined };

/** Elements that may occur several times are lists even when there is one. */
const LISTS = new Set([
    'value',
    'customValue',
    'objectPermissions',
    'fieldPermissions',
    'userPermissions',
    'customPermissions',
    // Single ones that are read as elements rather than texts.
    'nameField',
    'valueSet',
    'valueSetDefinition'
]);

const parser = new XMLParser({
    ignoreDeclaration: true,
    ignoreAttributes: true,
    parseTagValue: false,
    isArray: (name) => LISTS.has(name)
});

/** Reads one metadata file. @throws Error naming the file */
export function readMetadataFile(file: string, root: string): XmlElement {
    let content: Record<string, unknown>;
    try {
        content = parser.parse(readFileSync(file, 'utf8'), true) as Record<string, unknown>;
    } catch (cause) {
        throw new Error(`${file} is not well-formed XML. Correct the file.`, { cause });
    }
    const element = content[root];
    if (element === undefined) {
        throw new Error(`${file} should hold a <${root}>. Correct the file, or move it away.`);
    }
    return (typeof element === 'object' ? element : {}) as XmlElement;
}

/** Files of a folder that end so, in order of name; none when there is no such folder. */
export function metadataFiles(folder: string, suffix: string): string[] {
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
        .filter((name) => name.endsWith(suffix))
        .sort()
        .map((name) => join(folder, name));
}

export function text(element: XmlElement | undefined, name: string): string | undefined {
    const value = element?.[name];
    return typeof value === 'string' ? value : undefined;
}

export function flag(element: XmlElement | undefined, name: string): boolean {
    return text(element, name) === 'true';
}

export function elements(element: XmlElement | undefined, name: string): readonly XmlElement[] {
    const value = element?.[name];
    return Array.isArray(value) ? value : [];
}
