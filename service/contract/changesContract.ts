import { describe, expect, it } from 'vitest';
import type { Contract } from './contractHelp.ts';

/** Resolves with the next thing that is told. */
function nextChange(the: Contract): { heard: Promise<string>; close: () => void } {
    let close = () => undefined as void;
    const heard = new Promise<string>((resolve) => {
        ({ close } = the.ports.changes!.subscribe(resolve));
    });
    return { heard, close };
}

export function changesContract(the: Contract): void {
    describe('A change of the directory', () => {
        it('is told, and what is read after it has the change', async () => {
            const { heard, close } = nextChange(the);
            const numberId = await the.addNumber();
            await heard;
            close();
            expect((await the.load()).numbers.map(({ id }) => id)).toContain(numberId);
        });

        it('is told to nobody who has left', async () => {
            const told: string[] = [];
            the.ports.changes!.subscribe((reason) => told.push(reason)).close();
            const { heard, close } = nextChange(the);
            await the.addNumber();
            await heard;
            close();
            expect(told).toEqual([]);
        });
    });
}
