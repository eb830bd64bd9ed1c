import CallbackThisCall from 'c/callbackThisCall';
import type { CallbackNumber, NumberId } from 'c/callbackResolver';
import { mount, settled } from '../../../../../test/mount';
import { london, muenchen, threeNumbers } from '../../../../../test/numbers';
import { heard, part } from '../../../../../test/parts';

interface Numbers {
    readonly numbers: readonly CallbackNumber[];
}

async function thisCall(properties: { value?: NumberId; notice?: string } = {}) {
    const element = await mount('c-callback-this-call', CallbackThisCall, {
        numbers: threeNumbers,
        quickPicks: [london] as readonly CallbackNumber[],
        value: undefined as NumberId | undefined,
        notice: undefined as string | undefined,
        ...properties
    });
    const root = element.shadowRoot!;
    const button = root.querySelector<HTMLButtonElement>('.change')!;
    return {
        element,
        root,
        button,
        chosen: heard<{ numberId: NumberId | null }>(element, 'choose'),
        status: () => root.querySelector('[role="status"]')!.textContent,
        picker: () => root.querySelector<HTMLElement & Numbers>('c-callback-number-picker'),
        open: async () => {
            button.click();
            await settled();
        }
    };
}

describe('The choice for this call only', () => {
    it('is put away until it is asked for', async () => {
        const { element, button, picker, open } = await thisCall();
        expect(picker()).toBeNull();
        expect(button.getAttribute('aria-expanded')).toBe('false');
        await expect(element).toBeAccessible();
        await open();
        expect(button.getAttribute('aria-expanded')).toBe('true');
        expect(picker()!.numbers).toEqual(threeNumbers);
        await expect(element).toBeAccessible();
    });

    it('is made by search; then the list closes and the focus is where it was', async () => {
        const { root, button, chosen, picker, open } = await thisCall();
        await open();
        const detail = { numberId: muenchen.id };
        picker()!.dispatchEvent(new CustomEvent('numberchange', { detail }));
        await settled();
        expect(chosen).toEqual([detail]);
        expect(picker()).toBeNull();
        expect(root.activeElement).toBe(button);
    });

    it('is made by a quick pick', async () => {
        const { element, chosen, open } = await thisCall();
        await open();
        const picks = part<Numbers>(element, 'c-callback-quick-picks');
        expect(picks.numbers).toEqual([london]);
        picks.dispatchEvent(new CustomEvent('pick', { detail: { numberId: london.id } }));
        expect(chosen).toEqual([{ numberId: london.id }]);
    });

    it('says how long it is good, and can be taken back', async () => {
        const { element, root, chosen, status } = await thisCall({ value: london.id });
        expect(status()).toBe('c.Callback_This_Call_Chosen');
        await expect(element).toBeAccessible();
        root.querySelector<HTMLElement>('lightning-button')!.click();
        expect(chosen).toEqual([{ numberId: null }]);
    });

    it('says what became of it', async () => {
        const { element, root, status } = await thisCall({ notice: 'It has expired.' });
        expect(status()).toBe('It has expired.');
        expect(root.querySelector('lightning-button')).toBeNull();
        await expect(element).toBeAccessible();
    });
});
