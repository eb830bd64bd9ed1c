import { rows } from 'c/callbackData';
import {
    createDirectory,
    effectivePolicy,
    isE164,
    type Agent,
    type AgentId,
    type Directory,
    type EffectivePolicy
} from 'c/callbackResolver';
import type { AgentRecord, NumberRecord, PolicyRecord } from './lists';
import { OBJECTS } from './objects';
import type { RowChange } from './saveRows';

/** What a policy is for: the organization, a profile or a user. */
export interface PolicyTarget {
    readonly scope: 'Organization' | 'Profile' | 'User';
    /** `org`, or the 18-character id of the profile or user. */
    readonly scopeKey: string;
}

/** The settings of a policy as a form holds them. */
export interface PolicyForm {
    /** Id of a number; empty: inherited. */
    readonly principalNumberId: string;
    /** ISO 3166 alpha-2; empty: inherited. */
    readonly defaultCountry: string;
    readonly restrictNumbers: YesNo;
    readonly automateClickToDial: YesNo;
    readonly automateConnect: YesNo;
    readonly agentMayOverride: YesNo;
    readonly whenUnavailable: 'Inherit' | 'Use default' | 'Block';
}
export type YesNo = 'Inherit' | 'Yes' | 'No';
export type PolicySetting = keyof PolicyForm;

const FIELDS = {
    principalNumberId: 'Principal_Number__c',
    defaultCountry: 'Default_Country__c',
    restrictNumbers: 'Restrict_Numbers__c',
    automateClickToDial: 'Automate_Click_To_Dial__c',
    automateConnect: 'Automate_Connect__c',
    agentMayOverride: 'Agent_May_Override__c',
    whenUnavailable: 'When_Unavailable__c'
} as const satisfies Readonly<Record<PolicySetting, string>>;

const SETTINGS = Object.keys(FIELDS) as readonly PolicySetting[];
const PICKLISTS: ReadonlySet<PolicySetting> = new Set([
    'restrictNumbers',
    'automateClickToDial',
    'automateConnect',
    'agentMayOverride',
    'whenUnavailable'
]);

const LONGEST_NAME = 80;

/** Where everything is inherited: nothing is written yet. */
export const EMPTY_POLICY: PolicyForm = {
    principalNumberId: '',
    defaultCountry: '',
    restrictNumbers: 'Inherit',
    automateClickToDial: 'Inherit',
    automateConnect: 'Inherit',
    agentMayOverride: 'Inherit',
    whenUnavailable: 'Inherit'
};

export function policyFormOf(record: PolicyRecord): PolicyForm {
    return Object.fromEntries(
        SETTINGS.map((setting) => [setting, record[FIELDS[setting]] ?? EMPTY_POLICY[setting]])
    ) as unknown as PolicyForm;
}

/** The settings that are not inherited. */
export function settingsMade(form: PolicyForm): readonly PolicySetting[] {
    return SETTINGS.filter((setting) => form[setting] !== EMPTY_POLICY[setting]);
}

/**
 * What has to be written; undefined where nothing changes.
 * @param name of a policy that does not exist yet
 */
export function policyChange(
    target: PolicyTarget,
    record: PolicyRecord | undefined,
    form: PolicyForm,
    name: string
): RowChange | undefined {
    const before = record && policyFormOf(record);
    const changed = SETTINGS.filter((setting) => form[setting] !== before?.[setting]);
    const fields = Object.fromEntries(
        changed.map((setting) => [FIELDS[setting], form[setting] || null])
    );
    if (!record) {
        return {
            kind: 'create',
            object: OBJECTS.policy,
            fields: {
                Name: name.slice(0, LONGEST_NAME),
                Scope__c: target.scope,
                Scope_Key__c: target.scopeKey,
                ...fields
            }
        };
    }
    return changed.length > 0
        ? {
              kind: 'update',
              object: OBJECTS.policy,
              id: record.Id,
              fields,
              seen: record.SystemModstamp
          }
        : undefined;
}

export function policyRemoval({ Id, SystemModstamp }: PolicyRecord): RowChange {
    return { kind: 'delete', object: OBJECTS.policy, id: Id, seen: SystemModstamp };
}

/** A policy as it would be, for looking at what it does before it is saved. */
export function policyRowOf(target: PolicyTarget, form: PolicyForm): rows.PolicyRow {
    const fields = SETTINGS.map((setting) => [
        FIELDS[setting],
        form[setting] === '' && !PICKLISTS.has(setting) ? null : form[setting]
    ]);
    return {
        Id: '',
        Scope__c: target.scope,
        Scope_Key__c: target.scopeKey,
        ...Object.fromEntries(fields)
    } as rows.PolicyRow;
}

/** What is in force for somebody with this profile, or for an agent, where these are the policies. */
export function policyInForce(
    policies: readonly rows.PolicyRow[],
    { profileId, agentId = '' }: { readonly profileId: string; readonly agentId?: string }
): EffectivePolicy {
    return effectivePolicy(directoryOf([], policies), personOf(agentId, profileId));
}

/** What a change of policies does to the agents. */
export interface PolicyEffects {
    /** Agents for whom any setting in force changes. */
    readonly changed: readonly AgentRecord[];
    /** Agents who have no active principal number to fall back on, after the change. */
    readonly withoutPrincipal: readonly AgentRecord[];
}

export function policyEffects(
    agents: readonly AgentRecord[],
    numbers: readonly NumberRecord[],
    before: readonly rows.PolicyRow[],
    after: readonly rows.PolicyRow[]
): PolicyEffects {
    const [now, then] = [directoryOf(numbers, before), directoryOf(numbers, after)];
    const inForce = (directory: Directory, agent: AgentRecord) =>
        effectivePolicy(directory, personOf(agent.Id, agent.ProfileId));
    return {
        changed: agents.filter(
            (agent) => settingsText(inForce(now, agent)) !== settingsText(inForce(then, agent))
        ),
        withoutPrincipal: agents.filter((agent) => {
            const { principalNumberId } = inForce(then, agent);
            return !principalNumberId || !then.numbers.get(principalNumberId)?.active;
        })
    };
}

function directoryOf(
    numbers: readonly NumberRecord[],
    policies: readonly rows.PolicyRow[]
): Directory {
    return createDirectory({
        numbers: numbers.flatMap((row) => rows.toNumber(row, isE164) ?? []),
        policies: policies.flatMap((row) => rows.toPolicy(row) ?? []),
        agents: [],
        assignments: [],
        rules: [],
        dialLists: []
    });
}

function personOf(id: string, profileId: string): Agent {
    return { id: id as AgentId, name: '', active: true, profileId, groupIds: [] };
}

/** Without where each comes from: that may change and nobody notices. */
function settingsText({ origins: _origins, ...settings }: EffectivePolicy): string {
    return JSON.stringify(settings);
}
