import type { onRequestHookHandler } from 'fastify';
import { TookTooLong } from '../within.ts';
import { sendProblem } from './problemAnswers.ts';
import type { Server } from './server.ts';

declare module 'fastify' {
    interface FastifyRequest {
        timeLimit?: NodeJS.Timeout;
    }
}

/**
 * Answers a request that takes longer, its body's arrival included. A plain timer: Fastify's own
 * limit makes an abort signal for each request, which costs more than most decisions.
 */
export function timeLimit(ms: number): onRequestHookHandler {
    return (request, reply, done) => {
        request.timeLimit = setTimeout(() => {
            if (!reply.sent) {
                sendProblem(new TookTooLong(ms), request, reply);
            }
        }, ms);
        done();
    };
}

/** Takes every limit back once its request has ended. */
export function endTimeLimits(server: Server): void {
    server.decorateRequest('timeLimit', undefined);
    server.addHook('onResponse', (request, _reply, done) => {
        clearTimeout(request.timeLimit);
        done();
    });
    server.addHook('onRequestAbort', (request, done) => {
        clearTimeout(request.timeLimit);
        done();
    });
}
