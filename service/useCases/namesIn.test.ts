import { describe, expect, it } from 'vitest';
import type { Directory, NumberId, RuleId, TraceStep } from '#resolver';
import { namesIn } from './namesIn.ts';

const [LONDON, LEEDS, UK, GONE] = ['a01', 'a02', 'r1', 'r2'] as [
    NumberId,
    NumberId,
    RuleId,
    RuleId
];
const directory = {
    numbers: new Map([
        [LONDON, { id: LONDON, label: 'London', number: '+442079460000', active: true }],
        [LEEDS, { id: LEEDS, label: 'Leeds', number: '+441134960000', active: true }]
    ]),
    rules: new Map([[UK, { id: UK, name: 'United Kingdom', priority: 1 }]])
} as unknown as Directory;

describe('The names in a trace', () => {
    it('are those of its numbers and rules, each once', () => {
        const trace = [
            { code: 'THIS_CALL_NOT_GIVEN' },
            { code: 'RULE_OTHER_CHANNEL', ruleId: GONE },
            { code: 'RULE_OTHER_GROUP', ruleId: UK },
            { code: 'RULE_USED', ruleId: UK, numberId: LONDON }
        ] as readonly TraceStep[];
        expect(namesIn(trace, directory)).toEqual({
            numbers: [{ id: LONDON, label: 'London', number: '+442079460000', active: true }],
            rules: [{ id: UK, name: 'United Kingdom' }]
        });
    });
});
