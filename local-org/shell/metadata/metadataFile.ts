import { existsSync, readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';

const parser = new XMLParser({
    ignoreDeclaration: true,
    ignoreAttributes: true,
    parseTagValue: false,
    isArray: () => true
});

type Parsed = Readonly<Record<string, readonly (Parsed | string)[]>>;

/**
 * An element of a metadata file. What it holds is asked for by name; `onlyHolds` refuses what
 * nobody asks for, so that nothing of a page is silently left out.
 */
export class MetadataElement {
    private readonly parsed: Parsed;
    private readonly place: string;

    constructor(parsed: Parsed | string, place: string) {
        this.parsed = typeof parsed === 'string' ? {} : parsed;
        this.place = place;
    }

    text(name: string): string | undefined {
        const value = this.parsed[name]?.[0];
        return typeof value === 'string' ? value : undefined;
    }

    /** @throws Error naming the file, where there is none */
    needs(name: string): string {
        return this.text(name) ?? this.refuse(`needs <${name}>`);
    }

    texts(name: string): readonly string[] {
        return (this.parsed[name] ?? []).filter((value) => typeof value === 'string');
    }

    children(name: string): readonly MetadataElement[] {
        return (this.parsed[name] ?? []).map(
            (value) => new MetadataElement(value, `${this.place} <${name}>`)
        );
    }

    child(name: string): MetadataElement | undefined {
        return this.children(name)[0];
    }

    /** @throws Error naming the first element that is none of these */
    onlyHolds(...names: readonly string[]): void {
        const other = Object.keys(this.parsed).find((name) => !names.includes(name));
        if (other) {
            this.refuse(`holds <${other}>, which the local Lightning page does not imitate`);
        }
    }

    refuse(problem: string): never {
        throw new Error(`${this.place} ${problem}.`);
    }
}

/** @throws Error naming the file, where it is missing, broken or something else */
export function readMetadata(file: string, root: string): MetadataElement {
    if (!existsSync(file)) {
        throw new Error(`${file} is missing. Something in the metadata refers to it.`);
    }
    let parsed: Parsed;
    try {
        parsed = parser.parse(readFileSync(file, 'utf8'), true) as Parsed;
    } catch (cause) {
        throw new Error(`${file} is not well-formed XML. Correct the file.`, { cause });
    }
    const element = parsed[root]?.[0];
    if (element === undefined) {
        throw new Error(`${file} should hold a <${root}>. Correct the file.`);
    }
    return new MetadataElement(element, file);
}
