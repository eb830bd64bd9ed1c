import { randomBytes } from 'node:crypto';
import type { Page } from '../../../browser/buildPage.ts';
import { headOf } from '../../../browser/pageHead.ts';
import type { ShellBoot } from '../boot.ts';

export const ASSETS = '/lightning-assets';

export interface ShellDocument {
    readonly html: string;
    readonly headers: Readonly<Record<string, string>>;
}

/** The page as a browser gets it: for this user, this once. */
export function shellDocument(page: Page, boot: ShellBoot): ShellDocument {
    const nonce = randomBytes(16).toString('base64');
    const { app, softphoneUrl, voice } = boot.shell;
    const lang = String(boot.i18n?.['lang']);
    const html = `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(app.label)}</title>
<link rel="icon" href="data:,">
${headOf(page, { base: ASSETS, nonce, boot })}
</head>
<body class="slds-scope"></body>
</html>
`;
    return { html, headers: headers(nonce, voice?.connectorUrl ?? softphoneUrl) };
}

function headers(nonce: string, framed: string | undefined): Record<string, string> {
    const frames = framed === undefined ? "'none'" : new URL(framed).origin;
    const policy = [
        "default-src 'none'",
        `script-src 'self' 'nonce-${nonce}'`,
        // Lightning web components put their styles into the page.
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        `frame-src ${frames}`,
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'none'"
    ];
    return {
        'content-type': 'text/html;charset=UTF-8',
        'content-security-policy': policy.join('; '),
        // The page holds the token of a session.
        'cache-control': 'no-store',
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY'
    };
}

function escapeHtml(text: string): string {
    return text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}
