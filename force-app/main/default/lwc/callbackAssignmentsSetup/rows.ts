import type { AgentRow } from 'c/callbackAssignAgents';
import type { Item } from 'c/callbackAssignItems';
import { formatted } from 'c/callbackNumberText';
import type { CallbackNumber } from 'c/callbackResolver';
import type { AgentSummary, Assignee, GroupSummary } from 'c/callbackSetupData';
import type { People } from './people';

/** Agents, groups and numbers as the parts of the page take them. */

export function agentRows({ agents, groups }: People): readonly AgentRow[] {
    const names = new Map(groups.map(({ id, name }) => [id, name]));
    return agents.map((agent) => ({
        ...agent,
        groups: agent.groupIds
            .flatMap((id) => names.get(id) ?? [])
            .sort()
            .join(', ')
    }));
}

export function numberItems(numbers: readonly CallbackNumber[]): readonly Item[] {
    return numbers.map(({ id, label, number, active }) => ({
        id,
        name: label,
        detail: formatted(number),
        retired: !active
    }));
}

export function groupItems(groups: readonly GroupSummary[]): readonly Item[] {
    return groups.map(({ id, name, description }) => ({ id, name, detail: description }));
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

/** Names of everything on the page, by id. */
export function namesOf(
    ...lists: readonly (readonly { readonly id: string; readonly name: string }[])[]
): ReadonlyMap<string, string> {
    return new Map(lists.flat().map(({ id, name }) => [id, name]));
}
