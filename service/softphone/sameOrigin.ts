import type { onRequestHookHandler } from 'fastify';
import { HttpProblem } from '../http/problem.ts';

const READING = new Set(['GET', 'HEAD']);
/** A page of ours, or the address bar; browsers that do not say are let in, for they only read. */
const MAY_READ = new Set([undefined, 'same-origin', 'none']);

/**
 * The session travels with every request of the browser, whoever made it. So what changes
 * something must say that our own page sent it; silence is a refusal.
 */
export function sameOriginOnly(origin: string): onRequestHookHandler {
    return (request, _reply, done) => {
        const { origin: from, 'sec-fetch-site': site } = request.headers;
        const good = READING.has(request.method)
            ? MAY_READ.has(site as string | undefined) && (from === undefined || from === origin)
            : from === origin && site === 'same-origin';
        done(
            good
                ? undefined
                : new HttpProblem('FOREIGN_ORIGIN', 'Only the softphone page itself may ask this.')
        );
    };
}
