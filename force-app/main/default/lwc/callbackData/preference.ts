import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import tooManyFavorites from '@salesforce/label/c.Callback_Favorites_Full';
import { reduceErrors } from 'c/callbackErrors';
import type { NumberId } from 'c/callbackResolver';
import type { AgentView } from './types';

/** What the field has room for. */
export const MOST_FAVORITES = 200;

/** Stores the agent's own choice; null clears it. @throws the platform's error */
export function setDefaultNumber(agent: AgentView, numberId: NumberId | null): Promise<void> {
    return write(agent, { Default_Number__c: numberId });
}

/** Stores the agent's favourites in place of those before. @throws the platform's error, or an Error when there are too many */
export async function setFavorites(
    agent: AgentView,
    numberIds: readonly NumberId[]
): Promise<void> {
    if (numberIds.length > MOST_FAVORITES) {
        throw new Error(tooManyFavorites.replace('{0}', String(MOST_FAVORITES)));
    }
    await write(agent, { Favorites__c: numberIds.join(';') });
}

/** Each agent has one record, held to it by its key. */
async function write(
    { agentId, preferenceId }: AgentView,
    fields: Readonly<Record<string, string | null>>
): Promise<void> {
    if (preferenceId !== undefined) {
        await updateRecord({ fields: { Id: preferenceId, ...fields } });
        return;
    }
    try {
        await createRecord({
            apiName: 'Callback_Preference__c',
            fields: { Agent__c: agentId, Agent_Key__c: agentId, ...fields }
        });
    } catch (error) {
        // Another page, or the service, was first.
        const existing = duplicatedId(error);
        if (existing === undefined) {
            throw error;
        }
        await updateRecord({ fields: { Id: existing, ...fields } });
    }
}

/** The platform names the record that has the key already, deep inside the error. */
const DUPLICATE = /duplicates value on record with id: ([a-zA-Z0-9]{15,18})/;

function duplicatedId(error: unknown): string | undefined {
    return DUPLICATE.exec(reduceErrors(error).join(' '))?.[1];
}
