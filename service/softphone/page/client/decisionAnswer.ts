import type {
    CallbackNumber,
    Decision,
    ErrorCode,
    Rule,
    RuleId,
    Source,
    TraceStep
} from '#resolver';
import type { DialAnswer } from './types.ts';

/** What the service answers to a dial: its decision, and what the ids in it are called. */
interface Body {
    readonly outcome?: 'presented' | 'blocked';
    readonly source?: Source;
    readonly errorCode?: ErrorCode;
    readonly message?: string;
    readonly trace?: readonly TraceStep[];
    readonly callbackNumber?: CallbackNumber;
    readonly rule?: { readonly id: RuleId; readonly name: string };
    readonly names?: {
        readonly numbers?: readonly CallbackNumber[];
        readonly rules?: readonly { readonly id: RuleId; readonly name: string }[];
    };
    readonly call?: { readonly status?: string };
}

/**
 * The answer as components know decisions. One that presents, but no number, is broken: the service
 * counts as away, because a number that is not there must not be made up.
 */
export function decisionOf(answer: object): DialAnswer {
    const body = answer as Body;
    const { callbackNumber, rule, names, call } = body;
    const common = { trace: body.trace ?? [], ...(rule && { ruleId: rule.id }) };
    let decision: Decision;
    if (body.outcome === 'presented' && callbackNumber?.number && body.source) {
        const { id: numberId, number } = callbackNumber;
        decision = { ...common, outcome: 'presented', numberId, number, source: body.source };
    } else if (body.outcome === 'blocked' && body.errorCode) {
        const { errorCode, message } = body;
        decision = { ...common, outcome: 'blocked', errorCode, ...(message && { message }) };
    } else {
        return { kind: 'away' };
    }
    const numbers = [...(names?.numbers ?? []), ...(callbackNumber ? [callbackNumber] : [])];
    const rules = [...(names?.rules ?? []), ...(rule ? [rule] : [])];
    return {
        kind: 'decided',
        decision,
        names: {
            numbers: new Map(numbers.map((one) => [one.id, one])),
            // Components ask a rule for its name only.
            rules: new Map(rules.map((one) => [one.id, one as Rule]))
        },
        call:
            call?.status === 'started' || call?.status === 'expected' ? call.status : 'decisionOnly'
    };
}
