import type { PackageField, PackageModel } from '../packageModel.ts';
import type { Fail, Report } from '../report.ts';
import { isTrue, textOf } from '../xml.ts';
import { checkPicklist } from './picklistRules.ts';
import { checkTexts } from './textRules.ts';

const API_NAME = /^[A-Za-z](?!.*__.*__c)\w{0,39}__c$/;
const UNIQUE_TYPES = new Set(['Text', 'Number', 'Email']);
const EXTERNAL_ID_TYPES = new Set([...UNIQUE_TYPES, 'AutoNumber']);

/** What a deploy refuses in a single field, and what the house asks of one. */
export function checkFieldRules(model: PackageModel, report: Report): void {
    for (const object of model.objects.values()) {
        for (const field of object.fields.values()) {
            report.check(field.file.path, (fail) => {
                checkTexts(field.file, ['label', 'description'], fail);
                checkName(field, fail);
                checkType(field, fail);
                checkKeys(field, fail);
                checkPicklist(field, fail);
            });
        }
    }
}

function checkName({ name, file }: PackageField, fail: Fail): void {
    if (textOf(file.root, 'fullName') !== name) {
        fail(`fullName is not ${name}`, 'name the file after the field');
    }
    if (!API_NAME.test(name)) {
        fail(`${name} is no API name`, 'use letters, digits and single underscores, then __c');
    }
}

function checkType({ type, file: { root } }: PackageField, fail: Fail): void {
    const number = (name: string) => Number(textOf(root, name) ?? NaN);
    const between = (name: string, least: number, most: number) => {
        if (!(number(name) >= least && number(name) <= most)) {
            fail(`${name} of a ${type} field`, `make it ${least} to ${most}`);
        }
    };
    switch (type) {
        case '':
            fail('has no type', 'add one');
            break;
        case 'Text':
            between('length', 1, 255);
            break;
        case 'LongTextArea':
            between('length', 256, 131_072);
            between('visibleLines', 2, 50);
            break;
        case 'Number':
            between('precision', 1, 18);
            between('scale', 0, number('precision'));
            break;
        case 'Checkbox':
            if (textOf(root, 'defaultValue') === undefined) {
                fail('a checkbox has no default', 'add defaultValue true or false');
            }
            break;
        case 'AutoNumber':
            if (!/\{0+\}/.test(textOf(root, 'displayFormat') ?? '')) {
                fail('has no number in its format', 'add displayFormat with {0} in it');
            }
    }
}

function checkKeys({ type, file: { root } }: PackageField, fail: Fail): void {
    if (isTrue(root, 'unique') && !UNIQUE_TYPES.has(type)) {
        fail(`a ${type} field is unique`, 'only texts, numbers and email addresses can be');
    }
    if (isTrue(root, 'externalId') && !EXTERNAL_ID_TYPES.has(type)) {
        fail(`a ${type} field is an external id`, 'only texts, numbers and email addresses can be');
    }
    if (type === 'Text' && isTrue(root, 'unique') && textOf(root, 'caseSensitive') === undefined) {
        fail('does not say whether case matters', 'add caseSensitive');
    }
}
