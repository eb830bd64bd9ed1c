import CallbackRuleEditor, { type FieldChoices } from 'c/callbackRuleEditor';
import { BLANK_RULE, type RuleForm } from 'c/callbackRuleForm';
import { mount, settled } from '../../../../../test/mount';
import { london, threeNumbers } from '../../../../../test/numbers';
import { heard, part } from '../../../../../test/parts';

const FIELD_RULE: Partial<RuleForm> = {
    type: 'recordField',
    objectApiName: 'Contact',
    field: 'LeadSource',
    operator: 'equals',
    value: 'Web',
    numberId: london.id
};
const CHOICES: FieldChoices = {
    fields: [
        { value: 'LeadSource', label: 'Lead Source (LeadSource)' },
        { value: 'Account.', label: 'Account →' }
    ],
    relatedFields: [{ value: 'Account.Industry', label: 'Industry (Industry)' }],
    values: [
        { value: 'Web', label: 'Web' },
        { value: 'Phone', label: 'Phone' }
    ]
};

async function open(form: Partial<RuleForm>, properties: object = {}) {
    const editor = await mount('c-callback-rule-editor', CallbackRuleEditor, {
        form: { ...BLANK_RULE, name: 'A rule', ...form },
        numbers: threeNumbers,
        groups: [{ value: 'a01', label: 'Sales' }],
        dialLists: [{ value: 'a07', label: 'Spring' }],
        sentence: 'What it does',
        choices: CHOICES,
        faults: [] as readonly string[],
        ...properties
    });
    const settings = () => [
        ...editor.shadowRoot!.querySelectorAll<HTMLElement & { label: string; value: unknown }>(
            '[data-setting]'
        )
    ];
    return {
        editor,
        changes: heard<{ settings: Partial<RuleForm> }>(editor, 'formchange'),
        settings: () => settings().map(({ dataset }) => dataset.setting),
        setting: (name: string, at = 0) =>
            settings().filter(({ dataset }) => dataset.setting === name)[at],
        change: async (control: HTMLElement, detail: object) => {
            control.dispatchEvent(new CustomEvent('change', { detail }));
            await settled();
        }
    };
}

describe('Only the settings of the type', () => {
    it.each<[string, Partial<RuleForm>, readonly string[]]>([
        ['number prefix', {}, ['prefix']],
        ['record field', FIELD_RULE, ['objectApiName', 'field', 'operator', 'value']],
        [
            'record field that is blank',
            { ...FIELD_RULE, operator: 'isBlank' },
            ['objectApiName', 'field', 'operator']
        ],
        [
            'record field behind a relationship',
            { ...FIELD_RULE, field: 'Account.Industry' },
            ['objectApiName', 'field', 'field', 'operator', 'value']
        ],
        [
            'record field of an unusual object',
            { ...FIELD_RULE, objectApiName: 'Order' },
            ['objectApiName', 'objectApiName', 'field', 'operator', 'value']
        ],
        ['dial list', { type: 'dialList' }, ['dialListId']],
        ['custom selector', { type: 'customSelector' }, ['selector']]
    ])('%s', async (_, form, own) => {
        const { editor, settings } = await open(form);
        expect(settings()).toEqual(['name', 'type', ...own, 'channel', 'agentGroupId']);
        const picker = editor.shadowRoot!.querySelector('[data-number]');
        expect(picker === null).toBe(form.type === 'customSelector');
        await expect(editor).toBeAccessible();
    });
});

