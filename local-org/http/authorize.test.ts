import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, INACTIVE, startTestOrg, type TestOrg } from './testing/testOrg.ts';
import { answerLogin, CALLBACK, newPkce, openLogin, toldIn } from './testing/webServerFlow.ts';

let org: TestOrg;
beforeAll(async () => {
    org = await startTestOrg({
        clients: [
            { clientId: 'public', redirectUris: [CALLBACK, 'callback.app:/done'] },
            { clientId: 'secret', clientSecret: 's3cret', redirectUris: [CALLBACK] },
            {
                clientId: 'careful',
                clientSecret: 's3cret',
                redirectUris: [CALLBACK],
                requirePkce: true
            },
            { clientId: '<b>"bold"', clientSecret: 's3cret', redirectUris: [CALLBACK] }
        ]
    });
});
afterAll(() => org.close());

const { challenge } = newPkce();

function address(changes: Record<string, string | undefined> = {}): string {
    const parameters = {
        response_type: 'code',
        client_id: 'public',
        redirect_uri: CALLBACK,
        state: 'a&b=<c>',
        code_challenge: challenge,
        ...changes
    };
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(parameters)) {
        if (value !== undefined) query.set(name, value);
    }
    return `${org.url}/services/oauth2/authorize?${query}`;
}

describe('the login page', () => {
    it('offers the active users and nobody else, and says that there are no passwords', async () => {
        const { status, html } = await openLogin(address());
        expect(status).toBe(200);
        expect(html).toContain(`<option value="${ADA}">`);
        expect(html).not.toContain(INACTIVE);
        expect(html).toContain('There are no passwords');
    });

    it('has the user of the hint chosen', async () => {
        const { html } = await openLogin(address({ login_hint: ADA.toUpperCase() }));
        expect(html).toContain(`<option value="${ADA}" selected>`);
    });

    it('cannot be framed, scripted or cached, and sends its address to nobody', async () => {
        const { headers, cookie } = await openLogin(address());
        const policy = headers.get('content-security-policy');
        expect(policy).toContain("default-src 'none'");
        expect(policy).toContain("frame-ancestors 'none'");
        expect(policy).toContain("form-action 'self' https://app.example");
        expect(headers.get('x-frame-options')).toBe('DENY');
        expect(headers.get('referrer-policy')).toBe('same-origin');
        expect(headers.get('cache-control')).toBe('no-store');
        expect(headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Lax$/);
        expect(cookie).toMatch(/^local_org_login=[\w-]{43}$/);
    });

    it('lets an app answer at a scheme of its own', async () => {
        const { headers } = await openLogin(address({ redirect_uri: 'callback.app:/done' }));
        expect(headers.get('content-security-policy')).toContain(
            "form-action 'self' callback.app:"
        );
    });

    it('escapes what it shows', async () => {
        const { html } = await openLogin(address({ client_id: '<b>"bold"' }));
        expect(html).toContain('&lt;b&gt;&quot;bold&quot;');
        expect(html).not.toContain('<b>');
    });

    it.each(['login', 'consent', 'select_account', 'login consent', ''])(
        'is shown for the prompt %j',
        async (prompt) => {
            expect((await openLogin(address({ prompt }))).status).toBe(200);
        }
    );

    it('names its language, its title and its field, and ties a problem to the field', async () => {
        const page = await openLogin(address());
        const again = await answerLogin(org.url, {
            form: { form_token: page.formToken, decision: 'allow' },
            headers: { cookie: page.cookie }
        });
        const html = await again.text();
        for (const words of [
            '<html lang="en">',
            '<title>Sign in to the local org</title>',
            '<label for="username">User</label>',
            '<select id="username" name="username" required aria-invalid="true" aria-describedby="problem">',
            '<p role="alert" id="problem">'
        ]) {
            expect(html).toContain(words);
        }
        expect(page.html).not.toContain('problem');
    });

    it('is not shown under a name that a stranger made to point at the org', async () => {
        const { port } = new URL(org.url);
        const ask = (host: string) =>
            new Promise<number | undefined>((resolve, reject) => {
                get(address(), { headers: { host } }, (response) => {
                    response.resume();
                    resolve(response.statusCode);
                }).on('error', reject);
            });
        expect(await ask(`evil.example:${port}`)).toBe(421);
        expect(await ask('localhost:1')).toBe(421);
        expect(await ask(`localhost:${port}`)).toBe(200);
    });

    it('is counted, outside the limit of the API', async () => {
        org.requests.reset();
        await openLogin(address());
        expect(org.requests.snapshot()).toEqual({
            total: 1,
            apiCalls: 0,
            byKind: { authorize: 1 }
        });
    });
});

