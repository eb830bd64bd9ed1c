import type { Decision, Rule, RuleId } from 'c/callbackResolver';
import { BLANK_CALL, type Expectation, type Verdict } from 'c/callbackSimulation';
import CallbackSimulatorVerdict from 'c/callbackSimulatorVerdict';
import { mount } from '../../../../../test/mount';
import { london } from '../../../../../test/numbers';

jest.mock('@salesforce/label/c.Callback_Simulator_Expected', () => ({ default: 'want {0}' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Simulator_Blocked', () => ({ default: 'block {0}' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Simulator_Open_Selector', () => ({ default: 'ask {0}' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Simulator_Agent_Gone', () => ({ default: 'no agent' }), {
    virtual: true
});

const ruleId = 'r' as RuleId;
const names = {
    numbers: new Map([[london.id, london]]),
    rules: new Map([[ruleId, { id: ruleId, name: 'Gold' } as Rule]])
};
const decision: Decision = { outcome: 'blocked', errorCode: 'NO_PRINCIPAL_NUMBER', trace: [] };

async function show(verdict: Verdict, more: Partial<Expectation> = {}) {
    const element = await mount('c-callback-simulator-verdict', CallbackSimulatorVerdict, {
        judged: {
            verdict,
            expectation: {
                id: 'e',
                name: 'Germans',
                seen: '',
                call: BLANK_CALL,
                agentName: 'Anna',
                expected: { outcome: 'presented', numberId: london.id },
                numberName: 'London office',
                ...more
            }
        }
    } as CallbackSimulatorVerdict);
    const root = element.shadowRoot!;
    await expect(element).toBeAccessible();
    return {
        said: [...root.querySelectorAll('.expected, .why-not')].map((one) => one.textContent),
        presented: root.querySelector<HTMLElement & { decision: Decision }>('c-callback-presented')
    };
}

it('says what was expected, what is decided now, and why', async () => {
    const { said, presented } = await show({ kind: 'changed', decision, names });
    expect(said).toEqual(['want London office']);
    expect(presented).toMatchObject({ decision, names });
});

it('says that a blocked call was expected', async () => {
    const expected = { outcome: 'blocked', errorCode: 'SELECTOR_ERROR' } as const;
    const { said } = await show({ kind: 'changed', decision, names }, { expected });
    expect(said).toEqual(['want block SELECTOR_ERROR']);
});

it.each([
    ['open', { kind: 'open', reason: 'selector', ruleId, names }, 'ask Gold'],
    ['the agent is deleted', { kind: 'unusable', reason: 'agentGone' }, 'no agent'],
    ['not read', { kind: 'failed', errors: ['The org is away.'] }, 'The org is away.']
] as readonly [string, Verdict, string][])(
    'says why it cannot be judged: %s',
    async (_, verdict, why) => {
        const { said, presented } = await show(verdict);
        expect(said).toEqual(['want London office', why]);
        expect(presented).toBeNull();
    }
);
