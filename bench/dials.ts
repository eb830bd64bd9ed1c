import { Connection } from 'jsforce';
import { connectToOrg, createCallbackNumberService, type DialRequest } from '../service/index.ts';
import { median } from './measure.ts';
import { naiveDecide } from './naive.ts';
import { orgConfig } from './orgConfig.ts';
import { BenchOrg } from './orgProcess.ts';

/** What a dial costs the org, and how long it takes compared with asking the org for everything. */
const DIALS = 1_000;
const TOGETHER = 200;
const NAIVE_DIALS = 40;
/** Each request to the org while the two ways are compared; a real org is rarely quicker. */
const ORG_LATENCY_MS = 25;

const org = await BenchOrg.start({
    numbers: 200,
    agents: 100,
    assignments: 1_000,
    prefixRules: 100,
    contacts: TOGETHER,
    fieldRules: 20,
    dialEntries: 0
});
const { agentIds, contactIds } = org.ready;
const connection = await connectToOrg(orgConfig(org.ready));
const service = await createCallbackNumberService({ connection });

const prefixDial = (i: number): DialRequest => ({
    agentId: agentIds[i % agentIds.length],
    channel: 'clickToDial',
    number: `+4420${100 + (i % 100)}79460`
});
const fieldDial = (i: number): DialRequest => ({
    agentId: agentIds[i % agentIds.length],
    channel: 'clickToDial',
    number: '+4930901820',
    recordId: contactIds[i % contactIds.length]
});

await service.flush();
await org.reset();
for (let i = 0; i < DIALS; i++) {
    await service.decide(prefixDial(i));
}
await service.flush();
const prefixCounts = (await org.counts()).byKind;
const logCalls = prefixCounts['collection:upsert'] ?? 0;
const prefixCalls = Object.values(prefixCounts).reduce((sum, count) => sum + count, 0) - logCalls;

// The first dial with a record field asks the org which fields there are; that is not repeated.
await service.explain(fieldDial(0));
await org.reset();
const together = await Promise.all(
    Array.from({ length: TOGETHER }, (_, i) => service.explain(fieldDial(i)))
);
if (!together.every((answer) => answer.outcome === 'presented' && answer.source === 'rule')) {
    throw new Error('The field rules did not decide.');
}
const fieldCalls = (await org.counts()).apiCalls;

const naive = new Connection({
    instanceUrl: connection.instanceUrl,
    accessToken: connection.accessToken!,
    version: '66.0'
});
await org.answerAfter(ORG_LATENCY_MS);
await org.reset();
const ratios: number[] = [];
for (let i = 0; i < NAIVE_DIALS; i++) {
    const dial = fieldDial(i);
    const naiveTook = await time(() => naiveDecide(naive, dial));
    ratios.push((await time(() => service.explain(dial))) / naiveTook);
}
const naiveCalls = (await org.counts()).apiCalls - NAIVE_DIALS;

await service.close();
await org.stop();
console.log(
    JSON.stringify({
        api_calls_per_dial_prefix: prefixCalls / DIALS,
        log_calls_per_1000_dials: (logCalls / DIALS) * 1_000,
        api_calls_per_200_field_dials: fieldCalls,
        naive_api_calls_per_dial: naiveCalls / NAIVE_DIALS,
        latency_vs_naive: median(ratios)
    })
);

async function time(work: () => Promise<unknown>): Promise<number> {
    const start = process.hrtime.bigint();
    await work();
    return Number(process.hrtime.bigint() - start);
}
