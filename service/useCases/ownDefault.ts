import {
    effectivePolicy,
    unavailability,
    type AgentId,
    type CallbackNumber,
    type Directory
} from '#resolver';
import { ServiceError } from '../errors.ts';

/** A number that the agent may make their default. @throws ServiceError NUMBER_NOT_CONFIGURED, NUMBER_NOT_AVAILABLE */
export function presentable(directory: Directory, agentId: AgentId, text: string): CallbackNumber {
    const number = directory.numberByE164(text);
    if (!number) {
        throw new ServiceError('NUMBER_NOT_CONFIGURED', { field: 'number' });
    }
    const agent = directory.agents.get(agentId)!;
    if (unavailability(directory, agent, effectivePolicy(directory, agent), number.id)) {
        throw new ServiceError('NUMBER_NOT_AVAILABLE', { field: 'number' });
    }
    return number;
}

/** So that the next decision knows a default that was just written, before the next reload. */
export function withDefault(
    directory: Directory,
    agentId: AgentId,
    number: CallbackNumber | null
): Directory {
    const known = directory.agents.get(agentId);
    if (!known) {
        return directory;
    }
    const { defaultNumberId: _, ...agent } = known;
    const changed = { ...agent, ...(number && { defaultNumberId: number.id }) };
    // Agents are looked up by id alone: nothing else in the directory depends on a default.
    return { ...directory, agents: new Map(directory.agents).set(agentId, changed) };
}
