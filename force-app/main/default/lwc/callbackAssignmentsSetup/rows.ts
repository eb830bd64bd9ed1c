import type { AgentRow } from 'c/callbackAssignAgents';
import type { Item } from 'c/callbackAssignItems';
import { formatted } from 'c/callbackNumberText';
import type { AgentSummary, Assignee } from 'c/callbackSetupData';
import type { People } from './people';

/** Agents, groups and numbers as the parts of the page take them. */
export interface Rows {
    readonly agents: readonly AgentRow[];
    readonly groups: readonly Item[];
    readonly numbers: readonly Item[];
    /** Names of all of them, by id. */
    readonly names: ReadonlyMap<string, string>;
}

export function rowsOf({ agents, groups, numbers }: People): Rows {
    const nameOfGroup = new Map(groups.map(({ id, name }) => [id, name]));
    const items = {
        numbers: numbers.map(({ id, label, number, active }) => ({
            id,
            name: label,
            detail: formatted(number),
            retired: !active
        })),
        groups: groups.map(({ id, name, description }) => ({ id, name, detail: description }))
    };
    const named = [...agents, ...items.groups, ...items.numbers];
    return {
        ...items,
        agents: agents.map((agent) => ({
            ...agent,
            groups: agent.groupIds
                .flatMap((id) => nameOfGroup.get(id) ?? [])
                .sort()
                .join(', ')
        })),
        names: new Map(named.map(({ id, name }) => [id, name]))
    };
}

export function assigneesOf(
    agentIds: readonly string[],
    groupIds: readonly string[]
): readonly Assignee[] {
    return [
        ...agentIds.map((id) => ({ id, kind: 'agent' }) as const),
        ...groupIds.map((id) => ({ id, kind: 'group' }) as const)
    ];
}

/** How many of these agents are in each group. */
export function membershipCounts(
    agents: readonly AgentSummary[],
    agentIds: readonly string[]
): ReadonlyMap<string, number> {
    const chosen = new Set(agentIds);
    const counts = new Map<string, number>();
    for (const { id, groupIds } of agents) {
        for (const groupId of chosen.has(id) ? groupIds : []) {
            counts.set(groupId, (counts.get(groupId) ?? 0) + 1);
        }
    }
    return counts;
}
