import type { EffectivePolicy, Unavailability } from './codes';
import type { Directory } from './directory';
import type { Agent, AgentId, CallbackNumber, NumberId } from './types';

/** The settings in force for an agent, and where each was set. */
export function effectivePolicy(directory: Directory, agent: Agent): EffectivePolicy {
    return directory.policies.inForceFor(agent).policy;
}

/** Why this agent may not present the number; undefined where they may. */
export function unavailability(
    directory: Directory,
    agent: Agent,
    policy: EffectivePolicy,
    numberId: NumberId
): Unavailability | undefined {
    if (!directory.numbers.get(numberId)?.active) {
        return 'RETIRED';
    }
    // The principal number is the account's own: no restriction takes it away.
    const permitted =
        !policy.restrictNumbers ||
        numberId === policy.principalNumberId ||
        isAssigned(directory, agent, numberId);
    return permitted ? undefined : 'NOT_ASSIGNED';
}

function isAssigned({ assigned }: Directory, agent: Agent, numberId: NumberId): boolean {
    return (
        assigned.get(agent.id)?.has(numberId) === true ||
        agent.groupIds.some((groupId) => assigned.get(groupId)?.has(numberId) === true)
    );
}

/**
 * Every number the agent may present, by label. Empty for an unknown or inactive agent: only
 * what a decision could present is listed.
 */
export function availableNumbers(
    directory: Directory,
    agentId: AgentId
): readonly CallbackNumber[] {
    const agent = directory.agents.get(agentId);
    if (!agent?.active) {
        return [];
    }
    const policy = effectivePolicy(directory, agent);
    return candidates(directory, agent, policy)
        .filter((number) => unavailability(directory, agent, policy, number.id) === undefined)
        .sort((a, b) => a.label.localeCompare(b.label) || (a.number < b.number ? -1 : 1));
}

/** Looks at the agent's own numbers alone where a restriction makes that enough. */
function candidates(
    { assigned, numbers }: Directory,
    agent: Agent,
    policy: EffectivePolicy
): CallbackNumber[] {
    if (!policy.restrictNumbers) {
        return [...numbers.values()];
    }
    const ids = new Set(policy.principalNumberId ? [policy.principalNumberId] : []);
    for (const assignee of [agent.id, ...agent.groupIds]) {
        assigned.get(assignee)?.forEach((id) => ids.add(id));
    }
    return [...ids].flatMap((id) => numbers.get(id) ?? []);
}
