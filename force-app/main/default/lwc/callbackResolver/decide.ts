import type { Resolution, TraceStep } from './codes';
import { blocked, decided, presented, whyUnavailable, type Deciding } from './deciding';
import type { Directory } from './directory';
import { isAutomated } from './policy';
import { askRules } from './rules';
import type { Dial, Facts } from './types';

const NO_FACTS: Facts = {};
// Steps without any content of their own are shared: a decision allocates only what differs.
const NOT_GIVEN: TraceStep = { code: 'THIS_CALL_NOT_GIVEN' };
const NOT_FOR_MANUAL: TraceStep = { code: 'RULES_NOT_FOR_MANUAL' };
const DEFAULT_NOT_SET: TraceStep = { code: 'AGENT_DEFAULT_NOT_SET' };
const PRINCIPAL_NOT_SET: TraceStep = { code: 'PRINCIPAL_NOT_SET' };

/**
 * Decides, or says what has to be looked up first: then call again with those facts added to the
 * ones given before. A fact that could not be had is a fact too, so this always comes to an end.
 */
export function decide(directory: Directory, dial: Dial, facts: Facts = NO_FACTS): Resolution {
    const agent = directory.agents.get(dial.agentId);
    if (!agent?.active) {
        const code = agent ? 'AGENT_INACTIVE' : 'AGENT_UNKNOWN';
        return decided({ outcome: 'blocked', errorCode: 'UNKNOWN_AGENT', trace: [{ code }] });
    }
    const { policy, step } = directory.policies.inForceFor(agent);
    const deciding: Deciding = { directory, dial, facts, agent, policy, trace: [step] };
    return (
        thisCallChoice(deciding) ??
        selectionRules(deciding) ??
        agentDefault(deciding) ??
        principalNumber(deciding)
    );
}

function thisCallChoice(deciding: Deciding): Resolution | undefined {
    const { directory, dial, policy, trace } = deciding;
    const number = dial.thisCallNumber;
    if (number === undefined) {
        trace.push(NOT_GIVEN);
        return undefined;
    }
    if (rulesApply(deciding) && !policy.agentMayOverride) {
        trace.push({ code: 'THIS_CALL_IGNORED', number });
        return undefined;
    }
    const chosen = directory.numberByE164(number);
    if (!chosen) {
        trace.push({ code: 'THIS_CALL_NOT_CONFIGURED', number });
        return blocked(deciding, 'NUMBER_NOT_CONFIGURED');
    }
    const numberId = chosen.id;
    const reason = whyUnavailable(deciding, numberId);
    if (reason) {
        trace.push({ code: 'THIS_CALL_NOT_AVAILABLE', numberId, reason });
        return blocked(deciding, 'NUMBER_NOT_AVAILABLE');
    }
    trace.push({ code: 'THIS_CALL_USED', numberId });
    return presented(deciding, numberId, 'thisCall');
}

function selectionRules(deciding: Deciding): Resolution | undefined {
    const { channel } = deciding.dial;
    if (channel === 'manual') {
        deciding.trace.push(NOT_FOR_MANUAL);
        return undefined;
    }
    if (!isAutomated(deciding.policy, channel)) {
        deciding.trace.push({ code: 'RULES_AUTOMATION_OFF', channel });
        return undefined;
    }
    return askRules(deciding, channel);
}

function agentDefault(deciding: Deciding): Resolution | undefined {
    const numberId = deciding.agent.defaultNumberId;
    if (numberId === undefined) {
        deciding.trace.push(DEFAULT_NOT_SET);
        return undefined;
    }
    const reason = whyUnavailable(deciding, numberId);
    if (reason) {
        deciding.trace.push({ code: 'AGENT_DEFAULT_NOT_AVAILABLE', numberId, reason });
        return undefined;
    }
    deciding.trace.push({ code: 'AGENT_DEFAULT_USED', numberId });
    return presented(deciding, numberId, 'agentDefault');
}

function principalNumber(deciding: Deciding): Resolution {
    const numberId = deciding.policy.principalNumberId;
    if (numberId === undefined) {
        deciding.trace.push(PRINCIPAL_NOT_SET);
        return blocked(deciding, 'NO_PRINCIPAL_NUMBER');
    }
    if (whyUnavailable(deciding, numberId)) {
        deciding.trace.push({ code: 'PRINCIPAL_RETIRED', numberId });
        return blocked(deciding, 'NO_PRINCIPAL_NUMBER');
    }
    deciding.trace.push({ code: 'PRINCIPAL_USED', numberId });
    return presented(deciding, numberId, 'principal');
}

/** A channel counts as automated only while its automation is on: without rules there is nothing to override. */
function rulesApply({ dial, policy }: Deciding): boolean {
    return dial.channel !== 'manual' && isAutomated(policy, dial.channel);
}
