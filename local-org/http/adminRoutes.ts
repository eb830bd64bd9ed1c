import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Faults } from './faults.ts';
import { readFaultSettings } from './faultSettings.ts';
import type { RequestCounter } from './requestCounter.ts';
import { isObject } from './requestBody.ts';

/**
 * `/__local`: switches and counters for tests and development, and a stand-in for the login form.
 * Only for programs on this machine: it answers nobody else, and no page in a browser.
 */

export interface AdminContext {
    readonly requests: RequestCounter;
    readonly faults: Faults;
    /** @throws Error for an unknown or inactive user */
    readonly signIn: (username: string, clientId?: string) => unknown;
}

class AdminRefusal extends Error {
    readonly statusCode: number;

    constructor(statusCode: number, message: string) {
        super(message);
        this.statusCode = statusCode;
    }
}

export async function adminRoutes(app: FastifyInstance, context: AdminContext): Promise<void> {
    const { requests, faults, signIn } = context;

    app.removeContentTypeParser('text/plain');
    app.addHook('onRequest', (request, _reply, done) => {
        done(refusalOf(request));
    });
    app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
        const status = error.statusCode ?? 500;
        if (status >= 500) request.log.error(error);
        return reply.status(status).send({ error: error.message });
    });

    app.get('/__local/health', () => ({ status: 'ok' }));
    app.get('/__local/counters', () => requests.snapshot());
    app.delete('/__local/counters', (_request, reply) => {
        requests.reset();
        return reply.status(204).send();
    });
    app.get('/__local/faults', () => faults.current);
    app.put('/__local/faults', (request) => {
        orRefuse(() => faults.set(readFaultSettings(request.body)));
        return faults.current;
    });
    app.delete('/__local/faults', (_request, reply) => {
        faults.clear();
        return reply.status(204).send();
    });
    app.post('/__local/sessions', (request, reply) => {
        const { username, clientId } = isObject(request.body) ? request.body : {};
        if (typeof username !== 'string') {
            throw new AdminRefusal(400, 'Name the user: {"username": "…"}');
        }
        const session = orRefuse(() =>
            signIn(username, typeof clientId === 'string' ? clientId : undefined)
        );
        return reply.status(201).header('cache-control', 'no-store').send(session);
    });
}

function orRefuse<T>(work: () => T): T {
    try {
        return work();
    } catch (error) {
        throw new AdminRefusal(400, error instanceof Error ? error.message : String(error));
    }
}

const LOOPBACK_ADDRESS = /^(?:::1|(?:::ffff:)?127(?:\.\d{1,3}){3})$/;
const LOOPBACK_HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;

/**
 * The Host header keeps out a page whose name was made to point at this machine; the header of our
 * own keeps out forms and simple requests, which a page may send anywhere without being asked.
 */
function refusalOf(request: FastifyRequest): AdminRefusal | undefined {
    const { host = '', origin, 'x-local-org': marker } = request.headers;
    if (!LOOPBACK_ADDRESS.test(request.socket.remoteAddress ?? '') || !LOOPBACK_HOST.test(host)) {
        return new AdminRefusal(403, 'Only for programs on the machine of the local org');
    }
    if (origin !== undefined) return new AdminRefusal(403, 'Not for pages in a browser');
    if (marker !== '1' && request.routeOptions.url !== '/__local/health') {
        return new AdminRefusal(403, 'Send the header x-local-org: 1');
    }
    return undefined;
}
