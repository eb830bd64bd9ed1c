import { describe, expect, it } from 'vitest';
import type { RuleId, TraceStep } from '#resolver';
import { traceText } from './traceText.ts';

const passed = (n: number): TraceStep => ({
    code: 'RULE_FIELD_NOT_MATCHED',
    ruleId: `a07${String(n).padStart(12, '0')}AAA` as RuleId
});
const LAST: TraceStep = { code: 'PRINCIPAL_NOT_SET' };

describe('A trace in the log', () => {
    it('is plain JSON', () => {
        expect(JSON.parse(traceText([passed(1), LAST]))).toEqual([passed(1), LAST]);
    });

    it.each([300, 1_000, 5_000])(
        'fits %i characters, stays JSON, and keeps the last step',
        (most) => {
            const trace = [...Array.from({ length: 500 }, (_, n) => passed(n)), LAST];
            const text = traceText(trace, most);
            expect(text.length).toBeLessThanOrEqual(most);
            expect(text.length).toBeGreaterThan(most - 150);
            const steps = JSON.parse(text) as { code: string; count?: number }[];
            expect(steps[0]).toEqual(passed(0));
            expect(steps.at(-1)).toEqual(LAST);
            expect(steps.at(-2)).toEqual({
                code: 'STEPS_LEFT_OUT',
                count: 500 - (steps.length - 2)
            });
        }
    );

    it('fits the field by default', () => {
        const trace = Array.from({ length: 5_000 }, (_, n) => passed(n));
        expect(traceText(trace).length).toBeLessThanOrEqual(131_072);
    });
});
