import { createCallbackNumberService } from '../../index.ts';
import { MemoryOrg } from '../../memory/memoryOrg.ts';
import { memoryPorts } from '../../memory/ports.ts';

/**
 * Decides dial after dial, tells the key of each as soon as its answer is there, and never gets a
 * line into Salesforce. Ends only when it is killed. Argument: the spool file.
 */
const ports = memoryPorts(new MemoryOrg());
const service = await createCallbackNumberService({
    ports: {
        ...ports,
        log: {
            batchSize: 200,
            write: async (records) =>
                records.map(() => ({ status: 'retry', reason: 'SERVER_UNAVAILABLE' }))
        }
    },
    spoolFile: process.argv[2]
});
for (let n = 0; ; n++) {
    const { dialKey } = await service.decide({
        agentId: '005000000000001AAA',
        channel: 'manual',
        number: '999',
        dialKey: `dial-${n}`
    });
    process.stdout.write(`${dialKey}\n`);
    if (n % 100 === 0) {
        // Output goes out, and a kill comes in, between two turns of the event loop.
        await new Promise((resolve) => setImmediate(resolve));
    }
}
