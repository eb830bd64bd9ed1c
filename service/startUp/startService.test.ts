import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLocalOrg, type LocalOrg } from '../../local-org/index.ts';
import { registerSampleActions } from '../../scripts/data/sampleActions.ts';
import { seedLocalOrg } from '../../scripts/data/seedLocalOrg.ts';
import { ISSUER, testKeys, type TestKeys } from '../auth/testKeys.ts';
import { loadConfig } from '../config/loadConfig.ts';
import { createLogger } from '../http/logging.ts';
import { startService, type RunningService } from './startService.ts';

/** The whole service, as it runs, over the embedded org with the sample data. */
let org: LocalOrg;
let keys: TestKeys;
let running: RunningService;
const folder = mkdtempSync(join(tmpdir(), 'callback-service-'));

const ANNA = 'anna.berger@callback-numbers.example';
const OLIVER = 'oliver.pemberton@callback-numbers.example';

beforeAll(async () => {
    org = await startLocalOrg({ file: ':memory:' });
    registerSampleActions(org);
    await seedLocalOrg(org);
    keys = await testKeys();
    running = await startService(loadConfig(environment()), createLogger(SILENT));
    await running.ready;
});
afterAll(async () => {
    await running.stop();
    await org.close();
    rmSync(folder, { recursive: true, force: true });
});

const SILENT = { level: 'silent', fullNumbers: false } as const;

function environment(more: Readonly<Record<string, string>> = {}): Record<string, string> {
    return {
        SF_LOGIN_URL: org.url,
        SF_CLIENT_ID: org.client.clientId,
        SF_CLIENT_SECRET: org.client.clientSecret!,
        PORT: '0',
        SERVICE_JWT_ISSUER: ISSUER,
        SERVICE_JWT_PUBLIC_KEY: keys.publicPem,
        ...more
    };
}

const soql = (query: string) => org.engine.systemSession().query(query).records;
const userId = (username: string) =>
    String(soql(`SELECT Id FROM User WHERE Username = '${username}'`)[0]['Id']);

interface Answer {
    readonly status: number;
    readonly body: Record<string, unknown>;
}

