import type { PackageField, PackageModel } from '../packageModel.ts';
import type { Fail, Report } from '../report.ts';
import { textOf } from '../xml.ts';

const RELATIONSHIP_NAME = /^[A-Za-z](?!.*__)\w*(?<!_)$/;

/** Lookups and masters: what a deploy refuses in one, and between the children of one parent. */
export function checkRelationshipRules(model: PackageModel, report: Report): void {
    const fields = [...model.objects.values()].flatMap((object) => [...object.fields.values()]);
    const references = fields.filter((field) => field.referenceTo !== undefined);
    const taken = new Map<string, string>();
    for (const field of references) {
        report.check(field.file.path, (fail) => {
            checkReference(field, fail);
            const name = `${field.referenceTo}.${textOf(field.file.root, 'relationshipName')}`;
            const other = taken.get(name.toLowerCase());
            if (other) {
                fail(`the relationship ${name} is also that of ${other}`, 'give it another name');
            }
            taken.set(name.toLowerCase(), field.file.path);
        });
    }
}

function checkReference({ type, required, file: { root } }: PackageField, fail: Fail): void {
    const whenDeleted = textOf(root, 'deleteConstraint');
    if (!RELATIONSHIP_NAME.test(textOf(root, 'relationshipName') ?? '')) {
        fail('has no usable relationshipName', 'use letters, digits and single underscores');
    }
    if (type === 'MasterDetail') {
        if (textOf(root, 'required') !== undefined || whenDeleted !== undefined) {
            fail('a master is always required and deletes its details', 'say neither');
        }
        return;
    }
    if (required && whenDeleted !== 'Restrict') {
        fail('a required lookup cannot be cleared', 'set deleteConstraint to Restrict');
    }
    if (whenDeleted === 'Cascade') {
        fail(
            'deletes along a lookup, which orgs allow only after a request to support',
            'use Restrict or SetNull'
        );
    }
}
