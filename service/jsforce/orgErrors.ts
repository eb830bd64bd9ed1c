import { ServiceError } from '../errors.ts';

/** What jsforce throws: its own errors carry Salesforce's code. */
interface JsforceError extends Error {
    readonly errorCode?: string;
}

/** Trouble that passes by itself. */
const PASSING = new Set([
    'SERVER_UNAVAILABLE',
    'REQUEST_LIMIT_EXCEEDED',
    'UNABLE_TO_LOCK_ROW',
    'CONCURRENT_REQUESTS_LIMIT_EXCEEDED',
    'API_TEMPORARILY_UNAVAILABLE',
    'QUERY_TIMEOUT',
    'UNKNOWN_EXCEPTION'
]);

/** What an OAuth endpoint answers, such as `invalid_client`: jsforce makes it the error's name. */
const OAUTH_CODE = /^(?:[a-z]+(?:_[a-z]+)+|ERROR_HTTP_\d+)$/;

/** Salesforce's code, where the error is an answer of Salesforce's. */
export function codeOf(error: unknown): string | undefined {
    if (!(error instanceof Error)) {
        return undefined;
    }
    const { errorCode, name } = error as JsforceError;
    return errorCode ?? (OAUTH_CODE.test(name) ? name : undefined);
}

/** Whether the same request may succeed a little later. */
export function isPassing(code: string | undefined): boolean {
    // Without a code it never reached Salesforce, or the answer never reached us.
    return code === undefined || PASSING.has(code) || /^ERROR_HTTP_(429|5\d\d)$/.test(code);
}

/** An error of jsforce's in the service's words. */
export function toServiceError(error: unknown, doing: string): ServiceError {
    if (error instanceof ServiceError) {
        return error;
    }
    const code = codeOf(error);
    const said = error instanceof Error ? error.message.trim() : String(error);
    return new ServiceError(isPassing(code) ? 'ORG_UNREACHABLE' : 'ORG_REFUSED', {
        message: `${doing}: ${code === undefined ? said : `${code}, ${said}`}`,
        cause: error
    });
}
