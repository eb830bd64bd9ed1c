import { XMLParser } from 'fast-xml-parser';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from './compilePlugins.ts';

const METADATA = join(REPOSITORY, 'force-app', 'main', 'default');

/** Languages that have all words, as Salesforce names them (`LanguageLocaleKey` of the user). */
export const LANGUAGES = ['en_US', 'de', 'es', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

const parser = new XMLParser({
    parseTagValue: false,
    isArray: (name) => name === 'labels' || name === 'customLabels'
});

/** @returns the nearest language that we have words in: German for `de_AT`, else English */
export function languageOf(localeKey: string | undefined): Language {
    const wanted = localeKey?.replace('-', '_') ?? '';
    return LANGUAGES.find((language) => wanted.split('_')[0] === language.split('_')[0]) ?? 'en_US';
}

/** @returns the words of the custom labels by name; where one is not translated, in English */
export function labelsIn(language: Language): Record<string, string> {
    const english = read('labels/CustomLabels.labels-meta.xml') as {
        CustomLabels: { labels: readonly { fullName: string; value: string }[] };
    };
    const words = english.CustomLabels.labels.map(({ fullName, value }) => [fullName, value]);
    if (language === 'en_US') {
        return Object.fromEntries(words) as Record<string, string>;
    }
    const translated = read(`translations/${language}.translation-meta.xml`) as {
        Translations: { customLabels: readonly { name: string; label: string }[] };
    };
    const others = translated.Translations.customLabels.map(({ name, label }) => [name, label]);
    return Object.fromEntries([...words, ...others]) as Record<string, string>;
}

function read(file: string): unknown {
    return parser.parse(readFileSync(join(METADATA, file), 'utf8'));
}
