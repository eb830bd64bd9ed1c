import { rows } from 'c/callbackData';
import {
    isE164,
    type Agent,
    type AgentGroupId,
    type AgentId,
    type DirectoryRows,
    type NumberId
} from 'c/callbackResolver';
import type { Ask } from './asking';
import {
    readAgents,
    readAssignments,
    readDialLists,
    readGroups,
    readMembers,
    readNumbers,
    readPolicies,
    readRules,
    type AgentRecord,
    type AssignmentRecord,
    type DialListRecord,
    type GroupRecord,
    type MemberRecord,
    type NumberRecord,
    type PolicyRecord,
    type RuleRecord
} from './lists';

/** Everything that decisions are made of, but for the agents' own defaults. */
export interface Configuration {
    readonly numbers: readonly NumberRecord[];
    readonly agents: readonly AgentRecord[];
    readonly groups: readonly GroupRecord[];
    readonly members: readonly MemberRecord[];
    readonly assignments: readonly AssignmentRecord[];
    readonly rules: readonly RuleRecord[];
    readonly policies: readonly PolicyRecord[];
    readonly dialLists: readonly DialListRecord[];
}

export async function readConfiguration(ask: Ask): Promise<Configuration> {
    return {
        numbers: await readNumbers(ask),
        agents: await readAgents(ask),
        groups: await readGroups(ask),
        members: await readMembers(ask),
        assignments: await readAssignments(ask),
        rules: await readRules(ask),
        policies: await readPolicies(ask),
        dialLists: await readDialLists(ask)
    };
}

/** For `createDirectory` and `lint`. Rows that the resolver cannot use are left out, as in the service. */
export function directoryRowsOf(read: Configuration): DirectoryRows {
    const groupsOf = new Map<string, AgentGroupId[]>();
    for (const { Agent__c, Agent_Group__c } of read.members) {
        const groupIds = groupsOf.get(Agent__c) ?? [];
        groupIds.push(Agent_Group__c as AgentGroupId);
        groupsOf.set(Agent__c, groupIds);
    }
    return {
        numbers: read.numbers.flatMap((row) => rows.toNumber(row, isE164) ?? []),
        agents: read.agents.map((row): Agent => ({
            id: row.Id as AgentId,
            name: row.Name,
            active: row.IsActive,
            profileId: row.ProfileId,
            groupIds: groupsOf.get(row.Id) ?? []
        })),
        assignments: read.assignments.map((row) => ({
            numberId: row.Callback_Number__c as NumberId,
            ...(row.Agent__c && { agentId: row.Agent__c as AgentId }),
            ...(row.Agent_Group__c && { agentGroupId: row.Agent_Group__c as AgentGroupId })
        })),
        rules: read.rules.flatMap((row) => rows.toRule(row) ?? []),
        policies: read.policies.flatMap((row) => rows.toPolicy(row) ?? []),
        dialLists: read.dialLists.map(rows.toDialList)
    };
}
