import { connectToOrg, createCallbackNumberService } from '../service/index.ts';
import { BenchOrg } from './orgProcess.ts';
import { orgConfig } from './orgConfig.ts';

/**
 * Ready with 10,000 numbers, 10,000 agents and 100,000 assignments: how long, how much heap, how
 * many requests. The heap is all that the process uses then, after garbage collection.
 */
const org = await BenchOrg.start({
    numbers: 10_000,
    agents: 10_000,
    assignments: 100_000,
    prefixRules: 100,
    contacts: 0,
    fieldRules: 0,
    dialEntries: 0
});
const connection = await connectToOrg(orgConfig(org.ready));
await org.reset();
globalThis.gc?.();
const started = Date.now();
const service = await createCallbackNumberService({ connection });
const seconds = (Date.now() - started) / 1000;
globalThis.gc?.();
const heap = process.memoryUsage().heapUsed / 1024 / 1024;
const { apiCalls } = await org.counts();
const { assignments } = service.status();
if (assignments !== 100_000) {
    throw new Error(`Loaded ${assignments} assignments of 100,000.`);
}
await service.close();
await org.stop();
console.log(
    JSON.stringify({
        load_100k_seconds: seconds,
        load_100k_heap_mb: heap,
        load_100k_api_calls: apiCalls
    })
);
