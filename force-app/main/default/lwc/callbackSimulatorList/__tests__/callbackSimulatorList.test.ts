import type { Decision, RuleId } from 'c/callbackResolver';
import { BLANK_CALL, type Expectation, type Judged, type Verdict } from 'c/callbackSimulation';
import CallbackSimulatorList, { type Entry } from 'c/callbackSimulatorList';
import { mount } from '../../../../../test/mount';
import { london } from '../../../../../test/numbers';
import { heard, part, type PropertiesOf } from '../../../../../test/parts';

jest.mock(
    '@salesforce/label/c.Callback_Simulator_Summary',
    () => ({ default: '{0} passed, {1} changed, {2} open' }),
    { virtual: true }
);
jest.mock('@salesforce/label/c.Callback_Simulator_Running', () => ({ default: '{0} of {1}' }), {
    virtual: true
});

const names = { numbers: new Map([[london.id, london]]), rules: new Map() };
const decision: Decision = {
    outcome: 'presented',
    numberId: london.id,
    number: london.number,
    source: 'principal',
    trace: [{ code: 'PRINCIPAL_USED', numberId: london.id }]
};
const PASSED: Verdict = { kind: 'passed', decision, names };
const CHANGED: Verdict = { kind: 'changed', decision, names };
const OPEN: Verdict = { kind: 'open', reason: 'selector', ruleId: 'r' as RuleId, names };

const expectation = (id: string): Expectation => ({
    id,
    name: `Name ${id}`,
    seen: '',
    call: { ...BLANK_CALL, number: '999' },
    agentName: 'Anna',
    expected: { outcome: 'blocked', errorCode: 'NO_PRINCIPAL_NUMBER' },
    numberName: ''
});
const entry = (id: string, verdict?: Verdict): Entry => ({
    expectation: expectation(id),
    ...(verdict && { judged: { expectation: expectation(id), verdict } })
});
const ALL = [entry('a', PASSED), entry('b'), entry('c', OPEN), entry('d', CHANGED)];

async function show(entries: readonly Entry[], more: PropertiesOf<CallbackSimulatorList> = {}) {
    const element = await mount('c-callback-simulator-list', CallbackSimulatorList, {
        entries,
        mayChange: true,
        ...more
    } as CallbackSimulatorList);
    const root = element.shadowRoot!;
    return {
        element,
        rows: () =>
            [...root.querySelectorAll<HTMLElement>('li')].map(({ dataset }) => [
                dataset.expectation,
                dataset.verdict
            ]),
        menu: (id: string) => part(element, `lightning-button-menu[data-id="${id}"]`),
        values: (id: string) =>
            [
                ...root.querySelectorAll<HTMLElement & { value: string }>(
                    `[data-expectation="${id}"] lightning-menu-item`
                )
            ].map(({ value }) => value),
        text: (selector: string) => root.querySelector(selector)?.textContent,
        has: (selector: string) => root.querySelector(selector) !== null
    };
}

describe('The list of expectations', () => {
    it('shows those first that need somebody to look at them', async () => {
        const { rows, text } = await show(ALL);
        expect(rows()).toEqual([
            ['d', 'changed'],
            ['c', 'unjudged'],
            ['b', 'notRun'],
            ['a', 'passed']
        ]);
        expect(text('.summary')).toBe('1 passed, 1 changed, 1 open');
    });

    it('says more of what is not as expected', async () => {
        const { element } = await show(ALL);
        const said = [
            ...element.shadowRoot!.querySelectorAll<HTMLElement & { judged: Judged }>(
                'c-callback-simulator-verdict'
            )
        ].map(({ judged }) => judged.expectation.id);
        expect(said).toEqual(['d', 'c']);
    });

    it('sums nothing up before anything was tried', async () => {
        const { has } = await show([entry('a')]);
        expect(has('.summary')).toBe(false);
    });

    it('runs, tells how far it is, and can be stopped', async () => {
        const { element } = await show(ALL);
        const runs = heard(element, 'run');
        part(element, '.run').click();
        expect(runs).toHaveLength(1);
        const running = await show(ALL, { progress: { done: 1, total: 4 } });
        const stops = heard(running.element, 'stop');
        part(running.element, '.stop').click();
        expect(stops).toHaveLength(1);
        expect([running.text('.running'), running.has('.run')]).toEqual(['1 of 4', false]);
        await expect(running.element).toBeAccessible();
    });

    it('tells what to do with which', async () => {
        const { element, menu } = await show(ALL);
        const told = heard(element, 'action');
        menu('a').dispatchEvent(new CustomEvent('select', { detail: { value: 'open' } }));
        menu('d').dispatchEvent(new CustomEvent('select', { detail: { value: 'delete' } }));
        part(element, '.accept').click();
        expect(told).toEqual([
            { id: 'a', action: 'open' },
            { id: 'd', action: 'delete' },
            { id: 'd', action: 'accept' }
        ]);
    });

    it('is only looked at by those who may not change it', async () => {
        const { values, has } = await show(ALL, { mayChange: false });
        expect([values('d'), has('.accept')]).toEqual([['open'], false]);
    });

    it.each([
        ['empty', []],
        ['full', ALL]
    ])('is accessible: %s', async (_, entries) => {
        const { element, has } = await show(entries);
        expect(has('.empty')).toBe(entries.length === 0);
        await expect(element).toBeAccessible();
    });
});
