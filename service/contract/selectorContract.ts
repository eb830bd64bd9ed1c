import { describe, expect, it } from 'vitest';
import type { Dial, DialListId, RuleId } from '#resolver';
import { MISSING_ENTRY, nextNumber, NOT_THERE, type Contract } from './contractHelp.ts';
import { SELECTOR_LIMIT_MS, type SelectorSketch } from './world.ts';

export function selectorContract(the: Contract): void {
    describe('A selector', () => {
        /** Undefined where the org is not ours to put logic into; then the answer stays unknown. */
        async function ask(name: string, says?: SelectorSketch) {
            if (says && !the.world.addSelector) {
                return undefined;
            }
            if (says) {
                the.world.addSelector?.(name, says);
            }
            const [fact] = await the.ports.selector.select([requestTo(name)]);
            return fact;
        }
        const requestTo = (selector: string, number = '+4930901820') => ({
            ruleId: 'a07000000000001AAA' as RuleId,
            selector,
            dial: {
                agentId: the.world.agentId,
                channel: 'connect',
                number,
                recordId: NOT_THERE,
                objectApiName: 'Contact',
                dialEntryId: MISSING_ENTRY,
                dialListId: 'a05000000000001AAA' as DialListId
            } satisfies Dial
        });
        const needsOwnOrg = (fact: unknown) => fact ?? expect.anything();

        it('picks a number, or none', async () => {
            const number = nextNumber();
            const picked = await ask('flow:Picks', () => ({ status: 'answered', number }));
            const none = await ask('apex:PicksNone', () => ({ status: 'answered', number: null }));
            expect(needsOwnOrg(picked)).toEqual({ status: 'answered', number });
            expect(needsOwnOrg(none)).toEqual({ status: 'answered', number: null });
        });

        it('is told everything about the dial', async () => {
            let told: unknown;
            await ask('flow:Listens', (dial) => {
                told = { ...dial };
                return { status: 'answered', number: null };
            });
            expect(needsOwnOrg(told)).toMatchObject({
                agentId: the.world.agentId,
                number: '+4930901820',
                recordId: NOT_THERE,
                objectApiName: 'Contact',
                dialEntryId: MISSING_ENTRY,
                dialListId: 'a05000000000001AAA'
            });
        });

        it('refuses a call in its own words', async () => {
            const refused = { status: 'refused', message: 'Do not call this customer.' } as const;
            expect(needsOwnOrg(await ask('apex:Refuses', () => refused))).toEqual(refused);
        });

        it('that fails, or is not there, is a failed call', async () => {
            const failed = { status: 'failed', reason: 'CALL_FAILED' } as const;
            const thrower = await ask('apex:Fails', () => failed);
            expect(needsOwnOrg(thrower)).toMatchObject({ status: 'failed' });
            for (const name of ['flow:No_Such_Flow', 'apex:', 'quick:Action', '../../query']) {
                expect(await ask(name), name).toEqual(failed);
            }
        });

        it('answers each of many dials, also where it fails for some', async () => {
            if (!the.world.addSelector) {
                expect(the.world.cutOff).toBeUndefined();
                return;
            }
            the.world.addSelector('flow:EachByItself', ({ number }) =>
                number === '+4930901821'
                    ? { status: 'failed', reason: 'CALL_FAILED' }
                    : { status: 'answered', number: number ?? null }
            );
            const requests = [
                requestTo('flow:EachByItself', '+4930901820'),
                requestTo('flow:EachByItself', '+4930901821'),
                requestTo('flow:No_Such_Flow'),
                requestTo('flow:EachByItself', '+4930901822')
            ];
            expect(await the.ports.selector.select(requests)).toEqual([
                { status: 'answered', number: '+4930901820' },
                { status: 'failed', reason: 'CALL_FAILED' },
                { status: 'failed', reason: 'CALL_FAILED' },
                { status: 'answered', number: '+4930901822' }
            ]);
            expect(await the.ports.selector.select([])).toEqual([]);
        });

        it('that takes too long is not waited for', async () => {
            let done: () => void = () => undefined;
            const endless = new Promise<void>((resolve) => (done = resolve));
            const started = performance.now();
            const fact = await ask('flow:Sleeps', async () => {
                await endless;
                return { status: 'answered', number: null };
            });
            const took = performance.now() - started;
            done();
            expect(needsOwnOrg(fact)).toEqual({ status: 'failed', reason: 'TIMED_OUT' });
            expect(took).toBeLessThan(SELECTOR_LIMIT_MS * 10);
        });
    });
}
