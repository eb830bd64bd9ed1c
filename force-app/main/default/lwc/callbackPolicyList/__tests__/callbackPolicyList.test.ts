import CallbackPolicyList, { type PolicyEntry } from 'c/callbackPolicyList';
import { mount } from '../../../../../test/mount';

const entry = (scopeKey: string, says: readonly string[], isOpen = false): PolicyEntry => ({
    scopeKey,
    scope: 'User',
    name: `User ${scopeKey}`,
    says,
    isOpen
});

it('says of every policy whose it is and what it sets', async () => {
    const list = await mount('c-callback-policy-list', CallbackPolicyList, {
        entries: [entry('1', ['Default country: France', 'Block: Yes'], true), entry('2', [])]
    });
    const rows = [...list.shadowRoot!.querySelectorAll('tbody tr')];
    expect(rows[0].textContent).toContain('Default country: France');
    expect(rows[0].querySelector('[aria-current="true"]')).not.toBeNull();
    expect(rows[1].textContent).toContain('c.Callback_Policy_Setup_Says_Nothing');
    expect(rows[1].querySelector('[aria-current]')).toBeNull();
    await expect(list).toBeAccessible();
});

it('tells which policy is to be opened, and takes the focus back to it', async () => {
    const list = await mount('c-callback-policy-list', CallbackPolicyList, {
        entries: [entry('1', []), entry('2', [])]
    });
    const opened = jest.fn();
    list.addEventListener('open', ((event: CustomEvent) => opened(event.detail)) as EventListener);
    const button = list.shadowRoot!.querySelector<HTMLElement>('[data-key="2"]')!;
    button.click();
    expect(opened).toHaveBeenCalledWith({ scopeKey: '2' });
    (list as unknown as { focusEntry(key: string): void }).focusEntry('2');
    expect(list.shadowRoot!.activeElement).toBe(button);
});
