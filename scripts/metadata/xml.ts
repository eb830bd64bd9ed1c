import { XMLParser } from 'fast-xml-parser';

/** An element of a metadata file, with its children in the order of the file. */
export interface XmlElement {
    readonly name: string;
    readonly attributes: Readonly<Record<string, string>>;
    readonly children: readonly XmlElement[];
    /** Text directly inside, trimmed. */
    readonly text: string;
}

/** What the parser gives with preserveOrder: one key for the tag, one for its attributes. */
type ParsedNode = { readonly [key: string]: readonly ParsedNode[] | Record<string, string> };

const TEXT = '#text';
const ATTRIBUTES = ':@';
const parser = new XMLParser({
    preserveOrder: true,
    ignoreDeclaration: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    htmlEntities: true
});

/** @throws Error that says where the text stops being XML */
export function parseXml(xml: string): XmlElement {
    const nodes = parser.parse(xml, true) as readonly ParsedNode[];
    const root = nodes.find((node) => !(TEXT in node));
    if (!root) {
        throw new Error('There is no element in it.');
    }
    return toElement(root);
}

function toElement(node: ParsedNode): XmlElement {
    const name = Object.keys(node).find((key) => key !== ATTRIBUTES)!;
    const content = node[name] as readonly ParsedNode[];
    return {
        name,
        attributes: (node[ATTRIBUTES] ?? {}) as Record<string, string>,
        children: content.filter((child) => !(TEXT in child)).map(toElement),
        text: content
            .map((child) => (TEXT in child ? String(child[TEXT]) : ''))
            .join('')
            .trim()
    };
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
    return element?.children.filter((child) => child.name === name) ?? [];
}

/** Text of the first child of that name. */
export function textOf(element: XmlElement | undefined, name: string): string | undefined {
    return childrenOf(element, name)[0]?.text;
}

export function textsOf(element: XmlElement | undefined, name: string): readonly string[] {
    return childrenOf(element, name).map((child) => child.text);
}

export function isTrue(element: XmlElement | undefined, name: string): boolean {
    return textOf(element, name) === 'true';
}
