import type { DirectoryStatus } from '../../types.ts';
import type { RouteContext } from '../routeContext.ts';
import { problemResponses, ref, SERVICE_ONLY, SIGN_IN_PROBLEMS } from '../schemas/sharedSchemas.ts';
import type { Server } from '../server.ts';
import { mustBeService } from '../signIn.ts';

/** A large account takes a while to read. */
const RELOAD_WITHIN_MS = 120_000;

export function addDirectoryRoutes(server: Server, { service, signIn }: RouteContext): void {
    server.post(
        '/v1/directory/reload',
        {
            schema: {
                tags: ['operation'],
                operationId: 'reloadDirectory',
                summary: 'Read numbers, agents, rules and policies anew, now',
                description: 'Needs a service credential with scope admin.',
                security: SERVICE_ONLY,
                response: {
                    200: ref<DirectoryStatus>('DirectoryStatus'),
                    ...problemResponses(
                        ...SIGN_IN_PROBLEMS,
                        'SERVICE_CREDENTIAL_ONLY',
                        'ORG_REFUSED',
                        'ORG_UNREACHABLE',
                        'TOOK_TOO_LONG'
                    )
                }
            },
            onRequest: signIn,
            config: { answerWithinMs: RELOAD_WITHIN_MS }
        },
        async (request) => {
            mustBeService(request.caller, 'admin');
            return service.reload('asked over HTTP');
        }
    );
}
