import type { DestinationStream, LoggerOptions } from 'pino';
import { pino, type Logger } from 'pino';
import type { LogLevel } from '../config/variables.ts';
import { hideSecrets, shortenNumbers } from './logRedaction.ts';

export interface LogOptions {
    readonly level: LogLevel;
    /** True logs dialled numbers in full; tokens are never logged. */
    readonly fullNumbers: boolean;
}

/**
 * One JSON object a line. What is known to be private is never handed to the log; the finished
 * line is swept once more, because messages of other layers may quote a number or a token.
 */
export function createLogger(options: LogOptions, destination?: DestinationStream): Logger {
    const settings: LoggerOptions = {
        level: options.level,
        base: undefined,
        timestamp: pino.stdTimeFunctions.isoTime,
        formatters: { level: (label) => ({ level: label }) },
        serializers: { err: errorForLog },
        hooks: {
            streamWrite: (line) =>
                options.fullNumbers ? hideSecrets(line) : shortenNumbers(hideSecrets(line))
        }
    };
    return destination === undefined ? pino(settings) : pino(settings, destination);
}

interface LoggedError {
    readonly name: string;
    readonly message: string;
    readonly code?: string;
    readonly stack?: string;
    readonly cause?: LoggedError;
}

/** Only these fields: errors of clients carry whole requests, with tokens and bodies. */
function errorForLog(error: unknown, depth = 0): LoggedError {
    if (!(error instanceof Error)) {
        return { name: typeof error, message: String(error) };
    }
    const { code } = error as { code?: unknown };
    return {
        name: error.name,
        message: error.message,
        ...(code !== undefined && { code: String(code) }),
        stack: error.stack,
        ...(error.cause !== undefined &&
            depth < 4 && { cause: errorForLog(error.cause, depth + 1) })
    };
}
