import type { NumberId, RuleId, TraceStep } from 'c/callbackResolver';
import { CHANNELS, REASONS, STEPS } from './labels';

/** What ids are called; ids that are not known stand for themselves. */
export interface Names {
    readonly numbers?: ReadonlyMap<NumberId, { readonly label: string; readonly number: string }>;
    readonly rules?: ReadonlyMap<RuleId, { readonly name: string }>;
}

export type Verdict = 'used' | 'passedOver' | 'blocked';

/** One sentence for one step, its placeholders filled. */
export function sentenceOf(step: TraceStep, names: Names): string {
    const parts = partsOf(step, names);
    return STEPS[step.code].replace(/\{(\d)\}/g, (whole, at) => parts[Number(at)] ?? whole);
}

/** The parts of a sentence in the order of the labels: rule, number, channel or count, reason. */
function partsOf(step: TraceStep, names: Names): string[] {
    const parts: string[] = [];
    if ('ruleId' in step) {
        parts.push(names.rules?.get(step.ruleId)?.name ?? step.ruleId);
    }
    if ('numberId' in step) {
        const number = names.numbers?.get(step.numberId);
        parts.push(number ? `${number.label} (${number.number})` : step.numberId);
    }
    if ('number' in step) {
        parts.push(step.number);
    }
    if ('channel' in step) {
        parts.push(CHANNELS[step.channel]);
    }
    if ('count' in step) {
        parts.push(String(step.count));
    }
    if ('reason' in step) {
        parts.push(REASONS[step.reason] ?? step.reason);
    }
    if ('message' in step) {
        parts.push(step.message);
    }
    return parts;
}

/** Every step but the last was passed over; the last one decided, for a number or against one. */
export function verdictOf(step: TraceStep, isLast: boolean): Verdict {
    if (!isLast) {
        return 'passedOver';
    }
    return step.code.endsWith('_USED') ? 'used' : 'blocked';
}
