import ConnectOutcome from 'c/connectOutcome';
import { mount, settled } from '../../../../../test/mount';
import { heard, part } from '../../../../../test/parts';

interface When {
    value: string;
    setCustomValidity: jest.Mock;
    reportValidity: jest.Mock;
}

const show = (properties: { busy?: boolean; errors?: readonly string[] } = {}) =>
    mount('c-connect-outcome', ConnectOutcome, properties);

async function press(element: HTMLElement, selector: string): Promise<void> {
    part(element, selector).click();
    await settled();
}

/** Opens the moment, and lets the input answer like the platform's. */
async function openLater(element: HTMLElement) {
    await press(element, '.later');
    const input = part<When>(element, '.when');
    let message = '';
    input.setCustomValidity = jest.fn((text: string) => {
        message = text;
    });
    input.reportValidity = jest.fn(() => message === '');
    return input;
}

describe('The outcome of a call', () => {
    it.each([
        ['.done', 'done'],
        ['.skip', 'skipped'],
        ['.give-back', 'released']
    ])('is said by one button: %s', async (selector, kind) => {
        const element = await show();
        const outcomes = heard(element, 'outcome');
        await press(element, selector);
        expect(outcomes).toEqual([{ kind }]);
        await expect(element).toBeAccessible();
    });

    it('can be a moment at which to call again, an hour ahead unless said otherwise', async () => {
        const element = await show();
        const outcomes = heard<{ kind: string; notBefore: number }>(element, 'outcome');
        await openLater(element);
        await expect(element).toBeAccessible();
        await press(element, '.save');
        expect(outcomes).toHaveLength(1);
        expect(outcomes[0].kind).toBe('later');
        const minutesAhead = (outcomes[0].notBefore - Date.now()) / 60_000;
        expect(Math.round(minutesAhead)).toBeGreaterThanOrEqual(60);
        expect(Math.round(minutesAhead)).toBeLessThanOrEqual(75);
    });

    it.each(['', '2020-01-01T10:00:00.000Z'])(
        'is not called again in the past, nor never: %p',
        async (value) => {
            const element = await show();
            const outcomes = heard(element, 'outcome');
            const input = await openLater(element);
            input.value = value;
            await press(element, '.save');
            expect(outcomes).toEqual([]);
            expect(input.setCustomValidity).toHaveBeenCalledWith('c.Callback_Connect_Later_Past');
        }
    );

    it('closes the moment again, and the focus goes back to where it was opened', async () => {
        const element = await show();
        await openLater(element);
        const later = part(element, '.later');
        const focused = jest.spyOn(later, 'focus');
        await press(element, '.cancel');
        expect(element.shadowRoot!.querySelector('.when')).toBeNull();
        expect(focused).toHaveBeenCalled();
    });

    it('is recorded once at a time', async () => {
        const element = await show({ busy: true });
        const outcomes = heard(element, 'outcome');
        await press(element, '.done');
        expect(outcomes).toEqual([]);
        await expect(element).toBeAccessible();
    });

    it('that was not recorded is said with its reason', async () => {
        const element = await show({ errors: ['No network.'] });
        expect(part(element, '[role=alert]').textContent).toBe(
            'c.Callback_Connect_Not_RecordedNo network.'
        );
        await expect(element).toBeAccessible();
    });
});
