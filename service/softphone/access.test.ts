import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AgentBrowser, Answer } from './testing/agentBrowser.ts';
import { startSoftphoneWorld, type SoftphoneWorld } from './testing/memoryWorld.ts';
import { SOFTPHONE_URL } from './testing/testPage.ts';
import { startTestServer } from '../http/testing/testServer.ts';

const HOUR_MS = 60 * 60_000;

let world: SoftphoneWorld;
beforeAll(async () => {
    world = await startSoftphoneWorld();
});
afterAll(() => world.close());

/** To the question who is signed in. */
const NOBODY = [204, undefined];
const outcome = ({ status, body }: Answer) => [status, body['code']];
const stateOf = ({ body }: Answer) =>
    new URL(String(body['authorizeUrl'])).searchParams.get('state');

describe('what changes something', () => {
    const DIAL = { dialKey: 'forged', number: '+442079460958', channel: 'manual' };
    const requests: [string, string, unknown][] = [
        ['POST', '/softphone/sign-in', {}],
        ['POST', '/softphone/session', { code: 'ada', state: 'x' }],
        ['POST', '/softphone/dials', DIAL],
        ['DELETE', '/softphone/session', undefined]
    ];
    const forgeries: [string, Record<string, string>][] = [
        ['another origin', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
        ['the org itself', { origin: 'https://acme.lightning.force.com' }],
        ['a sandboxed frame', { origin: 'null' }],
        ['another port', { origin: `${SOFTPHONE_URL}:8443` }],
        ['plain http', { origin: 'http://numbers.example' }],
        ['nobody who says so', { origin: '' }],
        ['a neighbour that claims our origin', { 'sec-fetch-site': 'same-site' }],
        ['a link', { 'sec-fetch-site': 'none' }],
        ['something that is no browser', { 'sec-fetch-site': '' }]
    ];
    let ada: AgentBrowser;
    beforeAll(async () => {
        ada = await world.signedIn();
    });

    it.each(
        requests.flatMap(([method, path, body]) =>
            forgeries.map(([from, headers]) => ({ method, path, body, from, headers }))
        )
    )('is refused: $method $path from $from', async ({ method, path, body, headers }) => {
        const before = [...ada.cookies];
        const answer = await ada.ask(method, path, body, headers);
        expect(outcome(answer)).toEqual([403, 'FOREIGN_ORIGIN']);
        expect([...ada.cookies]).toEqual(before);
    });

    it('has logged nothing and left the agent signed in', async () => {
        await world.service.flush();
        expect(world.org.log.size).toBe(0);
        expect((await ada.ask('GET', '/softphone/session')).status).toBe(200);
    });

    it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
        'is JSON, never %s, which a form of another page could send',
        async (type) => {
            const answer = await ada.ask('POST', '/softphone/dials', JSON.stringify(DIAL), {
                'content-type': type
            });
            expect(outcome(answer)).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
        }
    );

    it('is not opened to other origins: preflights are not answered', async () => {
        const answer = await ada.ask('OPTIONS', '/softphone/dials', undefined, {
            origin: 'https://evil.example',
            'access-control-request-method': 'POST'
        });
        expect(answer.status).toBeGreaterThanOrEqual(400);
        expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    });
});

describe('what is read', () => {
    it.each(['/softphone/session', '/softphone/numbers'])(
        'is for our own page: %s',
        async (path) => {
            const ada = await world.signedIn();
            expect((await ada.ask('GET', path)).status).toBe(200);
            const foreign: Record<string, string>[] = [
                { 'sec-fetch-site': 'cross-site' },
                { 'sec-fetch-site': 'same-site' },
                { origin: 'https://evil.example', 'sec-fetch-site': '' }
            ];
            for (const headers of foreign) {
                const answer = await ada.ask('GET', path, undefined, headers);
                expect(outcome(answer)).toEqual([403, 'FOREIGN_ORIGIN']);
            }
            const nobody = outcome(await world.browser().ask('GET', path));
            expect(nobody).toEqual(path.endsWith('/session') ? NOBODY : [401, 'NO_SESSION']);
        }
    );
});

