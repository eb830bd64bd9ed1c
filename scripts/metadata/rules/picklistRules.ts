import type { PackageField } from '../packageModel.ts';
import type { Fail } from '../report.ts';
import { childrenOf, isTrue, textOf } from '../xml.ts';

/** A picklist has values, each once, of which at most one is the default. */
export function checkPicklist({ type, file: { root } }: PackageField, fail: Fail): void {
    const [set] = childrenOf(root, 'valueSet');
    if (!type.endsWith('icklist')) {
        if (set) {
            fail(`a ${type} field has values`, 'remove valueSet');
        }
        return;
    }
    const own = childrenOf(set, 'valueSetDefinition').flatMap((definition) =>
        childrenOf(definition, 'value')
    );
    const shared = textOf(set, 'valueSetName');
    if (own.length > 0 === (shared !== undefined)) {
        fail('has no values, or two sets of them', 'give either values or a global value set');
    }
    const names = own.map((value) => (textOf(value, 'fullName') ?? '').toLowerCase());
    if (new Set(names).size < names.length) {
        fail('has a value twice', 'keep one');
    }
    if (own.filter((value) => isTrue(value, 'default')).length > 1) {
        fail('has several defaults', 'keep one');
    }
}
