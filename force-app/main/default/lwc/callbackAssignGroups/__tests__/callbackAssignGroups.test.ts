import CallbackAssignGroups from 'c/callbackAssignGroups';
import { mount } from '../../../../../test/mount';
import { heard, part, type PropertiesOf } from '../../../../../test/parts';

type Button = { disabled: boolean };

function show(properties: PropertiesOf<CallbackAssignGroups> = {}) {
    return mount('c-callback-assign-groups', CallbackAssignGroups, {
        groups: [{ id: 'g1', name: 'Sales', description: '', members: 3 }],
        selectedIds: ['g1'],
        canCreate: true,
        canRename: true,
        canDelete: true,
        ...properties
    });
}

it('asks for what is to be done with the one that is chosen', async () => {
    const element = await show();
    const events = ['newgroup', 'renamegroup', 'deletegroup'].map((name) => heard(element, name));
    for (const action of ['new', 'rename', 'delete']) {
        part(element, `[data-action="${action}"]`).click();
    }
    expect(events.map(({ length }) => length)).toEqual([1, 1, 1]);
    await expect(element).toBeAccessible();
});

it.each([[[]], [['g1', 'g2']]])('cannot rename or delete %j at once', async (selectedIds) => {
    const element = await show({ selectedIds });
    expect(part<Button>(element, '[data-action="rename"]').disabled).toBe(true);
    expect(part<Button>(element, '[data-action="delete"]').disabled).toBe(true);
    expect(part<Button>(element, '[data-action="new"]').disabled).toBeFalsy();
});

it('is to choose from only, for those who may not change groups', async () => {
    const element = await show({ canCreate: false, canRename: false, canDelete: false });
    expect(element.shadowRoot!.querySelectorAll('lightning-button')).toHaveLength(0);
    const chosen = heard(element, 'choose');
    part(element, 'c-callback-assign-table').dispatchEvent(
        new CustomEvent('choose', { detail: { ids: [] } })
    );
    expect(chosen).toEqual([{ ids: [] }]);
    await expect(element).toBeAccessible();
});

it('says that the groups are on their way', async () => {
    const element = await show({ groups: [], loading: true });
    expect(part(element, '[data-loading]').textContent).toContain('Loading_Groups');
    await expect(element).toBeAccessible();
});
