import LightningConfirm from 'lightning/confirm';
import CallbackRuleBoard, { type Entry } from 'c/callbackRuleBoard';
import { NO_FILTER } from 'c/callbackRuleFilters';
import type { DirectoryRows } from 'c/callbackResolver';
import { BLANK_RULE, type RuleForm } from 'c/callbackRuleForm';
import type { RuleRow } from 'c/callbackRuleRow';
import { mount, settled } from '../../../../../test/mount';
import { heard } from '../../../../../test/parts';
import { filtered } from '../filtering';

jest.mock('@salesforce/label/c.Callback_Setup_Rules_Reordered', () => ({ default: 'moved: {0}' }), {
    virtual: true
});

const entry = (id: string, form: Partial<RuleForm>, row: Partial<RuleRow> = {}): Entry => ({
    form: { ...BLANK_RULE, id, ...form },
    isMoved: id === 'a',
    row: {
        id,
        name: `Rule ${id}`,
        position: 1,
        sentence: 'Numbers that begin with +44 → London, Click to dial',
        active: true,
        warnings: [],
        isChanged: false,
        ...row
    }
});
const ENTRIES = [
    entry('a', {}),
    entry('b', { agentGroupId: 'a01', channel: 'connect' }, { warnings: ['It can never win.'] }),
    entry('c', { type: 'dialList' }, { active: false, sentence: 'Calls from Spring → Paris' })
];

const NOBODY: DirectoryRows = {
    numbers: [],
    agents: [],
    assignments: [],
    policies: [],
    rules: [],
    dialLists: []
};

async function open(properties: object = {}) {
    const board = await mount('c-callback-rule-board', CallbackRuleBoard, {
        entries: ENTRIES,
        rights: { create: true, update: true, delete: true },
        edited: undefined as RuleForm | undefined,
        opened: undefined as RuleForm | undefined,
        around: { numbers: [], groups: [], dialLists: [], directoryRows: NOBODY },
        ...properties
    });
    const part = <Part = unknown>(selector: string) =>
        board.shadowRoot!.querySelector<HTMLElement & Part>(selector);
    return {
        board,
        part,
        say: async (selector: string, event: string, detail: object = {}) => {
            part(selector)!.dispatchEvent(new CustomEvent(event, { detail }));
            await settled();
        }
    };
}

describe('Search and filters', () => {
    it.each([
        [{ text: 'PARIS spring' }, ['c']],
        [{ type: 'dialList' }, ['c']],
        [{ channel: 'connect' }, ['b']],
        [{ group: 'a01' }, ['b']],
        [{ group: 'everyone', state: 'active' }, ['a']],
        [{ state: 'inactive' }, ['c']],
        [{ state: 'warnings' }, ['b']],
        [{}, ['a', 'b', 'c']],
        [{ text: 'nowhere' }, []]
    ] as const)('%j leaves %j', (filter, ids) => {
        const left = filtered(ENTRIES, { ...NO_FILTER, ...filter });
        expect(left.map(({ row }) => row.id)).toEqual(ids);
    });
});

it('says how many rules a new order moves, and asks to save or discard it', async () => {
    const { board, part } = await open({ isReordered: true });
    expect(part('[data-reordered]')!.textContent).toContain('moved: 1');
    const asked = [heard(board, 'saveorder'), heard(board, 'discardorder')];
    part('.save-order')!.click();
    part('.discard-order')!.click();
    expect(asked.map(({ length }) => length)).toEqual([1, 1]);
    await expect(board).toBeAccessible();
});

it('passes on what is done to rules, and counts catches itself', async () => {
    const { board, part, say } = await open();
    const actions = heard(board, 'action');
    await say('c-callback-rule-list', 'action', { id: 'b', action: 'delete' });
    await say('c-callback-rule-list', 'action', { id: 'b', action: 'catches' });
    expect(actions).toEqual([{ id: 'b', action: 'delete' }]);
    expect(part<{ rule: RuleForm }>('c-callback-rule-catches')!.rule.id).toBe('b');
    await say('c-callback-rule-catches', 'close');
    expect(part('c-callback-rule-catches')).toBe(null);
});

it('shows one rule beside the list: its form comes back after its catches', async () => {
    const { board, part, say } = await open({ edited: ENTRIES[0].form, opened: ENTRIES[0].form });
    const EDITING = 'c-callback-rule-editing';
    const heardOf = ['formchange', 'save', 'close'].map((name) => heard(board, name));
    for (const name of ['formchange', 'save', 'close']) {
        // eslint-disable-next-line no-await-in-loop -- one after the other
        await say(EDITING, name, { settings: {} });
    }
    expect(heardOf.map(({ length }) => length)).toEqual([1, 1, 1]);
    await say(EDITING, 'catches');
    expect(part(EDITING)).toBe(null);
    await say('c-callback-rule-catches', 'close');
    expect(part(EDITING)).not.toBe(null);
});

it('gives up a form only where the form agrees', async () => {
    const { board } = await open();
    const mayDiscard = () => (board as unknown as CallbackRuleBoard).mayDiscard();
    expect(await mayDiscard()).toBe(true);
    const asked = jest.spyOn(LightningConfirm, 'open').mockResolvedValue(false);
    board.edited = { ...ENTRIES[0].form, name: 'Changed' };
    board.opened = ENTRIES[0].form;
    await settled();
    expect(await mayDiscard()).toBe(false);
    expect(asked).toHaveBeenCalledTimes(1);
});

it('is empty for somebody who may not add a rule either', async () => {
    const { board, part } = await open({ entries: [], rights: undefined });
    expect(part('[data-empty]')).not.toBe(null);
    expect(part('.add-first')).toBe(null);
    await expect(board).toBeAccessible();
});
