import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPage, type Page } from '../../../browser/buildPage.ts';
import { LANGUAGES } from '../../../browser/labels.ts';
import { assetsOf, headOf, pageLabels } from '../../../browser/pageHead.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));

/** Where the service serves the page's files. */
const ASSETS = '/softphone/assets';

/** What the page asks of the design system; all of it is thirty megabytes. */
const STYLES = 'styles/salesforce-lightning-design-system.min.css';

/** As the service names a language, and as HTML does: `en`. */
const languages = LANGUAGES.map((language) => language.slice(0, 2));

/** The softphone of Open CTI, and the connector of Salesforce Voice. */
const PAGES = [
    { name: 'softphone', entry: 'main.ts', file: 'index' },
    { name: 'voice', entry: 'voice/main.ts', file: 'voice' }
] as const;

/**
 * Builds the folder that the service serves: two pages, each complete in every language, and
 * `assets/`.
 *
 * @param folder made anew; what was there is gone only once the new one is whole
 */
export async function buildSoftphonePage(
    folder: string,
    onProgress?: (message: string) => void
): Promise<void> {
    const unfinished = `${folder}.unfinished-${process.pid}`;
    rmSync(unfinished, { recursive: true, force: true });
    for (const { name, entry, file } of PAGES) {
        const page = await buildPage({
            name,
            entry: join(HERE, entry),
            moduleFolders: [join(HERE, 'modules')],
            ...(onProgress && { onProgress })
        });
        if (page.warnings.length > 0) {
            throw new Error(`The ${name} page does not build: ${page.warnings.join(' ')}`);
        }
        for (const { url, folder: from } of assetsOf(page, '/assets')) {
            copy(from, join(unfinished, url));
        }
        LANGUAGES.forEach((language, at) => {
            const ending = at === 0 ? 'html' : `${languages[at]}.html`;
            writeFileSync(
                join(unfinished, `${file}.${ending}`),
                htmlOf(page, PLACES[file], language, languages[at]!)
            );
        });
    }
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(join(folder, '..'), { recursive: true });
    renameSync(unfinished, folder);
}

function copy(from: string, to: string): void {
    const isDesignSystem = /\/slds-[^/]+$/.test(to);
    const [source, target] = isDesignSystem ? [join(from, STYLES), join(to, STYLES)] : [from, to];
    cpSync(source, target, {
        recursive: true,
        // Maps are for those who build; words are in the pages.
        filter: (path) => !/\.map$|\/labels\.\w+\.json$/.test(path)
    });
}

/** The service puts there what it knows of the org, before everything of ours. */
const PLACES = { index: '<!-- open-cti -->', voice: '<!-- org-origins -->' } as const;

function htmlOf(page: Page, place: string, language: string, lang: string): string {
    const labels = pageLabels(page, language);
    const boot = { labels, languages, i18n: { lang, locale: lang } };
    // The policy of the service names inline scripts by their hash.
    const head = headOf(page, { base: ASSETS, nonce: '', boot }).replaceAll(' nonce=""', '');
    return `<!doctype html>
<html lang="${lang}" class="slds-theme_default">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${labels.Callback_Softphone_Title}</title>
${place}
${head}
</head>
<body class="slds-scope slds-theme_default"></body>
</html>
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    const folder = process.argv[2] ?? join('.local', 'softphone');
    // eslint-disable-next-line no-console -- a program speaks to the person who started it
    await buildSoftphonePage(folder, (message) => console.log(message));
}
