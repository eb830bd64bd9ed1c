import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callbackPage } from './callbackPage.ts';
import { inlineScriptHashes } from './contentSecurity.ts';
import { acceptedLanguages, readPages } from './page.ts';
import { startSoftphoneWorld, type SoftphoneWorld } from './testing/memoryWorld.ts';
import { INLINE_SCRIPT, ORG_ORIGINS } from './testing/testPage.ts';

let world: SoftphoneWorld;
beforeAll(async () => {
    world = await startSoftphoneWorld();
});
afterAll(() => world.close());

const open = (url: string, headers: Record<string, string> = {}) =>
    world.browser().ask('GET', url, undefined, { 'sec-fetch-site': 'cross-site', ...headers });
const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('the softphone page', () => {
    it('may be shown by the org alone, and may load from the service and the org alone', async () => {
        const { status, headers } = await open('/softphone');
        expect(status).toBe(200);
        expect(headers['content-type']).toBe('text/html; charset=utf-8');
        expect(headers['content-security-policy']?.split('; ')).toEqual([
            "default-src 'none'",
            `script-src 'self' https://acme.lightning.force.com ${sha256(INLINE_SCRIPT)}`,
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            `frame-ancestors ${ORG_ORIGINS.join(' ')}`
        ]);
        expect(headers).not.toHaveProperty('x-frame-options');
        expect(headers).toMatchObject({
            'referrer-policy': 'same-origin',
            'x-content-type-options': 'nosniff',
            'cache-control': 'no-store'
        });
    });

    it('loads the Open CTI script of the org', async () => {
        expect((await open('/softphone')).text).toContain(
            '<script src="https://acme.lightning.force.com/support/api/66.0/lightning/opencti_min.js"></script>'
        );
    });

    it('opens with the parameters Salesforce adds', async () => {
        const { status } = await open('/softphone?sfdcIframeOrigin=x&mode=Lightning');
        expect(status).toBe(200);
    });

    it.each([
        ['fr-CA,de;q=0.8,en;q=0.9', 'en'],
        ['de-AT,en;q=0.5', 'de'],
        ['xx', 'en'],
        ['', 'en']
    ])('speaks the language of the browser: %s is %s', async (accepted, language) => {
        const { text } = await open('/softphone', { 'accept-language': accepted });
        expect(text).toContain(`<html lang="${language}">`);
    });

    it('speaks the language of the agent once they are signed in', async () => {
        const ada = await world.signedIn();
        const { text } = await ada.ask('GET', '/softphone', undefined, { 'accept-language': 'en' });
        expect(text).toContain('<html lang="de">');
    });

    it('keeps for ever what is named by its content, and asks again for the rest', async () => {
        const script = await open('/softphone/assets/softphone-3f9a01bc.js');
        expect(script.status).toBe(200);
        expect(script.headers['content-type']).toMatch(/javascript/);
        expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
        expect(script.headers['x-content-type-options']).toBe('nosniff');
        const designSystem = await open('/softphone/assets/slds-2.264.1/styles.css');
        expect(designSystem.headers['cache-control']).toMatch(/immutable/);
        const styles = await open('/softphone/assets/styles.css');
        expect(styles.headers['cache-control']).toBe('no-cache');
        expect(styles.headers['etag']).toMatch(/\S/);
    });

    it.each([
        '/softphone/assets/none.js',
        '/softphone/assets/',
        '/softphone/assets/../index.html',
        '/softphone/assets/..%2findex.html',
        '/softphone/assets/.hidden'
    ])('gives nothing else away: %s', async (url) => {
        const { status } = await open(url);
        expect(status).toBeGreaterThanOrEqual(400);
        expect(status).toBeLessThan(500);
        expect(status).not.toBe(405);
    });

    it('has to be built first', () => {
        const empty = mkdtempSync(path.join(tmpdir(), 'callback-no-page-'));
        expect(() => readPages(empty, ORG_ORIGINS)).toThrow(/no index.html.*SOFTPHONE_FOLDER/);
        rmSync(empty, { recursive: true });
    });
});

