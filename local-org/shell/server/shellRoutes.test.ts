import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN_USERNAME, INTEGRATION_USERNAME, startLocalOrg } from '../../index.ts';
import { bootIn, startShellOrg } from '../testing/shellOrg.ts';

const HOME = '/lightning/page/home';

describe('the Lightning page', () => {
    let org: Awaited<ReturnType<typeof startShellOrg>>;
    beforeAll(async () => {
        org = await startShellOrg({
            softphoneUrl: 'http://127.0.0.1:8820/softphone',
            resourceFile: (name) => (name === 'here' ? import.meta.filename : undefined)
        });
    });
    afterAll(() => org.close());

    async function open(cookie = '', path = HOME) {
        const answer = await fetch(org.url + path, { headers: { cookie }, redirect: 'manual' });
        const html = await answer.text();
        const [given = ''] = answer.headers.getSetCookie();
        return { answer, html, cookie: given.split(';', 1)[0]!, given };
    }
    const change = (cookie: string, body: unknown, headers: Record<string, string> = {}) =>
        fetch(`${org.url}/lightning/session`, {
            method: 'POST',
            headers: { cookie, origin: org.url, 'content-type': 'application/json', ...headers },
            body: JSON.stringify(body)
        });
    const asks = (accessToken: string) =>
        fetch(`${org.url}/services/data/v66.0/limits`, {
            headers: { authorization: `Bearer ${accessToken}` }
        });

    it('opens as the first of the users, with a session of the org that is theirs', async () => {
        const boot = bootIn((await open()).html);
        expect(boot.shell.user.username).toBe(INTEGRATION_USERNAME);
        expect(boot.shell.people.map(({ role }) => role)).toEqual(['agent', 'admin']);
        expect((await asks(boot.accessToken)).status).toBe(200);
        const { user_id } = (await (
            await fetch(`${org.url}/services/oauth2/userinfo`, {
                headers: { authorization: `Bearer ${boot.accessToken}` }
            })
        ).json()) as { user_id: string };
        expect(user_id).toBe(boot.userId);
    });

    it.each(['/', '/lightning'])('is where %s leads', async (path) => {
        const { answer } = await open('', path);
        expect(answer.status).toBe(302);
        expect(answer.headers.get('location')).toBe(HOME);
    });

    it('is the same session after a reload, and another one in another browser', async () => {
        const first = await open();
        const again = await open(first.cookie, '/lightning/o/Contact/list');
        expect(bootIn(again.html).accessToken).toBe(bootIn(first.html).accessToken);
        expect(bootIn((await open()).html).accessToken).not.toBe(bootIn(first.html).accessToken);
    });

    it('keeps the cookie from scripts, and from requests of other sites but links', async () => {
        const { given, html } = await open();
        expect(given).toMatch(/; Path=\/lightning; HttpOnly; SameSite=Lax$/);
        expect(given).not.toContain(bootIn(html).accessToken);
    });

    it('changes the user, and ends the session before', async () => {
        const before = await open();
        const changed = await change(before.cookie, { username: ADMIN_USERNAME });
        expect(changed.status).toBe(204);
        const [cookie = ''] = changed.headers.getSetCookie();
        const boot = bootIn((await open(cookie)).html);
        expect(boot.shell.user).toMatchObject({
            username: ADMIN_USERNAME,
            role: 'admin',
            profile: 'System Administrator'
        });
        expect((await asks(bootIn(before.html).accessToken)).status).toBe(401);
    });

    it('calls the tabs by their names in the language of the user', async () => {
        const [cookie = ''] = (
            await change('', { username: ADMIN_USERNAME })
        ).headers.getSetCookie();
        const { accessToken, userId, ...english } = bootIn((await open(cookie)).html);
        const speak = async (language: string) => {
            const answer = await fetch(`${org.url}/services/data/v66.0/sobjects/User/${userId}`, {
                method: 'PATCH',
                headers: {
                    authorization: `Bearer ${accessToken}`,
                    'content-type': 'application/json'
                },
                body: JSON.stringify({ LanguageLocaleKey: language })
            });
            expect(answer.status).toBe(204);
            const { shell } = bootIn((await open(cookie)).html);
            return shell.tabs.find(({ name }) => name === 'Callback_Rules_Setup')?.label;
        };
        const before = english.shell.tabs.find(({ name }) => name === 'Callback_Rules_Setup');
        expect(before?.label).toBe('Rules');
        expect(await speak('de')).toBe('Regeln');
        expect(await speak('en_US')).toBe('Rules');
    });

    it('signs in anew, as the same user, when the session has run out', async () => {
        const [cookie = ''] = (
            await change('', { username: ADMIN_USERNAME })
        ).headers.getSetCookie();
        const before = bootIn((await open(cookie)).html);
        org.faults.set({ expireTokens: true });
        const after = bootIn((await open(cookie)).html);
        org.faults.clear();
        expect(after.shell.user.username).toBe(ADMIN_USERNAME);
        expect(after.accessToken).not.toBe(before.accessToken);
    });

    it.each([
        ['another origin', { origin: 'https://evil.example' }],
        ['another site', { 'sec-fetch-site': 'cross-site' }],
        ['a page without an origin', { origin: 'null' }]
    ])('refuses to change the user for %s', async (_who, headers) => {
        const { cookie, html } = await open();
        expect((await change(cookie, { username: ADMIN_USERNAME }, headers)).status).toBe(403);
        expect((await asks(bootIn(html).accessToken)).status).toBe(200);
    });

    it.each([{}, { username: 'nobody@nowhere.example' }])(
        'refuses to be nobody: %j',
        async (body) => {
            expect((await change('', body)).status).toBe(400);
        }
    );

    it('has a policy that lets in its own scripts and frames the softphone alone', async () => {
        const { answer, html } = await open();
        const policy = answer.headers.get('content-security-policy') ?? '';
        const [, nonce = ''] = /script-src 'self' 'nonce-([^']+)'/.exec(policy) ?? [];
        expect(html).toContain(`<script type="importmap" nonce="${nonce}">`);
        expect(policy).toContain('frame-src http://127.0.0.1:8820;');
        expect(policy).toContain("default-src 'none'");
        expect(policy).toContain("frame-ancestors 'none'");
        expect(policy).not.toContain('unsafe-eval');
    });

    it('is kept by nobody: it holds a token, which stands in no address', async () => {
        const { answer, html } = await open();
        expect(answer.headers.get('cache-control')).toBe('no-store');
        expect(answer.headers.get('access-control-allow-origin')).toBeNull();
        const { accessToken } = bootIn(html);
        expect(html.split(accessToken)).toHaveLength(2);
        expect(answer.url).not.toContain(accessToken);
    });

    it('writes words so that they stay words', async () => {
        const { html } = await open();
        expect(html).not.toContain('</script>Dial');
        expect(bootIn(html).labels?.['Callback_Dial']).toBe('</script>Dial');
    });

    it('has one name: others are led there, strangers refused', async () => {
        const port = new URL(org.url).port;
        const asked = (host: string) =>
            new Promise<{ status?: number; location?: string }>((resolve, reject) => {
                const headers = { host };
                request(org.url + HOME, { headers }, (answer) => {
                    answer.resume();
                    resolve({ status: answer.statusCode, location: answer.headers.location });
                })
                    .on('error', reject)
                    .end();
            });
        expect(await asked(`localhost:${port}`)).toEqual({
            status: 302,
            location: org.url + HOME
        });
        expect((await asked('evil.example')).status).toBe(421);
    });

    it('serves its files for good, static resources, and the script of Open CTI', async () => {
        const [, script] = /src="(\/lightning-assets\/[^"]+shell\.js)"/.exec((await open()).html)!;
        const file = await fetch(org.url + script);
        expect(file.headers.get('cache-control')).toContain('immutable');
        expect(await file.text()).toBe('export {};');

        expect((await fetch(`${org.url}/resource/here`)).status).toBe(200);
        expect((await fetch(`${org.url}/resource/elsewhere`)).status).toBe(404);
        const openCti = await fetch(`${org.url}/support/api/66.0/lightning/opencti_min.js`);
        expect(openCti.headers.get('content-type')).toContain('javascript');
    });

    it('is not counted among the requests of the org', async () => {
        org.requests.reset();
        await open();
        expect(org.requests.snapshot().total).toBe(0);
    });

    it('shows the tabs of what the user may read', async () => {
        const [cookie = ''] = (
            await change('', { username: ADMIN_USERNAME })
        ).headers.getSetCookie();
        const labels = ({ html }: { html: string }) =>
            bootIn(html).shell.tabs.map(({ label }) => label);
        const [admins, others] = [labels(await open(cookie)), labels(await open())];
        expect(admins).toEqual(expect.arrayContaining(others));
        expect(admins.length).toBeGreaterThan(others.length);
    });
});

it('The page of a user who is not there yet says so', async () => {
    const users = [{ username: 'later@callback-numbers.example', role: 'agent' } as const];
    const org = await startShellOrg({ users });
    const answer = await fetch(org.url + HOME);
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('no user later@callback-numbers.example');
    await org.close();
});

it('An org without a shell has no Lightning page', async () => {
    const org = await startLocalOrg({ file: ':memory:' });
    expect((await fetch(org.url + HOME)).status).toBe(404);
    await org.close();
});
