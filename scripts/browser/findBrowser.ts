import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { browserCandidates, type Machine } from './candidates.ts';

/** How a machine is asked; tests bring their own. */
export interface Probe {
    exists(file: string): boolean;
    /** True where the file is a browser that starts: a distribution may leave a script that only says what to install. */
    answers(file: string): boolean;
}

const VERSION = /\b(?:Chromium|Chrome|Edge)\b.*?\d+\./;

/**
 * The browser that journeys and benchmarks drive: `CHROME_PATH`, or the first one in the usual
 * places; undefined where there is none.
 * @throws Error when `CHROME_PATH` names a file that is not there
 */
export function findBrowser(
    machine: Machine = { platform: process.platform, env: process.env },
    probe: Probe = PROBE
): string | undefined {
    const chosen = machine.env.CHROME_PATH;
    if (chosen) {
        if (!probe.exists(chosen)) {
            throw new Error(
                `CHROME_PATH is ${chosen}, which is not there. Set it to the program of Chromium or Chrome, or unset it.`
            );
        }
        return chosen;
    }
    return browserCandidates(machine).find(
        (file) =>
            // On Windows `--version` opens a window instead of answering.
            probe.exists(file) && (machine.platform === 'win32' || probe.answers(file))
    );
}

const PROBE: Probe = {
    exists: existsSync,
    answers: (file) => {
        const { status, stdout } = spawnSync(file, ['--version'], {
            encoding: 'utf8',
            stdio: ['ignore', 'pipe', 'ignore'],
            timeout: 20_000
        });
        return status === 0 && VERSION.test(stdout);
    }
};
