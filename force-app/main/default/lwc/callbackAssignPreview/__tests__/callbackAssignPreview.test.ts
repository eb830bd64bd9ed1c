import CallbackAssignPreview, { type DraftPreview } from 'c/callbackAssignPreview';
import { mount } from '../../../../../test/mount';
import { heard, part } from '../../../../../test/parts';

const PREVIEW: DraftPreview = {
    sentences: ['Assignments to create: 9,850, there already: 150.'],
    changes: 9850,
    itemLabel: 'Callback number',
    items: [{ id: 'n1', name: 'London', what: 'Add', changes: 9850, same: 150 }]
};

const show = (preview: DraftPreview) =>
    mount('c-callback-assign-preview', CallbackAssignPreview, { preview });

it('says what would change in all and by number, begins at its heading, and saves', async () => {
    const element = await show(PREVIEW);
    expect(part(element, '[data-sentences]').textContent).toContain('9,850');
    expect(part<{ rows: object[] }>(element, 'c-callback-assign-table').rows).toEqual(
        PREVIEW.items
    );
    expect(element.shadowRoot!.activeElement).toBe(part(element, 'h2'));
    const [saved, back] = [heard(element, 'save'), heard(element, 'back')];
    part(element, '[data-action="save"]').click();
    part(element, '[data-action="back"]').click();
    expect([saved.length, back.length]).toEqual([1, 1]);
    await expect(element).toBeAccessible();
});

it('has nothing to save where everything is as it should be', async () => {
    const element = await show({ ...PREVIEW, changes: 0 });
    expect(element.shadowRoot!.textContent).toContain('Preview_Nothing');
    expect(part<{ disabled: boolean }>(element, '[data-action="save"]').disabled).toBe(true);
    await expect(element).toBeAccessible();
});
