import type { PackageModel, PackageObject, ParsedFile } from '../packageModel.ts';
import type { Fail, Report } from '../report.ts';
import { childrenOf, isTrue, textOf } from '../xml.ts';
import { checkTexts } from './textRules.ts';

const MOST_EXTERNAL_IDS = 25;
const MOST_MASTERS = 2;
/** A deploy wants all of these or none. */
const TOGETHER = ['enableBulkApi', 'enableSharing', 'enableStreamingApi'];

/** What a deploy refuses in an object as a whole, and what the house asks of one. */
export function checkObjectRules(model: PackageModel, report: Report): void {
    for (const object of model.objects.values()) {
        const { file } = object;
        if (file) {
            report.check(file.path, (fail) => {
                checkTexts(file, ['label', 'pluralLabel', 'description'], fail);
                checkObject(file, fail);
                checkFieldsTogether(object, fail);
            });
        }
    }
    for (const kind of ['ValidationRule', 'ListView', 'CompactLayout', 'RecordType']) {
        for (const { path, name, root } of model.ofKind(kind)) {
            report.expect(
                textOf(root, 'fullName') === name,
                path,
                `fullName is not ${name}`,
                'name the file after what it holds'
            );
        }
    }
    for (const rule of model.ofKind('ValidationRule')) {
        report.check(rule.path, (fail) => checkTexts(rule, ['description'], fail));
    }
}

function checkObject({ name, object, root }: ParsedFile, fail: Fail): void {
    if (name !== object) {
        fail(`is in the folder of ${object}`, `move it to objects/${name}/`);
    }
    if (textOf(root, 'deploymentStatus') !== 'Deployed') {
        fail('is not deployed to users', 'set deploymentStatus to Deployed');
    }
    const [nameField] = childrenOf(root, 'nameField');
    const format = textOf(nameField, 'displayFormat');
    if (textOf(nameField, 'label') === undefined) {
        fail('has no name field with a label', 'add nameField');
    }
    if ((textOf(nameField, 'type') === 'AutoNumber') !== (format !== undefined)) {
        fail(
            'the name field does not fit its format',
            'give an AutoNumber, and only that, a displayFormat'
        );
    }
    if (new Set(TOGETHER.map((flag) => isTrue(root, flag))).size > 1) {
        fail(`${TOGETHER.join(', ')} differ`, 'set all three, or none');
    }
}

function checkFieldsTogether({ fields, file, master }: PackageObject, fail: Fail): void {
    const all = [...fields.values()];
    if (all.filter(({ file: { root } }) => isTrue(root, 'externalId')).length > MOST_EXTERNAL_IDS) {
        fail(`has more than ${MOST_EXTERNAL_IDS} external ids`, 'make some of them plain fields');
    }
    if (all.filter(({ type }) => type === 'MasterDetail').length > MOST_MASTERS) {
        fail(`has more than ${MOST_MASTERS} masters`, 'make some of them lookups');
    }
    const controlled = textOf(file?.root, 'sharingModel') === 'ControlledByParent';
    if (controlled !== (master !== undefined)) {
        fail(
            controlled
                ? 'is controlled by a parent but has no master'
                : 'has a master but is not controlled by it',
            'use ControlledByParent together with a master-detail field'
        );
    }
}
