import type { Connection } from 'jsforce';
import type {
    AgentGroupId,
    AgentId,
    DialListId,
    NumberId,
    RuleId,
    Rule,
    PolicySettings
} from '#resolver';
import { picklists as configured } from '#rows';
import * as picklists from '../jsforce/picklists.ts';
import { jsforcePorts } from '../jsforce/ports.ts';
import { ids, soql } from '../jsforce/soql.ts';
import {
    CHANGES_EVERY_MS,
    ENTRY_PHONE,
    RUN,
    SELECTOR_LIMIT_MS,
    type ContractWorld,
    type LoggedLine,
    type NewRule
} from './world.ts';

export interface SalesforceWorldOptions {
    /** What the ports under test use. */
    readonly connection: Connection;
    /** Fills the org and looks into it; needs the rights of Callback_Admin. */
    readonly admin: Connection;
    readonly agentId: AgentId;
    readonly addSelector?: ContractWorld['addSelector'];
    readonly cutOff?: ContractWorld['cutOff'];
    /** Called after everything the suite added is gone. */
    readonly onClose?: () => Promise<void>;
}

/** The suite's world in an org: the embedded one, or a real one. */
export async function createSalesforceWorld(
    options: SalesforceWorldOptions
): Promise<ContractWorld> {
    const { connection, admin, agentId } = options;
    const added: { object: string; id: string }[] = [];

    async function add<Id extends string>(
        object: string,
        values: Record<string, unknown>
    ): Promise<Id> {
        const [result] = await admin.create(object, [values]);
        if (!result.success) {
            throw new Error(`${object}: ${result.errors.map(({ message }) => message).join('; ')}`);
        }
        added.push({ object, id: result.id });
        return result.id as Id;
    }

    async function first(query: string): Promise<Record<string, unknown> | undefined> {
        return (await admin.query(query)).records[0];
    }

    const agent = await first(soql`SELECT ProfileId FROM User WHERE Id IN ${ids([agentId])}`);
    const former = await first(
        "SELECT Id FROM User WHERE IsActive = false AND UserType = 'Standard' LIMIT 1"
    );
    return {
        ports: jsforcePorts(connection, {
            selectorTimeoutMs: SELECTOR_LIMIT_MS,
            changesEveryMs: CHANGES_EVERY_MS
        }),
        agentId,
        formerAgentId: former?.Id as AgentId | undefined,
        profileId: String(agent?.ProfileId),
        addNumber: ({ label, number, active, country, language }) =>
            add<NumberId>('Callback_Number__c', {
                Name: label,
                Number__c: number,
                Active__c: active,
                Country__c: country,
                Language__c: language
            }),
        async addGroup(name, members) {
            const id = await add<AgentGroupId>('Agent_Group__c', { Name: name });
            for (const member of members) {
                await add('Agent_Group_Member__c', {
                    Agent_Group__c: id,
                    Agent__c: member,
                    Key__c: `${id}:${member}`
                });
            }
            return id;
        },
        async assign(numberId, to) {
            const [field, assignee] =
                'agentId' in to ? ['Agent__c', to.agentId] : ['Agent_Group__c', to.agentGroupId];
            await add('Callback_Number_Assignment__c', {
                Callback_Number__c: numberId,
                [field]: assignee,
                Key__c: `${numberId}:${assignee}`
            });
        },
        async addPolicy(settings) {
            await add('Callback_Policy__c', {
                Name: 'Contract suite',
                Scope__c: 'User',
                Scope_Key__c: agentId,
                ...policyFields(settings)
            });
        },
        addRule: (rule) => add<RuleId>('Callback_Rule__c', ruleFields(rule)),
        addDialList: (name, numberId, hours) =>
            add<DialListId>('Dial_List__c', {
                Name: name,
                Callback_Number__c: numberId,
                Time_Zone__c: hours?.timeZone,
                Call_From__c: hours?.from,
                Call_Until__c: hours?.until
            }),
        addDialEntry: (dialListId, { agentId, recordId } = {}) =>
            add('Dial_Entry__c', {
                Dial_List__c: dialListId,
                Phone__c: ENTRY_PHONE,
                Record_Id__c: recordId,
                Status__c: agentId ? 'In progress' : 'New',
                Agent__c: agentId
            }),
        async addContact({ lastName, leadSource, industry }) {
            const AccountId =
                industry && (await add('Account', { Name: lastName, Industry: industry }));
            return add('Contact', { LastName: lastName, LeadSource: leadSource, AccountId });
        },
        async logged(dialKey) {
            const line = await first(
                soql`SELECT Id, Agent__c, Channel__c, Dialed_Number__c, Outcome__c, Presented_Number__c, Source__c, Rule__c, Error_Code__c, Telephony_Reason__c, Trace__c, Decided_At__c FROM Callback_Decision__c WHERE Dial_Key__c = ${dialKey}`
            );
            return line && loggedLine(line);
        },
        addSelector: options.addSelector,
        cutOff: options.cutOff,
        async close() {
            const lines = soql`SELECT Id FROM Callback_Decision__c WHERE Dial_Key__c LIKE ${`${agentId}:${RUN}-%`}`;
            const preference = soql`SELECT Id FROM Callback_Preference__c WHERE Agent_Key__c = ${agentId}`;
            for (const [object, query] of [
                ['Callback_Decision__c', lines],
                ['Callback_Preference__c', preference]
            ]) {
                const { records } = await admin.query(query);
                const found = records.map(({ Id }) => Id as string);
                await admin.destroy(object, found, { allowRecursive: true });
            }
            // Children first; what went with its parent is gone already.
            for (const { object, id } of added.reverse()) {
                await admin.destroy(object, [id], { allOrNone: false });
            }
            await options.onClose?.();
        }
    };
}

