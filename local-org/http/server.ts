import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { adminRoutes, type AdminContext } from './adminRoutes.ts';
import { authorizeRoutes } from './authorizeRoutes.ts';
import { dataRoutes, type DataContext } from './dataRoutes.ts';
import { installGate, type GateContext } from './gate.ts';
import type { GrantContext } from './oauthGrants.ts';
import { oauthRoutes } from './oauthRoutes.ts';
import { errorAnswer, notFound } from './restAnswer.ts';

export type ServerContext = AdminContext & DataContext & GateContext & GrantContext;

/** Routes in front of the org, beside its gate: not counted as its requests. */
export type Front = (app: FastifyInstance) => Promise<void>;

const MAX_BODY_BYTES = 50 * 1024 * 1024;
/** Longer than any client keeps an idle connection, so that it is never cut in a client's face. */
const KEEP_ALIVE_MS = 72_000;

/** The HTTP side of the org, not yet listening. With `log`, one line a request on stderr. */
export async function createServer(
    context: ServerContext,
    { log, front }: { log: boolean; front?: Front }
): Promise<FastifyInstance> {
    const logger: FastifyBaseLogger = pino(
        { level: log ? 'info' : 'error', base: undefined },
        process.stderr
    );
    const app = Fastify({
        loggerInstance: logger,
        logController: new LogController({ disableRequestLogging: true }),
        bodyLimit: MAX_BODY_BYTES,
        keepAliveTimeout: KEEP_ALIVE_MS,
        forceCloseConnections: 'idle',
        // The gate refuses long addresses and headers itself, in Salesforce's words.
        http: { maxHeaderSize: 128 * 1024 },
        routerOptions: {
            ignoreDuplicateSlashes: true,
            ignoreTrailingSlash: true,
            maxParamLength: 16_384
        }
    });
    app.setNotFoundHandler((_request, reply) => {
        const { status, body } = errorAnswer(404, notFound().detail);
        return reply.status(status).send(body);
    });
    if (log) logRequests(app);

    await app.register(adminRoutes, context);
    if (front) await app.register(front);
    await app.register(async (org) => {
        installGate(org, context);
        await org.register(authorizeRoutes, context);
        await org.register(oauthRoutes, context);
        await org.register(dataRoutes, context);
    });
    await app.ready();
    return app;
}

/** Addresses are left out: they carry tokens, telephone numbers and queries. */
function logRequests(app: FastifyInstance): void {
    app.addHook('onResponse', (request, reply, done) => {
        request.log.info({
            method: request.method,
            kind: request.requestKind ?? 'admin',
            status: reply.statusCode,
            milliseconds: Math.round(reply.elapsedTime * 10) / 10
        });
        done();
    });
}
