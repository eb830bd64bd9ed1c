import { createDirectory, type Directory, type DirectoryRows } from 'c/callbackResolver';
import type { RuleSurroundings } from 'c/callbackRuleEditing';
import {
    directoryRowsOf,
    readAgents,
    readAssignments,
    readDialLists,
    readGroups,
    readMembers,
    readNumbers,
    readPolicies,
    type Ask,
    type Configuration,
    type SavedRule
} from 'c/callbackSetupData';
import { readSavedRules } from './saving';
import type { RuleNames } from './sentences';

export interface Surroundings extends RuleSurroundings {
    readonly names: RuleNames;
    /** With agents and policies; without them nobody can be warned. */
    readonly directory?: Directory;
    readonly directoryRows?: DirectoryRows;
}

export const NOTHING_KNOWN: Surroundings = {
    names: { numbers: new Map(), groups: new Map(), dialLists: new Map() },
    numbers: [],
    groups: [],
    dialLists: []
};

/**
 * Reads the rules and shows them at once, then what they speak of, then the agents.
 * @param learn told what is known besides, twice
 */
export async function readEverything(
    ask: Ask,
    show: (rules: readonly SavedRule[]) => void,
    learn: (surroundings: Surroundings) => void
): Promise<void> {
    show(await readSavedRules(ask));
    const first: Configuration = {
        rules: [],
        agents: [],
        members: [],
        assignments: [],
        policies: [],
        numbers: await readNumbers(ask),
        groups: await readGroups(ask),
        dialLists: await readDialLists(ask)
    };
    const surroundings = surroundingsOf(first);
    learn(surroundings);
    const whole: Configuration = {
        ...first,
        agents: await readAgents(ask),
        members: await readMembers(ask),
        assignments: await readAssignments(ask),
        policies: await readPolicies(ask)
    };
    const directoryRows = directoryRowsOf(whole);
    learn({ ...surroundings, directoryRows, directory: createDirectory(directoryRows) });
}

function surroundingsOf(read: Configuration): Surroundings {
    const { numbers } = createDirectory(directoryRowsOf(read));
    return {
        numbers: [...numbers.values()],
        groups: read.groups.map(({ Id, Name }) => ({ value: Id, label: Name })),
        dialLists: read.dialLists.map(({ Id, Name }) => ({ value: Id, label: Name })),
        names: { numbers, groups: namesOf(read.groups), dialLists: namesOf(read.dialLists) }
    };
}

function namesOf(
    rows: readonly { readonly Id: string; readonly Name: string }[]
): ReadonlyMap<string, string> {
    return new Map(rows.map(({ Id, Name }) => [Id, Name]));
}
