import CallbackAssignGroupEdit, { type GroupEdit } from 'c/callbackAssignGroupEdit';
import { mount, settled } from '../../../../../test/mount';
import { heard, part } from '../../../../../test/parts';

jest.mock('@salesforce/label/c.Callback_Assign_Group_Rules', () => ({ default: 'Rules: {0}' }), {
    virtual: true
});
jest.mock(
    '@salesforce/label/c.Callback_Assign_Group_Assignments',
    () => ({ default: 'Assignments: {0}' }),
    { virtual: true }
);
jest.mock(
    '@salesforce/label/c.Callback_Assign_Group_Members',
    () => ({ default: 'Members: {0}' }),
    { virtual: true }
);
jest.mock(
    '@salesforce/label/c.Callback_Assign_Group_Dial_Lists',
    () => ({ default: 'Dial_Lists: {0}' }),
    { virtual: true }
);

type Field = { value: string; reportValidity(): boolean };

const NAMING: GroupEdit = { kind: 'name', before: 'Sales', saving: false, errors: [] };
const DELETING: GroupEdit = { kind: 'delete', name: 'Sales', saving: false, errors: [] };
const USE = { rules: [], dialLists: [], assignments: 0, members: 0 };

async function show(edit: GroupEdit) {
    const element = await mount('c-callback-assign-group-edit', CallbackAssignGroupEdit, { edit });
    const confirm = () => part<{ disabled: boolean }>(element, '[data-action="confirm"]');
    return { element, confirm, text: () => element.shadowRoot!.textContent };
}

it('gives a group another name, without the blanks around it', async () => {
    const { element, confirm } = await show(NAMING);
    const saved = heard(element, 'savename');
    const field = part<Field>(element, 'lightning-input');
    expect(field.value).toBe('Sales');
    field.value = ' Service ';
    field.reportValidity = () => true;
    confirm().click();
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    expect(saved).toEqual([{ name: 'Service' }, { name: 'Service' }]);
    await expect(element).toBeAccessible();
});

it('saves no group without a name', async () => {
    const { element, confirm } = await show({ kind: 'name', saving: false, errors: [] });
    const saved = heard(element, 'savename');
    const field = part<Field>(element, 'lightning-input');
    field.reportValidity = () => false;
    field.value = ' ';
    confirm().click();
    expect(saved).toEqual([]);
});

it('is left by Escape', async () => {
    const { element } = await show(NAMING);
    const cancelled = heard(element, 'cancel');
    part(element, 'lightning-input').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    expect(cancelled).toHaveLength(1);
});

it('waits until it is known what depends on the group', async () => {
    const { element, confirm, text } = await show(DELETING);
    expect(text()).toContain('Group_Looking');
    expect(confirm().disabled).toBe(true);
    element.edit = { ...DELETING, use: USE };
    await settled();
    expect(text()).toContain('Group_Unused');
    const confirmed = heard(element, 'confirmdelete');
    confirm().click();
    expect(confirmed).toHaveLength(1);
    await expect(element).toBeAccessible();
});

it('says what goes with the group', async () => {
    const use = { ...USE, assignments: 4, members: 3, dialLists: ['Storm'] };
    const { confirm, text } = await show({ ...DELETING, use });
    expect(text()).toContain('Assignments: 4');
    expect(text()).toContain('Members: 3');
    expect(text()).toContain('Dial_Lists: Storm');
    expect(confirm().disabled).toBe(false);
});

it('does not delete a group that rules are for', async () => {
    const { element, confirm, text } = await show({
        ...DELETING,
        use: { ...USE, rules: ['Germany', 'Munich'] }
    });
    expect(text()).toContain('Rules: Germany, Munich');
    expect(confirm().disabled).toBe(true);
    await expect(element).toBeAccessible();
});

it('says why it was not saved, and can be tried again', async () => {
    const { element, confirm } = await show({ ...NAMING, errors: ['Too long.'] });
    expect(part(element, '[data-errors]').textContent).toContain('Too long.');
    expect(confirm().disabled).toBe(false);
    element.edit = { ...NAMING, saving: true };
    await settled();
    expect(confirm().disabled).toBe(true);
});
