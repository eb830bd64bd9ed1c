import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import { MOST_FAVORITES, setDefaultNumber, setFavorites } from 'c/callbackData';
import type { NumberId } from 'c/callbackResolver';
import { AGENT, BERLIN, HEAD_OFFICE } from '../../../../../test/agentAnswers';
import { agentWith } from './agent';

const PREFERENCE = 'a04000000000001AAA';
const preferences = [
    { Id: PREFERENCE, Agent__c: AGENT, Default_Number__c: null, Favorites__c: null }
];
const created = jest.mocked(createRecord);
const updated = jest.mocked(updateRecord);

/** As the record API throws it. */
function refusal(errorCode: string, message: string) {
    return {
        status: 400,
        body: {
            message: 'An error occurred while trying to update the record. Please try again.',
            output: { errors: [{ errorCode, message }], fieldErrors: {} }
        }
    };
}

beforeEach(() => jest.resetAllMocks());

describe('What an agent chooses', () => {
    it('is written into their record', async () => {
        const agent = await agentWith({ preferences });
        await setDefaultNumber(agent, BERLIN as NumberId);
        await setDefaultNumber(agent, null);
        await setFavorites(agent, [BERLIN, HEAD_OFFICE] as NumberId[]);
        expect(updated.mock.calls.map(([{ fields }]) => fields)).toEqual([
            { Id: PREFERENCE, Default_Number__c: BERLIN },
            { Id: PREFERENCE, Default_Number__c: null },
            { Id: PREFERENCE, Favorites__c: `${BERLIN};${HEAD_OFFICE}` }
        ]);
        expect(created).not.toHaveBeenCalled();
    });

    it('makes their record where there is none, under their own key', async () => {
        await setDefaultNumber(await agentWith(), BERLIN as NumberId);
        expect(created).toHaveBeenCalledWith({
            apiName: 'Callback_Preference__c',
            fields: { Agent__c: AGENT, Agent_Key__c: AGENT, Default_Number__c: BERLIN }
        });
        expect(updated).not.toHaveBeenCalled();
    });

    it('is written into the record that somebody else made in the meantime', async () => {
        created.mockRejectedValue(
            refusal(
                'DUPLICATE_VALUE',
                'duplicate value found: Agent_Key__c duplicates value on record with id: a04000000000001'
            )
        );
        await setFavorites(await agentWith(), [BERLIN] as NumberId[]);
        expect(updated).toHaveBeenCalledWith({
            fields: { Id: 'a04000000000001', Favorites__c: BERLIN }
        });
    });

    it('is refused with the words of the platform', async () => {
        const error = refusal('INSUFFICIENT_ACCESS', 'No access to this record.');
        created.mockRejectedValue(error);
        await expect(setDefaultNumber(await agentWith(), null)).rejects.toBe(error);
        expect(updated).not.toHaveBeenCalled();
    });

    it('is refused where there are more favorites than there is room for', async () => {
        const many = Array.from({ length: MOST_FAVORITES + 1 }, () => BERLIN as NumberId);
        await expect(setFavorites(await agentWith({ preferences }), many)).rejects.toThrow(
            'c.Callback_Favorites_Full'
        );
        expect(updated).not.toHaveBeenCalled();
    });
});
