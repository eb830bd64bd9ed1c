import LightningConfirm from 'lightning/confirm';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import type { RuleForm } from 'c/callbackRuleForm';
import type { Impact } from 'c/callbackRuleImpact';
import type { Meanwhile } from 'c/callbackRuleNotice';
import type { RuleRow } from 'c/callbackRuleRow';
import CallbackRulesSetup from 'c/callbackRulesSetup';
import type { SaveState } from 'c/callbackSaveProgress';
import { mount } from '../../../../../test/mount';
import { impactOf } from '../trying';
import { LONDON, rule, startOrg } from './org';

jest.mock('../trying', () => ({ impactOf: jest.fn() }));
jest.mock('@salesforce/i18n/lang', () => ({ default: 'en' }), { virtual: true });
jest.mock('@salesforce/label/c.Callback_Setup_Rules_Reordered', () => ({ default: 'moved: {0}' }), {
    virtual: true
});
jest.mock(
    '@salesforce/label/c.Callback_Rule_Prefix_Duplicate',
    () => ({ default: '{0} is as {1}' }),
    { virtual: true }
);
jest.mock('@salesforce/label/c.Callback_Setup_Rules_Copy_Of', () => ({ default: 'Copy of {0}' }), {
    virtual: true
});

const triedWith = impactOf as jest.MockedFunction<typeof impactOf>;
const confirmed = jest.spyOn(LightningConfirm, 'open');
const ALL = { createable: true, updateable: true, deletable: true };
const NONE = { createable: false, updateable: false, deletable: false };
const THREE = [rule('a', 10, '+44'), rule('b', 20, '+49'), rule('c', 30, '+33')];

/** Everything that waits for nothing but promises comes to its end. */
const quiet = () => jest.advanceTimersByTimeAsync(0);
// The checker looks at every part of the page.
jest.setTimeout(30_000);
/** The checker waits for the clock. */
async function isAccessible(page: HTMLElement): Promise<void> {
    jest.useRealTimers();
    await expect(page).toBeAccessible();
}

beforeEach(() => {
    jest.useFakeTimers();
    triedWith.mockReset().mockResolvedValue(undefined);
    confirmed.mockReset().mockResolvedValue(true);
});
afterEach(() => jest.useRealTimers());

async function open(rights: object = ALL) {
    const page = await mount('c-callback-rules-setup', CallbackRulesSetup, {});
    (getObjectInfo as unknown as { emit(data: unknown): void }).emit(rights);
    await quiet();
    const root = page.shadowRoot!;
    const part = <Part = unknown>(selector: string) =>
        root.querySelector<HTMLElement & Part>(selector) ??
        root
            .querySelector('c-callback-rule-board')!
            .shadowRoot!.querySelector<HTMLElement & Part>(selector);
    const say = async (selector: string, event: string, detail: object = {}) => {
        part(selector)!.dispatchEvent(new CustomEvent(event, { detail }));
        await quiet();
    };
    const EDITING = 'c-callback-rule-editing';
    return {
        page,
        root,
        part,
        say,
        rows: () => part<{ rules: readonly RuleRow[] }>('c-callback-rule-list')!.rules,
        ids: () =>
            part<{ rules: readonly RuleRow[] }>('c-callback-rule-list')!.rules.map(({ id }) => id),
        state: () => part<{ state: { kind: string } }>('c-callback-setup-page')!.state,
        move: (id: string, to: number) => say('c-callback-rule-list', 'move', { id, to }),
        act: (id: string, action: string) => say('c-callback-rule-list', 'action', { id, action }),
        form: () => part<{ form: RuleForm }>(EDITING)?.form,
        row: () => part<{ row: RuleRow }>(EDITING)!.row,
        errors: () => part<{ errors: readonly string[] }>(EDITING)!.errors,
        write: (settings: Partial<RuleForm>) => say(EDITING, 'formchange', { settings }),
        saveRule: () => say(EDITING, 'save'),
        click: async (selector: string) => {
            part(selector)!.click();
            await quiet();
        },
        progress: () => part<{ state: SaveState }>('c-callback-save-progress')!.state,
        meanwhile: () => part<{ changes: readonly Meanwhile[] }>('c-callback-rule-notice')!.changes
    };
}

