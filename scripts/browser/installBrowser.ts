import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { installPlan, type Host } from './installPlan.ts';

const SAY_EVERY_MS = 5_000;

/**
 * Installs a browser where that can be done without hands.
 * @throws Error that says what to do, where it cannot be done or failed
 */
export async function installBrowser(say: (line: string) => void): Promise<void> {
    const plan = installPlan(thisHost());
    if (plan.kind === 'byHand') {
        throw new Error(
            `The journeys need Chromium or Chrome, and there is none. ${plan.why}\n${plan.remedy}`
        );
    }
    say(
        'No Chromium or Chrome on this machine: installing the one of Debian (once, a minute or two) …'
    );
    for (const command of plan.commands) {
        await run(command, say);
    }
}

function thisHost(): Host {
    const succeeds = (program: string, ...args: string[]) =>
        spawnSync(program, args, { stdio: 'ignore' }).status === 0;
    return {
        platform: process.platform,
        osRelease: textOf('/etc/os-release'),
        isRoot: process.getuid?.() === 0,
        hasAptGet: succeeds('apt-get', '--version'),
        hasSudo: succeeds('sudo', '-n', 'true')
    };
}

function textOf(file: string): string {
    try {
        return readFileSync(file, 'utf8');
    } catch {
        return '';
    }
}

/** Runs to the end, saying every few seconds what it is at. */
function run([program, ...args]: readonly string[], say: (line: string) => void): Promise<void> {
    const started = Date.now();
    const lines: string[] = [];
    const child = spawn(program, args, {
        stdio: ['ignore', 'pipe', 'pipe']
    });
    const keep = (chunk: Buffer) => {
        lines.push(...String(chunk).split('\n').filter(Boolean));
        lines.splice(0, lines.length - 20);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const ticker = setInterval(
        () => say(`  ${seconds(started)} s  ${lines.at(-1) ?? args.at(-1)}`),
        SAY_EVERY_MS
    );
    return new Promise<void>((resolve, reject) => {
        const fail = (why: string) =>
            reject(
                new Error(
                    [
                        `${[program, ...args].join(' ')} ${why}.`,
                        ...lines,
                        'Are the package sources reachable? Or set CHROME_PATH to a Chromium or Chrome that is there already.'
                    ].join('\n')
                )
            );
        child.on('error', (error) => fail(`could not be started: ${error.message}`));
        child.on('close', (code) => (code === 0 ? resolve() : fail(`ended with code ${code}`)));
    }).finally(() => clearInterval(ticker));
}

function seconds(since: number): number {
    return Math.round((Date.now() - since) / 1000);
}
