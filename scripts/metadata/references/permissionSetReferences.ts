import type { PackageModel, ParsedFile } from '../packageModel.ts';
import type { Report } from '../report.ts';
import { childrenOf, textOf } from '../xml.ts';
import { hasTab } from './navigationReferences.ts';

/** What a permission set grants: element, the child that names it, and the kind it names. */
const GRANTS = [
    ['applicationVisibilities', 'application', 'CustomApplication'],
    ['classAccesses', 'apexClass', 'ApexClass'],
    ['customPermissions', 'name', 'CustomPermission'],
    ['flowAccesses', 'flow', 'Flow'],
    ['recordTypeVisibilities', 'recordType', 'RecordType']
] as const;

/** Everything that permission sets name exists. */
export function checkPermissionSetReferences(model: PackageModel, report: Report): void {
    for (const set of model.ofKind('PermissionSet')) {
        const expect = (holds: boolean, what: string) =>
            report.expect(
                holds,
                set.path,
                `grants ${what}, which does not exist`,
                'add it to the package, or remove the permission'
            );
        for (const [element, child, kind] of GRANTS) {
            for (const name of named(set, element, child)) {
                const bare = kind === 'RecordType' ? name.split('.')[1] : name;
                expect(model.has(kind, bare), `${child} ${name}`);
            }
        }
        for (const object of named(set, 'objectPermissions', 'object')) {
            expect(model.hasObject(object), `object ${object}`);
        }
        for (const name of named(set, 'fieldPermissions', 'field')) {
            const [object, field = ''] = name.split('.');
            expect(model.hasField(object, field), `field ${name}`);
        }
        for (const tab of named(set, 'tabSettings', 'tab')) {
            expect(hasTab(tab, model), `tab ${tab}`);
        }
    }
}

function named({ root }: ParsedFile, element: string, child: string): readonly string[] {
    return childrenOf(root, element).map((grant) => textOf(grant, child) ?? '');
}
