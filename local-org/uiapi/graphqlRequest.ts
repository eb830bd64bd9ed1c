import {
    executeSync,
    GraphQLError,
    parse,
    specifiedRules,
    validate,
    type DocumentNode,
    type ExecutionResult
} from 'graphql';
import { graphqlSchema } from './graphqlSchema.ts';
import { hiddenNames } from './hiddenNames.ts';
import type { ErrorType, UiApiContext } from './requestContext.ts';

/** Words and signs of a request: more is no query but an attack. */
const MOST_TOKENS = 50_000;

export interface GraphqlRequest {
    readonly query: string;
    readonly variables: Readonly<Record<string, unknown>>;
    readonly operationName?: string;
}

/** Salesforce's representation of an error; `path` is the standard's own name for `paths`. */
export interface UiApiError {
    readonly message: string;
    readonly locations: readonly { readonly line: number; readonly column: number }[];
    readonly paths: readonly (string | number)[];
    readonly path?: readonly (string | number)[];
    readonly extensions: { readonly ErrorType: ErrorType };
}

export interface GraphqlAnswer {
    readonly data: unknown;
    readonly errors: readonly UiApiError[];
}

export function answerGraphql(
    { query, variables, operationName }: GraphqlRequest,
    context: Omit<UiApiContext, 'variables'>
): GraphqlAnswer {
    const schema = graphqlSchema(context.engine.schema);
    let document: DocumentNode;
    try {
        document = parse(query, { maxTokens: MOST_TOKENS });
    } catch (error) {
        if (error instanceof GraphQLError) return refused([error], 'InvalidSyntax');
        throw error;
    }
    const rules = [...specifiedRules, hiddenNames(context.session)];
    const invalid = validate(schema, document, rules);
    if (invalid.length > 0) return refused(invalid, 'ValidationError');
    const result = executeSync({
        schema,
        document,
        variableValues: variables,
        operationName: operationName ?? null,
        contextValue: { ...context, variables } satisfies UiApiContext
    });
    return answerOf(result);
}

function answerOf({ data, errors = [] }: ExecutionResult): GraphqlAnswer {
    for (const { originalError, extensions } of errors) {
        // Not a refusal but a defect of the local org: it must not look like an answer.
        if (originalError && extensions.ErrorType === undefined) throw originalError;
    }
    // Without data nothing was run: the variables do not fit, or no operation has that name.
    const otherwise = data === undefined ? 'ValidationError' : 'DataFetchingException';
    return { data: data ?? null, errors: errors.map((error) => shown(error, otherwise)) };
}

function refused(errors: readonly GraphQLError[], type: ErrorType): GraphqlAnswer {
    return { data: null, errors: errors.map((error) => shown(error, type)) };
}

function shown(error: GraphQLError, otherwise: ErrorType): UiApiError {
    return {
        message: error.message,
        locations: error.locations ?? [],
        paths: error.path ?? [],
        ...(error.path && { path: error.path }),
        extensions: { ErrorType: (error.extensions.ErrorType as ErrorType) ?? otherwise }
    };
}
