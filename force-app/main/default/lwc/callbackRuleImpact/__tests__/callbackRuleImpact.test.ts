import CallbackRuleImpact from 'c/callbackRuleImpact';
import type { Judged, Verdict } from 'c/callbackSimulation';
import { mount } from '../../../../../test/mount';
import { london, paris } from '../../../../../test/numbers';
import { heard, part } from '../../../../../test/parts';

jest.mock(
    '@salesforce/label/c.Callback_Setup_Rules_Impact_Title',
    () => ({ default: '{0} of {1}' }),
    { virtual: true }
);
jest.mock('@salesforce/label/c.Callback_Setup_Rules_Impact_More', () => ({ default: '+{0}' }), {
    virtual: true
});
jest.mock(
    '@salesforce/label/c.Callback_Setup_Rules_Impact_Failed',
    () => ({ default: 'untried: {0}' }),
    { virtual: true }
);
jest.mock(
    '@salesforce/label/c.Callback_Setup_Rules_Impact_Problem',
    () => ({ default: 'broken: {0}' }),
    { virtual: true }
);

const names = { numbers: new Map([london, paris].map((one) => [one.id, one])), rules: new Map() };
const shows = (number: typeof london, kind: 'passed' | 'changed'): Verdict => ({
    kind,
    names,
    decision: {
        outcome: 'presented',
        numberId: number.id,
        number: number.number,
        source: 'principal',
        trace: []
    }
});
const scenario = (id: string, verdict: Verdict, before: Verdict) =>
    ({ expectation: { id, name: `Call ${id}` }, verdict, before }) as Judged;
const open = (judged: readonly Judged[], problem?: string) =>
    mount('c-callback-rule-impact', CallbackRuleImpact, { impact: { judged, problem } });
const scenarios = (impact: HTMLElement) => [
    ...impact.shadowRoot!.querySelectorAll<HTMLElement>('[data-scenario]')
];

it('shows what changes before and after, and leaves out what stays', async () => {
    const impact = await open([
        scenario('1', shows(paris, 'changed'), shows(london, 'passed')),
        scenario('2', shows(london, 'passed'), shows(london, 'passed')),
        scenario('3', shows(london, 'passed'), shows(paris, 'changed'))
    ]);
    expect(impact.shadowRoot!.querySelector('h2')!.textContent).toBe('2 of 3');
    const [first, second] = scenarios(impact);
    const decisions = [...first.querySelectorAll('c-callback-presented')].map(
        (one) => (one as unknown as { decision: { numberId: string } }).decision.numberId
    );
    expect(decisions).toEqual([london.id, paris.id]);
    const badge = (of: HTMLElement) =>
        (of.querySelector('lightning-badge') as unknown as { label: string }).label;
    expect([first, second].map(badge)).toEqual([
        'c.Callback_Setup_Rules_Impact_Not_Expected',
        'c.Callback_Setup_Rules_Impact_Expected'
    ]);
    await expect(impact).toBeAccessible();
});

it('says what only a real call can tell, and what was deleted', async () => {
    const opened: Verdict = { kind: 'open', reason: 'selector', ruleId: 'r' as never, names };
    const impact = await open([
        scenario('1', opened, shows(london, 'passed')),
        scenario('2', { kind: 'unusable', reason: 'agentGone' }, shows(london, 'passed'))
    ]);
    const texts = scenarios(impact).map(({ textContent }) => textContent);
    expect(texts[0]).toContain('c.Callback_Setup_Rules_Impact_Open');
    expect(texts[1]).toContain('c.Callback_Setup_Rules_Impact_Unusable');
});

it('names twenty, and how many there are besides', async () => {
    const many = Array.from({ length: 25 }, (_, at) =>
        scenario(String(at), shows(paris, 'changed'), shows(london, 'passed'))
    );
    const impact = await open(many);
    expect(scenarios(impact)).toHaveLength(20);
    expect(impact.shadowRoot!.textContent).toContain('+5');
});

it('says what could not be tried', async () => {
    const failed: Verdict = { kind: 'failed', errors: ['no'] };
    const some = await open([scenario('1', failed, failed)]);
    expect(some.shadowRoot!.textContent).toContain('untried: 1');
    const none = await open([], 'the org is away');
    expect(none.shadowRoot!.textContent).toContain('broken: the org is away');
    await expect(none).toBeAccessible();
});

it('saves all the same, or goes back by button or Escape', async () => {
    const impact = await open([]);
    const proceeded = heard(impact, 'proceed');
    const back = heard(impact, 'back');
    part(impact, '.proceed').click();
    part(impact, '.back').click();
    part(impact, 'section').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    expect([proceeded.length, back.length]).toEqual([1, 2]);
});
