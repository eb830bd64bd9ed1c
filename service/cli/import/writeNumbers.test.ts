import type { Connection } from 'jsforce';
import { describe, expect, it } from 'vitest';
import { writeNumbers } from './writeNumbers.ts';

/** An org that refuses and goes away as a test wants it. */
function orgThat(answers: (rows: readonly { Number__c: string }[]) => unknown): Connection {
    const sobject = () => ({
        upsert: async (rows: readonly { Number__c: string }[]) => answers(rows)
    });
    return { sobject } as unknown as Connection;
}

const rows = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
        row: at + 2,
        label: `Desk ${at}`,
        number: `+4420794${10_000 + at}`
    }));

describe('writing imported numbers', () => {
    it('tells row and column of what Salesforce refuses, and counts the rest', async () => {
        const org = orgThat((batch) =>
            batch.map((_, at) =>
                at === 1
                    ? {
                          success: false,
                          errors: [{ message: 'Label: data value too large', fields: ['Name'] }]
                      }
                    : { success: true, created: at === 0 }
            )
        );
        expect(await writeNumbers(org, rows(3), () => undefined)).toEqual({
            created: 1,
            updated: 1,
            refused: [{ row: 3, column: 'Label', problem: 'Label: data value too large' }]
        });
    });

    it('says how far it came when the org goes away, and that it can be run again', async () => {
        let requests = 0;
        const org = orgThat((batch) => {
            requests += 1;
            if (requests === 2) {
                throw new Error('socket hang up');
            }
            return batch.map(() => ({ success: true, created: true }));
        });
        const done: number[] = [];
        await expect(writeNumbers(org, rows(450), (count) => done.push(count))).rejects.toThrow(
            /After 200 rows \(run it again.*socket hang up/
        );
        expect(done).toEqual([200]);
    });
});
