import type { Directory, TraceStep } from '#resolver';
import type { TraceNames } from '../types.ts';

/** What the ids in a trace are called, each once; what has gone from the directory is left out. */
export function namesIn(trace: readonly TraceStep[], directory: Directory): TraceNames {
    const numberIds = trace.flatMap((step) => ('numberId' in step ? [step.numberId] : []));
    const ruleIds = trace.flatMap((step) => ('ruleId' in step ? [step.ruleId] : []));
    return {
        numbers: [...new Set(numberIds)].flatMap((id) => directory.numbers.get(id) ?? []),
        rules: [...new Set(ruleIds)].flatMap((id) => {
            const rule = directory.rules.get(id);
            return rule ? [{ id, name: rule.name }] : [];
        })
    };
}
