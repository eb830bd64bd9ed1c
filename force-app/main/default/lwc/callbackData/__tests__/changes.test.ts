import type { GraphQLResult } from 'lightning/graphql';
import { ChangeWatch } from 'c/callbackData';
import { AGENT } from '../../../../../test/agentAnswers';

/** What each look finds, and whether it asks for a reading. */
async function readingsAfter(watch: ChangeWatch, traces: readonly string[]): Promise<boolean[]> {
    const readings: boolean[] = [];
    await traces.reduce(async (before, trace) => {
        await before;
        readings.push(await watch.mayHaveChanged(async () => ({ data: { trace } })));
    }, Promise.resolve());
    return readings;
}

describe('Looking for changes', () => {
    it('asks for a reading until the same was seen before two of them', async () => {
        const looks = ['A', 'A', 'A', 'A', 'B', 'B', 'B'];
        expect(await readingsAfter(new ChangeWatch(AGENT), looks)).toEqual([
            true,
            true,
            false,
            false,
            true,
            true,
            false
        ]);
    });

    it('asks for readings anew after one that failed', async () => {
        const watch = new ChangeWatch(AGENT);
        await readingsAfter(watch, ['A', 'A', 'A']);
        watch.forget();
        expect(await readingsAfter(watch, ['A', 'A', 'A'])).toEqual([true, true, false]);
    });

    it('is about the agent, and fails with what the org says', async () => {
        const errors = [{ message: 'The org is away.' }];
        const ask = jest.fn(async (): Promise<GraphQLResult> => ({ errors }));
        await expect(new ChangeWatch(AGENT).mayHaveChanged(ask)).rejects.toBe(errors);
        expect(ask).toHaveBeenCalledWith(
            expect.objectContaining({
                step: 'changes',
                variables: { agentId: AGENT, agentKey: AGENT }
            })
        );
    });
});
