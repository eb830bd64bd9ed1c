import { HttpProblem } from '../problem.ts';
import type { RouteContext } from '../routeContext.ts';
import { HealthSchema } from '../schemas/directorySchemas.ts';
import { problemResponses } from '../schemas/sharedSchemas.ts';
import type { Server } from '../server.ts';

export function addHealthRoutes(server: Server, { service }: RouteContext): void {
    server.get(
        '/healthz',
        {
            schema: {
                tags: ['operation'],
                operationId: 'alive',
                summary: 'Whether the process is alive',
                response: { 200: HealthSchema }
            }
        },
        async () => ({ status: 'ok' })
    );

    server.get(
        '/readyz',
        {
            schema: {
                tags: ['operation'],
                operationId: 'ready',
                summary: 'Whether decisions can be made: the directory is loaded',
                response: {
                    200: HealthSchema,
                    ...problemResponses('NOT_READY', 'SHUTTING_DOWN')
                }
            }
        },
        async () => {
            try {
                return { status: 'ready', loadedAt: service.status().loadedAt };
            } catch (error) {
                throw new HttpProblem('NOT_READY', 'The directory has not been loaded yet.', {
                    cause: error
                });
            }
        }
    );
}
