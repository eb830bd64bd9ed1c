import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerLogin, openLogin, toldIn } from '../../local-org/http/testing/webServerFlow.ts';
import { startLocalOrg, type LocalOrg } from '../../local-org/index.ts';
import { registerSampleActions } from '../../scripts/data/sampleActions.ts';
import { seedLocalOrg } from '../../scripts/data/seedLocalOrg.ts';
import { loadConfig } from '../config/loadConfig.ts';
import { createLogger } from '../http/logging.ts';
import { startService, type RunningService } from '../startUp/startService.ts';
import { AgentBrowser, sendTo, type Answer } from './testing/agentBrowser.ts';
import { makeTestPage, ORG_ORIGINS, SOFTPHONE_URL } from './testing/testPage.ts';

/** Agents sign in to the embedded org, as they would to Salesforce, and dial. */
const ANNA = 'anna.berger@callback-numbers.example';
const OLIVER = 'oliver.pemberton@callback-numbers.example';
const CLIENT = {
    clientId: 'softphone',
    redirectUris: [`${SOFTPHONE_URL}/softphone/callback`],
    requirePkce: true
};
const SESSION_KEY = Buffer.alloc(32, 9).toString('base64url');

let org: LocalOrg;
let service: RunningService;
const page = makeTestPage();

beforeAll(async () => {
    org = await startLocalOrg({ file: ':memory:', clients: [CLIENT] });
    registerSampleActions(org);
    await seedLocalOrg(org);
    service = await start();
});
afterAll(async () => {
    await service.stop();
    await org.close();
    page.remove();
});

async function start(more: Readonly<Record<string, string>> = {}): Promise<RunningService> {
    const running = await startService(
        loadConfig({
            SF_LOGIN_URL: org.url,
            SF_CLIENT_ID: org.client.clientId,
            SF_CLIENT_SECRET: org.client.clientSecret!,
            PORT: '0',
            SOFTPHONE_FOLDER: page.folder,
            SOFTPHONE_URL,
            SOFTPHONE_ORG_ORIGINS: ORG_ORIGINS.join(','),
            SOFTPHONE_CLIENT_ID: CLIENT.clientId,
            SESSION_KEY,
            ...more
        }),
        createLogger({ level: 'silent', fullNumbers: false })
    );
    await running.ready;
    return running;
}

const browser = (running = service) => new AgentBrowser(sendTo(running.url), SOFTPHONE_URL);
const soql = (query: string) => org.engine.systemSession().query(query).records;
const userId = (username: string) =>
    String(soql(`SELECT Id FROM User WHERE Username = '${username}'`)[0]['Id']);

/** The sign-in window: the agent says yes at Salesforce, which sends it back with a code. */
async function windowTold(mine: AgentBrowser, username = ANNA, decision = 'allow') {
    const { body } = await mine.ask('POST', '/softphone/sign-in', {});
    const { formToken, cookie } = await openLogin(String(body['authorizeUrl']));
    const response = await answerLogin(org.url, {
        form: { form_token: formToken, username, decision },
        headers: { cookie }
    });
    return toldIn(response);
}

async function signIn(mine: AgentBrowser, username = ANNA): Promise<Answer> {
    const { code, state } = await windowTold(mine, username);
    return mine.ask('POST', '/softphone/session', { code, state });
}

const outcome = ({ status, body }: Answer) => [status, body['code']];

describe('signing in', () => {
    it('sends the window to Salesforce with a challenge, a state, and the smallest scope', async () => {
        const { body } = await browser().ask('POST', '/softphone/sign-in', {});
        const url = new URL(String(body['authorizeUrl']));
        expect(url.origin + url.pathname).toBe(`${org.url}/services/oauth2/authorize`);
        expect(Object.fromEntries(url.searchParams)).toEqual({
            response_type: 'code',
            client_id: 'softphone',
            redirect_uri: 'https://numbers.example/softphone/callback',
            scope: 'id',
            state: expect.stringMatching(/^[\w-]{43}$/),
            code_challenge: expect.stringMatching(/^[\w-]{43}$/),
            code_challenge_method: 'S256'
        });
    });

    it('opens a session for the user whom Salesforce names', async () => {
        const mine = browser();
        const { status, body } = await signIn(mine);
        expect(status).toBe(200);
        expect(body).toEqual({
            agent: { id: userId(ANNA), name: 'Anna Berger' },
            language: expect.stringMatching(/^[a-z]{2}/),
            until: expect.stringMatching(/Z$/)
        });
        expect((await mine.ask('GET', '/softphone/session')).body).toEqual(body);
        expect((await mine.ask('GET', '/softphone/numbers')).body).toMatchObject({
            agent: { id: userId(ANNA) }
        });
    });

    it('keeps no token: what Salesforce gave is revoked before the session begins', async () => {
        org.requests.reset();
        await signIn(browser());
        expect(org.requests.snapshot().byKind).toMatchObject({ token: 1, identity: 1, revoke: 1 });
    });

    it('ends with the session where the agent signs out', async () => {
        const mine = browser();
        await signIn(mine);
        expect((await mine.ask('DELETE', '/softphone/session')).status).toBe(204);
        expect(mine.cookies.size).toBe(0);
        expect((await mine.ask('GET', '/softphone/session')).status).toBe(204);
    });

    it('outlives a restart of the service, for as long as the key is the same', async () => {
        const mine = browser();
        await signIn(mine);
        const askAt = async (running: RunningService) => {
            const later = browser(running);
            mine.cookies.forEach((value, name) => later.cookies.set(name, value));
            const answer = await later.ask('GET', '/softphone/session');
            await running.stop();
            return answer.status;
        };
        expect(await askAt(await start())).toBe(200);
        const otherKey = Buffer.alloc(32, 8).toString('base64url');
        expect(await askAt(await start({ SESSION_KEY: otherKey }))).toBe(204);
    });
});

