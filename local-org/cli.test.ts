import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Connection } from 'jsforce';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const CLI = fileURLToPath(new URL('cli.ts', import.meta.url));
const METADATA = fileURLToPath(new URL('http/testing/metadata', import.meta.url));

let folder: string;
const running = new Set<ChildProcess>();
beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'local-org-cli-'));
});
afterEach(async () => {
    for (const child of running) {
        child.kill('SIGKILL');
        if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    }
    running.clear();
    rmSync(folder, { recursive: true });
});

function start(...more: string[]) {
    const file = join(folder, 'org.db');
    const args = ['--import', 'tsx', CLI, '--file', file, '--metadata', METADATA, ...more];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    const seen = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (seen.out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (seen.err += text));
    const listening = new Promise<string>((resolve, reject) => {
        child.stdout.on('data', () => {
            const address = /listening at (\S+)\n[^]*client secret/.exec(seen.out)?.[1];
            if (address) resolve(address);
        });
        child.once('exit', () => reject(new Error(`stopped early: ${seen.err}`)));
    });
    listening.catch(() => undefined);
    const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...seen }));
    return { child, file, listening, ended };
}

describe('the local org as a process', () => {
    it('says where it is, lets a client in, and stops when told', async () => {
        const { child, file, listening, ended } = start('--port', '0');
        const url = await listening;
        const client = JSON.parse(readFileSync(`${file}.client.json`, 'utf8')) as object;
        const connection = new Connection({
            loginUrl: url,
            version: '66.0',
            oauth2: { ...client }
        });
        await connection.authorize({ grant_type: 'client_credentials' });
        expect((await connection.limits()).DailyApiRequests.Max).toBeGreaterThan(0);
        child.kill('SIGTERM');
        const { code, out, err } = await ended;
        expect([code, err]).toEqual([0, '']);
        expect(out).toContain('SIGTERM: stopping');
        expect(existsSync(file)).toBe(true);
    });

    it('says so when the port is in use', async () => {
        const other = createServer().listen(0, '127.0.0.1');
        await once(other, 'listening');
        const { port } = other.address() as AddressInfo;
        const { code, err } = await start('--port', String(port)).ended;
        other.close();
        expect(code).toBe(1);
        expect(err).toBe(
            `Port ${port} on 127.0.0.1 is in use. Stop what listens there, or choose another port.\n`
        );
    });

    it('says so when another process has the file open', async () => {
        await start('--port', '0').listening;
        const { code, err } = await start('--port', '0').ended;
        expect(code).toBe(1);
        expect(err).toMatch(/org\.db/);
        expect(err.trim().split('\n')).toHaveLength(1);
    });

    it('opens again after it was killed', async () => {
        const first = start('--port', '0');
        await first.listening;
        first.child.kill('SIGKILL');
        await first.ended;
        expect(await start('--port', '0').listening).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    });

    it('refuses a port that is none', async () => {
        const { code, err } = await start('--port', 'http').ended;
        expect(code).toBe(1);
        expect(err).toContain('whole number from 0 to 65535');
    });
});
