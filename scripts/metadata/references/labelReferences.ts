import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findInComponents } from '../componentSources.ts';
import type { PackageModel } from '../packageModel.ts';
import type { Report } from '../report.ts';
import { PACKAGE_FOLDER } from '../sourceTree.ts';
import { childrenOf, textOf } from '../xml.ts';

/** Where the resolver declares the codes that people get to read as labels. */
const CODE_FILES = ['codes.ts', 'types.ts', 'lintTypes.ts'].map((file) =>
    join(PACKAGE_FOLDER, 'lwc/callbackResolver', file)
);
const CODE = /'([A-Z]+(?:_[A-Z]+)*)'/g;
const LABEL_IMPORT = /@salesforce\/label\/c\.(\w+)/g;

/** `RULE_USED` → `Callback_Rule_Used`. */
export function labelOfCode(code: string): string {
    const words = code.split('_').map((word) => word[0] + word.slice(1).toLowerCase());
    return `Callback_${words.join('_')}`;
}

/** Every label that is used exists, and every label is used: by a component or for a code. */
export function checkLabelReferences(
    projectDir: string,
    model: PackageModel,
    report: Report
): void {
    const files = model.ofKind('CustomLabels');
    const labels = new Set(
        files
            .flatMap(({ root }) => childrenOf(root, 'labels'))
            .map((label) => textOf(label, 'fullName') ?? '')
    );
    const used = [...labelsOfCodes(projectDir), ...labelsInComponents(projectDir)];
    for (const { label, file } of used) {
        report.expect(
            labels.has(label),
            file,
            `needs the label ${label}, which does not exist`,
            'add it to CustomLabels.labels-meta.xml'
        );
    }
    const names = new Set(used.map(({ label }) => label));
    for (const label of labels) {
        report.expect(
            names.has(label),
            files[0].path,
            `nothing uses the label ${label}`,
            'remove it'
        );
    }
}

interface LabelUse {
    readonly label: string;
    readonly file: string;
}

function labelsOfCodes(projectDir: string): LabelUse[] {
    return CODE_FILES.flatMap((file) => {
        const codes = readFileSync(join(projectDir, file), 'utf8').matchAll(CODE);
        return [...new Set([...codes].map(([, code]) => labelOfCode(code)))].map((label) => ({
            label,
            file
        }));
    });
}

function labelsInComponents(projectDir: string): LabelUse[] {
    return findInComponents(projectDir, LABEL_IMPORT).map(({ file, text }) => ({
        label: text,
        file
    }));
}
