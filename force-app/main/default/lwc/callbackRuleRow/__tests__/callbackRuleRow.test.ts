import CallbackRuleRow, { type RuleRow } from 'c/callbackRuleRow';
import { mount, settled } from '../../../../../test/mount';
import { heard, part } from '../../../../../test/parts';

const ALL = { create: true, update: true, delete: true };
const RULE: RuleRow = {
    id: 'r1',
    name: 'Great Britain',
    position: 2,
    sentence: 'Numbers that begin with +44 → London',
    active: true,
    warnings: ['It can never win.'],
    isChanged: true
};

const open = (properties: object = {}) =>
    mount('c-callback-rule-row', CallbackRuleRow, {
        rule: RULE,
        count: 5,
        rights: ALL,
        canReorder: true,
        ...properties
    });
const actionsOf = (row: HTMLElement) =>
    [...row.shadowRoot!.querySelectorAll('lightning-menu-item')].map(
        (item) => (item as unknown as { value: string }).value
    );
async function choose(row: HTMLElement, value: string): Promise<void> {
    part(row, 'lightning-button-menu').dispatchEvent(
        new CustomEvent('select', { detail: { value } })
    );
    await settled();
}

it('says what the rule does and what is wrong with it', async () => {
    const row = await open();
    expect(row.shadowRoot!.textContent).toContain('Numbers that begin with +44 → London');
    expect(row.shadowRoot!.textContent).toContain('It can never win.');
    expect(row.shadowRoot!.querySelectorAll('lightning-badge')).toHaveLength(1);
    await expect(row).toBeAccessible();
});

it.each([
    [ALL, ['edit', 'duplicate', 'toggle', 'position', 'catches', 'delete']],
    [{ create: false, update: true, delete: false }, ['edit', 'toggle', 'position', 'catches']],
    [{ create: false, update: false, delete: false }, ['catches']]
])('offers what the user may do: %j', async (rights, actions) => {
    expect(actionsOf(await open({ rights }))).toEqual(actions);
});

it('tells what was chosen', async () => {
    const row = await open({ rule: { ...RULE, active: false } });
    const actions = heard(row, 'action');
    await choose(row, 'toggle');
    expect(actions).toEqual([{ id: 'r1', action: 'toggle' }]);
});

describe('Move to position', () => {
    const positioned = async () => {
        const row = await open();
        await choose(row, 'position');
        const input = part<{ value: string; reportValidity: jest.Mock }>(row, '.position-input');
        input.reportValidity = jest.fn();
        return {
            row,
            input,
            moves: heard(row, 'moveto'),
            type: async (value: string, key: string) => {
                input.value = value;
                input.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
                await settled();
            }
        };
    };

    it('takes a number by Enter', async () => {
        const { row, moves, type } = await positioned();
        await expect(row).toBeAccessible();
        await type('5', 'Enter');
        expect(moves).toEqual([{ id: 'r1', to: 4 }]);
        expect(row.shadowRoot!.querySelector('.position-input')).toBe(null);
    });

    it.each(['0', '6', '2.5', ''])('does not take %p', async (value) => {
        const { input, moves, type } = await positioned();
        await type(value, 'Enter');
        expect(moves).toEqual([]);
        expect(input.reportValidity).toHaveBeenCalled();
    });

    it('is left by Escape', async () => {
        const { row, moves, type } = await positioned();
        await type('1', 'Escape');
        expect(moves).toEqual([]);
        expect(row.shadowRoot!.querySelector('.position-input')).toBe(null);
    });
});
