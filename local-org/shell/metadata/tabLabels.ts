import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readMetadata } from './metadataFile.ts';

/**
 * What tabs are called in a language, by name of the tab.
 *
 * @param language as Salesforce names it; a language the package has no words in gives none
 */
export function readTabLabels(
    metadataDir: string,
    language: string
): Readonly<Record<string, string>> {
    const file = join(metadataDir, 'translations', `${language}.translation-meta.xml`);
    if (!existsSync(file)) {
        return {};
    }
    const tabs = readMetadata(file, 'Translations').children('customTabs');
    return Object.fromEntries(tabs.map((tab) => [tab.needs('name'), tab.needs('label')]));
}
