import { FORMULA_FUNCTIONS, referencesIn } from '../formula.ts';
import type { PackageModel, ParsedFile } from '../packageModel.ts';
import type { Report } from '../report.ts';
import { childrenOf, textOf } from '../xml.ts';

/** Globals whose members the package does not define. */
const FREE_GLOBALS = new Set(['$Profile', '$UserRole', '$Organization', '$System', '$Api']);

/** Everything that validation rules name in their formula, and the field they show the error at. */
export function checkFormulaReferences(model: PackageModel, report: Report): void {
    for (const rule of model.ofKind('ValidationRule')) {
        checkRule(rule, model, report);
    }
}

function checkRule(rule: ParsedFile, model: PackageModel, report: Report): void {
    const object = rule.object ?? '';
    const found = referencesIn(textOf(rule.root, 'errorConditionFormula') ?? '');
    const expect = (holds: boolean, what: string, remedy: string) =>
        report.expect(holds, rule.path, what, remedy);

    expect(
        found.unbalanced === undefined,
        `the formula leaves ${found.unbalanced} open`,
        'close it'
    );
    for (const name of new Set(found.functions)) {
        expect(
            FORMULA_FUNCTIONS.has(name),
            `the formula calls ${name}, which validation rules do not have`,
            'use another function'
        );
    }
    const shownAt = textOf(rule.root, 'errorDisplayField');
    for (const path of new Set([...found.fields, ...(shownAt ? [shownAt] : [])])) {
        expect(
            model.hasPath(object, path),
            `names the field ${path}, which ${object} does not have`,
            'correct the name, or add the field'
        );
    }
    for (const global of new Set(found.globals)) {
        expect(
            hasGlobal(global, model),
            `the formula names ${global}, which does not exist`,
            'correct the name, or add what it names'
        );
    }
    for (const { field, value } of found.picklistValues) {
        const values = model.field(object, field)?.picklistValues;
        expect(
            value === '' || values === undefined || values.has(value),
            `the formula compares ${field} with "${value}", which is none of its values`,
            `use one of ${[...(values ?? [])].join(', ')}`
        );
    }
}

function hasGlobal(global: string, model: PackageModel): boolean {
    const [scope, ...rest] = global.split('.');
    const member = rest.join('.');
    if (scope === '$User') {
        return model.hasPath('User', member);
    }
    if (scope === '$Permission') {
        return model.has('CustomPermission', member);
    }
    if (scope === '$Label') {
        return model
            .ofKind('CustomLabels')
            .flatMap(({ root }) => childrenOf(root, 'labels'))
            .some((label) => textOf(label, 'fullName') === member);
    }
    return FREE_GLOBALS.has(scope);
}
