import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const SOFTPHONE_URL = 'https://numbers.example';
export const ORG_ORIGINS = ['https://acme.lightning.force.com', 'https://acme.my.salesforce.com'];
export const INLINE_SCRIPT = "import '/softphone/assets/softphone-3f9a01bc.js';";

const html = (language: string, place = '<!-- open-cti -->') =>
    `<!doctype html><html lang="${language}"><head>${place}<script id="boot" type="application/json">{}</script><script type="module">${INLINE_SCRIPT}</script></head></html>`;

/** A page as small as the service's side needs it. */
export function makeTestPage(): { readonly folder: string; remove(): void } {
    const folder = mkdtempSync(path.join(tmpdir(), 'callback-softphone-page-'));
    mkdirSync(path.join(folder, 'assets'));
    writeFileSync(path.join(folder, 'index.html'), html('en'));
    writeFileSync(path.join(folder, 'index.de.html'), html('de'));
    writeFileSync(path.join(folder, 'voice.html'), html('en', '<!-- org-origins -->'));
    writeFileSync(path.join(folder, 'voice.de.html'), html('de', '<!-- org-origins -->'));
    writeFileSync(path.join(folder, 'assets', 'softphone-3f9a01bc.js'), 'export {};');
    writeFileSync(path.join(folder, 'assets', 'styles.css'), 'body{}');
    mkdirSync(path.join(folder, 'assets', 'slds-2.264.1'));
    writeFileSync(path.join(folder, 'assets', 'slds-2.264.1', 'styles.css'), 'body{}');
    return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
