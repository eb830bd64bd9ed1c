import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedLocalOrg } from '../../scripts/data/seedLocalOrg.ts';
import { startLocalOrg, type LocalOrg } from '../../local-org/index.ts';
import { AUDIENCE, ISSUER, testKeys, type TestKeys } from '../auth/testKeys.ts';
import type { DecisionAnswer } from '../types.ts';

const AT_ONCE = 20;
const BEFORE_THE_KILL = 400;

let folder: string;
let org: LocalOrg;
let keys: TestKeys;
let service: ChildProcess | undefined;

beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'killed-'));
    org = await startLocalOrg({ file: ':memory:' });
    await seedLocalOrg(org);
    keys = await testKeys();
    writeFileSync(path.join(folder, 'public.pem'), keys.publicPem);
});

afterAll(async () => {
    await end('SIGKILL');
    await org?.close();
    rmSync(folder, { recursive: true, force: true });
});

/** Ends the service the hard or the soft way. */
async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (service && service.exitCode === null && service.signalCode === null) {
        const ended = once(service, 'exit');
        service.kill(signal);
        await ended;
    }
}

async function start(port: number): Promise<string> {
    const url = `http://127.0.0.1:${port}`;
    service = spawn(process.execPath, ['--import', 'tsx', 'service/main.ts'], {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: {
            PATH: process.env['PATH'],
            SF_LOGIN_URL: org.url,
            SF_CLIENT_ID: org.client.clientId,
            SF_CLIENT_SECRET: org.client.clientSecret,
            HOST: '127.0.0.1',
            PORT: String(port),
            SERVICE_JWT_ISSUER: ISSUER,
            SERVICE_JWT_AUDIENCE: AUDIENCE,
            SERVICE_JWT_PUBLIC_KEY_FILE: path.join(folder, 'public.pem'),
            SPOOL_FILE: path.join(folder, 'spool.ndjson')
        }
    });
    // One line says that it is ready; everything after it is of no interest here.
    await new Promise<void>((resolve, reject) => {
        service!.once('exit', (code) => reject(new Error(`The service ended with code ${code}.`)));
        service!.stdout!.on('data', (chunk) => {
            if (String(chunk).includes('"msg":"ready"')) {
                resolve();
            }
        });
    });
    return url;
}

/** A port that is free now; the service gets the same one again after the kill. */
async function freePort(): Promise<number> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    return port;
}

describe('A service that is killed in a storm of calls', () => {
    it('loses no decision that was answered, and logs none twice', async () => {
        const url = await start(await freePort());
        const credential = await keys.sign({});
        const [{ Id: agentId }] = org.engine
            .systemSession()
            .query("SELECT Id FROM User WHERE Username LIKE 'daniel.osei@%'").records;
        const answered: DecisionAnswer[] = [];
        let killed = false;

        /** Calls until the service is gone. */
        async function caller(): Promise<void> {
            while (!killed) {
                const answer = await fetch(`${url}/v1/decisions`, {
                    method: 'POST',
                    headers: {
                        authorization: `Bearer ${credential}`,
                        'content-type': 'application/json'
                    },
                    body: JSON.stringify({
                        agentId,
                        channel: 'clickToDial',
                        number: '+442079460431'
                    })
                })
                    .then((response) => response.json() as Promise<DecisionAnswer>)
                    .catch(() => undefined);
                if (answer === undefined) {
                    return;
                }
                answered.push(answer);
                if (answered.length === BEFORE_THE_KILL) {
                    killed = true;
                    await end('SIGKILL');
                }
            }
        }
        await Promise.all(Array.from({ length: AT_ONCE }, caller));

        await start(Number(new URL(url).port));
        await end('SIGTERM');

        const logged = org.engine
            .systemSession()
            .query('SELECT Dial_Key__c, Presented_Number__c FROM Callback_Decision__c').records;
        const keysLogged = logged.map((line) => String(line['Dial_Key__c']));
        expect(new Set(keysLogged).size).toBe(keysLogged.length);
        expect(keysLogged).toEqual(
            expect.arrayContaining(answered.map(({ dialKey }) => `${String(agentId)}:${dialKey}`))
        );
        expect(answered.length).toBeGreaterThanOrEqual(BEFORE_THE_KILL);
    });
});
