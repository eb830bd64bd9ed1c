import type { PackageModel, PackageObject, ParsedFile } from '../packageModel.ts';
import { itemsOf, objectOfLayout } from '../references/layoutReferences.ts';
import type { Fail, Report } from '../report.ts';
import { childrenOf, textOf } from '../xml.ts';

const READ_ONLY = new Set(['CreatedById', 'LastModifiedById']);

/** What a deploy refuses in a layout; and every object with a page has one. */
export function checkLayoutRules(model: PackageModel, report: Report): void {
    const layouts = model.ofKind('Layout');
    for (const layout of layouts) {
        const object = model.objects.get(objectOfLayout(layout));
        report.check(layout.path, (fail) => {
            checkColumns(layout, fail);
            checkTwice(layout, fail);
            if (object) {
                checkBehaviour(layout, object, fail);
            }
        });
    }
    for (const { name, path } of model.ofKind('CustomObject')) {
        report.expect(
            layouts.some((layout) => objectOfLayout(layout) === name),
            path,
            'has no page layout',
            `add layouts/${name}-… Layout.layout-meta.xml`
        );
    }
}

function checkColumns({ root }: ParsedFile, fail: Fail): void {
    for (const section of childrenOf(root, 'layoutSections')) {
        const expected = textOf(section, 'style') === 'OneColumn' ? 1 : 2;
        const columns = childrenOf(section, 'layoutColumns').length;
        if (columns !== expected && textOf(section, 'style') !== 'CustomLinks') {
            fail(
                `section ${textOf(section, 'label')} has ${columns} columns`,
                `its style has ${expected}`
            );
        }
    }
}

function checkTwice(layout: ParsedFile, fail: Fail): void {
    const fields = itemsOf(layout).flatMap((item) => textOf(item, 'field') ?? []);
    const twice = fields.filter((field, i) => fields.indexOf(field) !== i);
    if (twice.length > 0) {
        fail(`shows ${twice.join(', ')} twice`, 'keep one');
    }
}

function checkBehaviour(layout: ParsedFile, object: PackageObject, fail: Fail): void {
    const behaviours = new Map(
        itemsOf(layout).map((item) => [textOf(item, 'field') ?? '', textOf(item, 'behavior')])
    );
    const [nameField] = childrenOf(object.file?.root, 'nameField');
    const autoNamed = textOf(nameField, 'type') === 'AutoNumber';
    for (const field of object.fields.values()) {
        if (field.required && behaviours.get(field.name) !== 'Required') {
            fail(`does not show ${field.name} as required`, 'add it with behavior Required');
        }
        if (!field.required && behaviours.get(field.name) === undefined) {
            fail(`leaves out ${field.name}`, 'show it: nobody sees it otherwise');
        }
    }
    if (object.file && behaviours.get('Name') !== (autoNamed ? 'Readonly' : 'Required')) {
        fail('shows the name wrongly', `use behavior ${autoNamed ? 'Readonly' : 'Required'}`);
    }
    for (const [field, behaviour] of behaviours) {
        if (READ_ONLY.has(field) && behaviour !== 'Readonly') {
            fail(`lets people edit ${field}`, 'use behavior Readonly');
        }
    }
}
