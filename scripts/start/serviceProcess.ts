import { spawn, type ChildProcess } from 'node:child_process';
import { openSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

export interface ServiceProcess {
    readonly url: string;
    readonly pid: number;
    /** Ends when the service has ended, with its exit code. */
    readonly ended: Promise<number | null>;
    stop(): Promise<void>;
}

const READY_WITHIN_MS = 60_000;
const ASK_EVERY_MS = 100;

/**
 * Starts the service as a process of its own, as in production, and waits until it is ready.
 * @throws Error when it ends or is not ready in time; its log says why
 */
export async function startService(
    env: Readonly<Record<string, string>>,
    logFile: string
): Promise<ServiceProcess> {
    const log = openSync(logFile, 'a', 0o600);
    const child = spawn(process.execPath, ['--import', 'tsx', 'service/main.ts'], {
        env: { PATH: process.env['PATH'] ?? '', ...env },
        // The channel ends with this process, however it ends; the service then stops too.
        stdio: ['ignore', log, log, 'ipc']
    });
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const url = `http://${env['HOST']}:${env['PORT']}`;
    const service: ServiceProcess = { url, pid: child.pid!, ended, stop: () => stop(child, ended) };
    try {
        await ready(url, ended);
    } catch (cause) {
        await service.stop();
        throw new Error(`The service did not start; ${logFile} says why.`, { cause });
    }
    return service;
}

async function ready(url: string, ended: Promise<number | null>): Promise<void> {
    const deadline = Date.now() + READY_WITHIN_MS;
    let over = false;
    void ended.then(() => (over = true));
    while (!over && Date.now() < deadline) {
        // Not yet listening is what is being waited for.
        const answer = await fetch(`${url}/readyz`).catch(() => undefined);
        if (answer?.ok) {
            return;
        }
        await pause(ASK_EVERY_MS);
    }
    throw new Error(over ? 'It has ended.' : `Not ready within ${READY_WITHIN_MS / 1000} s.`);
}

async function stop(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
    if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM');
    }
    await ended;
}