describe('the cookies', () => {
    it('are sealed, out of reach of scripts, and kept to frames within one site', async () => {
        const mine = world.browser();
        const begun = await mine.ask('POST', '/softphone/sign-in', {});
        const opened = await mine.ask('POST', '/softphone/session', {
            code: 'ada',
            state: stateOf(begun)
        });
        const [attempt] = begun.setCookies;
        const session = opened.setCookies.find((line) => line.includes('callback-session'))!;
        for (const [line, name, seconds] of [
            [attempt, '__Secure-callback-attempt', 300],
            [session, '__Secure-callback-session', 43_200]
        ] as const) {
            const [pair, ...attributes] = line.split('; ');
            expect(pair).toMatch(new RegExp(`^${name}=[\\w.-]+$`));
            expect(attributes.sort()).toEqual(
                [
                    'HttpOnly',
                    `Max-Age=${seconds}`,
                    'Partitioned',
                    'Path=/softphone',
                    'SameSite=None',
                    'Secure'
                ].sort()
            );
        }
        const inside = mine.cookies.get('__Secure-callback-session')!;
        expect(Buffer.from(inside, 'base64url').toString('latin1')).not.toContain('Ada');
        const cleared = opened.setCookies.find((line) => line.includes('callback-attempt='))!;
        expect(cleared).toContain('Max-Age=0');
        expect(cleared).toContain('Partitioned');
    });

    it('are refused when a single character is changed', async () => {
        const ada = await world.signedIn();
        const [[name, value]] = [...ada.cookies];
        const parts = value.split('.');
        for (const [at, part] of parts.entries()) {
            const middle = Math.floor(part.length / 2);
            const other = part[middle] === 'A' ? 'B' : 'A';
            const changed = part.slice(0, middle) + other + part.slice(middle + 1);
            ada.cookies.set(name, parts.with(at, changed).join('.'));
            const answer = await ada.ask('GET', '/softphone/session');
            expect(outcome(answer)).toEqual(NOBODY);
        }
    });

    it('are not taken for each other', async () => {
        const mine = world.browser();
        await mine.ask('POST', '/softphone/sign-in', {});
        const attempt = mine.cookies.get('__Secure-callback-attempt')!;
        mine.cookies.set('__Secure-callback-session', attempt);
        expect(outcome(await mine.ask('GET', '/softphone/session'))).toEqual(NOBODY);
    });

    it('of a service with another key are worth nothing', async () => {
        const other = await startSoftphoneWorld({ sessionKey: new Uint8Array(32).fill(8) });
        const ada = await other.signedIn();
        await other.close();
        const mine = world.browser();
        ada.cookies.forEach((value, name) => mine.cookies.set(name, value));
        expect(outcome(await mine.ask('GET', '/softphone/session'))).toEqual(NOBODY);
    });

    it('end after a working day', async () => {
        const ada = await world.signedIn();
        const began = world.clock;
        world.clock = began + 12 * HOUR_MS - 1_000;
        expect((await ada.ask('GET', '/softphone/session')).status).toBe(200);
        world.clock = began + 12 * HOUR_MS + 1_000;
        const late = await ada.ask('GET', '/softphone/session');
        world.clock = began;
        expect(outcome(late)).toEqual(NOBODY);
    });
});

describe('a sign-in', () => {
    it('has to be finished within five minutes', async () => {
        const mine = world.browser();
        const state = stateOf(await mine.ask('POST', '/softphone/sign-in', {}));
        const began = world.clock;
        world.clock = began + 5 * 60_000 + 1_000;
        const late = await mine.ask('POST', '/softphone/session', { code: 'ada', state });
        world.clock = began;
        expect(outcome(late)).toEqual([400, 'SIGN_IN_EXPIRED']);
    });

    it('that was begun anew forgets the one before', async () => {
        const mine = world.browser();
        const first = stateOf(await mine.ask('POST', '/softphone/sign-in', {}));
        await mine.ask('POST', '/softphone/sign-in', {});
        const answer = await mine.ask('POST', '/softphone/session', { code: 'x', state: first });
        expect(outcome(answer)).toEqual([400, 'SIGN_IN_MISMATCH']);
    });

    it.each([{ code: 'ada' }, { state: 'x' }, { code: '', state: '' }, {}, [], 'text'])(
        'needs code and state: %j',
        async (body) => {
            const mine = world.browser();
            await mine.ask('POST', '/softphone/sign-in', {});
            const answer = await mine.ask('POST', '/softphone/session', JSON.stringify(body));
            expect(outcome(answer)).toEqual([400, 'INVALID_REQUEST']);
        }
    );
});

describe('without a softphone configured', () => {
    it.each([
        '/softphone',
        '/softphone/callback',
        '/softphone/session',
        '/softphone/assets/softphone-3f9a01bc.js'
    ])('there is nothing at %s', async (url) => {
        const plain = await startTestServer();
        const answer = await plain.server.inject(url);
        await plain.close();
        expect([answer.statusCode, answer.json().code]).toEqual([404, 'NOT_FOUND']);
    });
});
