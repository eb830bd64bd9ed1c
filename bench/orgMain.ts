import { startLocalOrg } from '../local-org/index.ts';
import { fillOrg } from './fillOrg.ts';
import type { OrgReady, OrgRequest, OrgWorld } from './orgProcess.ts';

/** Child process: an embedded org in memory with the world of its first argument. */
const world = JSON.parse(process.argv[2]) as OrgWorld;
const org = await startLocalOrg({ file: ':memory:' });
const ids = fillOrg(org.engine.systemSession(), world);
process.on('message', (request: OrgRequest) => {
    if (request.ask === 'reset') {
        org.requests.reset();
    }
    if (request.ask === 'latency') {
        org.faults.set({ latencyMs: request.ms });
    }
    process.send!(org.requests.snapshot());
});
process.on('disconnect', () => void org.close().then(() => process.exit(0)));
process.send!({
    url: org.url,
    clientId: org.client.clientId,
    clientSecret: org.client.clientSecret!,
    ...ids
} satisfies OrgReady);
