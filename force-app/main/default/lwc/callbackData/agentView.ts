import { createNumberReader, type PhoneLibrary } from 'c/callbackPhone';
import {
    availableNumbers,
    createDirectory,
    effectivePolicy,
    isE164,
    type Agent,
    type AgentGroupId,
    type AgentId,
    type Assignment,
    type NumberId,
    type Policy,
    type Rule
} from 'c/callbackResolver';
import type { AgentRows } from './reading';
import * as rows from './rows';
import type { AgentView, DirectoryState } from './types';

/** What would be configured: all rules, all policies, in the place of those that were read. */
export interface Draft {
    readonly rules?: readonly Rule[];
    readonly policies?: readonly Policy[];
}

/** The rows as the resolver takes them; those that are of no use to it are left out, as in the service. */
export function agentViewOf(
    agentId: AgentId,
    read: AgentRows,
    phoneLibrary: PhoneLibrary,
    draft: Draft = {}
): AgentView {
    const [preference] = read.preferences;
    const defaultNumberId = (preference?.Default_Number__c ?? undefined) as NumberId | undefined;
    const agents = read.agents.map((row): Agent => ({
        id: row.Id as AgentId,
        name: row.Name,
        active: row.IsActive,
        profileId: row.ProfileId,
        groupIds: read.members.map((member) => member.Agent_Group__c as AgentGroupId),
        ...(defaultNumberId && { defaultNumberId })
    }));
    const directory = createDirectory({
        agents,
        numbers: read.numbers.flatMap((row) => rows.toNumber(row, isE164) ?? []),
        assignments: read.assignments.map(assignment),
        policies: draft.policies ?? read.policies.flatMap((row) => rows.toPolicy(row) ?? []),
        rules: draft.rules ?? read.rules.flatMap((row) => rows.toRule(row) ?? []),
        dialLists: read.dialLists.map(rows.toDialList)
    });
    const policy = agents[0] && effectivePolicy(directory, agents[0]);
    const readNumber = createNumberReader(phoneLibrary, isE164);
    return {
        agentId,
        directory,
        numbers: availableNumbers(directory, agentId),
        defaultNumberId: defaultNumberId ?? null,
        principalNumberId: policy?.principalNumberId ?? null,
        favoriteIds: favoritesOf(preference?.Favorites__c).filter((id) =>
            directory.numbers.has(id)
        ),
        readNumber: (text) => readNumber(text, policy?.defaultCountry),
        ...(preference && { preferenceId: preference.Id })
    };
}

/** Ready, or there is nothing to present. */
export function stateOfAgent(agent: AgentView): DirectoryState {
    const configured =
        agent.principalNumberId !== null &&
        [...agent.directory.numbers.values()].some(({ active }) => active);
    return { kind: configured ? 'ready' : 'notConfigured', agent };
}

function assignment({
    Callback_Number__c,
    Agent__c,
    Agent_Group__c
}: rows.AssignmentRow): Assignment {
    return {
        numberId: Callback_Number__c as NumberId,
        ...(Agent__c && { agentId: Agent__c as AgentId }),
        ...(Agent_Group__c && { agentGroupId: Agent_Group__c as AgentGroupId })
    };
}

function favoritesOf(text: string | null | undefined): NumberId[] {
    return (text ?? '').split(';').filter((id) => id !== '') as NumberId[];
}
