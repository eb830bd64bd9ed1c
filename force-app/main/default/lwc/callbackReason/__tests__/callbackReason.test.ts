import CallbackReason from 'c/callbackReason';
import type { NumberId, RuleId, TraceStep } from 'c/callbackResolver';
import { mount } from '../../../../../test/mount';

jest.mock(
    '@salesforce/label/c.Callback_Rule_Number_Not_Available',
    () => ({ default: '{0}: {1} no, {2}' }),
    { virtual: true }
);

const london = 'a00000000000001AAA' as NumberId;
const rule = 'a01000000000001AAA' as RuleId;
const names = {
    numbers: new Map([[london, { label: 'London', number: '+442079460001' }]]),
    rules: new Map([[rule, { name: 'United Kingdom' }]])
};

async function show(trace: readonly TraceStep[]) {
    const element = await mount('c-callback-reason', CallbackReason, { trace, names });
    const items = [...element.shadowRoot!.querySelectorAll('li')];
    return {
        element,
        verdicts: items.map(({ dataset }) => dataset.verdict),
        sentences: items.map(({ textContent }) => textContent)
    };
}

describe('The reason in words', () => {
    it('is a list of steps of which the last one is used', async () => {
        const { element, verdicts } = await show([
            { code: 'THIS_CALL_NOT_GIVEN' },
            { code: 'RULE_OTHER_GROUP', ruleId: rule },
            { code: 'PRINCIPAL_USED', numberId: london }
        ]);
        expect(verdicts).toEqual(['passedOver', 'passedOver', 'used']);
        await expect(element).toBeAccessible();
    });

    it('ends with what blocked the call', async () => {
        const { element, verdicts } = await show([
            { code: 'AGENT_DEFAULT_NOT_SET' },
            { code: 'PRINCIPAL_NOT_SET' }
        ]);
        expect(verdicts).toEqual(['passedOver', 'blocked']);
        await expect(element).toBeAccessible();
    });

    it('names rules, numbers and reasons', async () => {
        const { sentences } = await show([
            {
                code: 'RULE_NUMBER_NOT_AVAILABLE',
                ruleId: rule,
                numberId: london,
                reason: 'RETIRED'
            }
        ]);
        expect(sentences).toEqual([
            'United Kingdom: London (+44\u00a0207\u00a0946\u00a00001) no, c.Callback_Retired'
        ]);
    });

    it('shows nothing where there is no trace', async () => {
        const { element, sentences } = await show([]);
        expect(sentences).toEqual([]);
        await expect(element).toBeAccessible();
    });
});