async function call(method: string, path: string, token: string, body?: object): Promise<Answer> {
    const answer = await fetch(`${running.url}${path}`, {
        method,
        headers: {
            authorization: `Bearer ${token}`,
            ...(body && { 'content-type': 'application/json' })
        },
        ...(body && { body: JSON.stringify(body) })
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

describe('the service over an org', () => {
    it('decides for a back end, and the decision is in the org', async () => {
        const agentId = userId(ANNA);
        const { status, body } = await call('POST', '/v1/decisions', await keys.sign({}), {
            agentId,
            channel: 'clickToDial',
            number: '030 23125 417',
            dialKey: 'whole-1'
        });
        expect(status).toBe(200);
        expect(body).toMatchObject({
            outcome: 'presented',
            callbackNumber: { label: 'Larkfield Holidays Berlin' },
            rule: { name: 'Germany' },
            dialedNumber: '+493023125417'
        });
        const admin = await keys.sign({ scope: 'admin' });
        expect((await call('POST', '/v1/directory/reload', admin)).status).toBe(200);
    });

    it("lets agents in with the org's own tokens, each as themselves", async () => {
        const { accessToken } = org.signIn(OLIVER);
        const mine = await call('GET', '/v1/agents/me/callback-numbers', accessToken);
        expect(mine.body).toMatchObject({
            agent: { id: userId(OLIVER), name: 'Oliver Pemberton' }
        });
        const other = await call('GET', `/v1/agents/${userId(ANNA)}/callback-numbers`, accessToken);
        expect([other.status, other.body.code]).toEqual([403, 'OTHER_AGENT']);
        const stranger = await call('GET', '/v1/agents/me/callback-numbers', 'no-such-token');
        expect([stranger.status, stranger.body.code]).toEqual([401, 'INVALID_CREDENTIAL']);
    });

    it("writes an agent's default to the org, where the agent owns it", async () => {
        const { accessToken } = org.signIn(OLIVER);
        const numbers = (await call('GET', '/v1/agents/me/callback-numbers', accessToken)).body;
        const [first] = numbers.numbers as { id: string; number: string }[];
        const put = (number: string | null) =>
            call('PUT', '/v1/agents/me/default-callback-number', accessToken, { number });
        expect((await put(first.number)).body.defaultNumber).toMatchObject({ id: first.id });
        const kept = soql(
            `SELECT OwnerId, Default_Number__c FROM Callback_Preference__c WHERE Agent__c = '${userId(OLIVER)}'`
        );
        expect(kept).toEqual([
            expect.objectContaining({ OwnerId: userId(OLIVER), Default_Number__c: first.id })
        ]);
        expect((await put(null)).body.defaultNumber).toBeNull();
    });

    it('says 503 to agents whose token cannot be checked while the org is away', async () => {
        const { accessToken } = org.signIn('daniel.osei@callback-numbers.example');
        org.faults.set({ failNext: 1, match: { path: 'userinfo' } });
        const away = await call('GET', '/v1/agents/me/callback-numbers', accessToken);
        expect([away.status, away.body.code]).toEqual([503, 'SIGN_IN_UNAVAILABLE']);
        org.faults.clear();
        const back = await call('GET', '/v1/agents/me/callback-numbers', accessToken);
        expect(back.status).toBe(200);
    });

    it('counts its requests to the org', async () => {
        const figures = await (await fetch(`${running.url}/metrics`)).text();
        expect(figures).toMatch(/callback_numbers_org_requests\{kind="query"\} [1-9]/);
        expect(figures).toMatch(/callback_numbers_directory_rows\{kind="numbers"\} 24/);
    });
});

describe('a start', () => {
    it('listens before the org can be reached, and is ready when it can', async () => {
        const port = await freePort();
        const log = new PassThrough();
        const service = await startService(
            loadConfig(environment({ SF_LOGIN_URL: `http://127.0.0.1:${port}` })),
            createLogger({ level: 'info', fullNumbers: false }, log)
        );
        const readiness = async () => (await fetch(`${service.url}/readyz`)).status;
        expect(await readiness()).toBe(503);
        expect((await fetch(`${service.url}/healthz`)).status).toBe(200);
        const later = await startLocalOrg({
            file: ':memory:',
            port,
            clients: [org.client]
        });
        await service.ready;
        expect(await readiness()).toBe(200);
        await service.stop();
        await later.close();
        log.end();
        expect(await text(log)).toContain('not ready yet');
    });

    it('ends at once where the org refuses the client', async () => {
        const service = await startService(
            loadConfig(environment({ SF_CLIENT_SECRET: 'wrong' })),
            createLogger(SILENT)
        );
        await expect(service.ready).rejects.toMatchObject({ code: 'ORG_REFUSED' });
        await service.stop();
    });
});

describe('service/main.ts', () => {
    function run(env: Record<string, string>) {
        const child = spawn(process.execPath, ['--import', 'tsx', 'service/main.ts'], {
            env: { PATH: process.env['PATH'], ...env },
            stdio: ['ignore', 'pipe', 'pipe']
        });
        const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
        return { child, ended, errors: text(child.stderr) };
    }

    it('names every wrong variable and ends with 1', async () => {
        const { ended, errors } = run({ PORT: 'x', LOG_LEVEL: 'loud' });
        expect(await ended).toBe(1);
        expect(await errors).toContain('5 environment variables need attention');
        expect(await errors).not.toMatch(/ at .*:\d+:\d+/);
    });

    it('says what to do where the org refuses it', async () => {
        const { ended, errors } = run(environment({ SF_CLIENT_SECRET: 'wrong' }));
        expect(await ended).toBe(1);
        expect(await errors).toMatch(/Signing in to http.*\n.*doctor/);
    });

    it('says which port is taken', async () => {
        const port = new URL(running.url).port;
        const { ended, errors } = run(environment({ PORT: port }));
        expect(await ended).toBe(1);
        expect(await errors).toContain(`Port ${port} cannot be used`);
    });

    it('writes the log before it ends when it is asked to', async () => {
        const spoolFile = join(folder, 'spool.ndjson');
        const port = await freePort();
        const { child, ended } = run(
            environment({ SPOOL_FILE: spoolFile, PORT: String(port), LOG_LEVEL: 'info' })
        );
        let log = '';
        await new Promise<void>((resolve, reject) => {
            child.stdout.on('data', (chunk) => {
                log += String(chunk);
                if (log.includes('"msg":"ready"')) {
                    resolve();
                }
            });
            void ended.then(() => reject(new Error(`it ended before it was ready: ${log}`)));
        });
        const answer = await fetch(`http://127.0.0.1:${port}/v1/decisions`, {
            method: 'POST',
            headers: {
                'content-type': 'application/json',
                authorization: `Bearer ${await keys.sign({})}`
            },
            body: JSON.stringify({
                agentId: userId(ANNA),
                channel: 'manual',
                number: '999',
                dialKey: 'last-one'
            })
        });
        expect(answer.status).toBe(200);
        child.kill('SIGTERM');
        expect(await ended).toBe(0);
        expect(log).toContain('"decisionsNotWritten":0');
        const logged = soql(
            `SELECT Outcome__c FROM Callback_Decision__c WHERE Dial_Key__c = '${userId(ANNA)}:last-one'`
        );
        expect(logged).toHaveLength(1);
        expect(readFileSync(spoolFile, 'utf8')).toBe('');
    });
});

/** A port that nothing listens on, as far as one can know. */
async function freePort(): Promise<number> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    return port;
}
