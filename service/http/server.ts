import Fastify, {
    LogController,
    type FastifyBaseLogger,
    type FastifyInstance,
    type RawReplyDefaultExpression,
    type RawRequestDefaultExpression,
    type RawServerDefault
} from 'fastify';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { pino, type Logger } from 'pino';
import type { Authenticator } from '../auth/caller.ts';
import type { CallbackNumberService } from '../types.ts';
import { allowOrigins } from './cors.ts';
import { addDocs } from './docs.ts';
import { acceptJsonOnly, createJsonReader } from './jsonBody.ts';
import { createMetrics, type MetricSources } from './metrics.ts';
import { answerBrokenRequest, answerWithProblems, sendProblem } from './problemAnswers.ts';
import { requestIdOf } from './requestId.ts';
import { followRequests } from './requestLog.ts';
import { addAgentRoutes } from './routes/agents.ts';
import { addBatchRoute } from './routes/batch.ts';
import { addDecisionRoutes } from './routes/decisions.ts';
import { addDirectoryRoutes } from './routes/directory.ts';
import { addHealthRoutes } from './routes/health.ts';
import { addMetricsRoute } from './routes/metrics.ts';
import { addPhoneDecisionRoute } from './routes/phoneDecisions.ts';
import { addProblemRoute } from './routes/problems.ts';
import { addSoftphone, type SoftphoneOptions } from '../softphone/softphone.ts';
import { createPhoneCalls } from '../telephony/phones/phoneCalls.ts';
import type { Phones } from '../telephony/phones/phones.ts';
import { addSchemas } from './schemas/sharedSchemas.ts';
import { signIn } from './signIn.ts';
import { limitTime } from './timeLimit.ts';

export interface ServerOptions {
    readonly service: CallbackNumberService;
    readonly auth: Authenticator;
    /** Missing: nothing is logged. See `createLogger`. */
    readonly logger?: Logger;
    /** Log dialled numbers in full. */
    readonly fullNumbers?: boolean;
    readonly metricSources?: MetricSources;
    readonly metricsPublic?: boolean;
    /** Origins of pages that may call from a browser. */
    readonly corsOrigins?: readonly string[];
    /** Serve the API page at /docs; true where missing. */
    readonly docs?: boolean;
    /** Reverse proxies whose X-Forwarded-For is believed. */
    readonly trustProxy?: readonly string[];
    /** Batches under way at once; 4 where missing. */
    readonly batchesAtOnce?: number;
    /** Longest time to answer, in milliseconds, from the headers on; 15 s where missing. */
    readonly answerWithinMs?: number;
    /** The agents' own telephones, where they make the softphone's calls. */
    readonly phones?: Phones;
    /** Missing: there is no /softphone. */
    readonly softphone?: SoftphoneOptions;
}

/** A Fastify instance whose routes know the types of their schemas. */
export type Server = FastifyInstance<
    RawServerDefault,
    RawRequestDefaultExpression,
    RawReplyDefaultExpression,
    FastifyBaseLogger,
    TypeBoxTypeProvider
>;

const SECOND = 1_000;
const SINGLE_BODY_BYTES = 64 * 1024;

/**
 * The HTTP service over a `CallbackNumberService`. Listens nowhere yet: call `listen`, or
 * `inject` in tests; `close` finishes the requests under way.
 */
export function buildServer(options: ServerOptions): Server {
    const { service } = options;
    const server: Server = Fastify({
        loggerInstance: (options.logger ?? pino({ level: 'silent' })) as FastifyBaseLogger,
        logController: new LogController({ disableRequestLogging: true }),
        genReqId: requestIdOf,
        bodyLimit: SINGLE_BODY_BYTES,
        trustProxy: options.trustProxy?.length ? [...options.trustProxy] : false,
        return503OnClosing: false,
        // Headers within 10 s, a whole request within 5 minutes, 60 s of silence: a client that
        // sends slowly on purpose holds a connection no longer than that.
        connectionTimeout: 60 * SECOND,
        requestTimeout: 300 * SECOND,
        keepAliveTimeout: 65 * SECOND,
        http: { headersTimeout: 10 * SECOND, connectionsCheckingInterval: 5 * SECOND },
        clientErrorHandler: answerBrokenRequest,
        frameworkErrors: sendProblem,
        ajv: {
            customOptions: {
                // Nothing is repaired silently: what does not fit is refused by name.
                removeAdditional: false,
                coerceTypes: false,
                useDefaults: false,
                // Bounded by the body limit; answers name at most 20 fields.
                allErrors: true
            }
        }
    }).withTypeProvider<TypeBoxTypeProvider>();

    const metrics = createMetrics(service, options.metricSources ?? {});
    const readJson = createJsonReader(server);
    acceptJsonOnly(server, readJson);
    addSchemas(server);
    limitTime(server, options.answerWithinMs ?? 15 * SECOND);
    followRequests(server, { metrics, fullNumbers: options.fullNumbers ?? false });
    allowOrigins(server, options.corsOrigins ?? []);
    answerWithProblems(server);
    if (options.docs !== false) {
        addDocs(server, { softphone: options.softphone });
    }

    const context = {
        service,
        metrics,
        signIn: signIn(options.auth)
    };
    server.register(async (routes: Server) => {
        addDecisionRoutes(routes, context);
        addPhoneDecisionRoute(routes, {
            ...context,
            phoneCalls: createPhoneCalls({
                service,
                ...(options.phones && { phones: options.phones }),
                onDecided: (answer) => metrics.decided(answer)
            })
        });
        addBatchRoute(routes, { ...context, readJson, most: options.batchesAtOnce ?? 4 });
        addAgentRoutes(routes, context);
        addDirectoryRoutes(routes, context);
        addHealthRoutes(routes, context);
        addMetricsRoute(routes, {
            ...context,
            auth: options.auth,
            open: options.metricsPublic ?? false
        });
        addProblemRoute(routes);
    });
    if (options.softphone) {
        addSoftphone(server, context, options.softphone);
    }
    return server;
}