describe('a sign-in is refused', () => {
    it('for a code that was used before', async () => {
        const mine = browser();
        const { code, state } = await windowTold(mine);
        const attempt = new Map(mine.cookies);
        expect((await mine.ask('POST', '/softphone/session', { code, state })).status).toBe(200);
        const again = await mine.ask('POST', '/softphone/session', { code, state });
        expect(outcome(again)).toEqual([400, 'SIGN_IN_EXPIRED']);
        const thief = browser();
        attempt.forEach((value, name) => thief.cookies.set(name, value));
        const stolen = await thief.ask('POST', '/softphone/session', { code, state });
        expect(outcome(stolen)).toEqual([400, 'SIGN_IN_EXPIRED']);
    });

    it('for a code that another sign-in has used, whatever the state', async () => {
        const { code } = await windowTold(browser());
        const mine = browser();
        const { state } = await windowTold(mine);
        const answer = await mine.ask('POST', '/softphone/session', { code, state });
        expect(outcome(answer)).toEqual([403, 'SIGN_IN_REFUSED']);
    });

    it('for a code that somebody else asked for', async () => {
        const attacker = await windowTold(browser(), OLIVER);
        const victim = browser();
        await victim.ask('POST', '/softphone/sign-in', {});
        const answer = await victim.ask('POST', '/softphone/session', {
            code: attacker['code'],
            state: attacker['state']
        });
        expect(outcome(answer)).toEqual([400, 'SIGN_IN_MISMATCH']);
        expect(victim.cookies.size).toBe(0);
    });

    it('without an attempt of this browser', async () => {
        const { code, state } = await windowTold(browser());
        const answer = await browser().ask('POST', '/softphone/session', { code, state });
        expect(outcome(answer)).toEqual([400, 'SIGN_IN_EXPIRED']);
    });

    it('when the agent says no at Salesforce, which gives no code', async () => {
        const mine = browser();
        const told = await windowTold(mine, ANNA, 'deny');
        expect(told).toMatchObject({ error: 'access_denied', state: expect.any(String) });
        expect(told).not.toHaveProperty('code');
    });

    it('while Salesforce is away, and says so', async () => {
        const mine = browser();
        const { code, state } = await windowTold(mine);
        org.faults.set({ failNext: 1, match: { path: 'token' } });
        const answer = await mine.ask('POST', '/softphone/session', { code, state });
        org.faults.clear();
        expect(outcome(answer)).toEqual([503, 'SIGN_IN_UNAVAILABLE']);
    });

    it('where the app is set up with another secret', async () => {
        org.clients.add({ ...CLIENT, clientId: 'confidential', clientSecret: 'right' });
        const wrong = await start({
            SOFTPHONE_CLIENT_ID: 'confidential',
            SOFTPHONE_CLIENT_SECRET: 'wrong'
        });
        const answer = await signIn(browser(wrong));
        await wrong.stop();
        expect(outcome(answer)).toEqual([502, 'ORG_REFUSED']);
    });
});

describe('a dial of a signed-in agent', () => {
    it('is decided by the service for that agent, and logged once however often it is sent', async () => {
        const mine = browser();
        await signIn(mine);
        const dialKey = randomUUID();
        const dial = () =>
            mine.ask('POST', '/softphone/dials', {
                dialKey,
                number: '030 2312 5417',
                channel: 'clickToDial'
            });
        const [first, second] = await Promise.all([dial(), dial()]);
        expect(first.body).toMatchObject({
            outcome: 'presented',
            agentId: userId(ANNA),
            dialedNumber: '+493023125417',
            callbackNumber: { label: 'Larkfield Holidays Berlin' },
            call: { status: 'decisionOnly' }
        });
        expect(second.body).toEqual(first.body);
        expect((await dial()).body).toEqual(first.body);
        // Stopping writes the log; the tests go on with a new service.
        await service.stop();
        service = await start();
        expect(
            soql(`SELECT Id FROM Callback_Decision__c WHERE Dial_Key__c LIKE '%${dialKey}'`)
        ).toHaveLength(1);
    });

    it('is blocked as soon as the service knows that the user is deactivated', async () => {
        const mine = browser();
        await signIn(mine, OLIVER);
        const [user] = [userId(OLIVER)];
        const session = org.engine.systemSession();
        const activate = (IsActive: boolean) =>
            session.save([{ kind: 'update', object: 'User', id: user, values: { IsActive } }], {
                allOrNone: true
            });
        activate(false);
        // A service that starts now has read the directory after that.
        const later = await start();
        const theirs = browser(later);
        mine.cookies.forEach((value, name) => theirs.cookies.set(name, value));
        const answer = await theirs.ask('POST', '/softphone/dials', {
            dialKey: 'gone',
            number: '+442079460958',
            channel: 'manual'
        });
        const numbers = await theirs.ask('GET', '/softphone/numbers');
        await later.stop();
        activate(true);
        expect(answer.body).toMatchObject({ outcome: 'blocked', errorCode: 'UNKNOWN_AGENT' });
        expect(answer.body['call']).toEqual({ status: 'decisionOnly' });
        expect(outcome(numbers)).toEqual([404, 'UNKNOWN_AGENT']);
    });
});
