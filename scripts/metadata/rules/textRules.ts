import type { PackageModel, ParsedFile } from '../packageModel.ts';
import type { Fail, Report } from '../report.ts';
import { childrenOf, textOf, type XmlElement } from '../xml.ts';

/** Longest texts that a deploy takes, by kind and element. */
const LONGEST: Readonly<Record<string, Readonly<Record<string, number>>>> = {
    CustomApplication: { label: 40, description: 255 },
    CustomField: { label: 40, description: 1000, inlineHelpText: 510 },
    CustomLabel: { shortDescription: 80, value: 1000, categories: 255 },
    CustomObject: { label: 40, pluralLabel: 40, description: 1000 },
    CustomPermission: { label: 80, description: 255 },
    CustomTab: { label: 40, description: 1000 },
    Dashboard: { title: 80, description: 255 },
    ListView: { label: 40 },
    PermissionSet: { label: 80, description: 255 },
    Report: { name: 40, description: 255 },
    ReportType: { label: 50, description: 255 },
    ValidationRule: { description: 255, errorMessage: 255, errorConditionFormula: 5000 }
};
/** Texts that the kinds without rules of their own must have. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
    CustomApplication: ['label', 'description'],
    CustomPermission: ['label', 'description'],
    CustomTab: ['description'],
    Dashboard: ['title', 'description'],
    PermissionSet: ['label', 'description'],
    Report: ['name', 'description'],
    ReportType: ['label', 'description']
};
const PLACEHOLDER = /\{\d\}/g;

/** Texts of the kinds that have no rules of their own. */
export function checkTextRules(model: PackageModel, report: Report): void {
    for (const [kind, needed] of Object.entries(NEEDED)) {
        for (const file of model.ofKind(kind)) {
            report.check(file.path, (fail) => checkTexts(file, needed, fail));
        }
    }
    for (const view of model.ofKind('ListView')) {
        report.check(view.path, (fail) => checkTexts(view, ['label'], fail));
    }
    for (const file of model.ofKind('CustomLabels')) {
        checkLabels(file, report);
    }
}

/** Texts are there where needed, and none is too long. */
export function checkTexts(
    { kind = '', root }: Pick<ParsedFile, 'kind' | 'root'>,
    needed: readonly string[],
    fail: Fail
): void {
    for (const name of needed) {
        if (!textOf(root, name)) {
            fail(`has no ${name}`, 'add it, in plain English');
        }
    }
    for (const [name, longest] of Object.entries(LONGEST[kind] ?? {})) {
        const { length } = textOf(root, name) ?? '';
        if (length > longest) {
            fail(`${name} has ${length} characters`, `shorten it to ${longest}`);
        }
    }
}

function checkLabels({ path, root }: ParsedFile, report: Report): void {
    const seen = new Set<string>();
    for (const label of childrenOf(root, 'labels')) {
        const name = textOf(label, 'fullName') ?? '';
        report.check(path, (fail) => {
            const failAbout: Fail = (what, remedy) => fail(`${name} ${what}`, remedy);
            checkLabel(label, failAbout);
            if (seen.has(name.toLowerCase())) {
                failAbout('is there twice', 'keep one');
            }
            seen.add(name.toLowerCase());
        });
    }
}

function checkLabel(label: XmlElement, fail: Fail): void {
    checkTexts({ kind: 'CustomLabel', root: label }, ['value', 'categories'], fail);
    const explained = placeholdersIn(textOf(label, 'shortDescription'));
    const used = placeholdersIn(textOf(label, 'value'));
    if (explained !== used) {
        fail(
            `uses ${used || 'no placeholder'} and explains ${explained || 'none'}`,
            'say in shortDescription what each placeholder is'
        );
    }
}

function placeholdersIn(text = ''): string {
    return [...new Set(text.match(PLACEHOLDER))].sort().join(' ');
}
