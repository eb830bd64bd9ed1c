import type { PackageModel, ParsedFile } from '../packageModel.ts';
import type { Report } from '../report.ts';
import { childrenOf, textOf, textsOf, type XmlElement } from '../xml.ts';

/** Related lists show the name field of custom objects so, and other fields by their API name. */
const NAME_COLUMN = 'NAME';

/** Objects and fields of page layouts and of the related lists on them. */
export function checkLayoutReferences(model: PackageModel, report: Report): void {
    for (const layout of model.ofKind('Layout')) {
        const object = objectOfLayout(layout);
        report.expect(
            model.hasObject(object),
            layout.path,
            `is a layout of ${object}, which does not exist`,
            'begin the file name with the API name of an object and a hyphen'
        );
        for (const field of itemsOf(layout).flatMap((item) => textsOf(item, 'field'))) {
            report.expect(
                model.hasField(object, field),
                layout.path,
                `shows the field ${field}, which ${object} does not have`,
                'correct the name, or add the field'
            );
        }
        for (const list of childrenOf(layout.root, 'relatedLists')) {
            checkRelatedList(layout, list, object, model, report);
        }
    }
}

/** `Callback_Rule__c-Callback Rule Layout` → `Callback_Rule__c`. */
export function objectOfLayout({ name }: ParsedFile): string {
    return name.split('-')[0];
}

export function itemsOf({ root }: ParsedFile): readonly XmlElement[] {
    return childrenOf(root, 'layoutSections')
        .flatMap((section) => childrenOf(section, 'layoutColumns'))
        .flatMap((column) => childrenOf(column, 'layoutItems'));
}

function checkRelatedList(
    layout: ParsedFile,
    list: XmlElement,
    object: string,
    model: PackageModel,
    report: Report
): void {
    const name = textOf(list, 'relatedList') ?? '';
    const [child, lookup, ...rest] = name.split('.');
    if (lookup === undefined) {
        return; // A list of the platform's own, such as RelatedFileList.
    }
    report.expect(
        rest.length === 0 && model.field(child, lookup)?.referenceTo === object,
        layout.path,
        `has the related list ${name}, but no such field refers to ${object}`,
        'name it Child__c.Lookup__c'
    );
    for (const field of textsOf(list, 'fields')) {
        report.expect(
            field === NAME_COLUMN || model.hasField(child, field),
            layout.path,
            `the related list ${name} shows ${field}, which ${child} does not have`,
            'correct the name, or add the field'
        );
    }
}