describe('an address that is not known to be the client’s own', () => {
    it.each<[string, Record<string, string | undefined>, string]>([
        ['an unknown client', { client_id: 'nobody' }, 'invalid_client_id'],
        ['no client', { client_id: undefined }, 'invalid_client_id'],
        ['no address', { redirect_uri: undefined }, 'redirect_uri_missing'],
        ['a stranger', { redirect_uri: 'https://evil.example/' }, 'redirect_uri_mismatch'],
        ['more of a path', { redirect_uri: `${CALLBACK}/x` }, 'redirect_uri_mismatch'],
        ['less of it', { redirect_uri: CALLBACK.slice(0, -1) }, 'redirect_uri_mismatch'],
        ['other letters', { redirect_uri: CALLBACK.toUpperCase() }, 'redirect_uri_mismatch'],
        ['markup', { redirect_uri: '"><script>' }, 'redirect_uri_mismatch'],
        ['a wrong type too', { client_id: 'x', response_type: 'token' }, 'invalid_client_id']
    ])('is never redirected to: %s', async (_, changes, error) => {
        const { status, headers, html } = await openLogin(address(changes));
        expect([status, headers.get('location')]).toEqual([400, null]);
        expect(html).toContain(`error=${error}<br>`);
        expect(html).not.toContain('<script>');
        expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
        expect(headers.get('referrer-policy')).toBe('no-referrer');
    });

    it('is not redirected to when it is given beside the right one', async () => {
        const twice = `${address()}&redirect_uri=https%3A%2F%2Fevil.example%2F`;
        const { status, headers } = await openLogin(twice);
        expect([status, headers.get('location')]).toEqual([400, null]);
    });

    it('cannot be registered when it leads nowhere', () => {
        for (const uri of [
            '/callback',
            'https://x.example/#a',
            'javascript:alert(1)',
            'https://x y'
        ]) {
            const register = () => org.clients.add({ clientId: 'x', redirectUris: [uri] });
            expect(register, uri).toThrow('is no redirect URI for the client x');
        }
    });
});

describe('the client is told at its own address, with its state,', () => {
    it.each<[string, Record<string, string | undefined>, string, string]>([
        [
            'of another type',
            { response_type: 'token' },
            'unsupported_response_type',
            'response type not supported'
        ],
        [
            'of no type',
            { response_type: undefined },
            'unsupported_response_type',
            'response type not supported'
        ],
        [
            'of an unknown scope',
            { scope: 'api everything' },
            'invalid_scope',
            'requested scope is invalid, unknown, or malformed'
        ],
        [
            'of a missing challenge',
            { code_challenge: undefined },
            'invalid_request',
            'missing required code challenge'
        ],
        [
            'of a challenge that a client with a secret asked to require',
            { code_challenge: undefined, client_id: 'careful' },
            'invalid_request',
            'missing required code challenge'
        ],
        [
            'of a plain challenge',
            { code_challenge_method: 'plain' },
            'invalid_request',
            'invalid code challenge: only S256 is supported'
        ],
        [
            'of a challenge that is no SHA-256',
            { code_challenge: 'short' },
            'invalid_request',
            'invalid code challenge: only S256 is supported'
        ],
        ['of an unknown prompt', { prompt: 'maybe' }, 'invalid_request', 'invalid prompt'],
        [
            'that nobody is signed in',
            { immediate: 'true' },
            'immediate_unsuccessful',
            'immediate unsuccessful'
        ],
        [
            'that somebody must be asked',
            { prompt: 'none' },
            'immediate_unsuccessful',
            'immediate unsuccessful'
        ]
    ])('%s', async (_, changes, error, description) => {
        const answer = await openLogin(address(changes));
        expect(answer.status).toBe(303);
        expect(answer.headers.get('location')).toMatch(`${CALLBACK}&error=`);
        expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
        expect(toldIn(answer)).toEqual({
            kept: '1',
            error,
            error_description: description,
            state: 'a&b=<c>'
        });
    });

    it('of a parameter that is given twice', async () => {
        expect(toldIn(await openLogin(`${address()}&scope=api&scope=full`))).toMatchObject({
            error: 'invalid_request',
            error_description: 'a parameter is given more than once'
        });
    });

    it('without a state when it sent none', async () => {
        expect(
            toldIn(await openLogin(address({ state: undefined, prompt: 'x' })))
        ).not.toHaveProperty('state');
    });
});