describe('The page', () => {
    it('shows the rules in their order, with a way to add one', async () => {
        startOrg([THREE[2], THREE[0], THREE[1]]);
        const { page, ids, state, part } = await open();
        expect(state()).toEqual({ kind: 'ready' });
        expect(ids()).toEqual(['a', 'b', 'c']);
        expect(part('.add')).not.toBe(null);
        await isAccessible(page);
    });

    it('says when it could not load, and loads once more', async () => {
        const org = startOrg(THREE);
        org.break('Callback_Rule__c', 'The org is away.');
        const { page, state, say, ids } = await open();
        expect(state()).toEqual({ kind: 'failed', errors: ['The org is away.'] });
        org.mend();
        await isAccessible(page);
        jest.useFakeTimers();
        await say('c-callback-setup-page', 'retry');
        expect(ids()).toEqual(['a', 'b', 'c']);
    });

    it('says so to somebody who may not see rules', async () => {
        const org = startOrg(THREE);
        org.break(
            'Callback_Rule__c',
            "Validation error of type FieldUndefined: Field 'Callback_Rule__c' in type 'RecordQuery' is undefined"
        );
        const { state } = await open(NONE);
        expect(state()).toMatchObject({ kind: 'noPermission' });
    });

    it('lets somebody look who may not change', async () => {
        startOrg(THREE);
        const { page, part, ids } = await open(NONE);
        expect(part<{ readOnly: boolean }>('c-callback-setup-page')!.readOnly).toBe(true);
        expect(part('.add')).toBe(null);
        expect(ids()).toHaveLength(3);
        await isAccessible(page);
    });

    it('offers to add the first rule where there is none', async () => {
        startOrg([]);
        const { page, part, click, form } = await open();
        expect(part('[data-empty]')).not.toBe(null);
        await click('.add-first');
        expect(form()).toMatchObject({ id: 'new', active: true });
        await isAccessible(page);
    });

    it('says when search and filters leave nothing', async () => {
        startOrg([...THREE, rule('d', 40, '+1', { Active__c: false })]);
        const { page, part, say, ids } = await open();
        const filter = { text: '', type: '', channel: '', group: '', state: 'inactive' };
        await say('c-callback-rule-filters', 'filterchange', { filter });
        expect(ids()).toEqual(['d']);
        await say('c-callback-rule-filters', 'filterchange', { filter: { ...filter, text: '?!' } });
        expect(part('[data-no-match]')).not.toBe(null);
        await isAccessible(page);
    });
});

describe('The order', () => {
    it('is a draft until it is saved, and then changes as few rules as possible', async () => {
        const org = startOrg(THREE);
        const { page, move, ids, part, click, progress } = await open();
        await move('c', 0);
        expect(ids()).toEqual(['c', 'a', 'b']);
        expect(part('[data-reordered]')!.textContent).toContain('moved: 1');
        expect(org.requests()).toBe(0);
        await click('.save-order');
        expect(org.priorities()).toEqual({ a: 10, b: 20, c: 5 });
        expect(part('[data-reordered]')).toBe(null);
        expect(progress()).toMatchObject({ kind: 'saved', saved: 1, total: 1 });
        await isAccessible(page);
    });

    it('goes back to what is saved', async () => {
        startOrg(THREE);
        const { move, ids, click, part } = await open();
        await move('c', 0);
        await click('.discard-order');
        expect(ids()).toEqual(['a', 'b', 'c']);
        expect(part('[data-reordered]')).toBe(null);
    });

    it('that somebody else changed meanwhile is shown first; nothing is lost or written', async () => {
        const org = startOrg(THREE);
        const { page, move, ids, click, meanwhile } = await open();
        await move('c', 0);
        org.meanwhile('b', { Priority__c: 1 });
        await click('.save-order');
        expect(meanwhile()).toEqual([{ kind: 'moved', name: 'Rule b' }]);
        expect(org.requests()).toBe(0);
        expect(ids()).toEqual(['c', 'a', 'b']);
        await click('.save-order');
        expect(meanwhile()).toEqual([]);
        const { a, b, c } = org.priorities() as Record<string, number>;
        expect([c < a, a < b]).toEqual([true, true]);
        await isAccessible(page);
    });

    it('is kept where the org refuses a rule, which is named', async () => {
        const org = startOrg(THREE);
        org.refuse('c', 'No, not this one.');
        const { move, ids, click, progress } = await open();
        await move('c', 0);
        await click('.save-order');
        expect(progress()).toMatchObject({
            saved: 0,
            failures: [{ name: 'Rule c', reason: 'No, not this one.' }]
        });
        expect(ids()).toEqual(['c', 'a', 'b']);
    });
});

