import { formatted } from 'c/callbackNumberText';
import { stepParts, type NumberId, type RuleId, type TraceStep } from 'c/callbackResolver';
import { CHANNELS, REASONS, STEPS } from './labels';

/** What ids are called; ids that are not known stand for themselves. */
export interface Names {
    readonly numbers?: ReadonlyMap<NumberId, { readonly label: string; readonly number: string }>;
    readonly rules?: ReadonlyMap<RuleId, { readonly name: string }>;
}

export type Verdict = 'used' | 'passedOver' | 'blocked';

/** Whether there are words for it: steps come from the log, too, and may be of another version. */
export function isStep(value: unknown): value is TraceStep {
    const code = (value as Partial<TraceStep> | null)?.code;
    return code !== undefined && Object.hasOwn(STEPS, code);
}

/** One sentence for one step, its placeholders filled. */
export function sentenceOf(step: TraceStep, names: Names): string {
    const parts = stepParts(step, {
        rule: (id) => names.rules?.get(id)?.name ?? id,
        number: (id) => {
            const number = names.numbers?.get(id);
            return number ? `${number.label} (${onOneLine(number.number)})` : id;
        },
        channel: (channel) => CHANNELS[channel],
        reason: (code) => REASONS[code] ?? code
    });
    return STEPS[step.code].replace(/\{(\d)\}/g, (whole, at) => parts[Number(at)] ?? whole);
}

function onOneLine(number: string): string {
    return formatted(number).replaceAll(' ', '\u00a0');
}

/** Every step but the last was passed over; the last one decided, for a number or against one. */
export function verdictOf(step: TraceStep, isLast: boolean): Verdict {
    if (!isLast) {
        return 'passedOver';
    }
    return step.code.endsWith('_USED') ? 'used' : 'blocked';
}
