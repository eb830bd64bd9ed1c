import { Type } from 'typebox';
import { PROBLEM_TYPE } from '../problem.ts';
import { PROBLEMS, type ProblemCode } from '../problemTable.ts';
import type { Server } from '../server.ts';
import { AgentNumbersSchema, DefaultNumberSchema } from './agentSchemas.ts';
import {
    BatchSchema,
    DecisionLineSchema,
    ProblemLineSchema,
    ProgressLineSchema,
    SummaryLineSchema
} from './batchSchemas.ts';
import {
    CallbackNumberSchema,
    DecisionSchema,
    PolicySchema,
    TraceStepSchema
} from './decisionSchema.ts';
import { DialSchema } from './dialSchema.ts';
import { DirectoryStatusSchema } from './directorySchemas.ts';
import { PhoneAnswerSchema, PhoneCallSchema } from './phoneSchemas.ts';
import { ProblemSchema } from './problemSchema.ts';

/** Everything with a name of its own in the OpenAPI document. */
export function addSchemas(server: Server): void {
    for (const schema of [
        PolicySchema,
        CallbackNumberSchema,
        TraceStepSchema,
        DialSchema,
        DecisionSchema,
        ProblemSchema,
        DefaultNumberSchema,
        AgentNumbersSchema,
        DirectoryStatusSchema,
        BatchSchema,
        DecisionLineSchema,
        ProblemLineSchema,
        ProgressLineSchema,
        SummaryLineSchema,
        PhoneCallSchema,
        PhoneAnswerSchema
    ]) {
        server.addSchema(schema);
    }
}

/** A reference to a shared schema, with the type of what it describes. */
export function ref<T>(name: string) {
    return Type.Unsafe<T>(Type.Ref(`${name}#`));
}

const PROBLEM_REF = Type.Ref('Problem#');

/** The problems a route may answer with, grouped by status as OpenAPI wants them. */
export function problemResponses(...codes: readonly ProblemCode[]) {
    const byStatus = new Map<number, string[]>();
    for (const code of codes) {
        const { status, title } = PROBLEMS[code];
        byStatus.set(status, [...(byStatus.get(status) ?? []), `${code}: ${title}`]);
    }
    return Object.fromEntries(
        [...byStatus].map(([status, lines]) => [
            status,
            {
                description: lines.join('; '),
                content: { [PROBLEM_TYPE.split(';')[0]]: { schema: PROBLEM_REF } }
            }
        ])
    );
}

/** Problems of every route with a credential. */
export const SIGN_IN_PROBLEMS = [
    'NO_CREDENTIAL',
    'INVALID_CREDENTIAL',
    'MISSING_SCOPE',
    'SIGN_IN_UNAVAILABLE',
    'INTERNAL'
] as const satisfies readonly ProblemCode[];

/** Problems of every route with a body. */
export const BODY_PROBLEMS = [
    'INVALID_REQUEST',
    'MALFORMED_JSON',
    'REQUEST_TIMEOUT',
    'BODY_TOO_LARGE',
    'UNSUPPORTED_MEDIA_TYPE'
] as const satisfies readonly ProblemCode[];

type Security = readonly Readonly<Record<string, readonly string[]>>[];

export const ANYONE_SIGNED_IN: Security = [{ serviceCredential: [] }, { agentToken: [] }];
export const SERVICE_ONLY: Security = [{ serviceCredential: [] }];
