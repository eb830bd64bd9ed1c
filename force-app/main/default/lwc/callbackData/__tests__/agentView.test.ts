import { stateOfAgent } from 'c/callbackData';
import {
    AGENT,
    BERLIN,
    CONFIGURED,
    HEAD_OFFICE,
    numberRow,
    PROFILE
} from '../../../../../test/agentAnswers';
import { agentWith } from './agent';

const [organization] = CONFIGURED.policies;
const preference = {
    Id: 'a04000000000001AAA',
    Agent__c: AGENT,
    Default_Number__c: BERLIN,
    Favorites__c: `${BERLIN};a00000000000099AAA;${HEAD_OFFICE}`
};

describe('What is known of an agent', () => {
    it('are the numbers available to them, by label, and the principal number', async () => {
        const agent = await agentWith();
        expect(agent.numbers.map(({ label }) => label)).toEqual(['Berlin', 'Head office']);
        expect(agent.principalNumberId).toBe(HEAD_OFFICE);
        expect(agent.defaultNumberId).toBeNull();
        expect(agent.preferenceId).toBeUndefined();
    });

    it('are their own choices; a favorite whose number is gone is left out', async () => {
        const agent = await agentWith({ preferences: [preference] });
        expect(agent.defaultNumberId).toBe(BERLIN);
        expect(agent.favoriteIds).toEqual([BERLIN, HEAD_OFFICE]);
        expect(agent.preferenceId).toBe(preference.Id);
    });

    it('is their default even while it is not available', async () => {
        const numbers = [
            CONFIGURED.numbers[0],
            numberRow(BERLIN, 'Berlin', '+4930901820', { Active__c: false })
        ];
        const agent = await agentWith({ numbers, preferences: [preference] });
        expect(agent.defaultNumberId).toBe(BERLIN);
        expect(agent.numbers.map(({ id }) => id)).toEqual([HEAD_OFFICE]);
    });

    it('are numbers that are assigned to them or their group, where numbers are restricted', async () => {
        const policies = [{ ...organization, Restrict_Numbers__c: 'Yes' }];
        expect((await agentWith({ policies })).numbers.map(({ id }) => id)).toEqual([HEAD_OFFICE]);
        const assignments = [
            {
                Id: 'a05000000000001AAA',
                Callback_Number__c: BERLIN,
                Agent__c: null,
                Agent_Group__c: CONFIGURED.members[0].Agent_Group__c
            }
        ];
        expect((await agentWith({ policies, assignments })).numbers).toHaveLength(2);
    });

    it('is the policy of their profile before that of the organization', async () => {
        const ofProfile = {
            ...organization,
            Id: 'a03000000000002AAA',
            Scope__c: 'Profile',
            Scope_Key__c: PROFILE,
            Principal_Number__c: BERLIN
        };
        const agent = await agentWith({ policies: [organization, ofProfile] });
        expect(agent.principalNumberId).toBe(BERLIN);
    });

    it('reads numbers with the default country of their policy', async () => {
        const agent = await agentWith();
        expect(agent.readNumber('020 7946 0018')).toBe('+442079460018');
        expect(agent.readNumber('999')).toBe('999');
    });

    it('is the same when everything comes in pages of one', async () => {
        const [all, inPages] = [await agentWith(), await agentWith({}, 1)];
        expect(inPages.numbers).toEqual(all.numbers);
    });

    it('leaves out rows that no decision can use: a number that is none, a rule that says too little', async () => {
        const agent = await agentWith({
            numbers: [...CONFIGURED.numbers, numberRow('a00000000000003AAA', 'Broken', '0800')],
            rules: [{ Id: 'a06000000000001AAA', Type__c: 'Something new', Channel__c: 'Any' }]
        });
        expect(agent.directory.numbers.size).toBe(2);
        expect(agent.directory.rules.size).toBe(0);
    });
});

describe('The state of an agent', () => {
    it('is ready with an active number and a principal number', async () => {
        expect(stateOfAgent(await agentWith()).kind).toBe('ready');
    });

    it.each([
        ['there is no number', { numbers: [] }],
        [
            'no number is active',
            { numbers: [numberRow(BERLIN, 'Berlin', '+4930901820', { Active__c: false })] }
        ],
        ['no policy names a principal number', { policies: [] }]
    ])('is not configured while %s', async (_, rows) => {
        expect(stateOfAgent(await agentWith(rows)).kind).toBe('notConfigured');
    });
});
