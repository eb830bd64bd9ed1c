import type { CallHours } from '#hours';
import type { AgentGroupId, AgentId, DialListId, NumberId, Rule, RuleId } from '#resolver';
import { MemoryOrg } from '../memory/memoryOrg.ts';
import { memoryPorts } from '../memory/ports.ts';
import { toId18 } from '../salesforceId.ts';
import { ENTRY_PHONE, SELECTOR_LIMIT_MS, type ContractWorld, type LoggedLine } from './world.ts';

const CONTACT_FIELDS = ['Id', 'LastName', 'LeadSource', 'Account.Industry'];

/** The suite's world in memory. */
export function createMemoryWorld(): ContractWorld {
    let made = 0;
    const newId = <Id extends string>(prefix: string): Id =>
        toId18(`${prefix}${String(++made).padStart(12, '0')}`) as Id;

    const listHours = new Map<DialListId, CallHours | undefined>();
    const agentId = newId<AgentId>('005');
    const formerAgentId = newId<AgentId>('005');
    const profileId = newId('00e');
    const org = new MemoryOrg({
        agents: [
            { id: agentId, name: 'Ada Obi', active: true, profileId, groupIds: [] },
            { id: formerAgentId, name: 'Carl Doe', active: false, profileId, groupIds: [] }
        ]
    });
    org.objects.set('Contact', { keyPrefix: '003', fields: CONTACT_FIELDS });
    org.objects.set('Dial_Entry__c', { keyPrefix: 'a06', fields: ['Id', 'Dial_List__c'] });
    const { rows } = org;

    return {
        ports: memoryPorts(org, { selectorTimeoutMs: SELECTOR_LIMIT_MS }),
        agentId,
        formerAgentId,
        profileId,
        async addNumber(number) {
            const id = newId<NumberId>('a01');
            rows.numbers.push({ ...number, id });
            org.change('number added');
            return id;
        },
        async addGroup(_name, members) {
            const id = newId<AgentGroupId>('a02');
            rows.agents = rows.agents.map((agent) =>
                members.includes(agent.id) ? { ...agent, groupIds: [...agent.groupIds, id] } : agent
            );
            return id;
        },
        async assign(numberId, to) {
            rows.assignments.push({ numberId, ...to });
        },
        async addPolicy(settings) {
            rows.policies.push({ scope: 'user', scopeKey: agentId, ...settings });
        },
        async addRule(rule) {
            const id = newId<RuleId>('a07');
            rows.rules.push({ ...rule, id } as Rule);
            return id;
        },
        async addDialList(name, numberId, hours) {
            const id = newId<DialListId>('a05');
            rows.dialLists.push({ id, name, ...(numberId && { numberId }) });
            listHours.set(id, hours);
            return id;
        },
        async addDialEntry(dialListId, entry = {}) {
            const id = newId('a06');
            const hours = listHours.get(dialListId);
            org.dialEntries.set(id, {
                dialListId,
                phone: ENTRY_PHONE,
                ...(hours && { hours }),
                ...entry
            });
            return id;
        },
        async addContact({ lastName, leadSource = null, industry = null }) {
            const id = newId('003');
            org.records.set(id, {
                Id: id,
                LastName: lastName,
                LeadSource: leadSource,
                'Account.Industry': industry
            });
            return id;
        },
        async logged(dialKey): Promise<LoggedLine | undefined> {
            const line = org.log.get(dialKey);
            if (!line) {
                return undefined;
            }
            const { decision, refusal } = line;
            const presented = decision.outcome === 'presented' ? decision : undefined;
            return {
                agentId: line.agentKnown ? line.agentId : null,
                channel: line.channel,
                dialedNumber: line.dialedNumber,
                outcome: refusal ? 'refused' : decision.outcome,
                presentedNumber: presented?.number ?? null,
                source: presented?.source ?? null,
                ruleId: decision.ruleId ?? null,
                errorCode:
                    decision.outcome === 'blocked' ? decision.errorCode : (refusal?.code ?? null),
                telephonyReason: refusal?.reason ?? null,
                trace: decision.trace,
                decidedAt: line.decidedAt
            };
        },
        addSelector(selector, says) {
            org.selectors.set(selector, ({ dial }) => says(dial));
        },
        cutOff() {
            org.outage = 'The org is away.';
            return () => {
                org.outage = undefined;
            };
        },
        async close() {}
    };
}
