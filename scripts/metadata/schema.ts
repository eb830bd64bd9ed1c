import { fileURLToPath } from 'node:url';
import { DeclaredTypes, type DeclaredType } from './declaredTypes.ts';
import type { Fail, Report } from './report.ts';
import type { MetadataFile } from './sourceTree.ts';
import type { XmlElement } from './xml.ts';

const DECLARATIONS = fileURLToPath(
    new URL('../../node_modules/@salesforce/types/lib/metadata.d.ts', import.meta.url)
);
/** The vendor's metadata API schema. */
export const METADATA_TYPES = new DeclaredTypes(DECLARATIONS);
const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';

/** Declared as text, but a group whose elements depend on the target. */
const FREE_FORM = new Set(['LightningComponentBundle/targetConfigs']);

/** Every file is what the metadata API declares for its kind. */
export function checkSchema(files: readonly MetadataFile[], report: Report): void {
    for (const file of files) {
        report.check(file.path, (fail) => checkFile(file, fail));
    }
}

function checkFile({ kind, content }: MetadataFile, fail: Fail): void {
    if (!kind) {
        fail(
            'unknown kind of metadata',
            'correct the file name, or add its ending to metadataKinds.ts'
        );
        return;
    }
    if ('broken' in content) {
        fail(`broken XML: ${content.broken}`, 'correct the file so that it is well-formed');
        return;
    }
    const { root } = content;
    const type = METADATA_TYPES.named(kind);
    if (root.name !== kind || !type) {
        fail(`holds <${root.name}>`, `a file of this name holds a <${kind}>`);
        return;
    }
    if (root.attributes.xmlns !== NAMESPACE) {
        fail('wrong namespace', `write <${kind} xmlns="${NAMESPACE}">`);
    }
    checkElement(root, type, kind, fail);
}

function checkElement(element: XmlElement, type: DeclaredType, path: string, fail: Fail): void {
    if (FREE_FORM.has(path) || element.attributes['xsi:nil'] === 'true') {
        return;
    }
    if (type.kind === 'group') {
        checkGroup(element, type, path, fail);
    } else if (element.children.length > 0) {
        fail(`${path} holds elements`, 'it holds a plain value');
    } else {
        checkValue(element.text, type, path, fail);
    }
}

function checkGroup(
    element: XmlElement,
    { elements }: Extract<DeclaredType, { kind: 'group' }>,
    path: string,
    fail: Fail
): void {
    if (element.text !== '') {
        fail(`${path} holds the text "${element.text}"`, 'it holds elements only');
    }
    for (const child of element.children) {
        const declared = elements.get(child.name);
        if (declared) {
            checkElement(child, declared.type(), `${path}/${child.name}`, fail);
        } else {
            fail(`unknown element ${path}/${child.name}`, 'correct its name, or remove it');
        }
    }
    for (const [name, declared] of elements) {
        const places = element.children.flatMap((child, i) => (child.name === name ? [i] : []));
        if (declared.required && places.length === 0) {
            fail(`${path}/${name} is missing`, 'add it');
        }
        if (!declared.repeats && places.length > 1) {
            fail(`${path}/${name} is there ${places.length} times`, 'keep one');
        }
        // The deploy refuses a list that is interrupted by other elements.
        if (declared.repeats && places.some((place, i) => place !== places[0] + i)) {
            fail(`${path}/${name} is scattered`, 'put all of them next to each other');
        }
    }
}

function checkValue(text: string, type: DeclaredType, path: string, fail: Fail): void {
    if (type.kind === 'truth' && text !== 'true' && text !== 'false') {
        fail(`${path} is "${text}"`, 'write true or false');
    } else if (type.kind === 'number' && !/^-?\d+(\.\d+)?$/.test(text)) {
        fail(`${path} is "${text}"`, 'write a number');
    } else if (type.kind === 'choice' && !type.values.has(text)) {
        const values = [...type.values];
        const more = values.length > 12 ? ', …' : '';
        fail(`${path} is "${text}"`, `write one of ${values.slice(0, 12).join(', ')}${more}`);
    }
}