describe('A rule', () => {
    it('is added at the end, with warnings while it is written', async () => {
        const org = startOrg(THREE);
        const { click, write, row, rows, saveRule, form, ids } = await open();
        await click('.add');
        await write({ name: 'Again', prefix: '+44', numberId: LONDON });
        expect(row().warnings).toEqual(['Again is as Rule a']);
        expect(rows().at(-1)).toMatchObject({ name: 'Again', isChanged: true, position: 4 });
        await saveRule();
        expect(form()).toBeUndefined();
        expect(org.rules().at(-1)).toMatchObject({
            Name: 'Again',
            Priority__c: 40,
            Type__c: 'Number prefix',
            Callback_Number__c: LONDON
        });
        expect(ids()).toEqual(['a', 'b', 'c', 'z1']);
    });

    it('that is written on while it is saved stays open, and is not added twice', async () => {
        const org = startOrg(THREE);
        const { act, write, saveRule, form, say, ids } = await open();
        await act('a', 'duplicate');
        triedWith.mockResolvedValue({ judged: [], problem: 'wait' });
        await saveRule();
        await write({ name: 'Typed late' });
        await say('c-callback-rule-impact', 'proceed');
        expect(org.rules().at(-1)).toMatchObject({ Name: 'Copy of Rule a' });
        expect(form()).toMatchObject({ id: 'z1', name: 'Typed late' });
        triedWith.mockResolvedValue(undefined);
        await saveRule();
        expect(org.rules()).toHaveLength(4);
        expect(org.rules().at(-1)).toMatchObject({ Name: 'Typed late' });
        expect(ids()).toEqual(['a', 'z1', 'b', 'c']);
    });

    it('is edited: only what was changed is written', async () => {
        const org = startOrg(THREE);
        const { act, write, saveRule } = await open();
        await act('b', 'edit');
        await write({ name: 'Germany' });
        org.meanwhile('b', { Priority__c: 21 });
        await saveRule();
        expect(org.rules()[1]).toMatchObject({ Name: 'Germany', Priority__c: 21 });
    });

    it('that somebody else changed meanwhile keeps both, and is saved after a look', async () => {
        const org = startOrg(THREE);
        const { act, write, saveRule, form, meanwhile } = await open();
        await act('b', 'edit');
        await write({ name: 'Germany' });
        org.meanwhile('b', { Prefix__c: '+4930' });
        await saveRule();
        expect(meanwhile()).toEqual([{ kind: 'changed', name: 'Rule b' }]);
        expect(form()).toMatchObject({ name: 'Germany', prefix: '+4930' });
        await saveRule();
        expect(org.rules()[1]).toMatchObject({ Name: 'Germany', Prefix__c: '+4930' });
    });

    it('that the org refuses stays in its form, with what the org said', async () => {
        const org = startOrg(THREE);
        org.refuse('b', 'Choose the callback number that this rule picks.');
        const { act, write, saveRule, form, errors } = await open();
        await act('b', 'edit');
        await write({ name: 'Germany' });
        await saveRule();
        expect(errors()).toEqual(['Choose the callback number that this rule picks.']);
        expect(form()).toMatchObject({ name: 'Germany' });
    });

    it('is duplicated behind its original, inactive', async () => {
        const org = startOrg(THREE);
        const { act, form, saveRule, ids } = await open();
        await act('a', 'duplicate');
        expect(form()).toMatchObject({ name: 'Copy of Rule a', active: false, prefix: '+44' });
        await saveRule();
        expect(ids()).toEqual(['a', 'z1', 'b', 'c']);
        expect(org.priorities()).toEqual({ a: 10, z1: 15, b: 20, c: 30 });
    });

    it('is switched off at once, and a new order stays a draft', async () => {
        const org = startOrg(THREE);
        const { act, move, ids, part } = await open();
        await move('c', 0);
        await act('a', 'toggle');
        expect(org.rules()[0]).toMatchObject({ Active__c: false, Priority__c: 10 });
        expect(org.priorities()).toEqual({ a: 10, b: 20, c: 30 });
        expect(ids()).toEqual(['c', 'a', 'b']);
        expect(part('[data-reordered]')).not.toBe(null);
    });

    it('is deleted after a question, and not without', async () => {
        const org = startOrg(THREE);
        const { act, ids } = await open();
        confirmed.mockResolvedValue(false);
        await act('b', 'delete');
        expect(org.rules()).toHaveLength(3);
        confirmed.mockResolvedValue(true);
        await act('b', 'delete');
        expect(ids()).toEqual(['a', 'c']);
    });

    it('cannot be saved while the org does not answer; nothing is lost', async () => {
        const org = startOrg(THREE);
        const { act, write, saveRule, form, root } = await open();
        await act('b', 'edit');
        await write({ name: 'Germany' });
        org.break('Callback_Rule__c', 'The org is away.');
        await saveRule();
        expect(root.textContent).toContain('The org is away.');
        expect(form()).toMatchObject({ name: 'Germany' });
        org.mend();
        await saveRule();
        expect(org.rules()[1]).toMatchObject({ Name: 'Germany' });
    });
});

