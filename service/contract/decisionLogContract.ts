import { describe, expect, it } from 'vitest';
import type { Decision } from '#resolver';
import type { DecisionRecord } from '../ports.ts';
import { byId, NOT_THERE, STRANGER, type Contract } from './contractHelp.ts';
import { RUN } from './world.ts';

export function decisionLogContract(the: Contract): void {
    describe('The log', () => {
        const presented = async (): Promise<Decision> => {
            const numberId = await the.addNumber();
            const { numbers: found } = await the.load();
            const { number } = byId(found, numberId)!;
            const base = { priority: 7, active: true, channel: 'any', numberId } as const;
            const ruleId = await the.world.addRule({
                ...base,
                type: 'numberPrefix',
                name: `Log ${RUN}`,
                prefix: '+49'
            });
            const trace = [{ code: 'RULE_USED', ruleId, numberId }] as const;
            return { outcome: 'presented', numberId, number, source: 'rule', ruleId, trace };
        };
        const blocked: Decision = {
            outcome: 'blocked',
            errorCode: 'UNKNOWN_AGENT',
            trace: [{ code: 'AGENT_UNKNOWN' }]
        };
        let lines = 0;
        const record = (more: Partial<DecisionRecord>): DecisionRecord => ({
            dialKey: `${the.world.agentId}:${RUN}-${++lines}`,
            agentId: the.world.agentId,
            agentKnown: true,
            channel: 'clickToDial',
            dialedNumber: '+4930901820',
            decision: blocked,
            decidedAt: Date.parse('2026-11-22T09:30:00Z'),
            ...more
        });

        it('takes a presented decision with all that there is to say about it', async () => {
            const decision = await presented();
            const line = record({ decision, recordId: NOT_THERE });

            expect(await the.ports.log.write([line])).toEqual([{ status: 'written' }]);

            expect(await the.world.logged(line.dialKey)).toEqual({
                agentId: the.world.agentId,
                channel: 'clickToDial',
                dialedNumber: '+4930901820',
                outcome: 'presented',
                presentedNumber: decision.outcome === 'presented' && decision.number,
                source: 'rule',
                ruleId: decision.ruleId,
                errorCode: null,
                telephonyReason: null,
                trace: decision.trace,
                decidedAt: line.decidedAt
            });
        });

        it('takes a blocked decision about somebody who is not a user', async () => {
            const line = record({ agentId: STRANGER, agentKnown: false, channel: 'manual' });
            expect(await the.ports.log.write([line])).toEqual([{ status: 'written' }]);
            expect(await the.world.logged(line.dialKey)).toMatchObject({
                agentId: null,
                channel: 'manual',
                outcome: 'blocked',
                errorCode: 'UNKNOWN_AGENT',
                presentedNumber: null,
                source: null
            });
        });

        it('says of the same line that the telephony did not make the call, and why', async () => {
            const line = record({ decision: await presented() });
            await the.ports.log.write([line]);
            const refusal = { code: 'CALLER_ID_REFUSED', reason: `Not verified ${RUN}` } as const;
            expect(await the.ports.log.write([{ ...line, refusal }])).toEqual([
                { status: 'written' }
            ]);
            const { presentedNumber, ...refused } = (await the.world.logged(line.dialKey))!;
            expect(presentedNumber).toMatch(/^\+/);
            expect(refused).toMatchObject({
                outcome: 'refused',
                source: 'rule',
                errorCode: refusal.code,
                telephonyReason: refusal.reason
            });
            await the.ports.log.write([line]);
            expect(await the.world.logged(line.dialKey)).toMatchObject({
                outcome: 'presented',
                errorCode: null,
                telephonyReason: null
            });
        });

        it('keeps one line for one key: the last one', async () => {
            const first = record({ decision: await presented() });
            await the.ports.log.write([first]);
            await the.ports.log.write([{ ...first, decision: blocked, dialedNumber: '999' }]);
            expect(await the.world.logged(first.dialKey)).toMatchObject({
                outcome: 'blocked',
                dialedNumber: '999',
                presentedNumber: null,
                ruleId: null
            });
        });

        it('tells keys apart by case', async () => {
            const keys = ['a', 'A'].map((letter) => `${the.world.agentId}:${RUN}-case-${letter}`);
            const outcomes = await the.ports.log.write(
                keys.map((dialKey, i) => record({ dialKey, dialedNumber: String(i) }))
            );
            expect(outcomes).toEqual([{ status: 'written' }, { status: 'written' }]);
            expect((await the.world.logged(keys[0]))?.dialedNumber).toBe('0');
            expect((await the.world.logged(keys[1]))?.dialedNumber).toBe('1');
        });

        it('takes a whole batch at once', async () => {
            const batch = Array.from({ length: the.ports.log.batchSize }, () => record({}));
            const outcomes = await the.ports.log.write(batch);
            expect(outcomes.filter(({ status }) => status === 'written')).toHaveLength(200);
            for (const line of [batch[0], batch[199]]) {
                expect(await the.world.logged(line.dialKey)).toBeDefined();
            }
        });

        it('takes nothing without complaint', async () => {
            expect(await the.ports.log.write([])).toEqual([]);
        });
    });
}
