import LightningConfirm from 'lightning/confirm';
import { getObjectInfo, getPicklistValues } from 'lightning/uiObjectInfoApi';
import CallbackRuleEditing, { type RuleSurroundings } from 'c/callbackRuleEditing';
import type { FieldChoices } from 'c/callbackRuleEditor';
import { BLANK_RULE, type RuleForm, type RuleSetting } from 'c/callbackRuleForm';
import { mount } from '../../../../../test/mount';
import { threeNumbers } from '../../../../../test/numbers';
import { heard, part } from '../../../../../test/parts';

jest.mock(
    '@salesforce/label/c.Callback_Setup_Rule_Field_Unknown',
    () => ({ default: 'no {0} in {1}' }),
    { virtual: true }
);
jest.mock('@salesforce/label/c.Callback_Setup_Rule_Object_Unknown', () => ({ default: 'no {0}' }), {
    virtual: true
});

interface Wire {
    emit(data: unknown): void;
    error(body: unknown): void;
    getLastConfig(): Readonly<Record<string, unknown>>;
}
const objects = getObjectInfo as unknown as Wire;
const picklists = getPicklistValues as unknown as Wire;
const confirmed = jest.spyOn(LightningConfirm, 'open');

const field = (apiName: string, dataType: string, more: object = {}) => ({
    apiName,
    label: `The ${apiName}`,
    dataType,
    relationshipName: null,
    referenceToInfos: [],
    ...more
});
const CONTACT = {
    apiName: 'Contact',
    label: 'Contact',
    defaultRecordTypeId: null,
    fields: {
        Title: field('Title', 'String'),
        LeadSource: field('LeadSource', 'Picklist'),
        MailingAddress: field('MailingAddress', 'Address'),
        AccountId: field('AccountId', 'Reference', {
            relationshipName: 'Account',
            referenceToInfos: [{ apiName: 'Account' }]
        })
    }
};
const ACCOUNT = {
    apiName: 'Account',
    label: 'Account',
    defaultRecordTypeId: '012',
    fields: { Industry: field('Industry', 'Picklist') }
};

const AROUND: RuleSurroundings = {
    numbers: [{ ...threeNumbers[0], active: false }, threeNumbers[1]],
    groups: [],
    dialLists: []
};
const FIELD_RULE: RuleForm = {
    ...BLANK_RULE,
    id: 'r1',
    name: 'By field',
    type: 'recordField',
    objectApiName: 'Contact',
    field: 'Title',
    operator: 'equals',
    value: 'CEO',
    numberId: threeNumbers[1].id
};

/** Everything that waits for nothing but promises comes to its end. */
const quiet = () => jest.advanceTimersByTimeAsync(0);

beforeEach(() => {
    jest.useFakeTimers();
    confirmed.mockReset().mockResolvedValue(true);
});
afterEach(() => jest.useRealTimers());

async function open(form: RuleForm) {
    const editing = await mount('c-callback-rule-editing', CallbackRuleEditing, {
        form,
        opened: form,
        around: AROUND,
        row: { sentence: 'What it does', warnings: [] } as never
    });
    const editor = part<{
        choices: FieldChoices;
        faults: readonly RuleSetting[];
        numbers: readonly { readonly id: string }[];
    }>(editing, 'c-callback-rule-editor');
    await quiet();
    return {
        editing,
        editor,
        saved: heard(editing, 'save'),
        closed: heard(editing, 'close'),
        say: async (event: string) => {
            editor.dispatchEvent(new CustomEvent(event));
            await quiet();
        },
        write: async (settings: Partial<RuleForm>) => {
            editing.form = { ...editing.form, ...settings };
            await quiet();
        }
    };
}

describe('What can be chosen', () => {
    it('are the fields of the object, and where its lookups lead', async () => {
        const { editor } = await open(FIELD_RULE);
        expect(objects.getLastConfig()).toEqual({ objectApiName: 'Contact' });
        objects.emit(CONTACT);
        await quiet();
        expect(editor.choices.fields.map(({ value }) => value)).toEqual([
            'AccountId',
            'LeadSource',
            'Title',
            'Account.'
        ]);
        expect(editor.choices.problem).toBeUndefined();
        jest.useRealTimers();
        await expect(editor).toBeAccessible();
    });

    it('are the fields behind a lookup and the values of a picklist', async () => {
        const { editor, write } = await open(FIELD_RULE);
        objects.emit(CONTACT);
        await write({ field: 'Account.' });
        objects.emit(ACCOUNT);
        await quiet();
        expect(editor.choices.relatedFields).toEqual([
            { value: 'Account.Industry', label: 'The Industry (Industry)' }
        ]);
        await write({ field: 'Account.Industry' });
        expect(picklists.getLastConfig()).toEqual({
            recordTypeId: '012',
            fieldApiName: 'Account.Industry'
        });
        picklists.emit({ values: [{ label: 'Banking', value: 'Banking', attributes: null }] });
        await quiet();
        expect(editor.choices.values).toEqual([{ label: 'Banking', value: 'Banking' }]);
    });

    it('is nothing of an object that is none, and says so', async () => {
        const { editor } = await open({ ...FIELD_RULE, objectApiName: 'Nonsense' });
        objects.error({ message: 'no such object' });
        await quiet();
        expect(editor.choices).toMatchObject({ fields: [], problem: 'no Nonsense' });
    });

    it('names a field that is gone, and can do without the values of a picklist', async () => {
        const { editor, write } = await open({ ...FIELD_RULE, field: 'Gone' });
        objects.emit(CONTACT);
        await quiet();
        expect(editor.choices.problem).toBe('no Gone in Contact');
        await write({ field: 'leadsource' });
        picklists.error({ message: 'not now' });
        await quiet();
        expect(editor.choices.problem).toBeUndefined();
        expect(editor.choices.values).toBeUndefined();
    });

    it('are active numbers, and the retired one that the rule picks', async () => {
        const { editor, write } = await open(FIELD_RULE);
        expect(editor.numbers).toHaveLength(1);
        await write({ numberId: threeNumbers[0].id });
        expect(editor.numbers).toHaveLength(2);
    });
});

it('is not saved while something is missing: that is named, once it was tried', async () => {
    const { editor, saved, say, write } = await open(FIELD_RULE);
    await write({ name: ' ' });
    expect(editor.faults).toEqual([]);
    await say('save');
    expect(editor.faults).toEqual(['name']);
    expect(saved).toHaveLength(0);
    await write({ name: 'A name' });
    await say('save');
    expect(saved).toHaveLength(1);
});

it('closes at once where nothing was changed, otherwise asks', async () => {
    const { closed, say, write } = await open(FIELD_RULE);
    await say('cancel');
    expect(closed).toHaveLength(1);
    expect(confirmed).not.toHaveBeenCalled();
    await write({ name: 'Changed' });
    confirmed.mockResolvedValue(false);
    await say('cancel');
    expect(closed).toHaveLength(1);
    confirmed.mockResolvedValue(true);
    await say('cancel');
    expect(closed).toHaveLength(2);
});
