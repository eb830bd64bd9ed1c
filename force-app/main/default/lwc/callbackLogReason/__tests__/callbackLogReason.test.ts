import CallbackLogReason, { idsIn, traceOf, type ShownTrace } from 'c/callbackLogReason';
import type { NumberId, RuleId } from 'c/callbackResolver';
import { mount } from '../../../../../test/mount';

const used = {
    code: 'RULE_USED',
    ruleId: 'a01000000000001AAA' as RuleId,
    numberId: 'a00000000000001AAA' as NumberId
} as const;

async function show(shown?: ShownTrace) {
    const element = await mount('c-callback-log-reason', CallbackLogReason, { shown });
    const root = element.shadowRoot!;
    return {
        element,
        root,
        steps: () =>
            root.querySelector<HTMLElement & { trace: readonly object[] }>('c-callback-reason')
                ?.trace
    };
}
const kept = (text?: string): ShownTrace => ({ trace: traceOf(text), names: {} });

describe('The chain of reasons of a logged decision', () => {
    it('is shown as it was written', async () => {
        const { element, steps } = await show(kept(JSON.stringify([used])));
        expect(steps()).toEqual([used]);
        await expect(element).toBeAccessible();
    });

    it('says how many steps did not fit', async () => {
        const text = JSON.stringify([used, { code: 'STEPS_LEFT_OUT', count: 7 }, used]);
        const { root, steps } = await show(kept(text));
        expect(root.querySelector('[data-left-out]')).not.toBe(null);
        expect(steps()).toHaveLength(2);
        expect(traceOf(text)).toMatchObject({ leftOut: 7 });
    });

    it.each([
        ['cut off', '[{"code":"RULE_U'],
        ['of another version', '[{"code":"MOON_PHASE"}]'],
        ['no list', '{"code":"RULE_USED"}'],
        ['empty', '[]'],
        ['of nothing', '[null]']
    ])('says so where it is %s, and shows what was kept', async (_, text) => {
        const { element, root, steps } = await show(kept(text));
        expect(steps()).toBe(undefined);
        expect(root.querySelector('[data-unreadable]')).not.toBe(null);
        expect(root.textContent).toContain(text);
        await expect(element).toBeAccessible();
    });

    it('says so where none was kept', async () => {
        const { root } = await show(kept());
        expect(root.querySelector('[data-none]')).not.toBe(null);
    });

    it('says what failed, and that it is being read', async () => {
        const { root } = await show({ errors: ['The org is away.'] });
        expect(root.querySelector('[role="alert"]')).not.toBe(null);
        const { element, steps } = await show();
        expect(steps()).toBe(undefined);
        await expect(element).toBeAccessible();
    });

    it('names each number and rule it speaks of once', () => {
        expect(idsIn([used, used, { code: 'PRINCIPAL_NOT_SET' }])).toEqual({
            numberIds: [used.numberId],
            ruleIds: [used.ruleId]
        });
    });
});
