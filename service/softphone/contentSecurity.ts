import { createHash } from 'node:crypto';

/** Where Salesforce keeps the script that connects a softphone to Lightning. */
export const OPEN_CTI_PATH = '/support/api/66.0/lightning/opencti_min.js';

/** Scripts without an address of their own; data is none. */
const INLINE = /<script(?<attributes>(?:\s[^>]*)?)>(?<text>[\s\S]*?)<\/script>/gi;
const NOT_RUN = /\ssrc\s*=|\stype\s*=\s*["']?application\/(?:ld\+)?json/i;

/** `'sha256-…'` of every script that stands in the page itself. */
export function inlineScriptHashes(html: string): string[] {
    return [...html.matchAll(INLINE)]
        .filter(({ groups }) => !NOT_RUN.test(groups!['attributes']))
        .map(({ groups }) => hashOf(groups!['text']));
}

/** As a policy names a script or style by its text. */
export function hashOf(text: string): string {
    return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

export interface PagePolicy {
    /** Origins that may show the page. */
    readonly orgOrigins: readonly string[];
    /** What runs beside scripts of the service's own: origins, and hashes of what is in the page. */
    readonly scripts: readonly string[];
}

/** Everything that is not named is refused. */
export function pagePolicy({ orgOrigins, scripts }: PagePolicy): string {
    return policy({
        'default-src': ["'none'"],
        'script-src': ["'self'", ...scripts],
        // Base components and synthetic shadow put their styles into the page.
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:'],
        'font-src': ["'self'", 'data:'],
        'connect-src': ["'self'"],
        'base-uri': ["'none'"],
        'form-action': ["'none'"],
        'frame-ancestors': orgOrigins
    });
}

export function policy(directives: Readonly<Record<string, readonly string[]>>): string {
    return Object.entries(directives)
        .map(([name, sources]) => `${name} ${sources.join(' ')}`)
        .join('; ');
}
