import { unavailability } from './availability';
import type {
    Decision,
    EffectivePolicy,
    ErrorCode,
    Resolution,
    Source,
    TraceStep,
    Unavailability
} from './codes';
import type { Directory } from './directory';
import type { Agent, Dial, Facts, NumberId, RuleId } from './types';

/** One decision in the making: what is known, and the trace so far. */
export interface Deciding {
    readonly directory: Directory;
    readonly dial: Dial;
    readonly facts: Facts;
    readonly agent: Agent;
    readonly policy: EffectivePolicy;
    readonly trace: TraceStep[];
}

export function whyUnavailable(
    { directory, agent, policy }: Deciding,
    numberId: NumberId
): Unavailability | undefined {
    return unavailability(directory, agent, policy, numberId);
}

/** Only ever called with a number that was found available. */
export function presented(
    { directory, trace }: Deciding,
    numberId: NumberId,
    source: Source,
    ruleId?: RuleId
): Resolution {
    const { number } = directory.numbers.get(numberId)!;
    return decided(
        ruleId === undefined
            ? { outcome: 'presented', numberId, number, source, trace }
            : { outcome: 'presented', numberId, number, source, ruleId, trace }
    );
}

export function blocked(
    { trace }: Deciding,
    errorCode: ErrorCode,
    ruleId?: RuleId,
    message?: string
): Resolution {
    return decided({
        outcome: 'blocked',
        errorCode,
        ...(ruleId !== undefined && { ruleId }),
        ...(message !== undefined && { message }),
        trace
    });
}

export function decided(decision: Decision): Resolution {
    return { status: 'decided', decision };
}
