import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inlineScriptHashes, OPEN_CTI_PATH, pagePolicy } from './contentSecurity.ts';

/** Where the page wants the Open CTI script. */
const OPEN_CTI_PLACE = '<!-- open-cti -->';
/** Where the page wants to be told which pages are the org's. */
const ORG_ORIGINS_PLACE = '<!-- org-origins -->';
const ENGLISH = 'en';

export interface Page {
    readonly html: string;
    readonly contentSecurityPolicy: string;
}

/** Names of the pages in the folder: the softphone, and the connector of Salesforce Voice. */
export type PageName = 'index' | 'voice';

/** One page, a file for each language. */
export interface Pages {
    /** @param wanted languages, best first, in any form: `de_AT`, `de-AT`, `de` */
    in(wanted: readonly string[]): Page;
}

/** Reads the folder once. @throws Error where there is no such page in English */
export function readPages(
    folder: string,
    orgOrigins: readonly string[],
    name: PageName = 'index'
): Pages {
    const fileOf = new RegExp(`^${name}(?:\\.(?<language>[a-z]{2,3}))?\\.html$`);
    const pages = new Map<string, Page>();
    for (const file of readdirSync(folder)) {
        const found = fileOf.exec(file);
        if (found) {
            const source = readFileSync(path.join(folder, file), 'utf8');
            pages.set(found.groups!['language'] ?? ENGLISH, pageOf(source, orgOrigins));
        }
    }
    const english = pages.get(ENGLISH);
    if (english === undefined) {
        throw new Error(
            `${folder} holds no ${name}.html. Build the softphone page, or set SOFTPHONE_FOLDER.`
        );
    }
    return {
        in(wanted) {
            const best = wanted.map(languageOf).find((language) => pages.has(language));
            return pages.get(best ?? ENGLISH) ?? english;
        }
    };
}

function pageOf(source: string, orgOrigins: readonly string[]): Page {
    const html = source
        .replace(OPEN_CTI_PLACE, `<script src="${orgOrigins[0]}${OPEN_CTI_PATH}"></script>`)
        .replace(ORG_ORIGINS_PLACE, `<meta name="org-origins" content="${orgOrigins.join(' ')}">`);
    const ofOrg = source.includes(OPEN_CTI_PLACE) ? orgOrigins.slice(0, 1) : [];
    return {
        html,
        contentSecurityPolicy: pagePolicy({
            orgOrigins,
            scripts: [...ofOrg, ...inlineScriptHashes(html)]
        })
    };
}

/** `de_AT` and `de-AT` are `de`. */
export function languageOf(locale: string): string {
    return locale.split(/[_-]/, 1)[0].trim().toLowerCase();
}

/** `Accept-Language`, best first. */
export function acceptedLanguages(header: string | undefined): string[] {
    return (header ?? '')
        .split(',')
        .map((part) => {
            const [locale, ...parameters] = part.split(';');
            const quality = /^\s*q=([\d.]+)\s*$/.exec(parameters.join(';'))?.[1];
            return { locale: locale.trim(), quality: Number(quality ?? 1) };
        })
        .filter(({ locale, quality }) => locale !== '' && quality > 0)
        .sort((one, other) => other.quality - one.quality)
        .map(({ locale }) => locale);
}
