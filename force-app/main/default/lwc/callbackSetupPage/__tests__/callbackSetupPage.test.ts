import CallbackSetupPage from 'c/callbackSetupPage';
import { mount } from '../../../../../test/mount';

const show = (more: object) =>
    mount('c-callback-setup-page', CallbackSetupPage, {
        title: 'Numbers',
        description: 'What people may see when agents call.',
        iconName: 'standard:call',
        ...more
    });

it('says what the page is for while its content is loading', async () => {
    const page = await show({ state: { kind: 'loading' } });
    expect(page.shadowRoot!.querySelector('h1')!.textContent).toBe('Numbers');
    expect(page.shadowRoot!.querySelector('slot[name="actions"]')).toBeNull();
    await expect(page).toBeAccessible();
});

it('shows buttons and content once there are some', async () => {
    const page = await show({ state: { kind: 'ready' } });
    expect(page.shadowRoot!.querySelector('slot[name="actions"]')).not.toBeNull();
    expect(page.shadowRoot!.querySelector('[data-read-only]')).toBeNull();
    await expect(page).toBeAccessible();
});

it('says so to those who may only look', async () => {
    const page = await show({ state: { kind: 'ready' }, readOnly: true });
    expect(page.shadowRoot!.querySelector('[data-read-only]')!.textContent).toContain(
        'c.Callback_Setup_Read_Only'
    );
    await expect(page).toBeAccessible();
});

it('passes on that somebody wants another try', async () => {
    const page = await show({ state: { kind: 'failed', errors: ['The org is away.'] } });
    const retried = jest.fn();
    page.addEventListener('retry', retried);
    page.shadowRoot!.querySelector('c-callback-state')!.dispatchEvent(new CustomEvent('retry'));
    expect(retried).toHaveBeenCalledTimes(1);
});

it('tells an agent whose page this is', async () => {
    const page = await show({ state: { kind: 'noPermission', missing: [] } });
    expect(page.shadowRoot!.querySelector('c-callback-state')!.shadowRoot!.textContent).toContain(
        'c.Callback_Setup_No_Permission'
    );
    await expect(page).toBeAccessible();
});