describe('the answer of the login page', () => {
    async function shown(changes: Record<string, string | undefined> = {}) {
        const { formToken, cookie } = await openLogin(address(changes));
        return {
            form: { form_token: formToken, username: ADA, decision: 'allow' },
            headers: { cookie }
        };
    }

    it('brings the client a code and its state', async () => {
        const response = await answerLogin(org.url, await shown());
        expect(response.status).toBe(303);
        expect(response.headers.get('referrer-policy')).toBe('no-referrer');
        expect(toldIn(response)).toEqual({
            kept: '1',
            code: expect.stringMatching(/^aPrx[\w-]{64}$/),
            state: 'a&b=<c>'
        });
    });

    it.each(['deny', ''])('denies when it is %j', async (decision) => {
        const { form, headers } = await shown();
        const response = await answerLogin(org.url, { form: { ...form, decision }, headers });
        expect(toldIn(response)).toEqual({
            kept: '1',
            error: 'access_denied',
            error_description: 'end-user denied authorization',
            state: 'a&b=<c>'
        });
    });

    it.each(['', INACTIVE, 'nobody@x.example', "' OR Name != '"])(
        'asks again when the user is %j',
        async (username) => {
            const { form, headers } = await shown();
            const response = await answerLogin(org.url, { form: { ...form, username }, headers });
            const html = await response.text();
            expect([response.status, response.headers.get('location')]).toEqual([400, null]);
            expect(html).toContain('Choose an active user of the local org.');
            const formToken = /name="form_token" value="([^"]+)"/.exec(html)![1]!;
            expect(formToken).not.toBe(form.form_token);
            const second = { form: { ...form, form_token: formToken }, headers };
            expect(toldIn(await answerLogin(org.url, second))).toHaveProperty('code');
        }
    );

    it('counts once', async () => {
        const answer = await shown();
        expect((await answerLogin(org.url, answer)).status).toBe(303);
        expect((await answerLogin(org.url, answer)).status).toBe(400);
    });

    it('is good from several tabs of one browser', async () => {
        const first = await openLogin(address());
        const second = await openLogin(address(), first.cookie);
        expect(second.cookie).toBe(first.cookie);
        for (const { formToken } of [first, second]) {
            const form = { form_token: formToken, username: ADA, decision: 'allow' };
            const response = await answerLogin(org.url, {
                form,
                headers: { cookie: first.cookie }
            });
            expect(response.status).toBe(303);
        }
    });

    it.each<[string, { form?: Record<string, string>; headers?: Record<string, string> }]>([
        ['another site', { headers: { origin: 'https://evil.example' } }],
        ['a page that hides where it is', { headers: { origin: 'null' } }],
        ['nobody knows where', { headers: { origin: '' } }],
        ['a neighbour', { headers: { 'sec-fetch-site': 'same-site' } }],
        ['another port', { headers: { origin: 'http://127.0.0.1:1' } }],
        ['another browser', { headers: { cookie: `local_org_login=${'x'.repeat(43)}` } }],
        ['a browser without the cookie', { headers: { cookie: '' } }],
        ['a form that was never shown', { form: { form_token: 'x'.repeat(43) } }],
        ['a form without a token', { form: { form_token: '' } }]
    ])('is refused from %s, and the page stays good', async (_, { form, headers }) => {
        const answer = await shown();
        const forged = await answerLogin(org.url, {
            form: { ...answer.form, ...form },
            headers: { ...answer.headers, ...headers }
        });
        expect([forged.status, forged.headers.get('location')]).toEqual([400, null]);
        expect(await forged.text()).toContain('this page is out of date');
        expect((await answerLogin(org.url, answer)).status).toBe(303);
    });

    it('takes nothing from the form but the user and the decision', async () => {
        const { form, headers } = await shown();
        const response = await answerLogin(org.url, {
            form: {
                ...form,
                redirect_uri: 'https://evil.example/',
                client_id: 'secret',
                state: 'x'
            },
            headers
        });
        expect(response.headers.get('location')).toMatch(`${CALLBACK}&code=`);
        expect(toldIn(response).state).toBe('a&b=<c>');
    });

    it('is given by no GET', async () => {
        const { form, headers } = await shown();
        const url = address({ ...form });
        const page = await openLogin(url, headers.cookie);
        expect([page.status, page.headers.get('location')]).toEqual([200, null]);
    });
});
