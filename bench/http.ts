import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { median } from './measure.ts';

/**
 * Decisions a second over HTTP, over a route that does nothing. The server has a process of its
 * own; the two routes are loaded in turns.
 */
const ROUNDS = 7;
const SECONDS = 3;

const child = fork(fileURLToPath(new URL('./httpMain.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc']
});
const [{ url, token, body }] = (await once(child, 'message')) as [
    { url: string; token: string; body: string }
];

const ratios: number[] = [];
await load('/v1/decisions', 2);
await load('/noop', 2);
for (let round = 0; round < ROUNDS; round++) {
    const noop = await load('/noop', SECONDS);
    ratios.push((await load('/v1/decisions', SECONDS)) / noop);
}
const ended = once(child, 'exit');
child.disconnect();
await ended;
console.log(JSON.stringify({ http_vs_noop: median(ratios) }));

/** Requests a second. @throws Error when any is not answered with 200 */
async function load(path: string, seconds: number): Promise<number> {
    const result = await autocannon({
        url: url + path,
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body,
        connections: 32,
        duration: seconds
    });
    if (result.non2xx > 0 || result.errors > 0) {
        throw new Error(`${path}: ${result.non2xx} refused, ${result.errors} failed.`);
    }
    return result.requests.average;
}
