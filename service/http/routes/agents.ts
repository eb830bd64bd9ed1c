import type { AgentNumbers } from '../../types.ts';
import type { RouteContext } from '../routeContext.ts';
import { AgentParamsSchema, type DefaultNumberBody } from '../schemas/agentSchemas.ts';
import {
    ANYONE_SIGNED_IN,
    BODY_PROBLEMS,
    problemResponses,
    ref,
    SIGN_IN_PROBLEMS
} from '../schemas/sharedSchemas.ts';
import type { Server } from '../server.ts';
import { agentOfPath } from '../signIn.ts';

/** What an agent may present, and their own default. */
export function addAgentRoutes(server: Server, { service, signIn }: RouteContext): void {
    const schema = {
        tags: ['agents'],
        security: ANYONE_SIGNED_IN,
        params: AgentParamsSchema
    };

    server.get(
        '/v1/agents/:id/callback-numbers',
        {
            schema: {
                ...schema,
                operationId: 'callbackNumbers',
                summary: 'Numbers an agent may present, and the defaults',
                response: {
                    200: ref<AgentNumbers>('AgentNumbers'),
                    ...problemResponses(
                        'INVALID_REQUEST',
                        ...SIGN_IN_PROBLEMS,
                        'OTHER_AGENT',
                        'UNKNOWN_AGENT',
                        'ORG_UNREACHABLE'
                    )
                }
            },
            onRequest: signIn
        },
        async (request) => service.availableNumbers(agentOfPath(request.caller, request.params.id))
    );

    server.put(
        '/v1/agents/:id/default-callback-number',
        {
            schema: {
                ...schema,
                operationId: 'setDefaultCallbackNumber',
                summary: "Set or clear the agent's own default",
                body: ref<DefaultNumberBody>('DefaultNumber'),
                response: {
                    200: ref<AgentNumbers>('AgentNumbers'),
                    ...problemResponses(
                        ...BODY_PROBLEMS,
                        ...SIGN_IN_PROBLEMS,
                        'OTHER_AGENT',
                        'UNKNOWN_AGENT',
                        'NUMBER_NOT_CONFIGURED',
                        'NUMBER_NOT_AVAILABLE',
                        'ORG_REFUSED',
                        'ORG_UNREACHABLE',
                        'TOOK_TOO_LONG'
                    )
                }
            },
            onRequest: signIn
        },
        async (request) =>
            service.setDefault(agentOfPath(request.caller, request.params.id), request.body.number)
    );
}
