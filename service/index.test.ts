import { Connection } from 'jsforce';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createCallbackNumberService } from './index.ts';
import { MemoryOrg } from './memory/memoryOrg.ts';
import { memoryPorts } from './memory/ports.ts';

afterEach(() => {
    vi.restoreAllMocks();
});

describe('The library', () => {
    it('does not take a connection with the old default version of jsforce', async () => {
        const connection = new Connection({ instanceUrl: 'http://127.0.0.1:1', accessToken: 'x' });
        await expect(createCallbackNumberService({ connection })).rejects.toThrow(
            /version 50\.0.*version: '66\.0'/
        );
    });

    it('says it where nobody listens, when a decision is lost', async () => {
        const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
        const org = new MemoryOrg();
        const service = await createCallbackNumberService({
            ports: memoryPorts(org),
            gatherMs: 1,
            closeWithinMs: 100
        });
        org.outage = 'The org is away.';
        await service.decide({
            agentId: '005000000000001AAA',
            channel: 'manual',
            number: '+442079460018',
            dialKey: 'k'
        });
        await service.close();
        const messages = warned.mock.calls.map(([message]) => String(message));
        expect(messages).toEqual(
            expect.arrayContaining([
                expect.stringContaining('The org is away.'),
                expect.stringMatching(/^Decision 005000000000001AAA:k is not logged: /)
            ])
        );
        expect(messages.join()).not.toContain('+442079460018');
    });
});
