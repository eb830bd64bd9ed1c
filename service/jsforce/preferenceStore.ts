import type { Connection } from 'jsforce';
import type { PreferenceStore } from '../ports.ts';
import { LONGEST_REQUEST_MS, within } from '../within.ts';
import { toServiceError } from './orgErrors.ts';

export function createPreferenceStore(connection: Connection): PreferenceStore {
    return {
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
