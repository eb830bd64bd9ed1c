import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** SIPp plays the telephones and the trunk, by the scenarios in this folder. */

const SCENARIOS = fileURLToPath(new URL('.', import.meta.url));
/** Of the packages for HTTP and for JSON. */
const MODULES = ['http_client', 'jansson'];

/** Whether both programs are there, and the modules that not every Kamailio has; `.ci/run` installs them. */
export function findSipPrograms(): boolean {
    const folder = mkdtempSync(path.join(tmpdir(), 'modules-'));
    const file = path.join(folder, 'kamailio.cfg');
    writeFileSync(
        file,
        `${MODULES.map((name) => `loadmodule "${name}.so"\n`).join('')}request_route { exit; }\n`
    );
    const kamailio = spawnSync('kamailio', ['-c', '-f', file]);
    rmSync(folder, { recursive: true, force: true });
    return kamailio.status === 0 && !spawnSync('sipp', ['-v']).error;
}

/** Of one of the scenarios. */
export function scenarioFile(name: string): string {
    return path.join(SCENARIOS, `${name}.xml`);
}

export function startSipp(args: readonly string[], cwd: string): ChildProcess {
    return spawn('sipp', [...args, '-i', '127.0.0.1', '-nostdin'], {
        cwd,
        env: { PATH: process.env['PATH'], TERM: 'dumb' },
        stdio: 'ignore'
    });
}

/** A port nobody listens on now: both sides have to know each other's. */
export async function freeUdpPort(): Promise<number> {
    const socket = createSocket('udp4');
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    const { port } = socket.address();
    socket.close();
    return port;
}

export function receivedIn(messages: string): string[] {
    return messages
        .split(/^-{10,}.*$/m)
        .filter((text) => /message received/.test(text))
        .map((text) => text.replaceAll('\r', '').replace(/^[^]*?bytes\s*:?\s*/, ''));
}
