import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inlineScriptHashes, OPEN_CTI_PATH, pagePolicy } from './contentSecurity.ts';

/** Where the page wants the Open CTI script. */
const OPEN_CTI_PLACE = '<!-- open-cti -->';
const FILE = /^index(?:\.(?<language>[a-z]{2,3}))?\.html$/;
const ENGLISH = 'en';

export interface Page {
    readonly html: string;
    readonly contentSecurityPolicy: string;
}

/** The softphone page, one file a language. */
export interface Pages {
    /** @param wanted languages, best first, in any form: `de_AT`, `de-AT`, `de` */
    in(wanted: readonly string[]): Page;
}

/** Reads the folder once. @throws Error where there is no index.html */
export function readPages(folder: string, orgOrigins: readonly string[]): Pages {
    const pages = new Map<string, Page>();
    for (const file of readdirSync(folder)) {
        const found = FILE.exec(file);
        if (found) {
            const html = readFileSync(path.join(folder, file), 'utf8').replace(
                OPEN_CTI_PLACE,
                `<script src="${orgOrigins[0]}${OPEN_CTI_PATH}"></script>`
            );
            pages.set(found.groups!['language'] ?? ENGLISH, {
                html,
                contentSecurityPolicy: pagePolicy({
                    orgOrigins,
                    scriptHashes: inlineScriptHashes(html)
                })
            });
        }
    }
    const english = pages.get(ENGLISH);
    if (english === undefined) {
        throw new Error(
            `${folder} holds no index.html. Build the softphone page, or set SOFTPHONE_FOLDER.`
        );
    }
    return {
        in(wanted) {
            const best = wanted.map(languageOf).find((language) => pages.has(language));
            return pages.get(best ?? ENGLISH) ?? english;
        }
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