describe('Values', () => {
    it('of a picklist are chosen, those the rule says already too', async () => {
        const { setting, change, changes } = await open({ ...FIELD_RULE, value: 'Fax' });
        expect(setting('value')).toMatchObject({
            options: [...CHOICES.values!, { value: 'Fax', label: 'Fax' }]
        });
        await change(setting('value'), { value: 'Phone' });
        expect(changes).toEqual([{ settings: { value: 'Phone' } }]);
    });

    it('of a picklist are several for "is one of", whatever their case', async () => {
        const { setting, change, changes } = await open({
            ...FIELD_RULE,
            operator: 'isOneOf',
            value: 'web; phone'
        });
        expect(setting('value').value).toEqual(['Web', 'Phone']);
        await change(setting('value'), { value: ['Phone'] });
        expect(changes).toEqual([{ settings: { value: 'Phone' } }]);
    });

    it('of any other field are typed', async () => {
        const { setting } = await open({ ...FIELD_RULE, operator: 'startsWith' });
        expect(setting('value').localName).toBe('lightning-input');
    });
});

describe('What is told', () => {
    it('another object begins anew', async () => {
        const { setting, change, changes } = await open(FIELD_RULE);
        await change(setting('objectApiName'), { value: 'Lead' });
        await change(setting('objectApiName'), { value: 'other' });
        expect(changes).toEqual([
            { settings: { objectApiName: 'Lead', field: '', value: '' } },
            { settings: { objectApiName: '', field: '', value: '' } }
        ]);
        expect(setting('objectApiName', 1)).toBeDefined();
    });

    it('a relationship, then its field', async () => {
        const { editor, setting, change, changes } = await open(FIELD_RULE);
        await change(setting('field'), { value: 'Account.' });
        editor.form = { ...editor.form, field: 'Account.' };
        await settled();
        await change(setting('field', 1), { value: 'Account.Industry' });
        expect(changes.map(({ settings }) => settings.field)).toEqual([
            'Account.',
            'Account.Industry'
        ]);
    });

    it('the number, active, save, catches, and Escape', async () => {
        const { editor, changes, change, setting } = await open({});
        const saved = heard(editor, 'save');
        const cancelled = heard(editor, 'cancel');
        const catches = heard(editor, 'catches');
        part(editor, '[data-number]').dispatchEvent(
            new CustomEvent('numberchange', { detail: { numberId: london.id } })
        );
        await change(part(editor, '.active'), { checked: false });
        expect(changes).toEqual([
            { settings: { numberId: london.id } },
            { settings: { active: false } }
        ]);
        part(editor, '.save').click();
        part(editor, '.catches').click();
        setting('channel').dispatchEvent(
            new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })
        );
        expect(cancelled).toEqual([]);
        part(editor, '[data-editor]').dispatchEvent(
            new KeyboardEvent('keydown', { key: 'Escape' })
        );
        expect([saved, catches, cancelled].map(({ length }) => length)).toEqual([1, 1, 1]);
    });
});

describe('What is wrong', () => {
    it('is said at the settings, once somebody tried to save', async () => {
        const said = jest.fn();
        const { editor, setting } = await open({});
        const prefix = setting('prefix') as unknown as Record<string, unknown>;
        prefix.setCustomValidity = said;
        prefix.reportValidity = jest.fn();
        editor.faults = ['prefix', 'numberId'];
        await settled();
        expect(said).toHaveBeenLastCalledWith('c.Callback_Setup_Rule_Needs_Prefix');
        expect(prefix.reportValidity).toHaveBeenCalled();
        expect(editor.shadowRoot!.textContent).toContain('c.Callback_Setup_Rule_Needs_Number');
        editor.faults = [];
        await settled();
        expect(said).toHaveBeenLastCalledWith('');
        await expect(editor).toBeAccessible();
    });

    it('what the org says stands above, what the rule would do below', async () => {
        const { editor } = await open(FIELD_RULE, {
            errors: ['Choose a number.'],
            warnings: ['It can never win.'],
            choices: { ...CHOICES, problem: 'No such field.' }
        });
        expect(part(editor, '[role="alert"]').textContent).toContain('Choose a number.');
        for (const text of ['It can never win.', 'No such field.', 'What it does']) {
            expect(editor.shadowRoot!.textContent).toContain(text);
        }
        await expect(editor).toBeAccessible();
    });
});
