import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { OrgError } from '../engine/orgError.ts';
import type { OrgEngine, OrgSession } from '../engine/types.ts';
import { API_VERSIONS } from './apiVersions.ts';
import { bearerToken } from './oauthRoutes.ts';
import { limitInfo } from './orgResources.ts';
import { batchSizeOf } from './queryResources.ts';
import type { RequestCounter } from './requestCounter.ts';
import type { ResourceTable } from './resource.ts';
import {
    errorAnswer,
    malformedBody,
    methodNotAllowed,
    notFound,
    refusal,
    sessionExpired,
    type RestAnswer
} from './restAnswer.ts';
import type { SessionStore } from './sessions.ts';

/** `/services/data`: the REST API, behind the token. */

export interface DataContext {
    readonly engine: OrgEngine;
    readonly sessions: SessionStore;
    readonly requests: RequestCounter;
    readonly api: ResourceTable;
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

export async function dataRoutes(app: FastifyInstance, context: DataContext): Promise<void> {
    const { engine, sessions, requests } = context;
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('application/json', { parseAs: 'string' }, parseJson);
    app.setErrorHandler((error: RequestError, request, reply) =>
        send(reply, answerToError(error, request))
    );

    app.get('/services/data', { config: { kind: 'versions' } }, (_request, reply) =>
        send(reply, { status: 200, body: API_VERSIONS })
    );

    app.route({
        method: METHODS,
        url: '/services/data/*',
        onRequest: (request, reply, done) => {
            reply.header('sforce-limit-info', limitInfo(requests));
            request.orgSession = signedIn(request);
            done();
        },
        handler: async (request, reply) => {
            const match = request.restMatch!;
            if (match.found === 'nothing') throw notFound();
            if (match.found === 'otherMethods') {
                return send(reply, methodNotAllowed(request.method, match.allowed));
            }
            const answer = match.handler.run({
                engine,
                session: request.orgSession!,
                ...match.target,
                body: request.body,
                batchSize: batchSizeOf(
                    request.headers['sforce-query-options'] as string | undefined
                )
            });
            return send(reply, answer instanceof Promise ? await answer : answer);
        }
    });

    /** @throws OrgError INVALID_SESSION_ID */
    function signedIn(request: FastifyRequest): OrgSession {
        const token = bearerToken(request);
        const session = token === undefined ? undefined : sessions.use(token);
        if (!session) throw sessionExpired();
        return engine.session(session.userId);
    }
}

function send(reply: FastifyReply, { status, body, headers }: RestAnswer): FastifyReply {
    reply.status(status);
    if (headers) reply.headers(headers);
    if (body === undefined) return reply.send();
    return reply.type('application/json;charset=UTF-8').send(JSON.stringify(body));
}

function parseJson(
    _request: FastifyRequest,
    text: string | Buffer,
    done: (error: Error | null, body?: unknown) => void
): void {
    try {
        done(null, text === '' ? undefined : JSON.parse(String(text)));
    } catch (cause) {
        done(malformedBody(cause instanceof Error ? cause.message : String(cause)));
    }
}

type RequestError = Error & { code?: string; statusCode?: number };

function answerToError(error: RequestError, request: FastifyRequest): RestAnswer {
    if (error instanceof OrgError) return refusal(error);
    switch (error.code) {
        case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
            return errorAnswer(415, {
                errorCode: 'UNSUPPORTED_MEDIA_TYPE',
                message: `Content-Type '${request.headers['content-type'] ?? ''}' is not supported; send application/json`
            });
        case 'FST_ERR_CTP_BODY_TOO_LARGE':
            return errorAnswer(413, {
                errorCode: 'EXCEEDED_MAX_SIZE_REQUEST',
                message: 'The request is larger than 50 MB'
            });
        default:
            return error.statusCode !== undefined && error.statusCode < 500
                ? errorAnswer(error.statusCode, {
                      errorCode: 'INVALID_INPUT',
                      message: error.message
                  })
                : unknownException(error, request);
    }
}

/** A defect of the local org: the id in the answer finds the stack in its log. */
function unknownException(error: Error, request: FastifyRequest): RestAnswer {
    const errorId = `${Date.now()}-${randomBytes(4).toString('hex')}`;
    request.log.error({ err: error, errorId, method: request.method }, 'unexpected error');
    return errorAnswer(500, {
        errorCode: 'UNKNOWN_EXCEPTION',
        message: `An unexpected error occurred. Please include this ErrorId if you contact support: ${errorId}`
    });
}
