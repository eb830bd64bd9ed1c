import type { TraceStep } from '#resolver';

/** Length of `Trace__c`. */
const LONGEST = 131_072;

/**
 * The trace as JSON, always whole: where many rules were asked and it would be too long, steps in
 * the middle are left out and counted. The last step is the one that decided.
 */
export function traceText(trace: readonly TraceStep[], longest = LONGEST): string {
    const text = JSON.stringify(trace);
    if (text.length <= longest) {
        return text;
    }
    const steps = trace.map((step) => JSON.stringify(step));
    const last = steps.pop()!;
    const leftOut = (count: number) => `{"code":"STEPS_LEFT_OUT","count":${count}}`;
    const brackets = 4;
    let room = longest - last.length - leftOut(steps.length).length - brackets;
    let kept = 0;
    while (kept < steps.length && steps[kept].length + 1 <= room) {
        room -= steps[kept++].length + 1;
    }
    return `[${[...steps.slice(0, kept), leftOut(steps.length - kept), last].join(',')}]`;
}
