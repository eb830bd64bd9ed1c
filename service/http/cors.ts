import { HttpProblem } from './problem.ts';
import type { Server } from './server.ts';

const METHODS = 'GET, POST, PUT';
const HEADERS = 'authorization, content-type, x-request-id';
const PREFLIGHT_SECONDS = '600';

/**
 * Lets pages of the listed origins call from a browser; without a list no header is ever sent.
 * Credentials travel in the Authorization header, never in cookies, so none are allowed.
 */
export function allowOrigins(server: Server, origins: readonly string[]): void {
    if (origins.length === 0) {
        return;
    }
    const allowed = new Set(origins);
    server.addHook('onRequest', (request, reply, done) => {
        reply.header('vary', 'origin');
        const { origin } = request.headers;
        if (origin === undefined) {
            done();
            return;
        }
        const preflight =
            request.method === 'OPTIONS' &&
            request.headers['access-control-request-method'] !== undefined;
        if (!allowed.has(origin)) {
            done(
                preflight
                    ? new HttpProblem(
                          'ORIGIN_NOT_ALLOWED',
                          'Pages of this origin may not call the service.'
                      )
                    : undefined
            );
            return;
        }
        reply.header('access-control-allow-origin', origin);
        reply.header('access-control-expose-headers', 'x-request-id, retry-after');
        if (!preflight) {
            done();
            return;
        }
        reply
            .code(204)
            .header('access-control-allow-methods', METHODS)
            .header('access-control-allow-headers', HEADERS)
            .header('access-control-max-age', PREFLIGHT_SECONDS)
            .send();
    });
}
