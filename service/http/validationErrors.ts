import type { FastifySchemaValidationError } from 'fastify/types/schema.js';
import { HttpProblem, type FieldError } from './problem.ts';
import { PATTERN_WORDS } from './schemas/texts.ts';

const MOST_ERRORS = 20;
const LONGEST_FIELD = 100;

/** What the schema found wrong, in words that name the field. */
export function problemOfValidation(
    found: readonly FastifySchemaValidationError[],
    /** `body`, `params`, `querystring` or `headers` */
    part: string
): HttpProblem {
    const errors = fieldErrorsOf(found, part);
    const first = errors[0] ?? { field: part, message: 'is not valid' };
    const more = errors.length > 1 ? ` ${errors.length - 1} more in errors.` : '';
    return new HttpProblem('INVALID_REQUEST', `${first.field} ${first.message}.${more}`, {
        errors: errors.length > 0 ? errors : [first]
    });
}

function fieldErrorsOf(found: readonly FastifySchemaValidationError[], part: string): FieldError[] {
    const byField = new Map<string, string>();
    for (const error of found) {
        const message = wordsOf(error);
        if (message === undefined) {
            continue;
        }
        const field = fieldOf(error, part);
        if (!byField.has(field)) {
            byField.set(field, message);
        }
        if (byField.size === MOST_ERRORS) {
            break;
        }
    }
    return [...byField].map(([field, message]) => ({ field, message }));
}

function fieldOf(error: FastifySchemaValidationError, part: string): string {
    const path = error.instancePath
        .split('/')
        .slice(1)
        .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
    if (error.keyword === 'required') {
        path.push(String(error.params.missingProperty));
    } else if (error.keyword === 'additionalProperties') {
        path.push(String(error.params.additionalProperty));
    }
    return path.length === 0 ? part : path.join('.').slice(0, LONGEST_FIELD);
}

/** Undefined for errors that only repeat what another one says. */
function wordsOf({ keyword, params, message }: FastifySchemaValidationError): string | undefined {
    switch (keyword) {
        case 'required':
            return 'is required';
        case 'additionalProperties':
            return 'is not a known field';
        case 'type':
            return `must be ${TYPE_WORDS[String(params.type)] ?? String(params.type)}`;
        case 'enum':
            return `must be one of ${(params.allowedValues as unknown[]).join(', ')}`;
        case 'minLength':
            return 'must not be empty';
        case 'maxLength':
            return `must be at most ${params.limit} characters`;
        case 'minItems':
            return 'must not be empty';
        case 'maxItems':
            return `must hold at most ${params.limit} items`;
        case 'pattern':
            return PATTERN_WORDS.get(String(params.pattern)) ?? 'has an unexpected form';
        case 'anyOf':
            return undefined;
        default:
            return message ?? 'is not valid';
    }
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
    string: 'text',
    object: 'an object',
    array: 'a list',
    null: 'text or null',
    boolean: 'true or false',
    number: 'a number',
    integer: 'a whole number'
};
