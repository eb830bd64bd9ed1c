import { Type } from 'typebox';
import { sameId } from '../../auth/caller.ts';
import { HttpProblem } from '../../http/problem.ts';
import { BODY_PROBLEMS, problemResponses, ref } from '../../http/schemas/sharedSchemas.ts';
import type { Server } from '../../http/server.ts';
import type { AgentNumbers } from '../../types.ts';
import type { DialAnswer } from '../dials.ts';
import { NothingSchema, type SoftphoneDialBody } from '../schemas.ts';
import { COMMON_PROBLEMS, SOFTPHONE_SESSION, type SoftphoneContext } from './context.ts';

/** What a signed-in agent does with the softphone. */
export function addDialRoutes(server: Server, context: SoftphoneContext): void {
    const { dials, metrics, service, signedIn } = context;
    const common = { tags: ['softphone'], security: SOFTPHONE_SESSION };

    server.post(
        '/softphone/dials',
        {
            schema: {
                ...common,
                operationId: 'dial',
                summary: 'Decide which number is presented, log it, and start the call',
                description:
                    'A blocked call is a normal answer. Without telephony the answer says decisionOnly.',
                body: ref<SoftphoneDialBody>('SoftphoneDial'),
                response: {
                    200: ref<DialAnswer>('DialAnswer'),
                    ...problemResponses(
                        ...BODY_PROBLEMS,
                        'NO_SESSION',
                        ...COMMON_PROBLEMS,
                        'OTHER_AGENT',
                        'CHOICE_EXPIRED',
                        'CHOICE_FOR_ANOTHER_CALL',
                        'CHOICE_USED',
                        'ENTRY_NOT_TAKEN',
                        'ENTRY_FOR_ANOTHER_CALL',
                        'ENTRY_OUTSIDE_HOURS',
                        'DIAL_KEY_USED',
                        'INVALID_DIAL',
                        'CALL_OVER',
                        'CALLER_ID_REFUSED',
                        'NUMBER_REFUSED',
                        'TELEPHONY_BUSY',
                        'CALL_NOT_STARTED',
                        'NOT_READY',
                        'ORG_UNREACHABLE',
                        'TOOK_TOO_LONG'
                    )
                }
            },
            onRequest: signedIn
        },
        async (request) => {
            const { agentId: asks, ...dial } = request.body;
            const { agentId } = request.session;
            if (asks !== undefined && !sameId(asks, agentId)) {
                throw new HttpProblem(
                    'OTHER_AGENT',
                    'Another agent is signed in to this softphone. Sign in again.'
                );
            }
            const answer = await dials.dial(agentId, dial);
            request.told = answer;
            metrics.decided(answer);
            return answer;
        }
    );

    server.post(
        '/softphone/default',
        {
            schema: {
                ...common,
                operationId: 'readOwnDefault',
                summary: "Read the signed-in agent's default anew",
                description:
                    'After the agent changed it on a page in Salesforce. Nothing the page says is believed: Salesforce is asked.',
                body: NothingSchema,
                response: {
                    204: Type.Null({ description: 'The next decision knows it.' }),
                    ...problemResponses(
                        ...BODY_PROBLEMS,
                        'NO_SESSION',
                        ...COMMON_PROBLEMS,
                        'UNKNOWN_AGENT',
                        'NOT_READY',
                        'ORG_REFUSED',
                        'ORG_UNREACHABLE',
                        'TOOK_TOO_LONG'
                    )
                }
            },
            onRequest: signedIn
        },
        async (request, reply) => {
            await service.refreshDefault(request.session.agentId);
            return reply.code(204).send(null);
        }
    );

    server.get(
        '/softphone/numbers',
        {
            schema: {
                ...common,
                operationId: 'ownCallbackNumbers',
                summary: 'Numbers the signed-in agent may present, and the defaults',
                response: {
                    200: ref<AgentNumbers>('AgentNumbers'),
                    ...problemResponses(
                        'NO_SESSION',
                        ...COMMON_PROBLEMS,
                        'UNKNOWN_AGENT',
                        'NOT_READY'
                    )
                }
            },
            onRequest: signedIn
        },
        async (request) => service.availableNumbers(request.session.agentId)
    );
}
