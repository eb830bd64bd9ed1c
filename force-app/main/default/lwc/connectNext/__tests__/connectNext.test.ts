import ConnectNext, { type NextView } from 'c/connectNext';
import { mount } from '../../../../../test/mount';
import { heard, part } from '../../../../../test/parts';

const show = (view: Partial<NextView>) =>
    mount('c-connect-next', ConnectNext, {
        view: { sentences: ['37 wait.'], canTake: true, isTaking: false, ...view }
    });
const said = (element: HTMLElement) =>
    [...element.shadowRoot!.querySelectorAll('p')].map(({ textContent }) => textContent);
const button = (element: HTMLElement) => part<{ disabled: boolean }>(element, 'lightning-button');

describe('The next entry', () => {
    it('is asked for by its button', async () => {
        const element = await show({});
        const asked = heard(element, 'next');
        button(element).click();
        expect(asked).toHaveLength(1);
        expect(said(element)).toEqual(['37 wait.']);
        await expect(element).toBeAccessible();
    });

    it('is asked for once while it is on its way', async () => {
        const element = await show({ isTaking: true });
        const asked = heard(element, 'next');
        button(element).click();
        expect(asked).toEqual([]);
        expect(said(element)).toEqual(['c.Callback_Connect_Taking']);
        await expect(element).toBeAccessible();
    });

    it.each([
        ['recorded', 'c.Callback_Connect_Recorded'],
        ['lost', 'c.Callback_Connect_Lost']
    ] as const)(
        'comes after it was said what became of the last one: %s',
        async (before, words) => {
            expect(said(await show({ before }))).toEqual([words, '37 wait.']);
        }
    );

    it('cannot be asked for where nobody may be called; the focus is then at the reason', async () => {
        const element = await show({ canTake: false, sentences: ['Closed.'] });
        expect(button(element).disabled).toBe(true);
        element.focus();
        expect(element.shadowRoot!.activeElement).toBe(part(element, '.sentences'));
        await expect(element).toBeAccessible();
    });
});
