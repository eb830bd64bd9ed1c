import type { FastifyReply, FastifyRequest } from 'fastify';
import { TookTooLong } from '../within.ts';
import { sendProblem } from './problemAnswers.ts';
import type { Server } from './server.ts';

declare module 'fastify' {
    interface FastifyContextConfig {
        /** Milliseconds to answer, where the route needs other ones than the server's. */
        answerWithinMs?: number;
    }
}

interface Waiting {
    readonly reply: FastifyReply;
    readonly until: number;
    readonly ms: number;
}

/** How often the waiting requests are looked at, as a share of the limit. */
const LOOKS = 20;
const RAREST_LOOK_MS = 500;

/**
 * Answers requests that take too long, the arrival of their bodies included. One timer looks at
 * all of them: a timer or an abort signal for each would cost more than most decisions. So a
 * limit may be passed by a twentieth.
 */
export function limitTime(server: Server, serverMs: number): void {
    const waiting = new Map<FastifyRequest, Waiting>();
    const everyMs = Math.max(1, Math.min(serverMs / LOOKS, RAREST_LOOK_MS));
    let now = performance.now();
    const timer = setInterval(look, everyMs);
    timer.unref();

    function look(): void {
        now = performance.now();
        for (const [request, { reply, until, ms }] of waiting) {
            if (until < now) {
                waiting.delete(request);
                if (!reply.sent) {
                    sendProblem(new TookTooLong(ms), request, reply);
                }
            }
        }
    }

    server.addHook('onRoute', (route) => {
        const ms = route.config?.answerWithinMs ?? serverMs;
        const begin = (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
            waiting.set(request, { reply, until: now + ms, ms });
            done();
        };
        // Before the route's own: signing in counts too.
        route.onRequest = [begin, ...[route.onRequest ?? []].flat()];
    });
    server.addHook('onResponse', (request, _reply, done) => {
        waiting.delete(request);
        done();
    });
    server.addHook('onRequestAbort', (request, done) => {
        waiting.delete(request);
        done();
    });
    server.addHook('onClose', async () => clearInterval(timer));
}