function nameOf(names: Readonly<Record<string, unknown>>, meaning: unknown): string | undefined {
    return Object.keys(names).find((name) => names[name] === meaning);
}

function policyFields(settings: PolicySettings): Record<string, unknown> {
    const yesNo = (value: boolean | undefined) => nameOf(configured.YES_NO, value) ?? 'Inherit';
    return {
        Principal_Number__c: settings.principalNumberId,
        Default_Country__c: settings.defaultCountry,
        Restrict_Numbers__c: yesNo(settings.restrictNumbers),
        Automate_Click_To_Dial__c: yesNo(settings.automateClickToDial),
        Automate_Connect__c: yesNo(settings.automateConnect),
        Agent_May_Override__c: yesNo(settings.agentMayOverride),
        When_Unavailable__c:
            nameOf(configured.WHEN_UNAVAILABLE, settings.whenUnavailable) ?? 'Inherit'
    };
}

function ruleFields(rule: NewRule): Record<string, unknown> {
    const all: Partial<Record<string, unknown>> = rule satisfies Omit<Rule, 'id'>;
    return {
        Name: rule.name,
        Priority__c: rule.priority,
        Active__c: rule.active,
        Channel__c: nameOf(configured.RULE_CHANNELS, rule.channel),
        Type__c: nameOf(configured.RULE_TYPES, rule.type),
        Agent_Group__c: rule.agentGroupId,
        Callback_Number__c: all.numberId,
        Prefix__c: all.prefix,
        Object__c: all.objectApiName,
        Field__c: all.field,
        Operator__c: nameOf(configured.OPERATORS, all.operator),
        Value__c: all.value,
        Dial_List__c: all.dialListId,
        Selector__c: all.selector
    };
}

function loggedLine(row: Record<string, unknown>): LoggedLine {
    const text = (field: string) => (row[field] ?? null) as string | null;
    return {
        agentId: text('Agent__c'),
        channel: nameOf(picklists.CHANNEL_NAMES, row.Channel__c) ?? '',
        dialedNumber: String(row.Dialed_Number__c),
        outcome:
            row.Outcome__c === picklists.REFUSED
                ? 'refused'
                : (nameOf(picklists.OUTCOME_NAMES, row.Outcome__c) ?? ''),
        presentedNumber: text('Presented_Number__c'),
        source: nameOf(picklists.SOURCE_NAMES, row.Source__c) ?? null,
        ruleId: text('Rule__c'),
        errorCode: text('Error_Code__c'),
        telephonyReason: text('Telephony_Reason__c'),
        trace: JSON.parse(String(row.Trace__c)) as LoggedLine['trace'],
        decidedAt: Date.parse(String(row.Decided_At__c))
    };
}
