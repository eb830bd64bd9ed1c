import CallbackRuleNotice from 'c/callbackRuleNotice';
import { mount } from '../../../../../test/mount';

jest.mock(
    '@salesforce/label/c.Callback_Setup_Rules_Meanwhile_Moved',
    () => ({ default: 'moved {0}' }),
    { virtual: true }
);
jest.mock(
    '@salesforce/label/c.Callback_Setup_Rules_Meanwhile_Deleted',
    () => ({ default: 'deleted {0}' }),
    { virtual: true }
);

it('names what others did', async () => {
    const notice = await mount('c-callback-rule-notice', CallbackRuleNotice, {
        changes: [
            { kind: 'moved', name: 'Spain' },
            { kind: 'deleted', name: 'France' }
        ]
    });
    const lines = [...notice.shadowRoot!.querySelectorAll('li')].map((one) => one.textContent);
    expect(lines).toEqual(['moved Spain', 'deleted France']);
    await expect(notice).toBeAccessible();
});

it('shows nothing where nobody did anything', async () => {
    const notice = await mount('c-callback-rule-notice', CallbackRuleNotice, { changes: [] });
    expect(notice.shadowRoot!.textContent).toBe('');
});
