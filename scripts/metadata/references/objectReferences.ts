import type { PackageModel, ParsedFile } from '../packageModel.ts';
import type { Report } from '../report.ts';
import { childrenOf, textOf, textsOf } from '../xml.ts';

/** List views name standard fields in their own way. */
const LIST_VIEW_COLUMNS = new Set([
    'NAME',
    'OWNER.ALIAS',
    'OWNER.FIRST_NAME',
    'OWNER.LAST_NAME',
    'CREATEDBY_USER',
    'CREATEDBY_USER.ALIAS',
    'CREATED_DATE',
    'UPDATEDBY_USER',
    'UPDATEDBY_USER.ALIAS',
    'LAST_UPDATE',
    'LAST_ACTIVITY',
    'RECORDTYPE',
    'CURRENCY_ISO_CODE'
]);

/** Lookup targets, fields of list views, search layouts and compact layouts. */
export function checkObjectReferences(model: PackageModel, report: Report): void {
    for (const field of model.ofKind('CustomField')) {
        checkTarget(field, model, report);
    }
    for (const view of model.ofKind('ListView')) {
        checkListView(view, model, report);
    }
    for (const layout of model.ofKind('CompactLayout')) {
        checkFields(layout, textsOf(layout.root, 'fields'), model, report);
    }
    for (const object of model.ofKind('CustomObject')) {
        const named = childrenOf(object.root, 'searchLayouts')
            .flatMap(({ children }) => children)
            .filter(({ name }) => name.endsWith('Fields'))
            .map(({ text }) => text);
        checkFields(object, named, model, report, LIST_VIEW_COLUMNS);
        const compact = textOf(object.root, 'compactLayoutAssignment');
        if (compact && compact !== 'SYSTEM') {
            report.expect(
                model.files.some(
                    ({ kind, name, object: of }) =>
                        kind === 'CompactLayout' && name === compact && of === object.name
                ),
                object.path,
                `there is no compact layout ${compact}`,
                'add it under compactLayouts/, or name another one'
            );
        }
    }
}

function checkTarget(field: ParsedFile, model: PackageModel, report: Report): void {
    for (const target of textsOf(field.root, 'referenceTo')) {
        report.expect(
            model.hasObject(target),
            field.path,
            `refers to the object ${target}, which does not exist`,
            'correct referenceTo, or add the object'
        );
    }
}

function checkListView(view: ParsedFile, model: PackageModel, report: Report): void {
    const filters = childrenOf(view.root, 'filters');
    const named = [
        ...textsOf(view.root, 'columns'),
        ...filters.map((filter) => textOf(filter, 'field') ?? '')
    ];
    checkFields(view, named, model, report, LIST_VIEW_COLUMNS);
    for (const filter of filters) {
        const field = model.field(view.object ?? '', textOf(filter, 'field') ?? '');
        for (const value of textOf(filter, 'value')?.split(',') ?? []) {
            if (field?.type === 'Picklist') {
                report.expect(
                    field.picklistValues.has(value.trim()),
                    view.path,
                    `filters ${field.name} by "${value}", which is none of its values`,
                    `use one of ${[...field.picklistValues].join(', ')}`
                );
            }
        }
    }
}

/** Fields of the object whose folder the file is in. */
export function checkFields(
    file: ParsedFile,
    names: readonly string[],
    model: PackageModel,
    report: Report,
    alsoAllowed: ReadonlySet<string> = new Set()
): void {
    for (const name of names) {
        report.expect(
            alsoAllowed.has(name) || model.hasField(file.object ?? '', name),
            file.path,
            `names the field ${name}, which ${file.object} does not have`,
            'correct the name, or add the field'
        );
    }
}
