import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Edge } from './edge.ts';
import { freeUdpPort, receivedIn, scenarioFile, startSipp } from './sipp.ts';

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
    const source = scenarioFile(refusedWith === undefined ? scenario : 'refused');
    writeFileSync(script, readFileSync(source, 'utf8').replace('STATUS', String(refusedWith)));
    const sipp = startSipp(
        [
            `127.0.0.1:${edge.port}`,
            ...['-sf', script, '-inf', input, '-p', String(await freeUdpPort())],
            ...['-m', String(calls.length), '-r', String(rate), '-l', '1000'],
            ...['-recv_timeout', '20000', '-trace_msg', '-message_file', messages]
        ],
        folder
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
