import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Kamailio with the edge's own configuration, and SIPp on both sides of it. All on loopback. */

const HERE = fileURLToPath(new URL('.', import.meta.url));
const DOMAIN = 'edge.example';
/** Of the packages for HTTP and for JSON. */
const MODULES = ['http_client', 'jansson'];
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

async function stop(child: ChildProcess): Promise<void> {
    if (child.exitCode === null && child.signalCode === null) {
        const ended = once(child, 'exit');
        child.kill('SIGTERM');
        await ended;
    }
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

/** What an INVITE said when it arrived at the trunk. */
export interface ArrivedCall {
    /** The number dialled. */
    readonly number: string;
    readonly from: string;
    readonly asserted: string;
    /** All of it. */
    readonly message: string;
}

export interface Trunk {
    readonly port: number;
    calls(): readonly ArrivedCall[];
    /** Everything that arrived. */
    received(): readonly string[];
    close(): Promise<void>;
}

export async function startTrunk(scenario: 'trunk' | 'trunkHangsUp' = 'trunk'): Promise<Trunk> {
    const folder = mkdtempSync(path.join(tmpdir(), 'trunk-'));
    const port = await freeUdpPort();
    const messages = path.join(folder, 'messages.log');
    writeFileSync(messages, '');
    const sipp = spawn(
        'sipp',
        [
            ...['-sf', path.join(HERE, `${scenario}.xml`), '-i', '127.0.0.1', '-p', String(port)],
            ...['-trace_msg', '-message_file', messages, '-nostdin']
        ],
        { cwd: folder, env: { PATH: process.env['PATH'], TERM: 'dumb' }, stdio: 'ignore' }
    );
    const received = () => receivedIn(readFileSync(messages, 'utf8'));
    return {
        port,
        calls: () => invitesIn(received()),
        received,
        async close() {
            await stop(sipp);
            rmSync(folder, { recursive: true, force: true });
        }
    };
}

function receivedIn(messages: string): string[] {
    return messages
        .split(/^-{10,}.*$/m)
        .filter((text) => /message received/.test(text))
        .map((text) => text.replaceAll('\r', '').replace(/^[^]*?bytes\s*:?\s*/, ''));
}

/** Every INVITE that was received, the first of those that were repeated. */
function invitesIn(received: readonly string[]): ArrivedCall[] {
    const invites = received.filter((message) => message.startsWith('INVITE '));
    const first = new Map(invites.map((message) => [header(message, 'Call-ID'), message]));
    return [...first.values()].map((message) => ({
        number: /^INVITE sip:([^@]+)@/.exec(message)?.[1] ?? '',
        from: header(message, 'From'),
        asserted: header(message, 'P-Asserted-Identity'),
        message
    }));
}

function header(message: string, name: string): string {
    return new RegExp(`^${name}: (.*)$`, 'mi').exec(message)?.[1] ?? '';
}

/** One call of a telephone. */
export interface Dialled {
    readonly line: string;
    readonly password: string;
    readonly number: string;
    /** What the telephone says it is; its line where missing. */
    readonly claims?: string;
}

export interface CallOptions {
    readonly scenario?: 'telephone' | 'pbx' | 'talkative';
    /** The status that every call is to be refused with. */
    readonly refusedWith?: number;
    /** Calls a second. */
    readonly rate?: number;
}

export interface PhoneCallsResult {
    /** Whether every call went as the scenario has it. */
    readonly ok: boolean;
    /** What was refused, such as `SIP/2.0 503 ...`, without the challenges. */
    readonly refusals: readonly string[];
    /** Everything that went over the wire at the telephone. */
    readonly messages: string;
}

/** Telephones call, one line of `calls` after the other, until all have hung up. */
export async function telephonesCall(
    edge: Edge,
    calls: readonly Dialled[],
    { scenario = 'telephone', refusedWith, rate = 10 }: CallOptions = {}
): Promise<PhoneCallsResult> {
    const folder = mkdtempSync(path.join(tmpdir(), 'telephone-'));
    const messages = path.join(folder, 'messages.log');
    writeFileSync(messages, '');
    const input = path.join(folder, 'calls.csv');
    const rows = calls.map(
        ({ line, password, number, claims = line }) =>
            // SIPp proves the line where this stands.
            `${line};[authentication username=${line} password=${password}];${number};${claims}`
    );
    writeFileSync(input, ['SEQUENTIAL', ...rows, ''].join('\n'));
    const script = path.join(folder, 'scenario.xml');
    const source = path.join(HERE, `${refusedWith === undefined ? scenario : 'refused'}.xml`);
    writeFileSync(script, readFileSync(source, 'utf8').replace('STATUS', String(refusedWith)));
    const sipp = spawn(
        'sipp',
        [
            `127.0.0.1:${edge.port}`,
            ...['-sf', script, '-inf', input],
            ...['-i', '127.0.0.1', '-p', String(await freeUdpPort())],
            ...['-m', String(calls.length), '-r', String(rate), '-l', '1000'],
            ...['-recv_timeout', '20000', '-trace_msg', '-message_file', messages, '-nostdin']
        ],
        { cwd: folder, env: { PATH: process.env['PATH'], TERM: 'dumb' }, stdio: 'ignore' }
    );
    const [code] = (await once(sipp, 'exit')) as [number | null];
    const wire = readFileSync(messages, 'utf8');
    const refusals = receivedIn(wire)
        .map((message) => message.split('\n', 1)[0])
        .filter((line) => /^SIP\/2\.0 [3-6](?!07)/.test(line));
    const result = { ok: code === 0, refusals, messages: wire };
    rmSync(folder, { recursive: true, force: true });
    return result;
}
