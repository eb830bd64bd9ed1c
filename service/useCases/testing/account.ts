import type { AgentGroupId, AgentId, DialListId, E164, NumberId, Rule, RuleId } from '#resolver';
import { MemoryOrg } from '../../memory/memoryOrg.ts';

/** A small account. Every test gets one of its own. */

export const ADA = '005000000000001AAA' as AgentId;
/** May use only what is assigned: Berlin. */
export const BEN = '005000000000002AAA' as AgentId;
export const FORMER = '005000000000003AAA' as AgentId;
export const NOBODY = '005000000000009AAA' as AgentId;
export const HEAD_OFFICE = 'a01000000000001AAA' as NumberId;
export const BERLIN = 'a01000000000002AAA' as NumberId;
export const LEEDS = 'a01000000000003AAA' as NumberId;
export const LIST = 'a05000000000001AAA' as DialListId;
export const ENTRY = 'a06000000000001AAA';
export const CONTACT = '003000000000001AAA';
export const NUMBERS = {
    headOffice: '+442079460000' as E164,
    berlin: '+4930901820' as E164,
    leeds: '+441134960000' as E164
};
const PROFILE = '00e000000000001AAA';

export function account(...rules: readonly Rule[]): MemoryOrg {
    const org = new MemoryOrg({
        numbers: [
            { id: HEAD_OFFICE, label: 'Head office', number: NUMBERS.headOffice, active: true },
            { id: BERLIN, label: 'Berlin', number: NUMBERS.berlin, active: true, country: 'DE' },
            { id: LEEDS, label: 'Leeds', number: NUMBERS.leeds, active: false }
        ],
        agents: [
            agent(ADA, 'Ada Obi', true),
            agent(BEN, 'Ben Carr', true),
            agent(FORMER, 'Carl Doe', false)
        ],
        assignments: [{ numberId: BERLIN, agentId: BEN }],
        policies: [
            {
                scope: 'organization',
                scopeKey: 'org',
                principalNumberId: HEAD_OFFICE,
                defaultCountry: 'GB',
                automateClickToDial: true,
                automateConnect: true
            },
            { scope: 'user', scopeKey: BEN, restrictNumbers: true, defaultCountry: 'DE' }
        ],
        rules,
        dialLists: [{ id: LIST, name: 'Spring campaign', numberId: BERLIN }]
    });
    org.objects.set('Contact', { keyPrefix: '003', fields: ['LeadSource', 'Account.Industry'] });
    org.objects.set('Dial_Entry__c', { keyPrefix: 'a06', fields: ['Dial_List__c'] });
    org.records.set(CONTACT, { LeadSource: 'Web' });
    org.dialEntries.set(ENTRY, { dialListId: LIST, phone: '020 7946 0018' });
    return org;
}

function agent(id: AgentId, name: string, active: boolean) {
    return { id, name, active, profileId: PROFILE, groupIds: [] as AgentGroupId[] };
}

const base = { priority: 10, active: true, channel: 'any' } as const;
let made = 0;
const ruleId = () => `a07${String(++made).padStart(12, '0')}AAA` as RuleId;

export const prefixRule = (prefix: string, numberId: NumberId = BERLIN): Rule => ({
    ...base,
    id: ruleId(),
    type: 'numberPrefix',
    name: `Prefix ${prefix}`,
    prefix,
    numberId
});
export const fieldRule = (field: string, value: string, numberId: NumberId = BERLIN): Rule => ({
    ...base,
    id: ruleId(),
    type: 'recordField',
    name: `${field} is ${value}`,
    objectApiName: 'Contact',
    field,
    operator: 'equals',
    value,
    numberId
});
export const listRule = (): Rule => ({
    ...base,
    id: ruleId(),
    type: 'dialList',
    name: 'Dial lists',
    channel: 'connect'
});
export const selectorRule = (selector: string): Rule => ({
    ...base,
    id: ruleId(),
    type: 'customSelector',
    name: selector,
    selector
});
