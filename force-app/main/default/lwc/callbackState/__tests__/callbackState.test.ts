import CallbackState, { type LoadState } from 'c/callbackState';
import { mount, settled } from '../../../../../test/mount';

async function show(state: LoadState | undefined) {
    const element = await mount('c-callback-state', CallbackState, { state });
    const root = element.shadowRoot!;
    return {
        element,
        root,
        shown: () => root.querySelector<HTMLElement>('[data-state]')?.dataset.state,
        text: () => root.textContent
    };
}

describe('Until there is something to show', () => {
    it('says that it is loading, also before it was told anything', async () => {
        const { element, shown, text } = await show(undefined);
        expect(shown()).toBe('loading');
        expect(text()).toContain('c.Callback_State_Loading');
        await expect(element).toBeAccessible();
    });

    it('says that nothing is configured and what to ask the admin for', async () => {
        const { element, shown, text } = await show({ kind: 'notConfigured' });
        expect(shown()).toBe('notConfigured');
        expect(text()).toContain('c.Callback_State_Empty');
        await expect(element).toBeAccessible();
    });

    it('names what the agent may not see, and the permission set that lets them', async () => {
        const missing = ['Callback Number', 'Callback Policy'];
        const { element, root, text } = await show({ kind: 'noPermission', missing });
        expect([...root.querySelectorAll('li')].map((one) => one.textContent)).toEqual(missing);
        expect(text()).toContain('c.Callback_State_No_Permission');
        await expect(element).toBeAccessible();
    });

    it('says what failed and asks for another try', async () => {
        const { element, root, text } = await show({ kind: 'failed', errors: ['No network.'] });
        const retried = jest.fn();
        element.addEventListener('retry', retried);
        expect(text()).toContain('No network.');
        root.querySelector<HTMLElement>('lightning-button')!.click();
        expect(retried).toHaveBeenCalledTimes(1);
        await expect(element).toBeAccessible();
    });

    it('shows nothing but its content once that is there', async () => {
        const { element, root, shown } = await show({ kind: 'loading' });
        expect(root.querySelector('slot')).toBeNull();
        element.state = { kind: 'ready' };
        await settled();
        expect(shown()).toBeUndefined();
        expect(root.querySelector('slot')).not.toBeNull();
        await expect(element).toBeAccessible();
    });
});
