import CallbackSaveProgress, { type SaveState } from 'c/callbackSaveProgress';
import { mount, settled } from '../../../../../test/mount';

jest.mock('@salesforce/label/c.Callback_Save_Progress', () => ({ default: '{0} of {1}' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Save_Some', () => ({ default: '{0} of {1} saved' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Save_All', () => ({ default: 'All {0} saved' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Save_More', () => ({ default: '{0} more' }), {
    virtual: true
});

async function show(state: SaveState) {
    const element = await mount('c-callback-save-progress', CallbackSaveProgress, { state });
    const root = element.shadowRoot!;
    const button = () =>
        root.querySelector<HTMLElement & { disabled: boolean }>('lightning-button')!;
    return { element, root, button, text: () => root.textContent };
}

it('shows nothing while nothing is saved', async () => {
    const { root } = await show({ kind: 'idle' });
    expect(root.querySelector('[data-state]')).toBeNull();
});

it('says how far a save has come, and can be stopped once', async () => {
    const { element, root, button, text } = await show({ kind: 'saving', done: 200, total: 800 });
    expect(text()).toContain('200 of 800');
    expect(
        root.querySelector<HTMLElement & { value: number }>('lightning-progress-bar')!.value
    ).toBe(25);
    const cancelled = jest.fn();
    element.addEventListener('cancel', cancelled);
    button().click();
    await settled();
    expect(cancelled).toHaveBeenCalledTimes(1);
    expect(button().disabled).toBe(true);
    await expect(element).toBeAccessible();
});

it('can be stopped anew the next time', async () => {
    const { element, button } = await show({ kind: 'saving', done: 0, total: 8 });
    button().click();
    element.state = { kind: 'saved', saved: 2, total: 8, failures: [] };
    element.state = { kind: 'saving', done: 0, total: 6 };
    await settled();
    expect(button().disabled).toBe(false);
});

it('says that everything was saved', async () => {
    const { element, text } = await show({ kind: 'saved', saved: 8, total: 8, failures: [] });
    expect(text()).toContain('All 8 saved');
    await expect(element).toBeAccessible();
});

it('names those that were not saved, and why', async () => {
    const failures = [{ name: 'Ann — London', reason: 'The number is retired.' }];
    const { element, root, text } = await show({ kind: 'saved', saved: 7, total: 8, failures });
    expect(text()).toContain('7 of 8 saved');
    expect(root.querySelector('li')!.textContent).toContain('The number is retired.');
    const closed = jest.fn();
    element.addEventListener('close', closed);
    root.querySelector<HTMLElement>('lightning-button')!.click();
    expect(closed).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();
});

it('shows a hundred failures and counts the others', async () => {
    const failures = Array.from({ length: 130 }, (_, n) => ({ name: `Row ${n}`, reason: 'No.' }));
    const { root, text } = await show({ kind: 'saved', saved: 0, total: 130, failures });
    expect(root.querySelectorAll('li')).toHaveLength(100);
    expect(text()).toContain('30 more');
});
