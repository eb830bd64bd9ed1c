import { describe, expect, it } from 'vitest';
import { byId, STRANGER, type Contract } from './contractHelp.ts';

export function preferencesContract(the: Contract): void {
    describe('Preferences', () => {
        const defaultInForce = async () =>
            byId((await the.load()).agents, the.world.agentId)?.defaultNumberId;

        it('are set, set anew and cleared, and the directory has them', async () => {
            const [one, two] = [await the.addNumber(), await the.addNumber()];
            await the.ports.preferences.setDefault(the.world.agentId, one);
            expect(await defaultInForce()).toBe(one);
            expect(await the.ports.preferences.readDefault(the.world.agentId)).toBe(one);
            await the.ports.preferences.setDefault(the.world.agentId, two);
            expect(await defaultInForce()).toBe(two);
            await the.ports.preferences.setDefault(the.world.agentId, null);
            expect(await defaultInForce()).toBeUndefined();
            expect(await the.ports.preferences.readDefault(the.world.agentId)).toBeNull();
        });

        it('of somebody who has none are none', async () => {
            expect(await the.ports.preferences.readDefault(STRANGER)).toBeNull();
        });

        it('of somebody who is not a user are refused', async () => {
            await expect(
                the.ports.preferences.setDefault(STRANGER, await the.addNumber())
            ).rejects.toMatchObject({ code: 'ORG_REFUSED' });
        });
    });
}
