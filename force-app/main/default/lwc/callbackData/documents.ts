import { gql } from 'lightning/graphql';

/**
 * What is asked of the org, in two steps: the second needs the groups and the profile that the
 * first one brings. Pages go on until everything is there.
 */

/** Records in one page; the most that the org gives. */
const PAGE = 'first: 2000';
/** Lists may go on beyond the 4,000 records that can be reached without an upper bound. */
const LIST = `${PAGE}, upperBound: 50000, orderBy: { Id: { order: ASC } }`;

function records(...fields: readonly string[]): string {
    return `{ edges { node { Id ${fields.map((field) => `${field} { value }`).join(' ')} } }
        pageInfo { hasNextPage endCursor } }`;
}

/** Variables: `agentId`, `agentKey` (the same id), and where each list goes on. */
export const AGENT_AND_LISTS = gql`
    query CallbackAgentAndLists(
        $agentId: ID!
        $agentKey: String!
        $membersAfter: String
        $numbersAfter: String
        $rulesAfter: String
        $dialListsAfter: String
    ) {
        uiapi {
            query {
                agents: User(where: { Id: { eq: $agentId } }, first: 1)
                    ${records('Name', 'IsActive', 'ProfileId')}
                preferences: Callback_Preference__c(
                    where: { Agent_Key__c: { eq: $agentKey } }
                    first: 1
                ) ${records('Agent__c', 'Default_Number__c', 'Favorites__c')}
                members: Agent_Group_Member__c(
                    where: { Agent__c: { eq: $agentId } }
                    ${LIST}
                    after: $membersAfter
                ) ${records('Agent__c', 'Agent_Group__c')}
                numbers: Callback_Number__c(${LIST}, after: $numbersAfter)
                    ${records('Name', 'Number__c', 'Active__c', 'Country__c', 'Language__c')}
                rules: Callback_Rule__c(
                    where: { Active__c: { eq: true } }
                    ${LIST}
                    after: $rulesAfter
                ) ${records(
                    'Name',
                    'Priority__c',
                    'Active__c',
                    'Channel__c',
                    'Type__c',
                    'Prefix__c',
                    'Object__c',
                    'Field__c',
                    'Operator__c',
                    'Value__c',
                    'Dial_List__c',
                    'Selector__c',
                    'Agent_Group__c',
                    'Callback_Number__c'
                )}
                dialLists: Dial_List__c(${LIST}, after: $dialListsAfter)
                    ${records('Name', 'Callback_Number__c')}
            }
        }
    }
`;

/** Variables: `agentId`, `groupIds`, `policyKeys`, and where the assignments go on. */
export const ASSIGNMENTS_AND_POLICIES = gql`
    query CallbackAssignmentsAndPolicies(
        $agentId: ID!
        $groupIds: [ID]!
        $policyKeys: [String]!
        $assignmentsAfter: String
    ) {
        uiapi {
            query {
                assignments: Callback_Number_Assignment__c(
                    where: {
                        or: [
                            { Agent__c: { eq: $agentId } }
                            { Agent_Group__c: { in: $groupIds } }
                        ]
                    }
                    ${LIST}
                    after: $assignmentsAfter
                ) ${records('Callback_Number__c', 'Agent__c', 'Agent_Group__c')}
                policies: Callback_Policy__c(
                    where: { Scope_Key__c: { in: $policyKeys } }
                    ${PAGE}
                ) ${records(
                    'Scope__c',
                    'Scope_Key__c',
                    'Principal_Number__c',
                    'Default_Country__c',
                    'Restrict_Numbers__c',
                    'Automate_Click_To_Dial__c',
                    'Automate_Connect__c',
                    'Agent_May_Override__c',
                    'When_Unavailable__c'
                )}
            }
        }
    }
`;

function trace(where: string): string {
    return `(${where} first: 1, orderBy: { SystemModstamp: { order: DESC } })
        { totalCount edges { node { Id SystemModstamp { value } } } }`;
}

/**
 * How many records there are of everything, and which was touched last. Variables: `agentId`,
 * `agentKey`.
 */
export const TRACES_OF_CHANGES = gql`
    query CallbackTracesOfChanges($agentId: ID!, $agentKey: String!) {
        uiapi {
            query {
                agents: User ${trace('where: { Id: { eq: $agentId } }')}
                preferences: Callback_Preference__c
                    ${trace('where: { Agent_Key__c: { eq: $agentKey } }')}
                members: Agent_Group_Member__c ${trace('where: { Agent__c: { eq: $agentId } }')}
                numbers: Callback_Number__c ${trace('')}
                rules: Callback_Rule__c ${trace('')}
                dialLists: Dial_List__c ${trace('')}
                assignments: Callback_Number_Assignment__c ${trace('')}
                policies: Callback_Policy__c ${trace('')}
            }
        }
    }
`;
