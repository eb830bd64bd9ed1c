import { describe, expect, it } from 'vitest';
import { MISSING_ENTRY, type Contract } from './contractHelp.ts';
import { ENTRY_PHONE, RUN } from './world.ts';

export function entryReaderContract(the: Contract): void {
    describe('The entry reader', () => {
        it('knows whom an entry calls, and who has it in progress', async () => {
            const dialListId = await the.world.addDialList(`Worked ${RUN}`);
            const recordId = await the.world.addContact({ lastName: 'Obi' });
            const { agentId } = the.world;
            const taken = await the.world.addDialEntry(dialListId, { agentId, recordId });
            expect(await the.ports.entries.read(taken)).toEqual({
                dialListId,
                phone: ENTRY_PHONE,
                recordId,
                agentId
            });
        });

        it('knows when the people on the list of an entry may be called', async () => {
            const hours = {
                timeZone: 'Europe/London',
                from: '09:00:00.000Z',
                until: '17:30:00.000Z'
            };
            const dialListId = await the.world.addDialList(`Hours ${RUN}`, undefined, hours);
            const entry = await the.world.addDialEntry(dialListId);
            expect((await the.ports.entries.read(entry))?.hours).toEqual(hours);
        });

        it('names no agent for an entry that nobody has in progress', async () => {
            const dialListId = await the.world.addDialList(`Waiting ${RUN}`);
            const waiting = await the.world.addDialEntry(dialListId);
            expect(await the.ports.entries.read(waiting)).toEqual({
                dialListId,
                phone: ENTRY_PHONE
            });
        });

        it('knows nothing of an entry that is not there', async () => {
            expect(await the.ports.entries.read(MISSING_ENTRY)).toBeUndefined();
        });
    });
}
