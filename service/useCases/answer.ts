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

/** The decision with the names behind its ids. */
export function answerOf(answering: Answering): DecisionAnswer {
    const { dial, dialKey, directory, decision, decidedAt, words } = answering;
    const answer = {
        dialKey,
        agentId: dial.agentId,
        channel: dial.channel,
        dialedNumber: dial.number,
        decidedAt: new Date(decidedAt).toISOString(),
        reason: words(decision, directory),
        trace: decision.trace,
        // Undefined stays out of JSON; spreading it in would cost more than the decision.
        rule: decision.ruleId && ruleRef(directory, decision.ruleId)
    };
    return decision.outcome === 'presented'
        ? {
              ...answer,
              outcome: 'presented',
              callbackNumber: directory.numbers.get(decision.numberId)!,
              source: decision.source
          }
        : {
              ...answer,
              outcome: 'blocked',
              errorCode: decision.errorCode,
              ...(decision.message !== undefined && { message: decision.message })
          };
}

function ruleRef(directory: Directory, id: RuleId): RuleRef {
    return { id, name: directory.rules.get(id)?.name ?? id };
}
