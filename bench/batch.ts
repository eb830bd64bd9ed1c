import { connectToOrg, createCallbackNumberService, type DialRequest } from '../service/index.ts';
import { orgConfig } from './orgConfig.ts';
import { BenchOrg } from './orgProcess.ts';

/** A whole dial list of 100,000 entries; only the entry is named, so each list has to be looked up. */
const ENTRIES = 100_000;
const org = await BenchOrg.start({
    numbers: 200,
    agents: 100,
    assignments: 0,
    prefixRules: 100,
    contacts: 0,
    fieldRules: 0,
    dialEntries: ENTRIES
});
const { agentIds, dialEntryIds } = org.ready;
const connection = await connectToOrg(orgConfig(org.ready));
const service = await createCallbackNumberService({ connection });
await org.reset();

const started = Date.now();
let presented = 0;
for await (const answer of service.decideAll(dials())) {
    if ('outcome' in answer && answer.outcome === 'presented' && answer.source === 'rule') {
        presented++;
    }
}
const seconds = (Date.now() - started) / 1000;
if (presented !== ENTRIES) {
    throw new Error(`Only ${presented} of ${ENTRIES} entries were decided by the rule.`);
}
await service.flush();
const { apiCalls, byKind } = await org.counts();
await service.close();
await org.stop();
console.log(
    JSON.stringify({
        batch_per_second: Math.round(ENTRIES / seconds),
        batch_api_calls: apiCalls - (byKind['collection:upsert'] ?? 0)
    })
);

function* dials(): Generator<DialRequest> {
    for (const [i, dialEntryId] of dialEntryIds.entries()) {
        yield {
            agentId: agentIds[i % agentIds.length],
            channel: 'connect',
            number: `+4930${1_000_000 + i}`,
            dialEntryId
        };
    }
}
