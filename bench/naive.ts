import type { Connection } from 'jsforce';
import type { DialRequest } from '../service/index.ts';

/**
 * A decision as one would first write it: each dial asks the org for everything it needs. Enough
 * of it to be compared with: policy, preference, rules, numbers and the record, one query each.
 */
export async function naiveDecide(
    connection: Connection,
    { agentId, number, recordId }: DialRequest
): Promise<string | undefined> {
    const one = async (query: string) => (await connection.query(query)).records;
    const [agent] = await one(`SELECT IsActive, ProfileId FROM User WHERE Id = '${agentId}'`);
    const policies = await one(
        `SELECT Scope__c, Principal_Number__c FROM Callback_Policy__c WHERE Scope_Key__c IN ('org', '${agentId}', '${agent['ProfileId']}')`
    );
    const [preference] = await one(
        `SELECT Default_Number__c FROM Callback_Preference__c WHERE Agent_Key__c = '${agentId}'`
    );
    const rules = await one(
        'SELECT Type__c, Prefix__c, Field__c, Value__c, Callback_Number__c FROM Callback_Rule__c WHERE Active__c = true ORDER BY Priority__c'
    );
    const [record] = await one(`SELECT Department, Title FROM Contact WHERE Id = '${recordId}'`);
    const rule = rules.find((candidate) =>
        candidate['Type__c'] === 'Number prefix'
            ? number.startsWith(String(candidate['Prefix__c']))
            : record[String(candidate['Field__c'])] === candidate['Value__c']
    );
    const id =
        rule?.['Callback_Number__c'] ??
        preference?.['Default_Number__c'] ??
        policies[0]?.['Principal_Number__c'];
    const [presented] = await one(
        `SELECT Number__c FROM Callback_Number__c WHERE Active__c = true AND Id = '${id}'`
    );
    return presented?.['Number__c'] as string | undefined;
}
