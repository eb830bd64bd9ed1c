import type { PackageModel } from '../packageModel.ts';
import type { Report } from '../report.ts';
import { isTrue, textOf } from '../xml.ts';

const MOTIF = /^Custom\d{1,3}: \S.*$/;
const CONTENTS = ['auraComponent', 'flexiPage', 'lwcComponent', 'page', 'url'];

/** A tab shows exactly one thing and has an icon. */
export function checkTabRules(model: PackageModel, report: Report): void {
    for (const { path, root } of model.ofKind('CustomTab')) {
        report.check(path, (fail) => {
            const ofObject = isTrue(root, 'customObject');
            const contents = CONTENTS.filter((name) => textOf(root, name) !== undefined);
            if (contents.length + (ofObject ? 1 : 0) !== 1) {
                fail(
                    'shows nothing, or several things',
                    'give it one of object, page, component, url'
                );
            }
            if (!MOTIF.test(textOf(root, 'motif') ?? '')) {
                fail('has no motif', 'add one, as in Custom22: Telephone');
            }
            if (ofObject === (textOf(root, 'label') !== undefined)) {
                fail(
                    ofObject ? 'an object tab has a label' : 'has no label',
                    'object tabs take the label of the object, others need one'
                );
            }
        });
    }
}
