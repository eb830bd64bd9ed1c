import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Socket } from 'node:net';
import { STATUS_CODES } from 'node:http';
import { HttpProblem, PROBLEM_TYPE } from './problem.ts';
import { problemOfError } from './problemOfError.ts';
import { PROBLEMS, type ProblemCode } from './problemTable.ts';
import { requestIdOf } from './requestId.ts';
import type { Server } from './server.ts';

/** Every answer that is not a success is a problem, also for addresses there are none of. */
export function answerWithProblems(server: Server): void {
    const methodsByPath = new Map<string, { matches: RegExp; methods: Set<string> }>();
    server.addHook('onRoute', ({ url, method }) => {
        const known = methodsByPath.get(url) ?? {
            matches: patternOf(url),
            methods: new Set<string>()
        };
        for (const one of [method].flat()) {
            known.methods.add(one);
        }
        methodsByPath.set(url, known);
    });

    let closing = false;
    server.addHook('preClose', (done) => {
        closing = true;
        done();
    });
    server.addHook('onRequest', (_request, _reply, done) => {
        done(
            closing
                ? new HttpProblem('SHUTTING_DOWN', 'The service is stopping and takes no more.')
                : undefined
        );
    });

    server.setErrorHandler((error, request, reply) => sendProblem(error, request, reply));

    server.setNotFoundHandler((request, reply) => {
        const path = request.url.split('?', 1)[0];
        for (const { matches, methods } of methodsByPath.values()) {
            if (matches.test(path) && !methods.has(request.method)) {
                const allow = [...methods].sort().join(', ');
                sendProblem(
                    new HttpProblem(
                        'METHOD_NOT_ALLOWED',
                        `This address answers to ${allow} only.`,
                        { headers: { allow } }
                    ),
                    request,
                    reply
                );
                return;
            }
        }
        sendProblem(new HttpProblem('NOT_FOUND', PROBLEMS.NOT_FOUND.remedy), request, reply);
    });
}

function patternOf(url: string): RegExp {
    const source = url
        .replaceAll(/[.()|]/g, '\\$&')
        .replaceAll(/:[A-Za-z]+/g, '[^/]+')
        .replaceAll('*', '.*');
    return new RegExp(`^${source}$`);
}

export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const arrived = request.raw.complete || request.raw.readableEnded;
    let problem = problemOfError(error);
    if (problem.code === 'TOOK_TOO_LONG' && !arrived) {
        problem = new HttpProblem('REQUEST_TIMEOUT', PROBLEMS.REQUEST_TIMEOUT.remedy);
    } else if (problem.code === 'INTERNAL' && !arrived && request.raw.destroyed) {
        problem = new HttpProblem('BAD_REQUEST', 'The client went away.', { cause: error });
    }
    if (problem.status >= 500) {
        request.log.error({ err: problem.cause ?? problem, code: problem.code }, problem.message);
    }
    if (!arrived) {
        // The rest of the request is not waited for.
        reply.header('connection', 'close');
    }
    request.told ??= { code: problem.code };
    const { retryAfter } = PROBLEMS[problem.code] as { retryAfter?: number };
    if (retryAfter !== undefined) {
        reply.header('retry-after', String(retryAfter));
    }
    reply
        .code(problem.status)
        .header('x-request-id', request.id)
        .headers(problem.headers ?? {})
        .type(PROBLEM_TYPE)
        .send(problem.for(request.id));
}

/** What is not even HTTP has no request to answer to: the bytes go straight to the socket. */
export function answerBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
    if (error.code === 'ECONNRESET' || !socket.writable) {
        socket.destroy();
        return;
    }
    const code: ProblemCode =
        error.code === 'HPE_HEADER_OVERFLOW'
            ? 'HEADERS_TOO_LARGE'
            : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
              ? 'REQUEST_TIMEOUT'
              : 'BAD_REQUEST';
    const { status, remedy } = PROBLEMS[code];
    const id = requestIdOf({ headers: {} });
    const body = JSON.stringify(new HttpProblem(code, remedy).for(id));
    socket.end(
        [
            `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
            `content-type: ${PROBLEM_TYPE}`,
            `content-length: ${Buffer.byteLength(body)}`,
            `x-request-id: ${id}`,
            'connection: close',
            '',
            body
        ].join('\r\n')
    );
}
