import type { Connection } from 'jsforce';
import type { NumberId } from '#resolver';
import type { PreferenceStore } from '../ports.ts';
import { LONGEST_REQUEST_MS, within } from '../within.ts';
import { toServiceError } from './orgErrors.ts';
import { soql } from './soql.ts';

export function createPreferenceStore(connection: Connection): PreferenceStore {
    return {
        async readDefault(agentId) {
            const query = soql`SELECT Default_Number__c FROM Callback_Preference__c WHERE Agent__c = ${agentId}`;
            try {
                const { records } = await within(
                    LONGEST_REQUEST_MS,
                    connection.query<{ readonly Default_Number__c: NumberId | null }>(query)
                );
                return records[0]?.Default_Number__c ?? null;
            } catch (error) {
                throw toServiceError(error, `Reading the default of agent ${agentId}`);
            }
        },
        async setDefault(agentId, numberId) {
            try {
                // Upsert by the agent's key: one preference an agent, whoever writes first.
                const written = connection.sobject('Callback_Preference__c').upsert(
                    {
                        Agent_Key__c: agentId,
                        Agent__c: agentId,
                        // Theirs: the agent reads and changes it in Lightning.
                        OwnerId: agentId,
                        Default_Number__c: numberId
                    },
                    'Agent_Key__c'
                );
                await within(LONGEST_REQUEST_MS, written);
            } catch (error) {
                throw toServiceError(error, `Writing the default of agent ${agentId}`);
            }
        }
    };
}
