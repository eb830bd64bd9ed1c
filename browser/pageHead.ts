import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from './buildPage.ts';
import { REPOSITORY } from './compilePlugins.ts';
import type { Boot } from './page/boot.ts';

const SLDS = join(REPOSITORY, 'node_modules', '@salesforce-ux', 'design-system');

/** A folder to be served under an address; a file's name or its folder's changes with its content. */
export interface Assets {
    readonly url: string;
    readonly folder: string;
}

/**
 * What a server serves for a page; everything may be cached for ever.
 *
 * @param base address without a slash at its end, `/browser`
 */
export function assetsOf(page: Page, base: string): Assets[] {
    return [
        { url: addressOf(base, page.folder), folder: page.folder },
        { url: addressOf(base, page.vendorFolder), folder: page.vendorFolder },
        { url: sldsAddress(base), folder: join(SLDS, 'assets') }
    ];
}

/**
 * The page's pieces of `<head>`: design system, import map, boot JSON, script. `nonce` is the one
 * of the answer's Content-Security-Policy, which needs:
 * `script-src 'self' 'nonce-…'; style-src 'self' 'unsafe-inline'; img-src 'self' data:`
 * (LWC puts the components' styles into the page as style elements).
 */
export function headOf(
    page: Page,
    options: { readonly base: string; readonly nonce: string; readonly boot: Boot }
): string {
    const { base, nonce, boot } = options;
    const own = addressOf(base, page.folder);
    const vendor = addressOf(base, page.vendorFolder);
    const imports = Object.fromEntries(
        Object.entries(page.vendorFiles).map(([module, file]) => [module, `${vendor}/${file}`])
    );
    return [
        `<link rel="stylesheet" href="${sldsAddress(base)}/styles/salesforce-lightning-design-system.min.css">`,
        `<script type="importmap" nonce="${nonce}">${json({ imports })}</script>`,
        `<script id="boot" type="application/json">${json(boot)}</script>`,
        ...page.preload.map((file) => `<link rel="modulepreload" href="${vendor}/${file}">`),
        `<script type="module" src="${own}/${page.script}"></script>`
    ].join('\n');
}

/** @returns the words that the page uses, for `boot.labels` */
export function pageLabels(page: Page, language: string): Record<string, string> {
    const file = join(page.folder, `labels.${language}.json`);
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
}

function addressOf(base: string, folder: string): string {
    return `${base}/${basename(folder)}`;
}

function sldsAddress(base: string): string {
    const { version } = JSON.parse(readFileSync(join(SLDS, 'package.json'), 'utf8')) as {
        version: string;
    };
    return `${base}/slds-${version}`;
}

/** JSON that no text can leave: `</script>` in a label stays a label. */
function json(value: unknown): string {
    return JSON.stringify(value).replace(/</g, '\\u003c');
}
