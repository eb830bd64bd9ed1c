import { gql } from 'lightning/graphql';
import { fieldsOfRows, readAllPages, type Ask } from './asking';
import { OBJECTS } from './objects';
import type { Pair } from './pairs';
import { readPairs } from './readPairs';
import type { RowChange } from './saveRows';
import type { GroupSummary } from './people';

/** What a group that is to be deleted is needed for. */
export interface GroupUse {
    /** Names of rules for this group alone: they keep it from being deleted. */
    readonly rules: readonly string[];
    /** Names of dial lists for this group: they are for everybody without it. */
    readonly dialLists: readonly string[];
    /** Numbers of the group: they have to go before it. */
    readonly assignments: readonly Pair[];
    readonly members: number;
}

const PAGE = 'first: 2000, after: $after, orderBy: { Id: { order: ASC } }';

const RULES = gql`
    query RulesOfGroup($group: ID!, $after: String) { uiapi { query {
        rows: Callback_Rule__c(where: { Agent_Group__c: { eq: $group } }, ${PAGE})
            ${fieldsOfRows('Name')}
    } } }
`;
const DIAL_LISTS = gql`
    query DialListsOfGroup($group: ID!, $after: String) { uiapi { query {
        rows: Dial_List__c(where: { Agent_Group__c: { eq: $group } }, ${PAGE})
            ${fieldsOfRows('Name')}
    } } }
`;
const MEMBERS = gql`
    query MembersOfGroup($group: ID!, $after: String) { uiapi { query {
        rows: Agent_Group_Member__c(where: { Agent_Group__c: { eq: $group } }, ${PAGE})
            ${fieldsOfRows('Agent__c')}
    } } }
`;

export async function readGroupUse(ask: Ask, groupId: string): Promise<GroupUse> {
    const variables = { group: groupId };
    const names = async (query: typeof RULES) =>
        (await readAllPages<{ readonly Name: string }>(ask, { query, variables })).map(
            ({ Name }) => Name
        );
    return {
        rules: await names(RULES),
        dialLists: await names(DIAL_LISTS),
        assignments: await readPairs(ask, 'number', [groupId]),
        members: (await readAllPages(ask, { query: MEMBERS, variables })).length
    };
}

/** @param group the one to be renamed; a new one without it */
export function groupChange(name: string, group?: GroupSummary): RowChange {
    const object = OBJECTS.group;
    const fields = { Name: name };
    return group
        ? { kind: 'update', object, id: group.id, fields, seen: group.seen }
        : { kind: 'create', object, fields };
}

/** The group with its numbers; its members go with it. */
export function groupRemoval(group: GroupSummary, { assignments }: GroupUse): RowChange[] {
    return [
        ...assignments.map(({ recordId }): RowChange => ({
            kind: 'delete',
            object: OBJECTS.assignment,
            id: recordId
        })),
        { kind: 'delete', object: OBJECTS.group, id: group.id, seen: group.seen }
    ];
}
