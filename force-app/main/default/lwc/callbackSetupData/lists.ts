import { gql } from 'lightning/graphql';
import type { rows } from 'c/callbackData';
import { fieldsOfRows, FULL_PAGE, readAllPages, type Ask, type OnPage } from './asking';

/**
 * Everything that is configured, as rows of the package's objects. `SystemModstamp` is what a
 * change of the row says it has `seen`.
 */

export type Stamped<Of> = Of & { readonly Id: string; readonly SystemModstamp: string };

export type NumberRecord = Stamped<rows.NumberRow & { readonly Description__c: string | null }>;
export type RuleRecord = Stamped<rows.RuleRow>;
export type PolicyRecord = Stamped<rows.PolicyRow>;
export type DialListRecord = Stamped<rows.DialListRow & { readonly Active__c: boolean }>;
export type GroupRecord = Stamped<{
    readonly Name: string;
    readonly Description__c: string | null;
}>;
export type MemberRecord = rows.MemberRow & { readonly Id: string; readonly Key__c: string };
export type AssignmentRecord = rows.AssignmentRow & {
    readonly Id: string;
    readonly Key__c: string;
};
export type AgentRecord = rows.UserRow & {
    readonly Username: string;
    /** Missing where the user may not see profiles. */
    readonly 'Profile.Name'?: string | null;
};

type Reader<Of> = (ask: Ask, onPage?: OnPage<Of>) => Promise<readonly Of[]>;

/** Beyond 4,000 records an upper bound has to be named. */
const ALL = `first: $first, upperBound: 100000, after: $after`;
const IN_FULL = { first: FULL_PAGE };
const BY_ID = `${ALL}, orderBy: { Id: { order: ASC } }`;
const BY_NAME = `${ALL}, orderBy: { Name: { order: ASC }, Id: { order: ASC } }`;

const NUMBERS = gql`
    query SetupNumbers($first: Int, $after: String) { uiapi { query {
        rows: Callback_Number__c(${BY_NAME}) ${fieldsOfRows(
            'Name',
            'Number__c',
            'Active__c',
            'Country__c',
            'Language__c',
            'Description__c',
            'SystemModstamp'
        )}
    } } }
`;

const AGENTS = gql`
    query SetupAgents($first: Int, $after: String) { uiapi { query {
        rows: User(where: { IsActive: { eq: true } }, ${BY_NAME}) ${fieldsOfRows(
            'Name',
            'Username',
            'IsActive',
            'ProfileId',
            'Profile.Name'
        )}
    } } }
`;

const GROUPS = gql`
    query SetupGroups($first: Int, $after: String) { uiapi { query {
        rows: Agent_Group__c(${BY_NAME}) ${fieldsOfRows('Name', 'Description__c', 'SystemModstamp')}
    } } }
`;

const MEMBERS = gql`
    query SetupMembers($first: Int, $after: String) { uiapi { query {
        rows: Agent_Group_Member__c(${BY_ID}) ${fieldsOfRows('Agent__c', 'Agent_Group__c', 'Key__c')}
    } } }
`;

const ASSIGNMENTS = gql`
    query SetupAssignments($first: Int, $after: String) { uiapi { query {
        rows: Callback_Number_Assignment__c(${BY_ID}) ${fieldsOfRows(
            'Callback_Number__c',
            'Agent__c',
            'Agent_Group__c',
            'Key__c'
        )}
    } } }
`;

const RULES = gql`
    query SetupRules($first: Int, $after: String) { uiapi { query {
        rows: Callback_Rule__c(
            ${ALL}, orderBy: { Priority__c: { order: ASC }, Id: { order: ASC } }
        ) ${fieldsOfRows(
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
            'Callback_Number__c',
            'SystemModstamp'
        )}
    } } }
`;

const POLICIES = gql`
    query SetupPolicies($first: Int, $after: String) { uiapi { query {
        rows: Callback_Policy__c(${BY_ID}) ${fieldsOfRows(
            'Scope__c',
            'Scope_Key__c',
            'Principal_Number__c',
            'Default_Country__c',
            'Restrict_Numbers__c',
            'Automate_Click_To_Dial__c',
            'Automate_Connect__c',
            'Agent_May_Override__c',
            'When_Unavailable__c',
            'SystemModstamp'
        )}
    } } }
`;

const DIAL_LISTS = gql`
    query SetupDialLists($first: Int, $after: String) { uiapi { query {
        rows: Dial_List__c(${BY_NAME}) ${fieldsOfRows(
            'Name',
            'Active__c',
            'Callback_Number__c',
            'SystemModstamp'
        )}
    } } }
`;

export const readNumbers: Reader<NumberRecord> = (ask, onPage) =>
    readAllPages(ask, { query: NUMBERS, variables: IN_FULL }, onPage);

/** Users who can sign in, by name; whether they are agents is for the permission sets to say. */
export const readAgents: Reader<AgentRecord> = (ask, onPage) =>
    readAllPages(ask, { query: AGENTS, variables: IN_FULL }, onPage);

export const readGroups: Reader<GroupRecord> = (ask, onPage) =>
    readAllPages(ask, { query: GROUPS, variables: IN_FULL }, onPage);

export const readMembers: Reader<MemberRecord> = (ask, onPage) =>
    readAllPages(ask, { query: MEMBERS, variables: IN_FULL }, onPage);

export const readAssignments: Reader<AssignmentRecord> = (ask, onPage) =>
    readAllPages(ask, { query: ASSIGNMENTS, variables: IN_FULL }, onPage);

/** Inactive ones too, in the order in which they are asked but for equal priorities. */
export const readRules: Reader<RuleRecord> = (ask, onPage) =>
    readAllPages(ask, { query: RULES, variables: IN_FULL }, onPage);

export const readPolicies: Reader<PolicyRecord> = (ask, onPage) =>
    readAllPages(ask, { query: POLICIES, variables: IN_FULL }, onPage);

export const readDialLists: Reader<DialListRecord> = (ask, onPage) =>
    readAllPages(ask, { query: DIAL_LISTS, variables: IN_FULL }, onPage);
