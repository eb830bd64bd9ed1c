import type { PackageModel } from '../packageModel.ts';
import type { Report } from '../report.ts';
import { childrenOf, textOf, textsOf } from '../xml.ts';

/**
 * Every tab of an app that has a label of its own has it in every language of the package, and
 * nothing else is translated as a tab. Tabs of objects take the words of their object.
 */
export function checkTabTranslations(model: PackageModel, report: Report): void {
    const labelled = new Set(
        model
            .ofKind('CustomTab')
            .filter(({ root }) => textOf(root, 'label') !== undefined)
            .map(({ name }) => name)
    );
    const shown = model
        .ofKind('CustomApplication')
        .flatMap(({ root }) => textsOf(root, 'tabs'))
        .filter((tab) => labelled.has(tab));
    for (const { path, root } of model.ofKind('Translations')) {
        const translated = childrenOf(root, 'customTabs');
        const words = new Map(translated.map((tab) => [textOf(tab, 'name'), textOf(tab, 'label')]));
        for (const tab of shown) {
            report.expect(
                Boolean(words.get(tab)),
                path,
                `has no words for the tab ${tab}`,
                'add them under customTabs'
            );
        }
        for (const name of words.keys()) {
            report.expect(
                name !== undefined && labelled.has(name),
                path,
                `translates the tab ${name}, which has no label or does not exist`,
                'correct its name, or remove it'
            );
        }
    }
}
