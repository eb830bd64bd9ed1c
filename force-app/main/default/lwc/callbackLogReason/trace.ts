import { isStep } from 'c/callbackReason';
import type { TraceStep } from 'c/callbackResolver';

/** The chain of reasons as the log kept it. */
export type KeptTrace =
    | {
          readonly kind: 'steps';
          readonly steps: readonly TraceStep[];
          /** How many steps before the last one did not fit. */
          readonly leftOut: number;
      }
    | { readonly kind: 'none' }
    /** Cut off, or in words that this version does not know. */
    | { readonly kind: 'unreadable'; readonly text: string };

export function traceOf(text: string | undefined): KeptTrace {
    if (!text) {
        return { kind: 'none' };
    }
    const entries = parsed(text);
    const steps = entries?.filter((entry) => !isLeftOut(entry));
    return steps && steps.length > 0 && steps.every(isStep)
        ? {
              kind: 'steps',
              steps,
              leftOut: entries!.filter(isLeftOut).reduce((sum, { count }) => sum + count, 0)
          }
        : { kind: 'unreadable', text };
}

/** What numbers and rules the steps speak of. */
export function idsIn(steps: readonly TraceStep[]): {
    readonly numberIds: readonly string[];
    readonly ruleIds: readonly string[];
} {
    return {
        numberIds: distinct(steps.flatMap((step) => ('numberId' in step ? [step.numberId] : []))),
        ruleIds: distinct(steps.flatMap((step) => ('ruleId' in step ? [step.ruleId] : [])))
    };
}

/** Stands for the steps in the middle of a very long chain. */
interface LeftOut {
    readonly code: 'STEPS_LEFT_OUT';
    readonly count: number;
}

function isLeftOut(entry: unknown): entry is LeftOut {
    return (entry as Partial<LeftOut> | null)?.code === 'STEPS_LEFT_OUT';
}

function parsed(text: string): readonly unknown[] | undefined {
    try {
        const value: unknown = JSON.parse(text);
        return Array.isArray(value) ? value : undefined;
    } catch {
        return undefined;
    }
}

function distinct(ids: readonly string[]): readonly string[] {
    return [...new Set(ids)];
}
