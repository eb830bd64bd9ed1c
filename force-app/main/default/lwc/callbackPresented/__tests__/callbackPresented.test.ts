import CallbackPresented from 'c/callbackPresented';
import type {
    CallbackNumber,
    Decision,
    E164,
    ErrorCode,
    NumberId,
    Rule,
    RuleId
} from 'c/callbackResolver';
import { mount, settled } from '../../../../../test/mount';

jest.mock('@salesforce/label/c.Callback_Source_Rule', () => ({ default: 'rule: {0}' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Selector_Error', () => ({ default: 'refused: {0}' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Next_Selector_Error', () => ({ default: 'ask: {0}' }), {
    virtual: true
});

const id = 'a00000000000001AAA' as NumberId;
const ruleId = 'a01000000000001AAA' as RuleId;
const london: CallbackNumber = {
    id,
    label: 'London office',
    number: '+442079460001' as E164,
    active: true,
    country: 'GB'
};
const names = {
    numbers: new Map([[id, london]]),
    rules: new Map([[ruleId, { id: ruleId, name: '$& Kingdom' } as Rule]])
};
const byPrincipal: Decision = {
    outcome: 'presented',
    numberId: id,
    number: london.number,
    source: 'principal',
    trace: [{ code: 'PRINCIPAL_USED', numberId: id }]
};
const blockedBy = (errorCode: ErrorCode, more = {}): Decision => ({
    outcome: 'blocked',
    errorCode,
    trace: [{ code: 'PRINCIPAL_NOT_SET' }],
    ...more
});

type Properties = Pick<
    CallbackPresented,
    'decision' | 'names' | 'undecided' | 'past' | 'explained'
>;

async function show(properties: Partial<Properties>) {
    const element = await mount('c-callback-presented', CallbackPresented, {
        names,
        ...properties
    } as Properties);
    const root = element.shadowRoot!;
    const texts = (selector: string) =>
        [...root.querySelectorAll(selector)].map(({ textContent }) => textContent);
    return {
        element,
        why: () => root.querySelector('button'),
        reason: () => root.querySelector('c-callback-reason'),
        outcome: () => root.querySelector<HTMLElement>('[data-outcome]')?.dataset.outcome,
        text: (selector: string) => texts(selector)[0],
        sentences: () => texts('.sentence')
    };
}

describe('The number that will be presented', () => {
    it('is shown by label, number and country, and with where it comes from', async () => {
        const { element, text, sentences } = await show({ decision: byPrincipal });
        expect(text('.title')).toBe('c.Callback_Presented_Will');
        expect(text('.headline')).toBe('London office');
        expect(text('.details')).toBe('+44 207 946 0001 · United Kingdom');
        expect(sentences()).toEqual(['c.Callback_Source_Principal']);
        await expect(element).toBeAccessible();
    });

    it('names the rule that picked it', async () => {
        const { sentences } = await show({
            decision: { ...byPrincipal, source: 'rule', ruleId }
        });
        expect(sentences()).toEqual(['rule: $& Kingdom']);
    });

    it.each([
        ['thisCall', 'c.Callback_Source_This_Call'],
        ['agentDefault', 'c.Callback_Source_Agent_Default']
    ] as const)('comes from %s', async (source, words) => {
        const { sentences } = await show({ decision: { ...byPrincipal, source } });
        expect(sentences()).toEqual([words]);
    });

    it('stands for itself where nobody knows its label', async () => {
        const { text, element } = await show({ decision: byPrincipal, names: {} });
        expect(text('.headline')).toBe('+44 207 946 0001');
        expect(text('.details')).toBeUndefined();
        await expect(element).toBeAccessible();
    });

    it('was presented, once the call has been made', async () => {
        const { text, element } = await show({ decision: byPrincipal, past: true });
        expect(text('.title')).toBe('c.Callback_Presented_Was');
        await expect(element).toBeAccessible();
    });

    it('is read out when it changes', async () => {
        const { element, text } = await show({ decision: byPrincipal });
        Object.assign(element, { decision: { ...byPrincipal, source: 'thisCall' } });
        await settled();
        expect(text('[role="status"]')).toContain('c.Callback_Source_This_Call');
    });
});

describe('"Why this number?"', () => {
    it('opens and closes the reason', async () => {
        const { element, why, reason } = await show({ decision: byPrincipal });
        expect(why()!.getAttribute('aria-expanded')).toBe('false');
        expect(reason()).toBeNull();
        why()!.click();
        await settled();
        expect(why()!.getAttribute('aria-expanded')).toBe('true');
        expect(reason()).toMatchObject({ trace: byPrincipal.trace, names });
        await expect(element).toBeAccessible();
        why()!.click();
        await settled();
        expect(reason()).toBeNull();
    });

    it('need not be asked where the reason stands there from the beginning', async () => {
        const { element, why, reason } = await show({ decision: byPrincipal, explained: true });
        expect(why()).toBeNull();
        expect(reason()).toMatchObject({ trace: byPrincipal.trace, names });
        await expect(element).toBeAccessible();
    });
});

describe('A call that is blocked', () => {
    it.each([
        ['UNKNOWN_AGENT', {}, 'c.Callback_Unknown_Agent', 'c.Callback_Next_Unknown_Agent'],
        [
            'NO_PRINCIPAL_NUMBER',
            {},
            'c.Callback_No_Principal_Number',
            'c.Callback_Next_No_Principal_Number'
        ],
        [
            'NUMBER_NOT_AVAILABLE',
            {},
            'c.Callback_Number_Not_Available',
            'c.Callback_Next_Chosen_Number'
        ],
        [
            'NUMBER_NOT_CONFIGURED',
            { ruleId },
            'c.Callback_Number_Not_Configured',
            'c.Callback_Next_Rule_Number'
        ],
        [
            'SELECTOR_ERROR',
            { ruleId, message: 'asked for no calls' },
            'refused: asked for no calls',
            'ask: $& Kingdom'
        ]
    ] as const)('by %s says why and what to do', async (code, more, error, next) => {
        const { element, outcome, sentences } = await show({ decision: blockedBy(code, more) });
        expect(outcome()).toBe('blocked');
        expect(sentences()).toEqual([error, next]);
        await expect(element).toBeAccessible();
    });

    it('was blocked, once the call has been tried', async () => {
        const { text, why } = await show({ decision: blockedBy('UNKNOWN_AGENT'), past: true });
        expect(text('.headline')).toBe('c.Callback_Presented_Was_Blocked');
        expect(why()!.textContent).toBe('c.Callback_Presented_Why_Blocked');
    });
});

describe('Without a decision', () => {
    it('says why it is decided only when the agent dials', async () => {
        const { element, outcome, sentences, why } = await show({ undecided: 'a rule asks Apex' });
        expect(outcome()).toBe('undecided');
        expect(sentences()).toEqual(['a rule asks Apex']);
        expect(why()).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('shows nothing where there is nothing to say', async () => {
        const { outcome } = await show({ decision: null });
        expect(outcome()).toBeUndefined();
    });
});
