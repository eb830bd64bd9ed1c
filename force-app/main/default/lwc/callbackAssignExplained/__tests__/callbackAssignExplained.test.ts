import CallbackAssignExplained, { type ExplainState } from 'c/callbackAssignExplained';
import { mount } from '../../../../../test/mount';
import { heard, part } from '../../../../../test/parts';

const EXPLANATION = {
    name: 'Anna Berger',
    restriction: 'Restricted.',
    defaultNumber: 'Own default number: Berlin',
    numbers: [{ id: 'n1', name: 'Berlin', detail: '+49 309', through: 'group Germany' }]
};

const show = (state: ExplainState) =>
    mount('c-callback-assign-explained', CallbackAssignExplained, { state });

it('shows each number with what makes it available', async () => {
    const element = await show({ kind: 'explained', explanation: EXPLANATION });
    expect(element.shadowRoot!.textContent).toContain('Restricted.');
    expect(part(element, '[data-default]').textContent).toBe('Own default number: Berlin');
    expect(part<{ rows: object[] }>(element, 'c-callback-assign-table').rows).toEqual(
        EXPLANATION.numbers
    );
    await expect(element).toBeAccessible();
});

it('says that there is none', async () => {
    const element = await show({
        kind: 'explained',
        explanation: { ...EXPLANATION, numbers: [] }
    });
    expect(element.shadowRoot!.textContent).toContain('Explain_Nothing');
    await expect(element).toBeAccessible();
});

it('says that it is looking', async () => {
    const element = await show({ kind: 'looking' });
    expect(element.shadowRoot!.textContent).toContain('Explain_Looking');
    await expect(element).toBeAccessible();
});

it('says what went wrong, and can look again', async () => {
    const element = await show({ kind: 'failed', errors: ['The org is away.'] });
    expect(element.shadowRoot!.textContent).toContain('The org is away.');
    const retried = heard(element, 'retry');
    part(element, 'lightning-button').click();
    expect(retried).toHaveLength(1);
    await expect(element).toBeAccessible();
});
