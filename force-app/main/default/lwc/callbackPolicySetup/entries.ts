import type { PolicyEntry } from 'c/callbackPolicyList';
import { choiceLabel, countryName, filled, SETTING_LABELS } from 'c/callbackPolicyWords';
import {
    EMPTY_POLICY,
    policyFormOf,
    settingsMade,
    type AgentRecord,
    type NumberRecord,
    type PolicyRecord,
    type PolicyTarget
} from 'c/callbackSetupData';
import { SCOPES, WORDS } from './words';

/** What policies are told with. */
export interface People {
    readonly agents: readonly AgentRecord[];
    readonly numbers: readonly NumberRecord[];
}

const ORGANIZATION: PolicyTarget = { scope: 'Organization', scopeKey: 'org' };
const ORDER = Object.keys(SCOPES);

/** Profiles that anybody has, by name. */
export function profilesOf(
    agents: readonly AgentRecord[]
): readonly { readonly id: string; readonly name: string }[] {
    const names = new Map(
        agents.map((agent) => [agent.ProfileId, agent['Profile.Name'] ?? agent.ProfileId])
    );
    return [...names]
        .map(([id, name]) => ({ id, name }))
        .sort((a, b) => a.name.localeCompare(b.name));
}

/** What the profile or user of a policy is called. */
export function nameOf({ scope, scopeKey }: PolicyTarget, { agents }: People): string {
    switch (scope) {
        case 'Organization':
            return SCOPES.Organization;
        case 'Profile':
            return profilesOf(agents).find(({ id }) => id === scopeKey)?.name ?? scopeKey;
        case 'User':
            return (
                agents.find(({ Id }) => Id === scopeKey)?.Name ??
                filled(WORDS.unknownUser, scopeKey)
            );
    }
}

/**
 * The organization's policy also where there is none yet.
 * @param opened may be a policy that is not there yet either
 */
export function entriesOf(
    policies: readonly PolicyRecord[],
    opened: PolicyTarget | undefined,
    people: People
): readonly PolicyEntry[] {
    const targets = new Map<string, PolicyTarget>([[ORGANIZATION.scopeKey, ORGANIZATION]]);
    policies.forEach((policy) => targets.set(policy.Scope_Key__c, targetOf(policy)));
    if (opened) {
        targets.set(opened.scopeKey, opened);
    }
    return [...targets.values()]
        .map((target) => ({ target, name: nameOf(target, people) }))
        .sort(
            (a, b) =>
                ORDER.indexOf(a.target.scope) - ORDER.indexOf(b.target.scope) ||
                a.name.localeCompare(b.name)
        )
        .map(({ target, name }) => ({
            scopeKey: target.scopeKey,
            scope: SCOPES[target.scope],
            name,
            says: sentencesOf(
                policies.find(({ Scope_Key__c }) => Scope_Key__c === target.scopeKey),
                people
            ),
            isOpen: target.scopeKey === opened?.scopeKey
        }));
}

export function targetOf({ Scope__c, Scope_Key__c }: PolicyRecord): PolicyTarget {
    return { scope: Scope__c as PolicyTarget['scope'], scopeKey: Scope_Key__c };
}

/** Whose policies are in force under a policy. */
export function personOf(
    { scope, scopeKey }: PolicyTarget,
    { agents }: People
): { readonly profileId: string; readonly agentId?: string } {
    switch (scope) {
        case 'Organization':
            return { profileId: '' };
        case 'Profile':
            return { profileId: scopeKey };
        case 'User': {
            const agent = agents.find(({ Id }) => Id === scopeKey);
            return { profileId: agent?.ProfileId ?? '', agentId: scopeKey };
        }
    }
}

function sentencesOf(policy: PolicyRecord | undefined, { numbers }: People): readonly string[] {
    const form = policy ? policyFormOf(policy) : EMPTY_POLICY;
    return settingsMade(form).map((setting) => {
        const number = numbers.find(({ Id }) => Id === form[setting]);
        const shown =
            setting === 'defaultCountry'
                ? (countryName(form[setting]) ?? form[setting])
                : choiceLabel(form[setting]);
        return filled(
            WORDS.setTo,
            SETTING_LABELS[setting],
            number ? `${number.Name} ${number.Number__c}` : shown
        );
    });
}
