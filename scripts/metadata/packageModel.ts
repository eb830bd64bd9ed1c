import { StandardObjects } from './standardObjects.ts';
import type { MetadataFile } from './sourceTree.ts';
import { childrenOf, isTrue, textOf, textsOf, type XmlElement } from './xml.ts';

export interface ParsedFile extends MetadataFile {
    readonly root: XmlElement;
}

export interface PackageField {
    readonly name: string;
    readonly file: ParsedFile;
    readonly type: string;
    /** Refused when blank: marked required, or a master. */
    readonly required: boolean;
    readonly referenceTo: string | undefined;
    readonly picklistValues: ReadonlySet<string>;
}

export interface PackageObject {
    readonly name: string;
    /** Undefined for a standard object that the package adds fields to. */
    readonly file: ParsedFile | undefined;
    readonly fields: ReadonlyMap<string, PackageField>;
    readonly master: string | undefined;
}

/** The package by name, for looking up what files refer to. */
export class PackageModel {
    readonly files: readonly ParsedFile[];
    readonly objects: ReadonlyMap<string, PackageObject>;
    private readonly standard = new StandardObjects();

    /** Files that are broken or of an unknown kind are left out: the schema check names them. */
    constructor(files: readonly MetadataFile[]) {
        this.files = files.flatMap((file) =>
            file.kind && 'root' in file.content ? [{ ...file, root: file.content.root }] : []
        );
        const names = new Set(this.files.flatMap((file) => file.object ?? []));
        this.objects = new Map([...names].map((name) => [name, this.readObject(name)]));
    }

    ofKind(kind: string): readonly ParsedFile[] {
        return this.files.filter((file) => file.kind === kind);
    }

    has(kind: string, name: string): boolean {
        return this.files.some((file) => file.kind === kind && file.name === name);
    }

    hasObject(name: string): boolean {
        return this.objects.get(name)?.file !== undefined || this.standard.has(name);
    }

    field(object: string, name: string): PackageField | undefined {
        return this.objects.get(object)?.fields.get(name);
    }

    hasField(object: string, name: string): boolean {
        const known = this.objects.get(object);
        const inherited = known?.file
            ? this.standard.fieldsOfCustomObject(known.master !== undefined).includes(name)
            : this.standard.fieldsOf(object).has(name);
        return inherited || this.field(object, name) !== undefined;
    }

    /** Follows `Account.Industry`, `Callback_Number__r.Number__c`; false where it leads nowhere. */
    hasPath(object: string, path: string): boolean {
        const [head, ...rest] = path.split('.');
        if (rest.length === 0) {
            return this.hasField(object, head);
        }
        const parent = head.endsWith('__r')
            ? this.field(object, head.replace(/__r$/, '__c'))?.referenceTo
            : this.standard.parentOf(object, head);
        return parent !== undefined && this.hasPath(parent, rest.join('.'));
    }

    private readObject(name: string): PackageObject {
        const files = this.files.filter((file) => file.object === name);
        const fields = files.filter((file) => file.kind === 'CustomField').map(readField);
        return {
            name,
            file: files.find((file) => file.kind === 'CustomObject'),
            fields: new Map(fields.map((field) => [field.name, field])),
            master: fields.find((field) => field.type === 'MasterDetail')?.referenceTo
        };
    }
}

function readField(file: ParsedFile): PackageField {
    const type = textOf(file.root, 'type') ?? '';
    const values = childrenOf(file.root, 'valueSet')
        .flatMap((set) => childrenOf(set, 'valueSetDefinition'))
        .flatMap((definition) => childrenOf(definition, 'value'))
        .flatMap((value) => textsOf(value, 'fullName'));
    return {
        name: file.name,
        file,
        type,
        required: isTrue(file.root, 'required') || type === 'MasterDetail',
        referenceTo: textOf(file.root, 'referenceTo'),
        picklistValues: new Set(values)
    };
}
