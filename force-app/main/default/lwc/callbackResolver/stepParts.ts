import type { TraceStep } from './codes';
import type { AutomatedChannel, NumberId, RuleId } from './types';

/** How ids and codes inside a step are told in words; the words themselves are labels at the edge. */
export interface Telling {
    rule(id: RuleId): string;
    number(id: NumberId): string;
    channel(channel: AutomatedChannel): string;
    reason(code: string): string;
}

/**
 * What stands for `{0}`, `{1}` and `{2}` in the label of a step. One order for all labels: rule,
 * number, channel, count, reason, a selector's own message.
 */
export function stepParts(step: TraceStep, tell: Telling): readonly string[] {
    const parts: string[] = [];
    if ('ruleId' in step) {
        parts.push(tell.rule(step.ruleId));
    }
    if ('numberId' in step) {
        parts.push(tell.number(step.numberId));
    }
    if ('number' in step) {
        parts.push(step.number);
    }
    if ('channel' in step) {
        parts.push(tell.channel(step.channel));
    }
    if ('count' in step) {
        parts.push(String(step.count));
    }
    if ('reason' in step) {
        parts.push(tell.reason(step.reason));
    }
    if ('message' in step) {
        parts.push(step.message);
    }
    return parts;
}
