import {
    createDirectory,
    type CallbackNumber,
    type Directory,
    type DirectoryRows
} from 'c/callbackResolver';
import type { Choice } from 'c/callbackRuleEditor';
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

/** What rules speak of. */
export interface Surroundings {
    readonly names: RuleNames;
    readonly groups: readonly Choice[];
    readonly dialLists: readonly Choice[];
    /** With agents and policies; without them nobody can be warned. */
    readonly directory: Directory | undefined;
    readonly directoryRows: DirectoryRows | undefined;
}

export const NOTHING_KNOWN: Surroundings = {
    names: { numbers: new Map(), groups: new Map(), dialLists: new Map() },
    groups: [],
    dialLists: [],
    directory: undefined,
    directoryRows: undefined
};

/**
 * Reads the rules, then what they speak of, then the agents; the rules are shown as soon as they
 * can be told in words.
 */
export async function readEverything(
    ask: Ask,
    show: (rules: readonly SavedRule[], surroundings: Surroundings) => void,
    complete: (surroundings: Surroundings) => void
): Promise<void> {
    const rules = await readSavedRules(ask);
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
    show(rules, surroundings);
    const whole: Configuration = {
        ...first,
        agents: await readAgents(ask),
        members: await readMembers(ask),
        assignments: await readAssignments(ask),
        policies: await readPolicies(ask)
    };
    const directoryRows = directoryRowsOf(whole);
    complete({ ...surroundings, directoryRows, directory: createDirectory(directoryRows) });
}

function surroundingsOf(read: Configuration): Surroundings {
    const groups = read.groups.map(({ Id, Name }) => ({ value: Id, label: Name }));
    const dialLists = read.dialLists.map(({ Id, Name }) => ({ value: Id, label: Name }));
    return {
        groups,
        dialLists,
        directory: undefined,
        directoryRows: undefined,
        names: {
            numbers: createDirectory(directoryRowsOf(read)).numbers,
            groups: namesOf(groups),
            dialLists: namesOf(dialLists)
        }
    };
}

function namesOf(choices: readonly Choice[]): ReadonlyMap<string, string> {
    return new Map(choices.map(({ value, label }) => [value, label]));
}

/** What a rule may pick: the active numbers, and the one it picks already. */
export function numbersFor(
    numberId: string | undefined,
    { names }: Surroundings
): readonly CallbackNumber[] {
    return [...names.numbers.values()].filter(({ id, active }) => active || id === numberId);
}
