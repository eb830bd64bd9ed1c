import { rows } from 'c/callbackData';
import { isE164, type CallbackNumber } from 'c/callbackResolver';
import {
    agentsWithGroups,
    inGroups,
    groupsWithMembers,
    readAgents,
    readGroups,
    readMembers,
    readNumbers,
    type AgentSummary,
    type Ask,
    type GroupSummary
} from 'c/callbackSetupData';

/** Whom numbers may be given to, and which numbers there are. */
export interface People {
    readonly agents: readonly AgentSummary[];
    readonly groups: readonly GroupSummary[];
    readonly numbers: readonly CallbackNumber[];
}

export const NOBODY: People = { agents: [], groups: [], numbers: [] };

/** @param onPeople told as soon as there is somebody to choose, and again with everything */
export async function readPeople(ask: Ask, onPeople: (people: People) => void): Promise<void> {
    const agents = await readAgents(ask, (some) => {
        onPeople({ ...NOBODY, agents: agentsWithGroups(some, []) });
    });
    const groups = await readGroups(ask);
    const numbers = await readNumbers(ask);
    const members = await readMembers(ask);
    onPeople({
        agents: agentsWithGroups(agents, members),
        groups: groupsWithMembers(groups, members),
        numbers: numbers.flatMap((row) => rows.toNumber(row, isE164) ?? [])
    });
}

/** Groups and who is in them, as they are now. */
export async function readPeopleAgain(ask: Ask, people: People): Promise<People> {
    const groups = await readGroups(ask);
    const members = await readMembers(ask);
    return {
        ...people,
        agents: inGroups(people.agents, members),
        groups: groupsWithMembers(groups, members)
    };
}