describe('the page of the connector of Salesforce Voice', () => {
    it('may be shown by the org alone, and runs scripts of the service alone', async () => {
        const { status, headers } = await open('/softphone/voice');
        expect(status).toBe(200);
        expect(headers['content-security-policy']?.split('; ')).toEqual(
            expect.arrayContaining([
                `script-src 'self' ${sha256(INLINE_SCRIPT)}`,
                `frame-ancestors ${ORG_ORIGINS.join(' ')}`
            ])
        );
        expect(headers).toMatchObject({
            'referrer-policy': 'same-origin',
            'cache-control': 'no-store'
        });
    });

    it('is told which pages may set it up', async () => {
        const { text } = await open('/softphone/voice');
        expect(text).toContain(`<meta name="org-origins" content="${ORG_ORIGINS.join(' ')}">`);
        expect(text).not.toContain('opencti');
    });

    it('speaks the language of the agent', async () => {
        const ada = await world.signedIn();
        const { text } = await ada.ask('GET', '/softphone/voice');
        expect(text).toContain('<html lang="de">');
    });
});

describe('the policy names inline scripts', () => {
    it('that run, and no data', () => {
        const html = `<script type="importmap">{"a":1}</script>
            <script type="application/json">{"b":2}</script>
            <script src="/x.js"></script><script>run()</script>`;
        expect(inlineScriptHashes(html)).toEqual([sha256('{"a":1}'), sha256('run()')]);
    });
});

describe('languages', () => {
    it('are taken in the order the browser wants them', () => {
        expect(acceptedLanguages('en;q=0.4, de-AT, fr;q=0.8, *;q=0')).toEqual([
            'de-AT',
            'fr',
            'en'
        ]);
        expect(acceptedLanguages(undefined)).toEqual([]);
    });
});

describe('the page that ends the sign-in window', () => {
    it('is the same whatever the address says, stands in no frame, and runs one script', async () => {
        const plain = await open('/softphone/callback');
        const given = await open('/softphone/callback?code=%3Cscript%3E&state=s&error=e');
        expect(given.text).toBe(plain.text);
        const policy = given.headers['content-security-policy'] ?? '';
        const [script] = inlineScriptHashes(given.text);
        expect(policy.split('; ')).toEqual(
            expect.arrayContaining([
                "default-src 'none'",
                `script-src ${script}`,
                "frame-ancestors 'none'"
            ])
        );
        expect(given.headers).toMatchObject({
            'referrer-policy': 'no-referrer',
            'cache-control': 'no-store'
        });
        expect(given.setCookies).toEqual([]);
    });

    it('hands what it was told to the softphone of its own origin, cleans the address, and closes', () => {
        const { told, address, closed, shown } = runCallback('?code=c&state=s', true);
        expect(told).toEqual([
            [{ type: 'callbackNumbers.signIn', code: 'c', state: 's' }, 'https://numbers.example']
        ]);
        expect([address, closed, shown]).toEqual(['/softphone/callback', true, 'done']);
    });

    it('hands a refusal over as well', () => {
        const { told } = runCallback(
            '?error=access_denied&error_description=end-user+denied&state=s',
            true
        );
        expect(told[0]?.[0]).toEqual({
            type: 'callbackNumbers.signIn',
            error: 'access_denied',
            errorDescription: 'end-user denied',
            state: 's'
        });
    });

    it('says what to do where there is no softphone, and cleans the address there too', () => {
        const { told, address, closed, shown } = runCallback('?code=c&state=s', false);
        expect([told, address, closed, shown]).toEqual([[], '/softphone/callback', false, 'lost']);
    });

    it.each([
        [['de-AT'], 'Anmelden'],
        [['es'], 'Iniciar sesión'],
        [['fr'], 'Se connecter'],
        [['en'], 'Sign in'],
        [['xx'], 'Sign in'],
        [['constructor'], 'Sign in']
    ])('speaks %s', (wanted, words) => {
        expect(callbackPage(wanted).html).toContain(words);
    });
});

/** Runs the page's script over as much of a browser as it uses. */
function runCallback(search: string, opened: boolean) {
    const told: [unknown, string][] = [];
    let address = '';
    let closed = false;
    let shown = '';
    const script = /<script>([\s\S]*)<\/script>/.exec(callbackPage([]).html)![1];
    runInNewContext(script, {
        URLSearchParams,
        location: { search, pathname: '/softphone/callback', origin: 'https://numbers.example' },
        history: { replaceState: (_: unknown, __: string, to: string) => (address = to) },
        document: {
            getElementById: (id: string) => ({
                set hidden(_: boolean) {
                    shown = id;
                }
            })
        },
        window: {
            opener: opened
                ? {
                      postMessage: (message: object, origin: string) =>
                          told.push([JSON.parse(JSON.stringify(message)), origin])
                  }
                : null,
            close: () => (closed = true)
        }
    });
    return { told, address, closed, shown };
}
