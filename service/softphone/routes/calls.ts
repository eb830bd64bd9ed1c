import { Type } from 'typebox';
import { HttpProblem } from '../../http/problem.ts';
import { PROBLEMS } from '../../http/problemTable.ts';
import { problemResponses, ref } from '../../http/schemas/sharedSchemas.ts';
import { visibleKey } from '../../http/schemas/texts.ts';
import type { Server } from '../../http/server.ts';
import type { CallProgress } from '../../telephony/placedCalls.ts';
import { CallRefused } from '../../telephony/port.ts';
import { COMMON_PROBLEMS, SOFTPHONE_SESSION, type SoftphoneContext } from './context.ts';

const CallPath = Type.Object({
    dialKey: visibleKey({ description: 'Dial key of the call.', examples: ['5a3f7c1e'] })
});

/** Calls that the signed-in agent has placed: how far they are, and their end. */
export function addCallRoutes(server: Server, { calls, signedIn }: SoftphoneContext): void {
    const common = { tags: ['softphone'], security: SOFTPHONE_SESSION, params: CallPath };

    server.get(
        '/softphone/calls/:dialKey',
        {
            schema: {
                ...common,
                operationId: 'callProgress',
                summary: 'How far a call of the signed-in agent has come',
                response: {
                    200: ref<CallProgress>('CallProgress'),
                    ...problemResponses('NO_SESSION', ...COMMON_PROBLEMS, 'CALL_OVER')
                }
            },
            onRequest: signedIn
        },
        async (request) => {
            const progress = calls?.progress(request.session.agentId, request.params.dialKey);
            if (progress === undefined) {
                throw new HttpProblem('CALL_OVER', PROBLEMS.CALL_OVER.remedy);
            }
            return progress;
        }
    );

    server.post(
        '/softphone/calls/:dialKey/end',
        {
            schema: {
                ...common,
                operationId: 'endCall',
                summary: 'Hang up a call of the signed-in agent',
                description: 'A call that is over already stays so.',
                response: {
                    204: Type.Null({ description: 'The telephony was told, or it is over.' }),
                    ...problemResponses('NO_SESSION', ...COMMON_PROBLEMS, 'CALL_NOT_ENDED')
                }
            },
            onRequest: signedIn
        },
        async (request, reply) => {
            try {
                await calls?.end(request.session.agentId, request.params.dialKey);
            } catch (error) {
                throw new HttpProblem(
                    'CALL_NOT_ENDED',
                    error instanceof CallRefused ? error.reason : PROBLEMS.CALL_NOT_ENDED.remedy,
                    { cause: error }
                );
            }
            return reply.code(204).send(null);
        }
    );
}
