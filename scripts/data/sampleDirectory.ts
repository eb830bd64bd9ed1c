import {
    createDirectory,
    type Agent,
    type Directory,
    type DirectoryRows,
    type Policy,
    type Rule
} from '#resolver';
import type { Plan } from './plan.ts';

/**
 * The sample data as the resolver sees it, straight from the files and without an org: every
 * record's reference stands in for its id. For tests of the data itself.
 */

export type SampleRow = Readonly<Record<string, unknown>> & { readonly ref: string };

/** Rows by object, with references as they are but for the leading `@`. */
export function rowsOf(plan: Plan, object: string): SampleRow[] {
    return plan.steps
        .filter((step) => step.object === object)
        .flatMap(({ records }) => records)
        .map(({ ref, values }) => ({
            ref,
            ...Object.fromEntries(Object.entries(values).map(bare))
        }));
}

function bare([field, value]: [string, unknown]): [string, unknown] {
    return [field, typeof value === 'string' ? value.replace(/^@/, '') : value];
}

export function sampleDirectory(plan: Plan): Directory {
    const rows = (object: string) => rowsOf(plan, object);
    const defaults = rows('Callback_Preference__c');
    const members = rows('Agent_Group_Member__c');
    return createDirectory({
        numbers: rows('Callback_Number__c').map((row) => ({
            id: row.ref,
            label: row.Name,
            number: row.Number__c,
            active: row.Active__c
        })),
        agents: rows('User').map((row) => ({
            id: row.ref,
            name: `${row.FirstName} ${row.LastName}`,
            active: row.IsActive,
            profileId: row.ProfileId,
            groupIds: members.filter((m) => m.Agent__c === row.ref).map((m) => m.Agent_Group__c),
            defaultNumberId: defaults.find((d) => d.Agent__c === row.ref)?.Default_Number__c
        })) as unknown as Agent[],
        assignments: rows('Callback_Number_Assignment__c').map((row) => ({
            numberId: row.Callback_Number__c,
            agentId: row.Agent__c,
            agentGroupId: row.Agent_Group__c
        })),
        policies: rows('Callback_Policy__c').map(toPolicy),
        rules: rows('Callback_Rule__c').map(toRule),
        dialLists: rows('Dial_List__c').map((row) => ({
            id: row.ref,
            name: row.Name,
            numberId: row.Callback_Number__c
        }))
        // References are not branded as ids; the resolver does not mind.
    } as unknown as DirectoryRows);
}

function toPolicy(row: SampleRow): Policy {
    const yes = (value: unknown) => (value === 'Inherit' ? undefined : value === 'Yes');
    const whenUnavailable = { Block: 'block', 'Use default': 'useDefault' }[
        row.When_Unavailable__c as string
    ];
    return {
        scope: String(row.Scope__c).toLowerCase(),
        scopeKey: row.Scope_Key__c,
        principalNumberId: row.Principal_Number__c,
        defaultCountry: row.Default_Country__c,
        restrictNumbers: yes(row.Restrict_Numbers__c),
        automateClickToDial: yes(row.Automate_Click_To_Dial__c),
        automateConnect: yes(row.Automate_Connect__c),
        agentMayOverride: yes(row.Agent_May_Override__c),
        whenUnavailable
    } as Policy;
}

const inCode = (words: unknown) =>
    String(words)
        .replace(/^[A-Z]/, (first) => first.toLowerCase())
        .replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase());

function toRule(row: SampleRow): Rule {
    return {
        id: row.ref,
        name: row.Name,
        priority: row.Priority__c,
        active: row.Active__c,
        channel: inCode(row.Channel__c),
        type: inCode(row.Type__c),
        agentGroupId: row.Agent_Group__c,
        prefix: row.Prefix__c,
        objectApiName: row.Object__c,
        field: row.Field__c,
        operator: row.Operator__c && inCode(row.Operator__c),
        value: row.Value__c,
        dialListId: row.Dial_List__c,
        selector: row.Selector__c,
        numberId: row.Callback_Number__c
    } as unknown as Rule;
}
