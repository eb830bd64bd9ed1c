import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ndjsonDials, type NdjsonLine } from '../batch/ndjsonDials.ts';
import { decideBatch, type BatchLine } from '../batch/decideBatch.ts';
import type { JsonReader } from '../jsonBody.ts';
import { refuseEncoded } from '../jsonBody.ts';
import { HttpProblem } from '../problem.ts';
import type { RouteContext } from '../routeContext.ts';
import {
    ANYONE_SIGNED_IN,
    BODY_PROBLEMS,
    problemResponses,
    ref,
    SIGN_IN_PROBLEMS
} from '../schemas/sharedSchemas.ts';
import type { Server } from '../server.ts';
import { dialOf, mustHaveScope } from '../signIn.ts';
import { problemOfValidation } from '../validationErrors.ts';
import type { DialBody } from '../schemas/dialSchema.ts';

export const NDJSON = 'application/x-ndjson';

interface BatchRouteContext extends RouteContext {
    readonly readJson: JsonReader;
    /** Batches under way at once. */
    readonly most: number;
}

const BODY_BYTES = 5 * 1024 * 1024;
const BATCH_WITHIN_MS = 3_600_000;
/** Lines are sent together up to about this many characters. */
const SENT_TOGETHER = 16_384;

const DIAL = { $ref: 'Dial#' };
const LINE_SCHEMAS = {
    decision: { $ref: 'DecisionLine#' },
    problem: { $ref: 'ProblemLine#' },
    progress: { $ref: 'ProgressLine#' },
    summary: { $ref: 'SummaryLine#' }
};

/** Many dials: read, decided and answered as a stream, so that size costs no memory. */
export function addBatchRoute(server: Server, context: BatchRouteContext): void {
    const { service, metrics, signIn, readJson, most } = context;
    let underWay = 0;

    server.register(async (scope: Server) => {
        scope.addContentTypeParser(NDJSON, (request, payload, done) => {
            try {
                refuseEncoded(request);
                done(
                    null,
                    ndjsonDials(payload, (text) => readJson(text, request))
                );
            } catch (error) {
                done(error as Error);
            }
        });

        scope.post(
            '/v1/decisions/batch',
            {
                schema: {
                    tags: ['decisions'],
                    operationId: 'decideBatch',
                    summary: 'Decide and log many dials',
                    description:
                        'Takes {"dials":[…]} up to 10,000, or one dial a line (application/x-ndjson, 64 KB a line) as a stream that is sent within five minutes. Answers one line a dial in the same order, with a progress line every 1,000, and a summary as the last line: without it the batch broke off.',
                    security: ANYONE_SIGNED_IN,
                    consumes: ['application/json', NDJSON],
                    body: {
                        content: {
                            'application/json': { schema: ref<{ dials: unknown[] }>('Batch') },
                            [NDJSON]: { schema: { description: 'One dial a line.' } }
                        }
                    },
                    response: {
                        200: {
                            description: 'One JSON object a line.',
                            content: {
                                [NDJSON]: { schema: { oneOf: Object.values(LINE_SCHEMAS) } }
                            }
                        },
                        ...problemResponses(
                            ...BODY_PROBLEMS,
                            ...SIGN_IN_PROBLEMS,
                            'TOO_MANY_BATCHES',
                            'ORG_UNREACHABLE'
                        )
                    }
                },
                onRequest: signIn,
                bodyLimit: BODY_BYTES,
                // For the answer to begin; its stream may take as long as the batch is.
                config: { answerWithinMs: BATCH_WITHIN_MS },
                handlerTimeout: BATCH_WITHIN_MS
            },
            (request, reply) => {
                mustHaveScope(request.caller, 'decide');
                service.status();
                if (underWay >= most) {
                    throw new HttpProblem(
                        'TOO_MANY_BATCHES',
                        `${most} batches are being decided already.`
                    );
                }
                underWay += 1;
                const lines = decideBatch({
                    ...inputOf(request.body as BatchBody),
                    service,
                    requestId: request.id,
                    toDial: (value) => dialOf(request.caller, checked(request, value)),
                    onDecision: metrics.decided,
                    onProblem: metrics.undecided,
                    onEnd: (summary) => {
                        underWay -= 1;
                        request.told = { ...summary, type: undefined };
                        if (reply.raw.destroyed && !request.raw.aborted) {
                            // Everything had arrived, so no hook tells of it.
                            request.log.info(request.told, 'client went away');
                        }
                    }
                });
                return reply.type(NDJSON).send(Readable.from(together(lines, reply)));
            }
        );
    });
}

type BatchBody = { readonly dials: readonly unknown[] } | AsyncIterable<NdjsonLine>;

function inputOf(body: BatchBody): { items: AsyncIterable<NdjsonLine>; total?: number } {
    return 'dials' in body
        ? { items: linesOf(body.dials), total: body.dials.length }
        : { items: body };
}

async function* linesOf(dials: readonly unknown[]): AsyncGenerator<NdjsonLine> {
    for (const value of dials) {
        yield { value };
    }
}

/** @throws HttpProblem INVALID_REQUEST naming the field */
function checked(request: FastifyRequest, value: unknown): DialBody {
    const validate = request.getValidationFunction(DIAL) ?? request.compileValidationSchema(DIAL);
    if (!validate(value)) {
        throw problemOfValidation(validate.errors ?? [], 'dial');
    }
    return value as DialBody;
}

async function* together(
    lines: AsyncIterable<BatchLine>,
    reply: FastifyReply
): AsyncGenerator<string> {
    let text = '';
    for await (const line of lines) {
        const schema = LINE_SCHEMAS[line.type];
        const write =
            reply.getSerializationFunction(schema) ?? reply.compileSerializationSchema(schema);
        text += `${write(line as unknown as Record<string, unknown>)}\n`;
        if (text.length >= SENT_TOGETHER || line.type !== 'decision') {
            yield text;
            text = '';
        }
    }
    if (text !== '') {
        yield text;
    }
}
