import type { DecisionAnswer } from '../../types.ts';
import type { RouteContext } from '../routeContext.ts';
import type { DialBody } from '../schemas/dialSchema.ts';
import {
    ANYONE_SIGNED_IN,
    BODY_PROBLEMS,
    problemResponses,
    ref,
    SIGN_IN_PROBLEMS
} from '../schemas/sharedSchemas.ts';
import type { Server } from '../server.ts';
import { dialOf } from '../signIn.ts';

/** One dial: decided and logged, or decided only. */
export function addDecisionRoutes(server: Server, context: RouteContext): void {
    const { service, metrics, signIn } = context;
    const schema = {
        tags: ['decisions'],
        security: ANYONE_SIGNED_IN,
        body: ref<DialBody>('Dial'),
        response: {
            200: ref<DecisionAnswer>('Decision'),
            ...problemResponses(
                ...BODY_PROBLEMS,
                ...SIGN_IN_PROBLEMS,
                'OTHER_AGENT',
                'INVALID_DIAL',
                'ORG_UNREACHABLE',
                'TOOK_TOO_LONG'
            )
        }
    };

    server.post(
        '/v1/decisions',
        {
            schema: {
                ...schema,
                operationId: 'decide',
                summary: 'Decide which number is presented, and log it',
                description:
                    'A blocked call is a normal answer: status 200 with outcome "blocked". The answer does not wait for the log.'
            },
            onRequest: signIn
        },
        async (request) => {
            const answer = await service.decide(dialOf(request.caller, request.body));
            request.told = answer;
            metrics.decided(answer);
            return answer;
        }
    );

    server.post(
        '/v1/decisions/explain',
        {
            schema: {
                ...schema,
                operationId: 'explain',
                summary: 'Decide without logging: what would be presented, and why'
            },
            onRequest: signIn
        },
        async (request) => {
            const answer = await service.explain(dialOf(request.caller, request.body));
            request.told = answer;
            return answer;
        }
    );
}
