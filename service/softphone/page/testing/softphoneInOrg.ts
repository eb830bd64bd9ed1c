import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import type { BrowserContext, FrameLocator, Page, Route } from 'playwright-core';
import { buildOpenCtiScript } from '../../../../local-org/shell/openCti/openCtiScript.ts';
import { readPages } from '../../page.ts';

const ORG = 'https://org.example';
const SERVICE = 'https://service.example';
const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' };

export interface Answer {
    readonly status: number;
    readonly body?: object;
}

/** What the service says; tests change it as they go along. */
export interface ServiceAnswers {
    session: Answer;
    /** Undefined: no answer ever. */
    dial: Answer | undefined;
    /** How far the call is; missing: the service knows of none. */
    call?: Answer;
}

/** A page of the org with the softphone in it, as narrow as the utility bar shows it. */
export interface SoftphoneInOrg {
    readonly page: Page;
    readonly softphone: FrameLocator;
    /** What was sent to `/softphone/dials`. */
    readonly dials: Readonly<Record<string, unknown>>[];
    /** Dial keys of calls that were hung up. */
    readonly ended: string[];
    click(payload: object): Promise<void>;
    say(channelName: string, message: object): Promise<void>;
    takesClicks(): Promise<boolean>;
    /** What the softphone published, or had the page do, since it was asked last. */
    heard(): Promise<[what: string, message: Readonly<Record<string, string>>][]>;
}

/**
 * No server: the browser is given the page as it was built, under the policy of the service, and
 * answers in place of the service's. The page around runs the host of Open CTI.
 */
export async function showSoftphone(
    context: BrowserContext,
    folder: string,
    answers: ServiceAnswers
): Promise<SoftphoneInOrg> {
    const pages = readPages(folder, [ORG]);
    const dials: Readonly<Record<string, unknown>>[] = [];
    const ended: string[] = [];
    const [script, host] = await Promise.all([buildOpenCtiScript(), hostScript()]);

    await context.route(`${ORG}/**`, (route) => {
        const { pathname } = new URL(route.request().url());
        if (pathname.endsWith('opencti_min.js')) {
            return route.fulfill({ contentType: 'text/javascript', body: script });
        }
        const body =
            pathname === '/authorize'
                ? `<a href="${SERVICE}/softphone/callback">Allow</a>`
                : `<!doctype html><html lang="en"><title>Org</title><main><h1>Org</h1>
                    <iframe title="Softphone" width="340" height="560" style="border:0"></iframe>
                    </main><script>${host}</script></html>`;
        return route.fulfill({ contentType: 'text/html', body });
    });

    const json = (route: Route, { status, body }: Answer) =>
        route.fulfill({ status, ...(body && { json: body }) });

    await context.route(`${SERVICE}/softphone**`, async (route) => {
        const request = route.request();
        const { pathname } = new URL(request.url());
        const [, dialKey] = /^\/softphone\/calls\/([^/]+)/.exec(pathname) ?? [];
        if (dialKey !== undefined) {
            if (request.method() === 'GET') {
                return json(route, answers.call ?? { status: 409, body: { code: 'CALL_OVER' } });
            }
            ended.push(dialKey);
            return json(route, { status: 204 });
        }
        switch (`${request.method()} ${pathname}`) {
            case 'GET /softphone': {
                const { language } = (answers.session.body ?? {}) as { language?: string };
                const { html, contentSecurityPolicy } = pages.in([language ?? 'en']);
                const headers = { 'content-security-policy': contentSecurityPolicy };
                return route.fulfill({ contentType: 'text/html', body: html, headers });
            }
            case 'GET /softphone/callback':
                return route.fulfill({
                    contentType: 'text/html',
                    body: `<script>opener.postMessage({ type: 'callbackNumbers.signIn', code: 'c1',
                        state: 's1' }, location.origin)</script>`
                });
            case 'POST /softphone/sign-in':
                return json(route, {
                    status: 200,
                    body: { authorizeUrl: `${ORG}/authorize?state=s1` }
                });
            case 'GET /softphone/session':
            case 'POST /softphone/session':
                return json(route, answers.session);
            case 'DELETE /softphone/session':
                return json(route, { status: 204 });
            case 'POST /softphone/dials':
                dials.push(request.postDataJSON() as Record<string, unknown>);
                return answers.dial && json(route, answers.dial);
        }
    });
    await context.route(`${SERVICE}/softphone/assets/**`, (route) => {
        const file = new URL(route.request().url()).pathname.slice('/softphone/'.length);
        return route.fulfill({
            contentType: TYPES[path.extname(file)],
            body: readFileSync(path.join(folder, file))
        });
    });

    const page = await context.newPage();
    await page.goto(`${ORG}/`);
    return {
        page,
        softphone: page.frameLocator('iframe'),
        dials,
        ended,
        click: (payload) => page.evaluate((given) => window.org.click(given), payload),
        say: (channelName, message) =>
            page.evaluate(([name, said]) => window.org.say(name, said), [
                channelName,
                message
            ] as const),
        takesClicks: () => page.evaluate(() => window.org.takesClicks),
        heard: () => page.evaluate(() => window.org.heard.splice(0))
    };
}

declare const window: { readonly org: OrgInPage };

interface OrgInPage {
    click(payload: object): void;
    say(channelName: string, message: object): void;
    readonly takesClicks: boolean;
    readonly heard: [what: string, message: Readonly<Record<string, string>>][];
}

/** The page around the softphone: the real host, and a record of what it is asked for. */
async function hostScript(): Promise<string> {
    const contents = `
        import { createOpenCtiHost } from './local-org/shell/openCti/host.ts';
        const frame = document.querySelector('iframe');
        const listeners = [];
        const org = (window.org = { takesClicks: false, heard: [] });
        const host = createOpenCtiHost({
            softphone: () => frame.contentWindow,
            setClickToDial: (enabled) => (org.takesClicks = enabled),
            setPanelVisible: (visible) => org.heard.push(['panel', { visible: String(visible) }]),
            publish: (name, message) => org.heard.push([name, message]),
            subscribe: (name, listener) => void listeners.push([name, listener])
        }, { softphoneOrigin: '${SERVICE}', nonce: 'n1' });
        addEventListener('message', (event) => host.receive(event));
        org.click = (payload) => host.dial(payload);
        org.say = (name, message) =>
            listeners.filter(([other]) => other === name).forEach(([, listen]) => listen(message));
        frame.src = '${SERVICE}/softphone?mode=Lightning&isdtp=vw&nonce=n1&sfdcIframeOrigin='
            + encodeURIComponent(location.origin);`;
    const { outputFiles } = await build({
        stdin: { contents, resolveDir: process.cwd() },
        bundle: true,
        write: false
    });
    return outputFiles[0].text;
}
