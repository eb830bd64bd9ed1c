import CallbackAssignAgent from 'c/callbackAssignAgent';
import type { ExplainState } from 'c/callbackAssignExplained';
import {
    AGENT,
    answerOf,
    BERLIN,
    CONFIGURED,
    HEAD_OFFICE,
    SALES,
    type Rows
} from '../../../../../test/agentAnswers';
import { answerGraphql } from '../../../../../test/stubs/graphql';
import { mount, quiet } from '../../../../../test/mount';
import { part } from '../../../../../test/parts';

jest.mock('@salesforce/i18n/lang', () => ({ default: 'en' }), { virtual: true });
jest.mock('@salesforce/label/c.Callback_Assign_Way_Group', () => ({ default: 'group {0}' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Assign_Default_Is', () => ({ default: 'default {0}' }), {
    virtual: true
});
jest.mock(
    '@salesforce/label/c.Callback_Assign_Default_Unavailable',
    () => ({ default: 'not available {0}' }),
    { virtual: true }
);
jest.mock(
    '@salesforce/label/c.Callback_Assign_Default_Principal',
    () => ({ default: 'principal {0}' }),
    { virtual: true }
);

const [POLICY] = CONFIGURED.policies;
const restricted = { policies: [{ ...POLICY, Restrict_Numbers__c: 'Yes' }] };
const assignment = (Id: string, number: string, whom: object) => ({
    Id,
    Callback_Number__c: number,
    Agent__c: null,
    Agent_Group__c: null,
    ...whom
});
const prefers = (number: string) => ({
    preferences: [{ Id: 'p', Agent__c: AGENT, Default_Number__c: number, Favorites__c: null }]
});

async function explained(rows: Partial<Rows>) {
    answerGraphql((asked) => answerOf({ ...CONFIGURED, ...rows } as Rows, asked));
    const element = await mount('c-callback-assign-agent', CallbackAssignAgent, {
        agentId: AGENT,
        groupNames: new Map([[SALES, 'Sales']])
    });
    await quiet();
    const state = () => part<{ state: ExplainState }>(element, 'c-callback-assign-explained').state;
    const explanation = () => {
        const now = state();
        if (now.kind !== 'explained') {
            throw new Error(now.kind);
        }
        return now.explanation;
    };
    return {
        element,
        state,
        explanation,
        through: () => explanation().numbers.map(({ name, through }) => [name, through])
    };
}

it('of a restricted agent names every way to a number', async () => {
    const { element, explanation, through } = await explained({
        ...restricted,
        assignments: [
            assignment('1', BERLIN, { Agent__c: AGENT }),
            assignment('2', BERLIN, { Agent_Group__c: SALES })
        ]
    });
    expect(through()).toEqual([
        ['Berlin', expect.stringMatching(/Way_Own, group Sales$/)],
        ['Head office', expect.stringContaining('Source_Principal')]
    ]);
    expect(explanation().name).toBe('Anna');
    expect(explanation().restriction).toMatch(/Assign_Restricted$/);
    expect(explanation().defaultNumber).toBe('principal Head office');
    await expect(element).toBeAccessible();
});

it('of an agent without restriction says so, for every active number', async () => {
    const { explanation, through } = await explained(prefers(BERLIN));
    expect(through()[0]).toEqual(['Berlin', expect.stringMatching(/Way_Every$/)]);
    expect(explanation().restriction).toMatch(/Not_Restricted$/);
    expect(explanation().defaultNumber).toBe('default Berlin');
});

it('says that a default number is not available', async () => {
    const { explanation } = await explained({ ...restricted, ...prefers(BERLIN) });
    expect(explanation().defaultNumber).toBe('not available Berlin');
});

it('says that there is neither a default nor a principal number', async () => {
    const { explanation } = await explained({ policies: [] });
    expect(explanation().defaultNumber).toMatch(/Default_None$/);
});

it('reads the next agent when another is chosen, and again after a failure', async () => {
    const { element, explanation, state } = await explained(prefers(HEAD_OFFICE));
    answerGraphql(() => ({ errors: [{ message: 'The org is away.' }] }));
    element.agentId = '005000000000002AAA';
    await quiet();
    expect(state()).toEqual({ kind: 'failed', errors: ['The org is away.'] });
    const agents = [{ ...CONFIGURED.agents[0], Id: '005000000000002AAA', Name: 'Ben' }];
    answerGraphql((asked) => answerOf({ ...CONFIGURED, agents }, asked));
    part(element, 'c-callback-assign-explained').dispatchEvent(new CustomEvent('retry'));
    await quiet();
    expect(explanation().name).toBe('Ben');
});
