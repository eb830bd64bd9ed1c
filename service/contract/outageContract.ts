import { describe, expect, it } from 'vitest';
import type { DecisionRecord } from '../ports.ts';
import { contact, type Contract } from './contractHelp.ts';
import { RUN } from './world.ts';

export function outageContract(the: Contract): void {
    describe('An org that cannot be reached', () => {
        it('is an error to loading, to preferences and to who works an entry, and a fact to everything else', async () => {
            const contactId = await the.world.addContact({ lastName: 'Away' });
            const entryId = await the.world.addDialEntry(
                await the.world.addDialList(`Away ${RUN}`)
            );
            const line: DecisionRecord = {
                dialKey: `${the.world.agentId}:${RUN}-away`,
                agentId: the.world.agentId,
                agentKnown: true,
                channel: 'manual',
                dialedNumber: '999',
                decision: {
                    outcome: 'blocked',
                    errorCode: 'NO_PRINCIPAL_NUMBER',
                    trace: [{ code: 'PRINCIPAL_NOT_SET' }]
                },
                decidedAt: 0
            };
            if (!the.world.cutOff) {
                // Nobody cuts off somebody's own org; the embedded one shows that the adapter copes.
                expect(the.world.addSelector).toBeUndefined();
                return;
            }
            const comeBack = the.world.cutOff();
            const away = { code: 'ORG_UNREACHABLE' };
            await expect(the.load()).rejects.toMatchObject(away);
            await expect(the.ports.records.keyPrefixes()).rejects.toMatchObject(away);
            await expect(
                the.ports.preferences.setDefault(the.world.agentId, null)
            ).rejects.toMatchObject(away);
            await expect(the.ports.entries.read(entryId)).rejects.toMatchObject(away);
            expect(await the.ports.records.readFields([contact(contactId, 'LastName')])).toEqual([
                { LastName: { status: 'unreadable', reason: 'READ_FAILED' } }
            ]);
            expect(await the.ports.records.readDialEntries([entryId])).toEqual([
                { status: 'unreadable', reason: 'READ_FAILED' }
            ]);
            expect(await the.ports.log.write([line])).toEqual([
                { status: 'retry', reason: expect.stringMatching(/./) }
            ]);
            comeBack();
            expect(await the.ports.records.readFields([contact(contactId, 'LastName')])).toEqual([
                { LastName: { status: 'read', value: 'Away' } }
            ]);
            expect(await the.ports.log.write([line])).toEqual([{ status: 'written' }]);
        });
    });
}
