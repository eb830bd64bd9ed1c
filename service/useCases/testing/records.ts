import type { AgentId } from '#resolver';
import type { DecisionRecord } from '../../ports.ts';

/** A line of the log; the n-th one of its test. */
export function line(n: number, more: Partial<DecisionRecord> = {}): DecisionRecord {
    return {
        dialKey: `005000000000001AAA:${n}`,
        agentId: '005000000000001AAA' as AgentId,
        agentKnown: true,
        channel: 'manual',
        dialedNumber: '999',
        decision: {
            outcome: 'blocked',
            errorCode: 'NO_PRINCIPAL_NUMBER',
            trace: [{ code: 'PRINCIPAL_NOT_SET' }]
        },
        decidedAt: n,
        ...more
    };
}

export function lines(count: number, from = 0): DecisionRecord[] {
    return Array.from({ length: count }, (_, i) => line(from + i));
}
