import { PROBLEMS, problemPath, type ProblemCode } from './problemTable.ts';

export interface FieldError {
    /** Path of the field, such as `number` or `dials.0.channel`. */
    readonly field: string;
    readonly message: string;
}

/** RFC 9457, with a code for programs and the fields that are wrong. */
export interface Problem {
    readonly type: string;
    readonly title: string;
    readonly status: number;
    readonly code: string;
    readonly detail: string;
    readonly instance: string;
    readonly errors?: readonly FieldError[];
}

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** A problem as it is found, before it belongs to a request. */
export class HttpProblem extends Error {
    readonly code: ProblemCode;
    readonly errors?: readonly FieldError[];
    readonly headers?: Readonly<Record<string, string>>;

    constructor(
        code: ProblemCode,
        detail: string,
        more: {
            errors?: readonly FieldError[];
            headers?: Readonly<Record<string, string>>;
            cause?: unknown;
        } = {}
    ) {
        super(detail, { cause: more.cause });
        this.name = 'HttpProblem';
        this.code = code;
        this.errors = more.errors;
        this.headers = more.headers;
    }

    get status(): number {
        return PROBLEMS[this.code].status;
    }

    /** As it is sent in answer to one request. */
    for(requestId: string): Problem {
        const { status, title } = PROBLEMS[this.code];
        return {
            type: problemPath(this.code),
            title,
            status,
            code: this.code,
            detail: this.message,
            instance: requestId,
            ...(this.errors && { errors: this.errors })
        };
    }
}

/** One field that is wrong. */
export function fieldProblem(code: ProblemCode, field: string, message: string): HttpProblem {
    return new HttpProblem(code, `${field} ${message}.`, { errors: [{ field, message }] });
}
