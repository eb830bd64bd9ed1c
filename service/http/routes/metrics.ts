import type { FastifyRequest } from 'fastify';
import type { Authenticator } from '../../auth/caller.ts';
import { HttpProblem } from '../problem.ts';
import type { RouteContext } from '../routeContext.ts';
import { problemResponses } from '../schemas/sharedSchemas.ts';
import type { Server } from '../server.ts';

interface MetricsRouteContext extends RouteContext {
    readonly auth: Authenticator;
    /** Everybody may read. */
    readonly open: boolean;
}

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Figures for Prometheus: to this machine itself, to service credentials, or to everybody. */
export function addMetricsRoute(
    server: Server,
    { metrics, auth, open }: MetricsRouteContext
): void {
    server.get(
        '/metrics',
        {
            schema: {
                tags: ['operation'],
                operationId: 'metrics',
                summary: 'Figures in the Prometheus text format',
                description:
                    'Answers requests from the same machine that passed no proxy, and service credentials, unless METRICS_PUBLIC is set.',
                security: [{ serviceCredential: [] }, {}],
                response: {
                    200: {
                        description: 'The figures.',
                        content: { 'text/plain': { schema: { type: 'string' } } }
                    },
                    ...problemResponses(
                        'METRICS_CLOSED',
                        'INVALID_CREDENTIAL',
                        'SIGN_IN_UNAVAILABLE',
                        'INTERNAL'
                    )
                }
            },
            onRequest: async (request) => {
                if (!open && !isThisMachine(request)) {
                    await mustBeServiceCredential(auth, request);
                }
            }
        },
        async (_request, reply) => {
            reply.type(metrics.contentType).send(await metrics.text());
            return reply;
        }
    );
}

/** A proxy on the same machine passes on requests from elsewhere: those do not count. */
function isThisMachine({ raw, headers }: FastifyRequest): boolean {
    return (
        LOOPBACK.has(raw.socket.remoteAddress ?? '') &&
        headers['x-forwarded-for'] === undefined &&
        headers.forwarded === undefined
    );
}

async function mustBeServiceCredential(auth: Authenticator, request: FastifyRequest) {
    const { authorization } = request.headers;
    if (authorization !== undefined) {
        request.caller = await auth.authenticate(authorization);
        if (request.caller.kind === 'service') {
            return;
        }
    }
    throw new HttpProblem('METRICS_CLOSED', 'Metrics are not public.');
}
