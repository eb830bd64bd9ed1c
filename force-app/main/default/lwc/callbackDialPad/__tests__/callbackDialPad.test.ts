import CallbackDialPad, { type Reading } from 'c/callbackDialPad';
import { mount, settled } from '../../../../../test/mount';
import { heard } from '../../../../../test/parts';
import { padKeyAfter } from '../padKeys';

jest.mock('@salesforce/label/c.Callback_Dial_As', () => ({ default: 'as {0}' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Dial_As_Typed', () => ({ default: '{0} as typed' }), {
    virtual: true
});

const fullNumber: Reading = { number: '+498932168001', isFull: true };

async function pad(properties: { number?: string; reading?: Reading } = {}) {
    const element = await mount('c-callback-dial-pad', CallbackDialPad, {
        number: '',
        reading: undefined as Reading | undefined,
        ...properties
    });
    const root = element.shadowRoot!;
    const told = heard<{ number: string }>(element, 'numberinput');
    const key = (at: number) => root.querySelector<HTMLButtonElement>(`[data-at="${at}"]`)!;
    return {
        element,
        root,
        key,
        numbers: () => told.map(({ number }) => number),
        field: root.querySelector<HTMLElement & { value: string }>('lightning-input')!,
        reading: () => root.querySelector('.reading')!.textContent,
        spoken: () => root.querySelector('[role="status"]')!.textContent,
        press: (at: number, name: string, more: KeyboardEventInit = {}) =>
            key(at).dispatchEvent(
                new KeyboardEvent('keydown', {
                    key: name,
                    bubbles: true,
                    composed: true,
                    cancelable: true,
                    ...more
                })
            )
    };
}

describe('The dial pad', () => {
    it('tells what is typed or pasted as it stands', async () => {
        const { field, numbers } = await pad();
        field.dispatchEvent(
            new CustomEvent('change', { detail: { value: '0049 (89) 32168-001' } })
        );
        expect(numbers()).toEqual(['0049 (89) 32168-001']);
    });

    it('adds a key to the number, and takes the last one away', async () => {
        const { root, key, numbers } = await pad({ number: '12' });
        key(11).click();
        root.querySelector<HTMLElement>('lightning-button-icon')!.click();
        expect(numbers()).toEqual(['12#', '1']);
    });

    it('has nothing to take away while it is empty', async () => {
        const { root } = await pad();
        const button = root.querySelector<HTMLElement & { disabled: boolean }>(
            'lightning-button-icon'
        )!;
        expect(button.disabled).toBe(true);
    });

    it('dials on Enter in the field, and on no other key', async () => {
        const { element, field } = await pad({ number: '999' });
        const dialled = heard(element, 'dial');
        field.dispatchEvent(new KeyboardEvent('keydown', { key: '9' }));
        field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
        expect(dialled).toHaveLength(1);
    });

    it('is one stop of the Tab key; the arrows lead from key to key', async () => {
        const { root, key, press } = await pad();
        const stops = () =>
            [...root.querySelectorAll<HTMLElement>('[data-at]')]
                .filter(({ tabIndex }) => tabIndex === 0)
                .map(({ dataset }) => dataset.at);
        expect(stops()).toEqual(['0']);
        key(0).focus();
        press(0, 'ArrowDown');
        await settled();
        expect(stops()).toEqual(['3']);
        expect(root.activeElement).toBe(key(3));
    });

    it('takes digits and Backspace while a key has the focus, but no shortcuts', async () => {
        const { numbers, press } = await pad({ number: '12' });
        press(0, '7');
        press(0, 'Backspace');
        press(0, 'a');
        press(0, '1', { ctrlKey: true });
        expect(numbers()).toEqual(['127', '1']);
    });

    it('puts the keys away and brings them back', async () => {
        const { root, element } = await pad();
        const toggle = root.querySelector<HTMLElement>('lightning-button-icon-stateful')!;
        toggle.click();
        await settled();
        expect(root.querySelector('[role="group"]')).toBeNull();
        await expect(element).toBeAccessible();
        toggle.click();
        await settled();
        expect(root.querySelectorAll('[data-at]')).toHaveLength(12);
    });

    it('says how the number will be dialled', async () => {
        const { element, reading } = await pad();
        expect(reading()).toBe('c.Callback_Dial_Hint');
        await expect(element).toBeAccessible();
        element.reading = fullNumber;
        await settled();
        expect(reading()).toBe('as +49 893 216 8001');
        element.reading = { number: '999', isFull: false };
        await settled();
        expect(reading()).toBe('999 as typed');
        await expect(element).toBeAccessible();
    });
});

describe('What the dial pad reads out', () => {
    beforeEach(() => jest.useFakeTimers());
    afterEach(() => jest.useRealTimers());

    it('is the number when nobody types any more, not every key', async () => {
        const { element, spoken } = await pad();
        element.reading = { number: '4', isFull: false };
        jest.advanceTimersByTime(300);
        element.reading = fullNumber;
        jest.advanceTimersByTime(699);
        await settled();
        expect(spoken()).toBe('');
        jest.advanceTimersByTime(1);
        await settled();
        expect(spoken()).toBe('as +49 893 216 8001');
    });

    it('is nothing once the pad has left the page', async () => {
        const { element } = await pad({ reading: fullNumber });
        element.remove();
        expect(jest.getTimerCount()).toBe(0);
    });
});

describe('The keys of the pad', () => {
    it.each([
        ['ArrowRight', 0, 1],
        ['ArrowLeft', 0, undefined],
        ['ArrowUp', 2, undefined],
        ['ArrowUp', 4, 1],
        ['ArrowDown', 11, undefined],
        ['Home', 7, 0],
        ['End', 7, 11],
        ['x', 7, undefined]
    ])('%s leads from place %s to %s', (key, at, next) => {
        expect(padKeyAfter(key, at)).toBe(next);
    });
});
