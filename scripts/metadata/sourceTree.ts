import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { KIND_BY_ENDING } from './metadataKinds.ts';
import { parseXml, type XmlElement } from './xml.ts';

/** The package directory, from the project's top folder. */
export const PACKAGE_FOLDER = 'force-app/main/default';
/** The package directory that only orgs with Salesforce Voice get (docs/decisions/0015). */
export const VOICE_FOLDER = 'force-app-voice/main/default';

const SUFFIX = '-meta.xml';

export interface MetadataFile {
    /** Path from the project's top folder, with forward slashes. */
    readonly path: string;
    /** Undefined where the ending of the file is not known. */
    readonly kind: string | undefined;
    /** Name by the file: `Number__c` of `Number__c.field-meta.xml`. */
    readonly name: string;
    /** The object whose folder the file is in. */
    readonly object: string | undefined;
    /** The root element, or why there is none. */
    readonly content: { readonly root: XmlElement } | { readonly broken: string };
}

/** Every metadata file of both package directories, in order of path. */
export function readMetadataFiles(projectDir: string): MetadataFile[] {
    return [PACKAGE_FOLDER, VOICE_FOLDER].flatMap((folder) =>
        readdirSync(join(projectDir, folder), { recursive: true, encoding: 'utf8' })
            .filter((path) => path.endsWith(SUFFIX))
            .sort()
            .map((path) => readMetadataFile(projectDir, join(folder, path)))
    );
}

function readMetadataFile(projectDir: string, path: string): MetadataFile {
    const file = basename(path, SUFFIX);
    const dot = file.lastIndexOf('.');
    const folders = path.split(sep);
    const objects = folders.indexOf('objects');
    return {
        path: folders.join('/'),
        kind: KIND_BY_ENDING[file.slice(dot + 1)],
        name: file.slice(0, dot),
        object: objects < 0 ? undefined : folders[objects + 1],
        content: parse(readFileSync(join(projectDir, path), 'utf8'))
    };
}

function parse(xml: string): MetadataFile['content'] {
    try {
        return { root: parseXml(xml) };
    } catch (error) {
        return { broken: error instanceof Error ? error.message : String(error) };
    }
}
