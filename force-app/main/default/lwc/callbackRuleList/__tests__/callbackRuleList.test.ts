import CallbackRuleList from 'c/callbackRuleList';
import type { RuleRow } from 'c/callbackRuleRow';
import { mount, settled } from '../../../../../test/mount';
import { heard } from '../../../../../test/parts';

jest.mock(
    '@salesforce/label/c.Callback_Setup_Rule_Dropped',
    () => ({ default: '{0} dropped at {1} of {2}' }),
    { virtual: true }
);
jest.mock(
    '@salesforce/label/c.Callback_Setup_Rule_Grabbed',
    () => ({ default: '{0} grabbed at {1} of {2}' }),
    { virtual: true }
);
jest.mock(
    '@salesforce/label/c.Callback_Setup_Rule_Moving',
    () => ({ default: '{0} at {1} of {2}' }),
    { virtual: true }
);
jest.mock(
    '@salesforce/label/c.Callback_Setup_Rule_Put_Back',
    () => ({ default: '{0} back at {1} of {2}' }),
    { virtual: true }
);
jest.mock('@salesforce/label/c.Callback_Setup_Rules_More', () => ({ default: 'more: {0}' }), {
    virtual: true
});

const ALL = { create: true, update: true, delete: true };
const NONE = { create: false, update: false, delete: false };

const rules = (count: number): readonly RuleRow[] =>
    Array.from({ length: count }, (_, at) => ({
        id: `r${at + 1}`,
        name: `Rule ${at + 1}`,
        position: at + 1,
        sentence: 'Numbers that begin with +44 → London',
        active: at !== 1,
        warnings: at === 2 ? ['It can never win.'] : [],
        isChanged: at === 0
    }));

async function open(properties: { rules: readonly RuleRow[]; count?: number; rights?: object }) {
    const list = await mount('c-callback-rule-list', CallbackRuleList, {
        rights: ALL,
        count: properties.rules.length,
        ...properties
    });
    const root = list.shadowRoot!;
    const rows = () => [
        ...root.querySelectorAll<HTMLElement & { rule: RuleRow }>('c-callback-rule-row')
    ];
    const handle = (name: string) =>
        rows()
            .find(({ rule }) => rule.name === name)!
            .shadowRoot!.querySelector<HTMLElement>('.handle')!;
    return {
        list,
        moves: heard<{ id: string; to: number }>(list, 'move'),
        names: () => rows().map(({ rule }) => rule.name),
        item: (id: string) => root.querySelector<HTMLElement>(`li[data-id="${id}"]`)!,
        handle,
        announced: () => root.querySelector('[data-announced]')!.textContent,
        more: () => root.querySelector<HTMLElement & { label: string }>('lightning-button'),
        row: (name: string) => rows().find(({ rule }) => rule.name === name)!,
        press: async (name: string, ...keys: readonly string[]) => {
            for (const key of keys) {
                handle(name).dispatchEvent(
                    new KeyboardEvent('keydown', { key, bubbles: true, composed: true })
                );
                // eslint-disable-next-line no-await-in-loop -- one key after the other
                await settled();
            }
        },
        drag: async (type: string, on: HTMLElement, clientY = 0) => {
            on.dispatchEvent(new MouseEvent(type, { clientY, bubbles: true, cancelable: true }));
            await settled();
        }
    };
}

it('shows rules in their order, with what is wrong with them', async () => {
    const { list, names } = await open({ rules: rules(3) });
    expect(names()).toEqual(['Rule 1', 'Rule 2', 'Rule 3']);
    await expect(list).toBeAccessible();
});

it('lets nobody move a rule who may not change it', async () => {
    const { list, item } = await open({ rules: rules(3), rights: NONE });
    expect(item('r1').getAttribute('draggable')).toBe('false');
    expect(
        item('r1').querySelector('c-callback-rule-row')!.shadowRoot!.querySelector('.handle')
    ).toBe(null);
    await expect(list).toBeAccessible();
});

