import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import type { Authenticator, Caller, Scope } from '../../auth/caller.ts';
import { SignInError } from '../../auth/signInError.ts';
import type { MemoryOrg } from '../../memory/memoryOrg.ts';
import { memoryPorts } from '../../memory/ports.ts';
import { createService, type WatchedService } from '../../useCases/createService.ts';
import { createWords } from '../../words.ts';
import { createLogger } from '../logging.ts';
import { buildServer, type Server, type ServerOptions } from '../server.ts';
import { ADA, BEN, createTestOrg } from './testOrg.ts';

/** Headers of callers as the tests name them. */
export const AS = {
    backEnd: { authorization: 'Bearer back-end' },
    deciderOnly: { authorization: 'Bearer decider' },
    adminOnly: { authorization: 'Bearer admin' },
    ada: { authorization: 'Bearer ada' },
    ben: { authorization: 'Bearer ben' },
    nobody: {},
    stranger: { authorization: 'Bearer stranger' }
} as const;

const service = (...scopes: Scope[]): Caller => ({
    kind: 'service',
    subject: 'pbx',
    scopes: new Set(scopes)
});
const CALLERS: Readonly<Record<string, Caller>> = {
    'Bearer back-end': service('decide', 'admin'),
    'Bearer decider': service('decide'),
    'Bearer admin': service('admin'),
    'Bearer ada': { kind: 'agent', agentId: ADA },
    'Bearer ben': { kind: 'agent', agentId: BEN }
};

/** Who is who is decided by name here; how credentials are checked is tested in auth/. */
export const byName: Authenticator = {
    authenticate(authorization) {
        if (authorization === undefined) {
            throw new SignInError('NO_CREDENTIAL', 'Send a credential.');
        }
        if (authorization === 'Bearer org-away') {
            return Promise.reject(new SignInError('SIGN_IN_UNAVAILABLE', 'Try again.'));
        }
        const caller = CALLERS[authorization];
        if (caller === undefined) {
            throw new SignInError('INVALID_CREDENTIAL', 'Not a good token.');
        }
        return caller;
    }
};

export interface TestServer {
    readonly server: Server;
    readonly service: WatchedService;
    readonly org: MemoryOrg;
    /** Everything logged so far, as text. */
    logText(): string;
    /** Waits until the log contains this text. */
    logged(part: string): Promise<void>;
    logLines(): Record<string, unknown>[];
    close(): Promise<void>;
}

export async function startTestServer(
    options: Partial<ServerOptions> & { prepare?: (server: Server) => void } = {}
): Promise<TestServer> {
    const { prepare, ...more } = options;
    const org = createTestOrg();
    const words = createWords();
    const service = await createService({
        ports: memoryPorts(org),
        words: (decision, directory) => words.reasonOf(decision, directory),
        gatherMs: 0
    });
    const captured = new PassThrough();
    let text = '';
    captured.on('data', (chunk) => {
        text += String(chunk);
        captured.emit('more');
    });
    const fullNumbers = more.fullNumbers ?? false;
    const server = buildServer({
        service,
        auth: byName,
        logger: createLogger({ level: 'debug', fullNumbers }, captured),
        metricSources: {
            logQueue: () => service.log.waiting,
            logRefused: () => service.log.refused
        },
        ...more
    });
    prepare?.(server);
    await server.ready();
    return {
        server,
        service,
        org,
        logText: () => text,
        async logged(part) {
            while (!text.includes(part)) {
                await once(captured, 'more');
            }
        },
        logLines: () =>
            text
                .split('\n')
                .filter((line) => line !== '')
                .map((line) => JSON.parse(line) as Record<string, unknown>),
        async close() {
            await server.close();
            await service.close();
        }
    };
}
