import type { AgentRecord, GroupRecord, MemberRecord } from './lists';

/** Agents and groups as the page that assigns numbers to them shows them. */

export interface AgentSummary {
    readonly id: string;
    readonly name: string;
    readonly username: string;
    readonly profile: string;
    readonly groupIds: readonly string[];
}

export interface GroupSummary {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly members: number;
    /** `SystemModstamp` when it was read. */
    readonly seen: string;
}

export function agentsWithGroups(
    agents: readonly AgentRecord[],
    members: readonly MemberRecord[]
): readonly AgentSummary[] {
    return inGroups(
        agents.map((agent) => ({
            id: agent.Id,
            name: agent.Name,
            username: agent.Username,
            profile: agent['Profile.Name'] ?? ''
        })),
        members
    );
}

/** The same agents, in the groups that they are in by these records. */
export function inGroups(
    agents: readonly Omit<AgentSummary, 'groupIds'>[],
    members: readonly MemberRecord[]
): readonly AgentSummary[] {
    const groupIds = new Map<string, string[]>();
    for (const { Agent__c, Agent_Group__c } of members) {
        groupIds.set(Agent__c, [...(groupIds.get(Agent__c) ?? []), Agent_Group__c]);
    }
    return agents.map((agent) => ({ ...agent, groupIds: groupIds.get(agent.id) ?? [] }));
}

export function groupsWithMembers(
    groups: readonly GroupRecord[],
    members: readonly MemberRecord[]
): readonly GroupSummary[] {
    const count = new Map<string, number>();
    for (const { Agent_Group__c } of members) {
        count.set(Agent_Group__c, (count.get(Agent_Group__c) ?? 0) + 1);
    }
    return groups.map((group) => ({
        id: group.Id,
        name: group.Name,
        description: group.Description__c ?? '',
        members: count.get(group.Id) ?? 0,
        seen: group.SystemModstamp
    }));
}
