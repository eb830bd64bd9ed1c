import { createAuthenticator } from '../service/auth/authenticator.ts';
import { createServiceCredentials } from '../service/auth/serviceCredential.ts';
import { AUDIENCE, ISSUER, testKeys } from '../service/auth/testKeys.ts';
import type { DialBody } from '../service/http/schemas/dialSchema.ts';
import { ref } from '../service/http/schemas/sharedSchemas.ts';
import { buildServer, type Server } from '../service/http/server.ts';
import { signIn } from '../service/http/signIn.ts';
import { createCallbackNumberService, type DecisionAnswer } from '../service/index.ts';
import { MemoryOrg } from '../service/memory/memoryOrg.ts';
import { memoryPorts } from '../service/memory/ports.ts';
import { AGENT, numbersToDial, prefixWorld } from './prefixWorld.ts';

/**
 * Child process: the HTTP service among 10,000 prefix rules, and beside it a route with the same
 * sign-in and the same schemas that does nothing but answer.
 */
const rows = prefixWorld(10_000);
const keys = await testKeys();
const auth = createAuthenticator({
    serviceCredentials: createServiceCredentials({
        issuer: ISSUER,
        audience: AUDIENCE,
        algorithms: ['EdDSA'],
        keys: { kind: 'pem', pem: keys.publicPem }
    })
});
const ports = memoryPorts(new MemoryOrg(rows));
// Written lines are of no interest here and would only fill the memory.
const log = {
    ...ports.log,
    write: async (records: readonly unknown[]) =>
        records.map(() => ({ status: 'written' as const }))
};
const service = await createCallbackNumberService({ ports: { ...ports, log } });
const server = buildServer({ service, auth });
const [number] = numbersToDial(rows, 1);
const dial: DialBody = { agentId: AGENT, channel: 'clickToDial', number };
const answer = await service.explain(dial as DialBody & { agentId: string });

server.register(async (routes: Server) => {
    routes.post(
        '/noop',
        {
            schema: {
                body: ref<DialBody>('Dial'),
                response: { 200: ref<DecisionAnswer>('Decision') },
                hide: true
            },
            onRequest: signIn(auth)
        },
        async () => answer
    );
});
const url = await server.listen({ host: '127.0.0.1', port: 0 });
process.on('disconnect', () => void server.close().then(() => service.close()));
process.send!({ url, token: await keys.sign({}), body: JSON.stringify(dial) });
