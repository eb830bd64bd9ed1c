import { ConfigError } from './config/configError.ts';
import { loadConfig } from './config/loadConfig.ts';
import { ServiceError } from './errors.ts';
import { createLogger } from './http/logging.ts';
import { startService, type RunningService } from './startUp/startService.ts';

/**
 * Starts the HTTP service: `node --env-file=.env --import tsx service/main.ts`. It stops on
 * SIGTERM and SIGINT when the requests under way are answered and the log is written; a second
 * signal stops it at once. Exit code 0 after a signal, 1 where it cannot start or go on.
 */
let running: RunningService | undefined;

try {
    const config = loadConfig(process.env);
    const logger = createLogger(config.log);
    for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
        process.on(event, (error: unknown) => {
            logger.fatal({ err: error }, event);
            process.exit(1);
        });
    }
    let asked = 0;
    const stop = (signal: string) => {
        asked += 1;
        if (asked > 1) {
            process.exit(1);
        }
        logger.info({ signal }, 'stopping');
        void (running?.stop() ?? Promise.resolve()).then(() => process.exit(0));
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
    // Only where another process started it with a channel: it does not outlive that process.
    process.on('disconnect', () => stop('disconnect'));
    running = await startService(config, logger);
    logger.info({ url: running.url }, 'listening');
    await running.ready.catch((error: unknown) => {
        if (asked === 0) {
            throw error;
        }
    });
} catch (error) {
    console.error(explanationOf(error));
    await running?.stop();
    process.exit(1);
}

/** What happened and what to do, without a stack trace where the cause is known. */
function explanationOf(error: unknown): string {
    if (error instanceof ConfigError) {
        return error.message;
    }
    if (error instanceof ServiceError) {
        return `${error.message}\n${error.remedy}`;
    }
    const { code, port, path } = error as NodeJS.ErrnoException & { port?: number };
    if (code === 'EADDRINUSE' || code === 'EACCES') {
        if (port !== undefined) {
            return `Port ${port} cannot be used (${code}). Choose another one with PORT.`;
        }
    }
    if (path !== undefined) {
        return `${path} cannot be used (${code}). Check SPOOL_FILE and the rights of its folder.`;
    }
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
