import type { OrgSession } from '../local-org/index.ts';
import type { OrgWorld } from './orgProcess.ts';

/** Fills an org with a world of a benchmark, and says whom to name. */
export function fillOrg(into: OrgSession, wanted: OrgWorld) {
    const profile = into.query("SELECT Id FROM Profile WHERE Name = 'Standard User'").records[0];
    const numbers = create('Callback_Number__c', wanted.numbers, (i) => ({
        Name: `Number ${i}`,
        Number__c: `+4420${String(10_000_000 + i)}`,
        Active__c: true
    }));
    const agentIds = create('User', wanted.agents, (i) => ({
        Username: `agent${i}@bench.example`,
        LastName: `Agent ${i}`,
        Email: `agent${i}@bench.example`,
        Alias: `a${i}`.slice(0, 8),
        IsActive: true,
        ProfileId: profile['Id'],
        TimeZoneSidKey: 'Europe/London',
        LocaleSidKey: 'en_GB',
        EmailEncodingKey: 'UTF-8',
        LanguageLocaleKey: 'en_US'
    }));
    create('Callback_Number_Assignment__c', wanted.assignments, (i) => {
        const agent = agentIds[i % agentIds.length];
        const round = Math.floor(i / agentIds.length);
        const number = numbers[(i * 7 + round) % numbers.length];
        return { Callback_Number__c: number, Agent__c: agent, Key__c: `${number}:${agent}` };
    });
    create('Callback_Policy__c', 1, () => ({
        Name: 'Organization',
        Scope__c: 'Organization',
        Scope_Key__c: 'org',
        Principal_Number__c: numbers[0],
        Default_Country__c: 'GB',
        Restrict_Numbers__c: 'No',
        Automate_Click_To_Dial__c: 'Yes',
        Automate_Connect__c: 'Yes'
    }));
    create('Callback_Rule__c', wanted.prefixRules, (i) => ({
        Name: `Prefix ${i}`,
        Priority__c: 10,
        Type__c: 'Number prefix',
        Channel__c: 'Any',
        Prefix__c: `+4420${String(100 + i)}`,
        Callback_Number__c: numbers[i % numbers.length]
    }));
    create('Callback_Rule__c', wanted.fieldRules, (i) => ({
        Name: `Field ${i}`,
        Priority__c: 20,
        Type__c: 'Record field',
        Channel__c: 'Click to dial',
        Object__c: 'Contact',
        Field__c: i % 2 === 0 ? 'Department' : 'Title',
        Operator__c: 'equals',
        Value__c: `Group ${i}`,
        Callback_Number__c: numbers[i % numbers.length]
    }));
    const contactIds = create('Contact', wanted.contacts, (i) => ({
        LastName: `Contact ${i}`,
        Department: `Group ${i % 20}`,
        Title: `Group ${i % 20}`,
        Phone: `+4930${String(1_000_000 + i)}`
    }));
    const [list] = create('Dial_List__c', 1, () => ({
        Name: 'Campaign',
        Callback_Number__c: numbers[1],
        Active__c: true
    }));
    create('Callback_Rule__c', 1, () => ({
        Name: 'Lists',
        Priority__c: 30,
        Type__c: 'Dial list',
        Channel__c: 'Connect'
    }));
    const dialEntryIds = create('Dial_Entry__c', wanted.dialEntries, (i) => ({
        Dial_List__c: list,
        Phone__c: `+4930${String(1_000_000 + i)}`,
        Order__c: i,
        Status__c: 'New'
    }));
    const { decisions = 0 } = wanted;
    const now = Date.now();
    // One a minute, the last one now.
    create('Callback_Decision__c', decisions, (i) => {
        const number = i % numbers.length;
        const blocked = i % 50 === 0;
        return {
            Dial_Key__c: `bench-${i}`,
            Agent__c: agentIds[i % agentIds.length],
            Channel__c: 'Click to dial',
            Dialed_Number__c: `+4930${String(1_000_000 + (i % 5_000))}`,
            Outcome__c: blocked ? 'Blocked' : 'Presented',
            ...(blocked
                ? { Error_Code__c: 'NUMBER_NOT_AVAILABLE' }
                : {
                      Callback_Number__c: numbers[number],
                      Presented_Number__c: `+4420${String(10_000_000 + number)}`,
                      Source__c: 'Principal number'
                  }),
            Decided_At__c: new Date(now - (decisions - i) * 60_000).toISOString(),
            Trace__c: '[]'
        };
    });
    return { numbers, agentIds, contactIds, dialEntryIds };

    function create(
        object: string,
        count: number,
        values: (i: number) => Record<string, unknown>
    ): string[] {
        const created: string[] = [];
        for (let from = 0; from < count; from += 200) {
            const rows = Array.from({ length: Math.min(200, count - from) }, (_, i) => ({
                kind: 'create' as const,
                object,
                values: values(from + i)
            }));
            for (const result of into.save(rows, { allOrNone: true })) {
                if (!result.success) {
                    throw new Error(`${object}: ${JSON.stringify(result.errors)}`);
                }
                created.push(result.id!);
            }
            if (from % 20_000 === 0 && from > 0) {
                console.error(`    ${object} ${from} of ${count}`);
            }
        }
        return created;
    }
}
