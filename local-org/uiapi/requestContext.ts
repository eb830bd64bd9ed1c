import { GraphQLError } from 'graphql';
import { OrgError } from '../engine/orgError.ts';
import type { OrgEngine, OrgSession } from '../engine/types.ts';

/** What resolvers know of the request they answer. */
export interface UiApiContext {
    readonly engine: OrgEngine;
    readonly session: OrgSession;
    /** As sent, with the order of keys, which coercion loses. */
    readonly variables: Readonly<Record<string, unknown>>;
}

/** Salesforce's classes of errors, in `extensions.ErrorType`. */
export type ErrorType =
    | 'InvalidSyntax'
    | 'ValidationError'
    | 'DataFetchingException'
    | 'OperationNotSupported'
    | 'ExecutionAborted';

export function uiApiError(message: string, errorType: ErrorType, cause?: Error): GraphQLError {
    return new GraphQLError(message, {
        extensions: { ErrorType: errorType },
        originalError: cause ?? null
    });
}

/** A refusal of the org as an error of the field that asked; defects pass through. */
export function asFieldError<T>(work: () => T): T {
    try {
        return work();
    } catch (error) {
        if (error instanceof OrgError) {
            throw uiApiError(error.message, 'DataFetchingException', error);
        }
        throw error;
    }
}
