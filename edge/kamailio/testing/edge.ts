import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freeUdpPort } from './sipp.ts';

/** Kamailio with the edge's own configuration, on loopback. */

const HERE = fileURLToPath(new URL('.', import.meta.url));
const DOMAIN = 'edge.example';
const MOST_LOG = 100_000;

/** A telephone that may call. */
export interface Line {
    readonly line: string;
    readonly password: string;
    /** Salesforce user; none: the line is nobody's. */
    readonly agentId?: string;
}

export interface Edge {
    readonly port: number;
    /** What Kamailio wrote. */
    log(): string;
    close(): Promise<void>;
}

export interface EdgeOptions {
    readonly serviceUrl: string;
    readonly token: string;
    readonly trunkPort: number;
    readonly lines: readonly Line[];
    /** Addresses of PBXs. */
    readonly pbx?: readonly string[];
}

export async function startEdge(options: EdgeOptions): Promise<Edge> {
    const folder = mkdtempSync(path.join(tmpdir(), 'edge-'));
    const tables = path.join(folder, 'tables');
    mkdirSync(tables);
    const port = await freeUdpPort();
    writeTables(tables, options);
    copyFileSync(path.join(HERE, '..', 'kamailio.cfg'), path.join(folder, 'kamailio.cfg'));
    writeFileSync(
        path.join(folder, 'edge.cfg'),
        Object.entries({
            EDGE_LISTEN: `udp:127.0.0.1:${port}`,
            EDGE_SERVICE: options.serviceUrl,
            EDGE_TRUNK: `127.0.0.1:${options.trunkPort}`,
            EDGE_DOMAIN: DOMAIN,
            EDGE_TABLES: tables,
            EDGE_MASK: 'mask-of-the-tests'
        })
            .map(([name, value]) => `#!substdef "!${name}!${value}!g"\n`)
            .join('')
    );
    const kamailio = spawn(
        'kamailio',
        ['-f', path.join(folder, 'kamailio.cfg'), '-DD', '-E', '-m', '64', '-M', '8', '-Y', folder],
        {
            cwd: folder,
            env: { PATH: process.env['PATH'] ?? '', EDGE_TOKEN: options.token },
            stdio: ['ignore', 'pipe', 'pipe'],
            // It has children of its own: they are ended as a group.
            detached: true
        }
    );
    let log = '';
    for (const stream of [kamailio.stdout, kamailio.stderr]) {
        stream.on('data', (text) => (log = (log + String(text)).slice(-MOST_LOG)));
    }
    const ended = once(kamailio, 'exit');
    const endWithUs = () => endGroup(kamailio);
    process.on('exit', endWithUs);
    await Promise.race([
        answers(port),
        ended.then(() => {
            throw new Error(`Kamailio ended:\n${log}`);
        })
    ]);
    return {
        port,
        log: () => log,
        async close() {
            endGroup(kamailio);
            await ended;
            process.off('exit', endWithUs);
            rmSync(folder, { recursive: true, force: true });
        }
    };
}

/** The tables as db_text keeps them: names and types of the columns, then one row a line. */
function writeTables(folder: string, { lines, pbx = [] }: EdgeOptions): void {
    const table = (
        name: string,
        columns: string,
        rows: readonly (readonly (string | number)[])[]
    ) =>
        writeFileSync(
            path.join(folder, name),
            [columns, ...rows.map((row) => row.map(escaped).join(':'))].join('\n') + '\n'
        );
    table('version', 'table_name(string) table_version(int)', [
        ['lines', 7],
        ['agents', 2]
    ]);
    table(
        'lines',
        'id(int,auto) username(string) domain(string) ha1(string)',
        lines.map(({ line, password }, i) => [
            i + 1,
            line,
            DOMAIN,
            createHash('md5').update(`${line}:${DOMAIN}:${password}`).digest('hex')
        ])
    );
    table(
        'agents',
        'id(int,auto) key_name(string) key_type(int) value_type(int) key_value(string) expires(int)',
        lines.flatMap(({ line, agentId }, i) => (agentId ? [[i + 1, line, 0, 0, agentId, 0]] : []))
    );
    writeFileSync(path.join(folder, 'pbx'), pbx.map((address) => `1 ${address} 32\n`).join(''));
}

function escaped(value: string | number): string {
    return String(value).replace(/[\\:]/g, '\\$&');
}

/** It keeps nothing that would be lost; asked to stop, it may take a minute. */
function endGroup({ pid, exitCode, signalCode }: ChildProcess): void {
    if (pid !== undefined && exitCode === null && signalCode === null) {
        process.kill(-pid, 'SIGKILL');
    }
}

/** Resolves when somebody answers OPTIONS there. */
async function answers(port: number): Promise<void> {
    const socket = createSocket('udp4');
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    const own = socket.address().port;
    const ask = () =>
        socket.send(
            [
                `OPTIONS sip:127.0.0.1:${port} SIP/2.0`,
                `Via: SIP/2.0/UDP 127.0.0.1:${own};branch=z9hG4bK${Date.now()}`,
                `From: <sip:test@127.0.0.1>;tag=1`,
                `To: <sip:127.0.0.1>`,
                `Call-ID: ready-${Date.now()}`,
                'CSeq: 1 OPTIONS',
                'Max-Forwards: 10',
                'Content-Length: 0',
                '',
                ''
            ].join('\r\n'),
            port,
            '127.0.0.1'
        );
    const asking = setInterval(ask, 50);
    try {
        await once(socket, 'message');
    } finally {
        clearInterval(asking);
        socket.close();
    }
}
