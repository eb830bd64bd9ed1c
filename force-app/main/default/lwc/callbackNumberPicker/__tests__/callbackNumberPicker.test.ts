import CallbackNumberPicker from 'c/callbackNumberPicker';
import { formatted } from 'c/callbackNumberText';
import type { CallbackNumber, E164, NumberId } from 'c/callbackResolver';
import fc from 'fast-check';
import { mount, settled } from '../../../../../test/mount';
import { entriesOf, search } from 'c/callbackNumberText';

function number(at: number, label: string, e164: string, country = 'GB', language = 'en') {
    const id = `a00${String(at).padStart(12, '0')}AAA` as NumberId;
    return { id, label, number: e164 as E164, active: true, country, language };
}

const london = number(1, 'London office', '+442079460001');
const muenchen = number(2, 'München', '+498932168001', 'DE', 'de');
const paris = number(3, 'Paris', '+33199001234', 'FR', 'fr');
const few: CallbackNumber[] = [london, muenchen, paris];
const many = Array.from({ length: 5000 }, (_, at) =>
    number(at, `Line ${at}`, `+4420794${String(at).padStart(5, '0')}`)
);

type Properties = Pick<
    CallbackNumberPicker,
    'numbers' | 'value' | 'disabled' | 'loading' | 'offerPrincipal'
>;

async function picker(properties: Partial<Properties> = {}) {
    const element = await mount('c-callback-number-picker', CallbackNumberPicker, {
        numbers: few as readonly CallbackNumber[],
        ...properties
    });
    const root = element.shadowRoot!;
    const input = root.querySelector('input')!;
    const chosen: (NumberId | null)[] = [];
    element.addEventListener('numberchange', (event) =>
        chosen.push((event as CustomEvent<{ numberId: NumberId | null }>).detail.numberId)
    );
    const press = async (key: string, more: KeyboardEventInit = {}) => {
        input.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true, ...more }));
        await settled();
    };
    const type = async (text: string) => {
        input.value = text;
        input.dispatchEvent(new InputEvent('input'));
        await settled();
    };
    const options = () => [...root.querySelectorAll('[role="option"]')];
    const titles = () => options().map((one) => one.querySelector('span')!.textContent);
    const active = () => {
        const id = input.getAttribute('aria-activedescendant');
        return options().find((one) => one.id === id && id !== null);
    };
    const activeTitle = () => active()?.querySelector('span')!.textContent;
    return { element, root, input, chosen, press, type, options, titles, active, activeTitle };
}

describe('The number picker with the keyboard', () => {
    it('opens with Alt and ArrowDown, closes with Alt and ArrowUp and with Escape', async () => {
        const { input, press } = await picker();
        await press('ArrowDown', { altKey: true });
        expect(input.getAttribute('aria-expanded')).toBe('true');
        await press('ArrowUp', { altKey: true });
        expect(input.getAttribute('aria-expanded')).toBe('false');
        await press('ArrowDown');
        await press('Escape');
        expect(input.getAttribute('aria-expanded')).toBe('false');
    });

    it('moves with the arrows, round the ends, and with Home and End', async () => {
        const { press, activeTitle } = await picker();
        const visited = [];
        for (const key of ['ArrowDown', 'ArrowDown', 'End', 'ArrowDown', 'ArrowUp', 'Home']) {
            // eslint-disable-next-line no-await-in-loop -- one key after the other
            await press(key);
            visited.push(activeTitle());
        }
        expect(visited).toEqual([
            'London office',
            'München',
            'Paris',
            'London office',
            'Paris',
            'London office'
        ]);
    });

    it('chooses with Enter what typing has found', async () => {
        const { chosen, press, type, titles } = await picker();
        await type('munchen');
        expect(titles()).toEqual(['München']);
        await press('Enter');
        expect(chosen).toEqual([muenchen.id]);
    });

    it('goes through thousands page by page, the active row always drawn', async () => {
        const { press, active, options } = await picker({ numbers: many });
        await press('ArrowDown');
        await press('PageDown');
        await press('PageDown');
        expect(active()!.getAttribute('aria-posinset')).toBe('13');
        await press('PageUp');
        expect(active()!.getAttribute('aria-posinset')).toBe('7');
        await press('End');
        expect(active()!.getAttribute('aria-posinset')).toBe('5000');
        expect(active()!.getAttribute('aria-setsize')).toBe('5000');
        expect(options().length).toBeLessThan(20);
    });
});

describe('The number picker', () => {
    it("offers the principal number, which is no number of one's own", async () => {
        const { chosen, press, titles } = await picker({ offerPrincipal: true, value: london.id });
        await press('ArrowDown');
        await press('Home');
        expect(titles()[0]).toBe('c.Callback_Picker_Principal');
        await press('Enter');
        expect(chosen).toEqual([null]);
    });

    it('clears the choice', async () => {
        const { chosen, root, input } = await picker({ value: london.id });
        expect(input.value).toBe('London office (+44 207 946 0001)');
        root.querySelector('button')!.click();
        expect(chosen).toEqual([null]);
    });

    it('chooses with the mouse', async () => {
        const { chosen, input, options } = await picker();
        input.click();
        await settled();
        (options()[2] as HTMLElement).click();
        expect(chosen).toEqual([paris.id]);
    });

    it('is accessible closed, open, active, without a match, empty, loading and disabled', async () => {
        const { element, press, type, root } = await picker({ value: paris.id });
        await expect(element).toBeAccessible();
        await press('ArrowDown');
        expect(root.querySelector('[role="status"]')!.textContent).toBe('c.Callback_Picker_Count');
        await expect(element).toBeAccessible();
        await type('nowhere');
        expect(root.querySelector('.message')!.textContent).toBe('c.Callback_Picker_No_Match');
        await expect(element).toBeAccessible();
        const empty = await picker({ numbers: [] });
        expect(empty.root.querySelector('.message')!.textContent).toBe(
            'c.Callback_Picker_No_Numbers'
        );
        await expect(empty.element).toBeAccessible();
        const loading = await picker({ loading: true });
        expect(loading.input.disabled).toBe(true);
        expect(loading.root.querySelector('lightning-spinner')).not.toBeNull();
        await expect(loading.element).toBeAccessible();
        const disabled = await picker({ disabled: true });
        expect(disabled.input.disabled).toBe(true);
        await expect(disabled.element).toBeAccessible();
    });
});

describe('The search', () => {
    it.each([
        ['a word of the label', 'OFFICE', london],
        ['a number as people write it', '020 7946-0001', london],
        ['a number with 00 in front', '0049 (89) 32168', muenchen],
        ['the name of a country', 'germany', muenchen],
        ['the name of a language', 'french', paris],
        ['words in any order', 'fr paris', paris]
    ])('finds by %s', (_, query, found) => {
        const entries = entriesOf(few, 'en');
        expect(search(entries, query).map((entry) => entry.number)).toEqual([found]);
    });

    it('finds every number by any part of its digits, formatted or not', () => {
        fc.assert(
            fc.property(fc.stringMatching(/^\+[1-9]\d{6,14}$/), fc.nat(12), (e164, from) => {
                const entries = entriesOf([number(1, 'Any', e164)], 'en');
                const part = e164.slice(1).slice(Math.min(from, e164.length - 4));
                expect(search(entries, part)).toHaveLength(1);
                expect(search(entries, formatted(e164))).toHaveLength(1);
                expect(formatted(e164).replace(/ /g, '')).toBe(e164);
            })
        );
    });
});
