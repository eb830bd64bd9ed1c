import type { PackageModel, ParsedFile } from '../packageModel.ts';
import type { Fail, Report } from '../report.ts';
import { childrenOf, isTrue, textOf, type XmlElement } from '../xml.ts';

/** Granting the first asks for the others. */
const NEEDS: readonly (readonly [string, ...string[]])[] = [
    ['allowCreate', 'allowRead'],
    ['allowEdit', 'allowRead'],
    ['allowDelete', 'allowRead', 'allowEdit'],
    ['viewAllRecords', 'allowRead'],
    ['modifyAllRecords', 'allowRead', 'allowEdit', 'allowDelete', 'viewAllRecords']
];
/** On a detail these are granted only to those who have them on its master. */
const SAME_ON_MASTER = ['allowRead', 'viewAllRecords', 'modifyAllRecords'];
const GRANTS: readonly (readonly [string, string])[] = [
    ['applicationVisibilities', 'application'],
    ['customPermissions', 'name'],
    ['fieldPermissions', 'field'],
    ['objectPermissions', 'object'],
    ['tabSettings', 'tab'],
    ['userPermissions', 'name']
];

/** What a deploy refuses in a permission set, and grants that lead nowhere. */
export function checkPermissionSetRules(model: PackageModel, report: Report): void {
    for (const set of model.ofKind('PermissionSet')) {
        const rights = childrenOf(set.root, 'objectPermissions');
        const byObject = new Map(rights.map((right) => [textOf(right, 'object') ?? '', right]));
        const reads = (object: string) => isTrue(byObject.get(object), 'allowRead');
        for (const [object, right] of byObject) {
            report.check(set.path, (fail) => {
                checkObjectRight(object, right, fail);
                checkMaster(object, right, byObject, model, fail);
            });
        }
        for (const permission of childrenOf(set.root, 'fieldPermissions')) {
            report.check(set.path, (fail) => checkFieldRight(permission, byObject, model, fail));
        }
        for (const setting of childrenOf(set.root, 'tabSettings')) {
            const tab = textOf(setting, 'tab') ?? '';
            report.expect(
                !tab.endsWith('__c') || reads(tab),
                set.path,
                `shows the tab ${tab} without its records`,
                `grant read on ${tab}, or remove the tab`
            );
        }
        report.check(set.path, (fail) => checkTwice(set, fail));
    }
}

function checkObjectRight(object: string, right: XmlElement, fail: Fail): void {
    if (!right.children.some(({ text }) => text === 'true')) {
        fail(`the right on ${object} grants nothing`, 'grant allowRead, or remove it');
    }
    for (const [flag, ...needed] of NEEDS) {
        const missing = needed.filter((need) => !isTrue(right, need));
        if (isTrue(right, flag) && missing.length > 0) {
            fail(`${flag} on ${object} without ${missing.join(', ')}`, 'grant these as well');
        }
    }
}

function checkMaster(
    object: string,
    right: XmlElement,
    byObject: ReadonlyMap<string, XmlElement>,
    model: PackageModel,
    fail: Fail
): void {
    const master = model.objects.get(object)?.master;
    for (const flag of SAME_ON_MASTER) {
        if (master && isTrue(right, flag) && !isTrue(byObject.get(master), flag)) {
            fail(`${flag} on ${object} without ${flag} on its master ${master}`, 'grant both');
        }
    }
}

function checkFieldRight(
    permission: XmlElement,
    byObject: ReadonlyMap<string, XmlElement>,
    model: PackageModel,
    fail: Fail
): void {
    const name = textOf(permission, 'field') ?? '';
    const [object, field = ''] = name.split('.');
    if (model.field(object, field)?.required) {
        fail(`grants the required field ${name}`, 'remove it: it comes with the object');
    }
    if (isTrue(permission, 'editable') && !isTrue(permission, 'readable')) {
        fail(`${name} is editable but not readable`, 'make it readable');
    }
    if (!isTrue(byObject.get(object), 'allowRead')) {
        fail(`grants the field ${name} without its object`, `grant read on ${object}`);
    }
    const right = byObject.get(object);
    const writes = isTrue(right, 'allowCreate') || isTrue(right, 'allowEdit');
    if (isTrue(permission, 'editable') && right && !writes) {
        fail(`${name} is editable, its object is not`, 'make it readable only');
    }
}

function checkTwice({ root }: ParsedFile, fail: Fail): void {
    for (const [element, child] of GRANTS) {
        const names = childrenOf(root, element).map((grant) => textOf(grant, child) ?? '');
        const twice = names.filter((name, i) => names.indexOf(name) !== i);
        if (twice.length > 0) {
            fail(`${element} has ${twice.join(', ')} twice`, 'keep one');
        }
    }
}