describe('Expectations that would change', () => {
    const IMPACT: Impact = { judged: [], problem: 'look at this' };

    it('are shown before anything is written; going back writes nothing', async () => {
        const org = startOrg(THREE);
        triedWith.mockResolvedValue(IMPACT);
        const { page, act, write, saveRule, part, say, form } = await open();
        await act('b', 'edit');
        await write({ prefix: '+48' });
        await saveRule();
        expect(part<{ impact: Impact }>('c-callback-rule-impact')!.impact).toEqual(IMPACT);
        expect(part('c-callback-rule-board')!.parentElement!.className).toBe('slds-hide');
        const [rules] = triedWith.mock.calls[0];
        expect(rules[1]).toMatchObject({ id: 'b', prefix: '+48' });
        await say('c-callback-rule-impact', 'back');
        expect(org.requests()).toBe(0);
        expect(form()).toMatchObject({ prefix: '+48' });
        await isAccessible(page);
    });

    it('do not keep the admin from saving', async () => {
        const org = startOrg(THREE);
        triedWith.mockResolvedValue(IMPACT);
        const { act, say } = await open();
        await act('b', 'toggle');
        await say('c-callback-rule-impact', 'proceed');
        expect(org.rules()[1]).toMatchObject({ Active__c: false });
    });
});

it('counts what a rule catches with the rules as they are in the draft', async () => {
    startOrg(THREE);
    const { act, part, say, move } = await open();
    await move('c', 0);
    await act('b', 'catches');
    const catches = part<{ rule: RuleForm; rules: readonly { id: string }[] }>(
        'c-callback-rule-catches'
    )!;
    expect(catches.rule.id).toBe('b');
    expect(catches.rules.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    await say('c-callback-rule-catches', 'close');
    expect(part('c-callback-rule-catches')).toBe(null);
});
