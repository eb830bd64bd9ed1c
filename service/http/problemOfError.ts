import type { FastifyError } from 'fastify';
import { SignInError } from '../auth/signInError.ts';
import { TookTooLong } from '../within.ts';
import { HttpProblem } from './problem.ts';
import { isProblemCode, PROBLEMS, type ProblemCode } from './problemTable.ts';
import { problemOfValidation } from './validationErrors.ts';

/** What Fastify itself refuses. */
const FASTIFY_CODES: Readonly<Record<string, ProblemCode>> = {
    FST_ERR_CTP_BODY_TOO_LARGE: 'BODY_TOO_LARGE',
    FST_ERR_CTP_INVALID_MEDIA_TYPE: 'UNSUPPORTED_MEDIA_TYPE',
    FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'BAD_REQUEST',
    FST_ERR_CTP_EMPTY_JSON_BODY: 'MALFORMED_JSON',
    FST_ERR_CTP_INVALID_JSON_BODY: 'MALFORMED_JSON',
    FST_ERR_HANDLER_TIMEOUT: 'TOOK_TOO_LONG',
    FST_ERR_BAD_URL: 'BAD_URL',
    FST_ERR_MAX_PARAM_LENGTH: 'ADDRESS_TOO_LONG',
    FST_ERR_REOPENED_CLOSE_SERVER: 'SHUTTING_DOWN'
};

/** Every error becomes a problem; what is not known to be the caller's fault is INTERNAL. */
export function problemOfError(error: unknown): HttpProblem {
    if (error instanceof HttpProblem) {
        return error;
    }
    if (error instanceof SignInError) {
        return new HttpProblem(error.code, error.message, {
            cause: error.cause,
            headers: challengeOf(error)
        });
    }
    if (error instanceof TookTooLong) {
        return new HttpProblem('TOOK_TOO_LONG', PROBLEMS.TOOK_TOO_LONG.remedy, { cause: error });
    }
    const { code, validation, validationContext, message, statusCode, field } = (error ??
        {}) as Partial<FastifyError> & { field?: unknown };
    if (validation) {
        return problemOfValidation(validation, validationContext ?? 'request');
    }
    if (isProblemCode(code) && PROBLEMS[code].status !== 500) {
        return typeof field === 'string'
            ? withField(code, field, message ?? '', error)
            : new HttpProblem(code, message ?? PROBLEMS[code].remedy, { cause: error });
    }
    const known = code === undefined ? undefined : FASTIFY_CODES[code];
    if (known !== undefined) {
        return new HttpProblem(known, PROBLEMS[known].remedy, { cause: error });
    }
    if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
        return new HttpProblem('BAD_REQUEST', PROBLEMS.BAD_REQUEST.remedy, { cause: error });
    }
    return new HttpProblem('INTERNAL', PROBLEMS.INTERNAL.remedy, { cause: error });
}

function withField(code: ProblemCode, field: string, detail: string, cause: unknown) {
    const sentence = detail.startsWith(`${field} `) ? detail.slice(field.length + 1) : detail;
    const message = sentence.replace(/\.$/, '');
    return new HttpProblem(code, detail, { errors: [{ field, message }], cause });
}

/** RFC 6750: no error code where no credential was sent at all. */
function challengeOf({ code, message }: SignInError): Record<string, string> | undefined {
    const realm = 'Bearer realm="callback-numbers"';
    switch (code) {
        case 'NO_CREDENTIAL':
            return { 'www-authenticate': realm };
        case 'INVALID_CREDENTIAL':
            return {
                'www-authenticate': `${realm}, error="invalid_token", error_description="${message.replaceAll('"', "'")}"`
            };
        default:
            return undefined;
    }
}
