import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from 'jsforce';
import type { Logger } from 'pino';
import { createAgentTokenCheck } from '../auth/agentToken.ts';
import { createAuthenticator } from '../auth/authenticator.ts';
import { createServiceCredentials } from '../auth/serviceCredential.ts';
import type { Config, SoftphoneConfig } from '../config/config.ts';
import { ServiceError } from '../errors.ts';
import { buildServer } from '../http/server.ts';
import { createAgentSignIn } from '../jsforce/agentSignIn.ts';
import { CALLBACK_PATH, type SoftphoneOptions } from '../softphone/softphone.ts';
import { connectToOrg, createCallbackNumberService, type WatchedService } from '../index.ts';
import { createTelephony } from '../telephony/createTelephony.ts';
import { createPhones } from '../telephony/phones/phones.ts';
import type { ConnectedTelephony } from '../telephony/port.ts';
import { countRequests } from './countRequests.ts';
import { createWaitingService } from './waitingService.ts';

export interface RunningService {
    /** Where it listens. */
    readonly url: string;
    /** Resolves when the directory is loaded; rejects where that can never be. */
    readonly ready: Promise<void>;
    /** Finishes requests, writes what is left of the log. May be called more than once. */
    stop(): Promise<void>;
}

/** What a deployment brings of its own. */
export interface Parts {
    /** What makes the softphone's calls, instead of the one that is configured. */
    readonly telephony?: ConnectedTelephony;
}

interface Org {
    readonly connection: Connection;
    readonly organizationId: string;
    readonly requests: () => Readonly<Record<string, number>>;
}

const RETRY_MS = { first: 1_000, most: 30_000 };

/**
 * Listens at once, and connects to the org for as long as it takes: until then every decision is
 * answered with `NOT_READY`.
 * @throws Error when it cannot listen; ConfigError for unusable keys
 */
export async function startService(
    config: Config,
    logger: Logger,
    parts: Parts = {}
): Promise<RunningService> {
    const phones = config.telephony?.kind === 'phones' ? createPhones() : undefined;
    const telephony = parts.telephony ?? phones ?? telephonyOf(config);
    const stopping = new AbortController();
    const waiting = createWaitingService();
    let org: Org | undefined;
    let started: WatchedService | undefined;

    /** @throws ServiceError ORG_UNREACHABLE while there is no connection yet */
    const connected = (): Org => {
        if (org === undefined) {
            throw new ServiceError('ORG_UNREACHABLE');
        }
        return org;
    };
    const server = buildServer({
        service: waiting.service,
        auth: createAuthenticator({
            serviceCredentials:
                config.serviceCredential && createServiceCredentials(config.serviceCredential),
            agentToken: createAgentTokenCheck({
                instanceUrl: () => connected().connection.instanceUrl,
                organizationId: () => connected().organizationId
            })
        }),
        logger,
        fullNumbers: config.log.fullNumbers,
        metricSources: {
            logQueue: () => started?.log.waiting ?? 0,
            logRefused: () => started?.log.refused ?? 0,
            orgRequests: () => org?.requests() ?? {}
        },
        metricsPublic: config.http.metricsPublic,
        corsOrigins: config.http.corsOrigins,
        docs: config.http.docs,
        trustProxy: config.http.trustProxy,
        ...(phones && { phones }),
        ...(config.softphone && { softphone: softphone(config.softphone) })
    });
    const url = await server.listen({ host: config.http.host, port: config.http.port });
    const ready = connectAndLoad();
    ready.catch(() => undefined);

    function softphone(page: SoftphoneConfig): SoftphoneOptions {
        const { clientId, clientSecret } = page;
        return {
            ...page,
            ...(telephony && { telephony }),
            signIn: createAgentSignIn({
                loginUrl: config.org.loginUrl,
                apiVersion: config.org.apiVersion,
                clientId,
                ...(clientSecret !== undefined && { clientSecret }),
                redirectUri: `${page.url}${CALLBACK_PATH}`,
                organizationId: () => connected().organizationId,
                onWarning: (message) => logger.warn(message)
            })
        };
    }

    async function connectAndLoad(): Promise<void> {
        let waitMs = RETRY_MS.first;
        for (;;) {
            try {
                org ??= await connect(config);
                started = await load(config, org.connection, logger);
                waiting.use(started);
                logger.info(started.status(), 'ready');
                return;
            } catch (error) {
                if (!passes(error) || stopping.signal.aborted) {
                    throw error;
                }
                logger.warn({ err: error, againInMs: waitMs }, 'not ready yet');
            }
            await pause(waitMs, undefined, { signal: stopping.signal });
            waitMs = Math.min(waitMs * 2, RETRY_MS.most);
        }
    }

    let stopped: Promise<void> | undefined;
    async function stop(): Promise<void> {
        stopping.abort();
        const half = (config.http.shutdownSeconds * 1_000) / 2;
        const impatient = setTimeout(() => server.server.closeAllConnections(), half);
        await server.close();
        clearTimeout(impatient);
        // Signing in to an org that does not answer is not waited for.
        await Promise.race([ready.catch(() => undefined), pause(half, undefined, { ref: false })]);
        await started?.close();
        const left = started?.log.waiting ?? 0;
        logger[left > 0 ? 'warn' : 'info']({ decisionsNotWritten: left }, 'stopped');
    }

    return { url, ready, stop: () => (stopped ??= stop()) };
}

function telephonyOf({ telephony }: Config): ConnectedTelephony | undefined {
    return telephony && telephony.kind !== 'phones' ? createTelephony(telephony) : undefined;
}

async function connect(config: Config): Promise<Org> {
    const connection = await connectToOrg(config.org);
    const requests = countRequests(connection);
    try {
        const { organization_id: organizationId } = await connection.identity();
        return { connection, organizationId, requests };
    } catch (cause) {
        throw new ServiceError('ORG_UNREACHABLE', { cause });
    }
}

function load(config: Config, connection: Connection, logger: Logger): Promise<WatchedService> {
    return createCallbackNumberService({
        connection,
        selectorTimeoutMs: config.selectorTimeoutMs,
        reloadEveryMs: config.reloadSeconds * 1_000,
        changesEveryMs: config.changesSeconds * 1_000,
        closeWithinMs: (config.http.shutdownSeconds * 1_000) / 2,
        ...(config.spoolFile !== undefined && { spoolFile: config.spoolFile }),
        onWarning: (message) => logger.warn(message),
        onProgress: (progress) => logger.debug(progress, 'loading'),
        onReload: ({ reason, error, status }) =>
            error
                ? logger.warn({ reason, err: error }, 'reload failed, the directory before is used')
                : logger.info({ reason, ...status }, 'directory loaded'),
        onRefused: ({ dialKey, agentId }, reason) =>
            logger.error({ dialKey, agentId, reason }, 'decision not logged'),
        onTrouble: (reason, waiting) => logger.warn({ reason, waiting }, 'log has to wait')
    });
}

/** Whether it makes sense to try again. */
function passes(error: unknown): boolean {
    return error instanceof ServiceError && error.code === 'ORG_UNREACHABLE';
}
