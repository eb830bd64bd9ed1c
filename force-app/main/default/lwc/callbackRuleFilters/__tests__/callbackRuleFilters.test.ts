import CallbackRuleFilters, { NO_FILTER } from 'c/callbackRuleFilters';
import { mount } from '../../../../../test/mount';
import { heard, part } from '../../../../../test/parts';

jest.mock('@salesforce/label/c.Callback_Setup_Rules_Count', () => ({ default: '{0} of {1}' }), {
    virtual: true
});

it('asks for what is typed and chosen, and says how many rules fit', async () => {
    const filters = await mount('c-callback-rule-filters', CallbackRuleFilters, {
        filter: { ...NO_FILTER, type: 'dialList' },
        groups: [{ value: 'a01', label: 'Sales' }],
        shown: 2,
        total: 27
    });
    const wanted = heard(filters, 'filterchange');
    for (const [name, value] of [
        ['text', 'spain'],
        ['group', 'a01']
    ]) {
        part(filters, `[data-filter="${name}"]`).dispatchEvent(
            new CustomEvent('change', { detail: { value } })
        );
    }
    expect(wanted).toEqual([
        { filter: { ...NO_FILTER, type: 'dialList', text: 'spain' } },
        { filter: { ...NO_FILTER, type: 'dialList', group: 'a01' } }
    ]);
    expect(part(filters, '[data-count]').textContent).toBe('2 of 27');
    expect(
        part<{ options: { value: string }[] }>(filters, '[data-filter="group"]').options
    ).toEqual(
        expect.arrayContaining([
            { value: '', label: 'c.Callback_Setup_Rules_All' },
            { value: 'a01', label: 'Sales' }
        ])
    );
    await expect(filters).toBeAccessible();
});