describe('By keyboard', () => {
    it('Space takes a rule, arrows move it, Space drops it; everything is said', async () => {
        const { press, names, announced, moves, handle } = await open({ rules: rules(4) });
        await press('Rule 3', ' ');
        expect(announced()).toBe('Rule 3 grabbed at 3 of 4');
        expect(handle('Rule 3').getAttribute('aria-pressed')).toBe('true');
        await press('Rule 3', 'ArrowUp', 'ArrowUp');
        expect(announced()).toBe('Rule 3 at 1 of 4');
        expect(names()).toEqual(['Rule 3', 'Rule 1', 'Rule 2', 'Rule 4']);
        expect(moves).toEqual([]);
        await press('Rule 3', ' ');
        expect(announced()).toBe('Rule 3 dropped at 1 of 4');
        expect(moves).toEqual([{ id: 'r3', to: 0 }]);
    });

    it('Escape puts it back', async () => {
        const { press, names, announced, moves } = await open({ rules: rules(3) });
        await press('Rule 1', 'Enter', 'End', 'Escape');
        expect(names()).toEqual(['Rule 1', 'Rule 2', 'Rule 3']);
        expect(announced()).toBe('Rule 1 back at 1 of 3');
        expect(moves).toEqual([]);
    });

    it('does not go beyond the ends, and shows the place it goes to', async () => {
        const { press, names, announced } = await open({ rules: rules(60) });
        await press('Rule 1', ' ', 'ArrowUp');
        expect(announced()).toBe('Rule 1 at 1 of 60');
        await press('Rule 1', 'End');
        expect(names()).toHaveLength(60);
        expect(names().at(-1)).toBe('Rule 1');
    });

    it('whoever leaves the handle drops the rule where it is', async () => {
        const { press, handle, moves } = await open({ rules: rules(3) });
        await press('Rule 1', ' ', 'ArrowDown');
        handle('Rule 1').dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
        expect(moves).toEqual([{ id: 'r1', to: 1 }]);
    });

    it('arrows alone move nothing', async () => {
        const { press, moves, announced } = await open({ rules: rules(3) });
        await press('Rule 1', 'ArrowDown', 'Escape');
        expect(moves).toEqual([]);
        expect(announced()).toBe('');
    });
});

describe('By mouse', () => {
    it('a rule goes before or behind the one it is dropped on', async () => {
        const { drag, item, moves } = await open({ rules: rules(4) });
        await drag('dragstart', item('r1'));
        await drag('dragover', item('r3'), 5);
        expect(item('r3').className).toContain('drop-behind');
        await drag('drop', item('r3'));
        await drag('dragstart', item('r4'));
        await drag('dragover', item('r2'), -5);
        await drag('drop', item('r2'));
        expect(moves).toEqual([
            { id: 'r1', to: 2 },
            { id: 'r4', to: 1 }
        ]);
    });

    it('nothing happens where it is let go elsewhere', async () => {
        const { drag, item, moves } = await open({ rules: rules(2) });
        await drag('dragstart', item('r1'));
        await drag('dragend', item('r1'));
        await drag('dragover', item('r2'));
        await drag('drop', item('r2'));
        expect(moves).toEqual([]);
        expect(item('r2').className).not.toContain('drop-');
    });
});

it('shows fifty at once, then more', async () => {
    const { names, more } = await open({ rules: rules(120) });
    expect(names()).toHaveLength(50);
    expect(more()!.label).toBe('more: 50');
    more()!.click();
    await settled();
    more()!.click();
    await settled();
    expect(names()).toHaveLength(120);
    expect(more()).toBe(null);
});

it('cannot be reordered by hand while some are hidden, and says so; a position can be given', async () => {
    const { list, item, row, moves } = await open({ rules: rules(3).slice(2), count: 3 });
    expect(item('r3').getAttribute('draggable')).toBe('false');
    expect(list.shadowRoot!.textContent).toContain('c.Callback_Setup_Rules_Hint_Filtered');
    row('Rule 3').dispatchEvent(new CustomEvent('moveto', { detail: { id: 'r3', to: 0 } }));
    expect(moves).toEqual([{ id: 'r3', to: 0 }]);
});
