import type { Decision, Rule, RuleId } from 'c/callbackResolver';
import CallbackSimulatorResult, { type ResultState } from 'c/callbackSimulatorResult';
import { mount, settled } from '../../../../../test/mount';
import { london } from '../../../../../test/numbers';
import { heard, part, type PropertiesOf } from '../../../../../test/parts';

jest.mock('@salesforce/i18n/lang', () => ({ default: 'en' }), { virtual: true });
jest.mock('@salesforce/label/c.Callback_Simulator_Read_At', () => ({ default: 'at {0}' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Simulator_Open_Selector', () => ({ default: 'ask {0}' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Simulator_Open_Hidden', () => ({ default: 'hidden {0}' }), {
    virtual: true
});

const ruleId = 'r' as RuleId;
const names = {
    numbers: new Map([[london.id, london]]),
    rules: new Map([[ruleId, { id: ruleId, name: 'Gold' } as Rule]])
};
const decision: Decision = {
    outcome: 'presented',
    numberId: london.id,
    number: london.number,
    source: 'principal',
    trace: [{ code: 'PRINCIPAL_USED', numberId: london.id }]
};
const DECIDED: ResultState = { kind: 'decided', outlook: { kind: 'decided', decision }, names };
const openBy = (reason: 'selector' | 'hiddenField'): ResultState => ({
    kind: 'decided',
    outlook: { kind: 'open', reason, ruleId },
    names
});
const FAILED: ResultState = { kind: 'failed', errors: ['The org is away.'] };

interface Presented {
    decision: Decision | null;
    undecided?: string;
    explained: boolean;
}

async function show(state: ResultState, more: PropertiesOf<CallbackSimulatorResult> = {}) {
    const element = await mount('c-callback-simulator-result', CallbackSimulatorResult, {
        state,
        mayKeep: true,
        ...more
    } as CallbackSimulatorResult);
    const root = element.shadowRoot!;
    return {
        element,
        presented: part<Presented>(element, 'c-callback-presented'),
        text: (selector: string) => root.querySelector(selector)?.textContent,
        has: (selector: string) => root.querySelector(selector) !== null,
        name: async (value: string) => {
            part(element, '.name').dispatchEvent(new CustomEvent('change', { detail: { value } }));
            await settled();
        }
    };
}

describe('The result', () => {
    it('says what is missing', async () => {
        const { has, presented } = await show({ kind: 'blank' });
        expect([has('.needs'), has('form'), presented.decision]).toEqual([true, false, null]);
    });

    it('is the decision with the whole chain of reasons, and how old its configuration is', async () => {
        const readAt = new Date(2026, 10, 23, 10, 42, 5).getTime();
        const { presented, text } = await show(DECIDED, { readAt });
        expect(presented).toMatchObject({ decision, explained: true });
        expect(text('.read-at')).toMatch(/^at 10:42:05/);
    });

    it.each([
        ['selector', 'ask Gold'],
        ['hiddenField', 'hidden Gold']
    ] as const)('is open where only the service can tell: %s', async (reason, words) => {
        const { presented, has } = await show(openBy(reason));
        expect(presented).toMatchObject({ decision: null, undecided: words });
        expect([has('form'), has('.cannot-keep')]).toEqual([false, true]);
    });

    it('says why there is none', async () => {
        const { text } = await show(FAILED);
        expect(text('[role="alert"]')).toContain('The org is away.');
    });

    it('is kept under a name, and not without one', async () => {
        const { element, name } = await show(DECIDED);
        const kept = heard(element, 'keep');
        const keep = part(element, '.keep');
        keep.click();
        await name('  ');
        keep.click();
        expect(kept).toEqual([]);
        await name(' Germans ');
        keep.click();
        expect(kept).toEqual([{ name: 'Germans' }]);
    });

    it('is kept by nobody who may not', async () => {
        const { has } = await show(DECIDED, { mayKeep: false });
        expect([has('form'), has('.cannot-keep')]).toEqual([false, false]);
    });

    it('is read again on demand', async () => {
        const { element } = await show(DECIDED);
        const asked = heard(element, 'readagain');
        part(element, '.read-again').click();
        expect(asked).toHaveLength(1);
    });

    it.each([
        ['blank', { kind: 'blank' }],
        ['deciding', { kind: 'deciding' }],
        ['decided', DECIDED],
        ['open', openBy('selector')],
        ['failed', FAILED]
    ] as readonly [string, ResultState][])('is accessible: %s', async (_, state) => {
        const { element } = await show(state);
        await expect(element).toBeAccessible();
    });
});
