import type { Decision, Dial, Directory, RuleId } from '#resolver';
import type { DecisionAnswer, RuleRef } from '../types.ts';

/** One sentence for people: why this number, or why none. */
export type ReasonWords = (decision: Decision, directory: Directory) => string;

export interface Answering {
    readonly dial: Dial;
    readonly dialKey: string;
    readonly directory: Directory;
    readonly decision: Decision;
    /** Milliseconds since 1970. */
    readonly decidedAt: number;
    readonly words: ReasonWords;
}

/**
 * The decision with the names behind its ids. Written out twice and without a spread: this runs
 * for every call, and spreading took longer than deciding. What is undefined stays out of JSON.
 */
export function answerOf(answering: Answering): DecisionAnswer {
    const { dial, dialKey, directory, decision, words } = answering;
    const decidedAt = new Date(answering.decidedAt).toISOString();
    const reason = words(decision, directory);
    const rule = decision.ruleId && ruleRef(directory, decision.ruleId);
    const { agentId, channel, number: dialedNumber } = dial;
    const { outcome, trace } = decision;
    if (outcome === 'presented') {
        const callbackNumber = directory.numbers.get(decision.numberId)!;
        const { source } = decision;
        return {
            dialKey,
            agentId,
            channel,
            dialedNumber,
            decidedAt,
            outcome,
            callbackNumber,
            source,
            rule,
            reason,
            trace
        };
    }
    const { errorCode, message } = decision;
    return {
        dialKey,
        agentId,
        channel,
        dialedNumber,
        decidedAt,
        outcome,
        errorCode,
        message,
        rule,
        reason,
        trace
    };
}

function ruleRef(directory: Directory, id: RuleId): RuleRef {
    return { id, name: directory.rules.get(id)?.name ?? id };
}
