import { OrgError } from '../engine/orgError.ts';
import type { OrgErrorDetail, SaveResult } from '../engine/types.ts';

/** What a REST resource answers, before it is written to a socket or put into a composite answer. */
export interface RestAnswer {
    readonly status: number;
    /** Absent with 204. */
    readonly body?: unknown;
    readonly headers?: Readonly<Record<string, string>>;
}

export function ok(body: unknown): RestAnswer {
    return { status: 200, body };
}

export const NO_CONTENT: RestAnswer = { status: 204 };

export function notFound(): OrgError {
    return new OrgError('NOT_FOUND', 'The requested resource does not exist', [], 404);
}

export function sessionExpired(): OrgError {
    return new OrgError('INVALID_SESSION_ID', 'Session expired or invalid', [], 401);
}

export function malformedBody(message: string): OrgError {
    return new OrgError('JSON_PARSER_ERROR', message);
}

/** Salesforce answers most refusals with 400; these codes have a status of their own. */
const STATUS_BY_CODE: Readonly<Record<string, number>> = {
    API_DISABLED_FOR_ORG: 403,
    DUPLICATE_EXTERNAL_ID: 300,
    ENTITY_IS_DELETED: 404,
    INSUFFICIENT_ACCESS: 403,
    INSUFFICIENT_ACCESS_OR_READONLY: 403,
    INVALID_SESSION_ID: 401,
    NOT_FOUND: 404,
    REQUEST_LIMIT_EXCEEDED: 403
};

/** The answer to a refusal: an array, as everywhere in the REST API. */
export function refusal(error: OrgError): RestAnswer {
    return errorAnswer(
        error.status === 400 ? statusOfCode(error.errorCode) : error.status,
        error.detail
    );
}

export function errorAnswer(status: number, ...details: OrgErrorDetail[]): RestAnswer {
    return { status, body: details };
}

/** The answer to a single create, update or delete that was refused. */
export function refusedSave(result: SaveResult): RestAnswer {
    const details = result.errors.map(({ statusCode, message, fields }) => ({
        message,
        errorCode: statusCode,
        fields
    }));
    return errorAnswer(statusOfCode(details[0]?.errorCode), ...details);
}

export function methodNotAllowed(method: string, allowed: readonly string[]): RestAnswer {
    const list = allowed.join(',');
    return {
        ...errorAnswer(405, {
            errorCode: 'METHOD_NOT_ALLOWED',
            message: `HTTP Method '${method}' not allowed. Allowed are ${list}`
        }),
        headers: { allow: list }
    };
}

function statusOfCode(errorCode: string | undefined): number {
    return STATUS_BY_CODE[errorCode ?? ''] ?? 400;
}
