import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from 'jsforce';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { INTEGRATION_USERNAME, startLocalOrg } from '../index.ts';

let folder: string;
beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'local-org-'));
});
afterEach(() => {
    rmSync(folder, { recursive: true });
});

function connect({ url, client }: Awaited<ReturnType<typeof startLocalOrg>>): Connection {
    return new Connection({ loginUrl: url, version: '66.0', oauth2: { ...client } });
}

describe('an org in a file', () => {
    it('has the same records and the same client at the next start, but no sessions', async () => {
        const file = join(folder, 'not', 'there', 'yet', 'org.db');
        const first = await startLocalOrg({ file });
        const [saved] = first.engine
            .systemSession()
            .save([{ kind: 'create', object: 'Account', values: { Name: 'Kept' } }], {
                allOrNone: true
            });
        const { accessToken } = first.signIn(INTEGRATION_USERNAME);
        await first.close();

        const second = await startLocalOrg({ file });
        expect(second.client).toEqual(first.client);
        expect(second.engine.systemSession().retrieve('Account', saved!.id!)).toMatchObject({
            Name: 'Kept'
        });
        const response = await fetch(`${second.url}/services/data/v66.0/limits`, {
            headers: { authorization: `Bearer ${accessToken}` }
        });
        expect(response.status).toBe(401);
        await connect(second).authorize({ grant_type: 'client_credentials' });
        await second.close();
    });

    it('is open once only', async () => {
        const file = join(folder, 'org.db');
        const first = await startLocalOrg({ file });
        await expect(startLocalOrg({ file })).rejects.toThrow(/org\.db is open in process/);
        await first.close();
        await (await startLocalOrg({ file })).close();
    });

    it('is let go of when the port turns out to be in use', async () => {
        const other = createServer().listen(0, '127.0.0.1');
        await once(other, 'listening');
        const { port } = other.address() as AddressInfo;
        const file = join(folder, 'org.db');
        await expect(startLocalOrg({ file, port })).rejects.toThrow(`Port ${port} on 127.0.0.1`);
        other.close();
        await (await startLocalOrg({ file })).close();
    });
});

describe('an org of this package', () => {
    it('has its objects, unless told otherwise', async () => {
        const org = await startLocalOrg({ file: ':memory:' });
        expect(org.engine.schema.object('Callback_Number__c')?.label).toBe('Callback Number');
        await org.close();
    });

    it('finishes what is under way before it closes', async () => {
        const org = await startLocalOrg({ file: ':memory:' });
        let finish = () => {};
        const reached = new Promise<void>((resolve) => {
            org.actions.register('apex', 'Slow', async () => {
                resolve();
                await new Promise<void>((done) => (finish = done));
                return [{ said: 'done' }];
            });
        });
        const connection = connect(org);
        await connection.authorize({ grant_type: 'client_credentials' });
        const answer = connection.requestPost('/actions/custom/apex/Slow', { inputs: [{}] });
        await reached;
        const closed = org.close();
        finish();
        expect(await answer).toMatchObject([{ outputValues: { said: 'done' } }]);
        await closed;
        await expect(fetch(`${org.url}/__local/health`)).rejects.toThrow();
    });

    it('does not wait for requests that a fault switch holds back', async () => {
        const org = await startLocalOrg({ file: ':memory:' });
        const connection = connect(org);
        await connection.authorize({ grant_type: 'client_credentials' });
        org.faults.set({ latencyMs: 600_000 });
        const held = connection.limits();
        while (org.requests.of('limits') === 0) await fetch(`${org.url}/__local/health`);
        await org.close();
        expect((await held).DailyApiRequests.Max).toBeGreaterThan(0);
    });

    it('logs what kind of request came and how it ended, but no tokens, queries or numbers', async () => {
        const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
        const org = await startLocalOrg({ file: ':memory:', log: true });
        const connection = connect(org);
        await connection.authorize({ grant_type: 'client_credentials' });
        await connection.query("SELECT Id FROM User WHERE Phone = '+442079460000'");
        await connection.identity();
        await org.close();
        const log = stderr.mock.calls.map(([line]) => String(line)).join('');
        stderr.mockRestore();
        expect(log).toMatch(/"method":"GET","kind":"query","status":200/);
        expect(log).toMatch(/"kind":"identity"/);
        expect(log).not.toContain(connection.accessToken);
        expect(log).not.toContain(encodeURIComponent(connection.accessToken!));
        expect(log).not.toContain(org.client.clientSecret);
        expect(log).not.toContain('442079460000');
    });
});
