import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freeUdpPort, receivedIn, scenarioFile, startSipp } from './sipp.ts';

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
    const sipp = startSipp(
        [
            ...['-sf', scenarioFile(scenario), '-p', String(port)],
            ...['-trace_msg', '-message_file', messages]
        ],
        folder
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

async function stop(child: ChildProcess): Promise<void> {
    if (child.exitCode === null && child.signalCode === null) {
        const ended = once(child, 'exit');
        child.kill('SIGTERM');
        await ended;
    }
}
