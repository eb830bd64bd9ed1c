import { createHash, randomBytes } from 'node:crypto';

/** A browser and a client of the web-server flow, as small as the tests allow. */

export const CALLBACK = 'https://app.example/callback?kept=1';

export interface Pkce {
    readonly verifier: string;
    readonly challenge: string;
}

export function newPkce(): Pkce {
    const verifier = randomBytes(48).toString('base64url');
    return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}

export interface LoginPage {
    readonly status: number;
    readonly headers: Headers;
    readonly html: string;
    readonly formToken: string;
    readonly cookie: string;
}

/** Opens the address a client sends its user to, without following redirects. */
export async function openLogin(url: string, cookie = ''): Promise<LoginPage> {
    const response = await fetch(url, { redirect: 'manual', headers: { cookie } });
    const html = await response.text();
    return {
        status: response.status,
        headers: response.headers,
        html,
        formToken: /name="form_token" value="([^"]+)"/.exec(html)?.[1] ?? '',
        cookie: response.headers.get('set-cookie')?.split(';')[0] ?? ''
    };
}

export interface Answer {
    readonly form: Readonly<Record<string, string>>;
    readonly headers?: Readonly<Record<string, string>>;
}

/** Posts the form of the login page as a browser does. */
export function answerLogin(orgUrl: string, { form, headers }: Answer): Promise<Response> {
    return fetch(`${orgUrl}/services/oauth2/authorize`, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin: orgUrl, 'sec-fetch-site': 'same-origin', ...headers },
        body: new URLSearchParams(form)
    });
}

/** What a client is told at its callback address. */
export function toldIn(response: { headers: Headers }): Record<string, string> {
    return Object.fromEntries(new URL(response.headers.get('location') ?? '').searchParams);
}
