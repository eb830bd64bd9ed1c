import CallbackAssignAgents from 'c/callbackAssignAgents';
import { mount, settled } from '../../../../../test/mount';
import { heard, part, type PropertiesOf } from '../../../../../test/parts';

const agent = (id: string, profile: string, groupIds: readonly string[]) => ({
    id,
    name: `Agent ${id}`,
    username: `${id}@acme.example`,
    profile,
    groupIds,
    groups: groupIds.join(', ')
});

async function show(properties: PropertiesOf<CallbackAssignAgents> = {}) {
    const element = await mount('c-callback-assign-agents', CallbackAssignAgents, {
        agents: [
            agent('1', 'Agent', ['sales']),
            agent('2', 'Supervisor', ['sales', 'gold']),
            agent('3', 'Agent', [])
        ],
        groups: [
            { id: 'sales', name: 'Sales' },
            { id: 'gold', name: 'Gold' }
        ],
        ...properties
    });
    const table = () => part<{ rows: { id: string }[] }>(element, 'c-callback-assign-table');
    return {
        element,
        table,
        ids: () => table().rows.map(({ id }) => id),
        filter: async (name: string, value: string) => {
            part(element, `[data-filter="${name}"]`).dispatchEvent(
                new CustomEvent('change', { detail: { value } })
            );
            await settled();
        }
    };
}

it('are filtered by profile and by group, also by having none', async () => {
    const { element, filter, ids } = await show();
    expect(ids()).toEqual(['1', '2', '3']);
    await filter('group', 'sales');
    expect(ids()).toEqual(['1', '2']);
    await filter('profile', 'Agent');
    expect(ids()).toEqual(['1']);
    await filter('group', 'none');
    expect(ids()).toEqual(['3']);
    await expect(element).toBeAccessible();
});

it('offers the profiles that there are', async () => {
    const { element } = await show();
    const { options } = part<{ options: { value: string }[] }>(element, '[data-filter="profile"]');
    expect(options.map(({ value }) => value)).toEqual(['', 'Agent', 'Supervisor']);
});

it('says which agents are chosen, and that more are on their way', async () => {
    const { element, table } = await show({ loadingMore: true });
    const chosen = heard(element, 'choose');
    table().dispatchEvent(new CustomEvent('choose', { detail: { ids: ['2'] } }));
    expect(chosen).toEqual([{ ids: ['2'] }]);
    expect(part(element, '[data-loading]').textContent).toContain('Loading_More');
    await expect(element).toBeAccessible();
});
