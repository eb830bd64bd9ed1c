import CallbackDefaultNumber, { type Outcome } from 'c/callbackDefaultNumber';
import type { NumberId } from 'c/callbackResolver';
import { mount } from '../../../../../test/mount';
import { callbackNumber, london, muenchen, threeNumbers } from '../../../../../test/numbers';
import { heard, part, type PropertiesOf } from '../../../../../test/parts';

jest.mock('@salesforce/label/c.Callback_Default_Unavailable', () => ({ default: '{0} is gone' }), {
    virtual: true
});

const retired = { ...callbackNumber(9, 'Old line', '+442079460009', 'GB'), active: false };
const names = { numbers: new Map([retired, ...threeNumbers].map((one) => [one.id, one])) };

async function defaultNumber(properties: PropertiesOf<CallbackDefaultNumber> = {}) {
    const element = await mount('c-callback-default-number', CallbackDefaultNumber, {
        numbers: threeNumbers,
        names,
        defaultNumberId: null as NumberId | null,
        principalNumberId: london.id as NumberId | null,
        saving: false,
        outcome: undefined as Outcome | undefined,
        ...properties
    });
    const root = element.shadowRoot!;
    const textOf = (selector: string) => root.querySelector(selector)?.textContent;
    return {
        element,
        root,
        changes: heard<{ numberId: NumberId | null }>(element, 'defaultchange'),
        inForce: ['.label', '.digits', '.source'].map(textOf),
        warning: textOf('.warning'),
        status: textOf('.status'),
        picker: part<{ value: NumberId | null; disabled: boolean }>(
            element,
            'c-callback-number-picker'
        ),
        clear: root.querySelector<HTMLElement>('lightning-button')
    };
}

describe('The default number', () => {
    it("in force is the agent's own, and says so", async () => {
        const { element, inForce, picker } = await defaultNumber({ defaultNumberId: muenchen.id });
        expect(inForce).toEqual(['München', '+49 893 216 8001', 'c.Callback_Source_Agent_Default']);
        expect(picker.value).toBe(muenchen.id);
        await expect(element).toBeAccessible();
    });

    it('in force is the principal number where there is none; then there is nothing to clear', async () => {
        const { element, inForce, clear } = await defaultNumber();
        expect(inForce[0]).toBe('London office');
        expect(inForce[2]).toBe('c.Callback_Source_Principal');
        expect(clear).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('that is no longer available is named, and the number in force is another one', async () => {
        const { element, inForce, warning } = await defaultNumber({ defaultNumberId: retired.id });
        expect(warning).toBe('Old line (+44 207 946 0009) is gone');
        expect(inForce[0]).toBe('London office');
        await expect(element).toBeAccessible();
    });

    it('is not told as saved once it is no longer available', async () => {
        const outcome = { kind: 'saved', text: 'Saved.' } as const;
        const { status } = await defaultNumber({ defaultNumberId: retired.id, outcome });
        expect(status).toBe('');
    });

    it('that is not even known any more is told without its name', async () => {
        const { warning } = await defaultNumber({ defaultNumberId: retired.id, names: {} });
        expect(warning).toBe('c.Callback_Default_Unavailable_Unknown');
    });

    it('is missing altogether where there is no principal number either', async () => {
        const { element, root } = await defaultNumber({ principalNumberId: null });
        expect(root.querySelector('.none')!.textContent).toBe('c.Callback_Default_None');
        await expect(element).toBeAccessible();
    });

    it('is set and cleared; choosing what is set already changes nothing', async () => {
        const { changes, clear, picker } = await defaultNumber({ defaultNumberId: muenchen.id });
        for (const numberId of [london.id, muenchen.id, null]) {
            picker.dispatchEvent(new CustomEvent('numberchange', { detail: { numberId } }));
        }
        clear!.click();
        expect(changes).toEqual([{ numberId: london.id }, { numberId: null }, { numberId: null }]);
    });

    it('cannot be changed while it is being saved', async () => {
        const { element, picker, status } = await defaultNumber({ saving: true });
        expect(picker.disabled).toBe(true);
        expect(status).toBe('c.Callback_Default_Saving');
        await expect(element).toBeAccessible();
    });

    it.each<[Outcome, boolean]>([
        [{ kind: 'saved', text: 'Saved.' }, false],
        [{ kind: 'failed', text: 'Not changed.' }, true]
    ])('says what became of saving: %j', async (outcome, isError) => {
        const { element, root, status } = await defaultNumber({ outcome });
        expect(status).toBe(outcome.text);
        const classes = root.querySelector('.status')!.classList;
        expect(classes.contains('slds-text-color_error')).toBe(isError);
        await expect(element).toBeAccessible();
    });
});
